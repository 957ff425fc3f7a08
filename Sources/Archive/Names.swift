import Diplomacy

/// GRDB has a `Statement` too; in this module the word means the record's.
typealias Statement = Diplomacy.Statement
