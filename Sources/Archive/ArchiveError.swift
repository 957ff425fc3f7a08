/// What can go wrong with the file or with what is asked of it. One place renders these for people (`entente`'s `Failure`).
public enum ArchiveError: Error, Equatable, Sendable {
  /// No file is there.
  case missing(path: String)
  /// A file is there already.
  case exists(path: String)
  /// The file is no SQLite database, or another program's.
  case foreign(path: String)
  /// The file was written by a newer version of this program.
  case newer(path: String, version: Int, known: Int)
  /// Another program is writing to it, and went on for the ten seconds that were waited: which one, where that can be told.
  case busy(path: String, holder: String?)
  /// The program was asked to stop, and what it was writing is taken back.
  case interrupted
  /// No statement has that identifier.
  case unknownStatement(StatementName)
  case alreadyRetracted(StatementName)
  /// The statement is in the log, but only in batches that are undone.
  case undoneStatement(StatementName)
  /// No batch has that number.
  case unknownBatch(Int64)
  /// The batch is undone already, by that other one.
  case alreadyUndone(Int64, by: Int64)
  /// A statement or a ladder cites a source that is not on record.
  case unknownSource(id: String)
  /// A source of that identifier is recorded with other content.
  case sourceDiffers(id: String)
  /// The ladder is recorded with other content.
  case ladderDiffers(id: String)
  /// A packed sheaf of statements of that batch cannot be read: the file was damaged.
  case damagedSheaf(batch: Int64)
  /// A large batch is recorded, but the file could not be set back to its usual journal.
  case unsettled(path: String, reason: String)
  /// No corpus has that name; those that there are.
  case unknownCorpus(String, known: [String])
  /// The corpus has no document of that identifier.
  case unknownDocument(id: String, corpus: String)
  /// A document of that identifier is on record with something else in that column.
  case documentDiffers(place: String, id: String, column: String)
  /// Two documents of one import have one identifier.
  case documentRepeated(place: String, id: String)
  /// No codebook has that name; those that there are.
  case unknownCodebook(String, known: [String])
  /// The version of the codebook has no such code.
  case unknownCode(String, codebook: String, version: Int)
  /// A coding of that identifier is on record and says something else.
  case codingDiffers(id: String)
  /// A passage that goes beyond its document; in code points.
  case passageBeyond(document: String, end: Int, length: Int)
  /// SQL that could not be run, with SQLite's reason.
  case query(reason: String)
  /// SQLite's own words: disk full, no permission, damaged file.
  case storage(path: String, reason: String)

  /// A statement's identifier as text, to keep this enum free of generics.
  public typealias StatementName = String
}
