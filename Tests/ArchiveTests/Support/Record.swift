import Chronology
import Diplomacy
import Foundation
import GRDB
import Testing

@testable import Archive

typealias Statement = Diplomacy.Statement

/// A statement, tersely: `say(.partnership, "p", ["party": "fr-a @partner", "party": "cn-a|cn-b @cn"])`.
///
/// In a value, `|` separates alternatives; `@side`, `#role` and `^during` may follow, each after a space.
func say(
  _ kind: EntityKind, _ id: String, _ says: KeyValuePairs<String, String>, by source: SourceID = "a",
  rank: Rank = .normal, locator: String = "p. 1"
) -> Statement {
  var claims: [Property: [Claim]] = [:]
  for (name, text) in says {
    guard let property = Property.named(name, of: kind) else { fatalError("no property \(kind).\(name)") }
    do { claims[property, default: []].append(try read(text, property)) } catch {
      fatalError("\(text): \(error)")
    }
  }
  return Statement(
    entity: EntityReference(kind, id), says: claims, source: source, locator: locator, rank: rank)
}

private func read(_ text: String, _ property: Property) throws -> Claim {
  var words = text.split(separator: " ").map(String.init)
  var qualifiers: [Character: String] = [:]
  while words.count > 1, let mark = words.last?.first, "@#^".contains(mark) {
    qualifiers[mark] = String(words.removeLast().dropFirst())
  }
  let values = words.joined(separator: " ").split(separator: "|")
  return Claim(
    try values.map { try Atom(String($0), for: property) }, side: qualifiers["@"],
    role: qualifiers["#"].flatMap(Role.init(rawValue:)), during: try qualifiers["^"].map { try EDTF($0) })
}

/// An actor with a name and nothing else.
func named(_ id: String, _ name: String? = nil) -> Statement {
  say(.actor, id, ["name": name ?? "The \(id)"])
}

/// Sources a, b and c, of 2018, 2019 and 2020.
let sources = ["a", "b", "c"].enumerated().map { index, id in
  Source(
    id: SourceID(id), title: "Work \(id)", issued: try? EDTF("\(2018 + index)"), csl: #"{"id":"\#(id)"}"#)
}

/// The nth second of a morning.
func moment(_ number: Int = 0) -> String {
  "2026-01-31T0\(number / 3600):\(pair(number / 60 % 60)):\(pair(number % 60)).000Z"
}

private func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

extension ArchiveStore {
  /// An archive in memory that holds the statements.
  static func holding(_ statements: [Statement]) throws -> ArchiveStore {
    let archive = try inMemory()
    try archive.deliver(statements)
    return archive
  }

  static func holding(_ statements: Statement...) throws -> ArchiveStore { try holding(statements) }

  @discardableResult
  func deliver(_ statements: [Statement], at moment: String = moment()) throws -> Receipt {
    try append(Delivery(batch: Batch(kind: .edit), sources: sources, statements: statements), at: moment)
  }

  /// The rows of a query, each as its cells' text.
  func rows(_ sql: String, _ parameters: [String: String] = [:]) throws -> [[String]] {
    try query(sql, parameters).rows.map { $0.map(\.text) }
  }

  /// Runs SQL behind the archive's back.
  func force(_ sql: String) throws { try database.writeWithoutTransaction { try $0.execute(sql: sql) } }

  /// Everything that the file holds: each table and its rows as text.
  func everything() throws -> [String: [String]] {
    let tables = try rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%' ORDER BY 1")
    return Dictionary(uniqueKeysWithValues: try tables.map { ($0[0], try contents(of: $0[0])) })
  }
}

/// Runs the body with a folder of its own, and removes it.
func withFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}

/// The error that the expression throws, all of which must be ours; nil when it throws none.
func failure<T>(_ body: @autoclosure () throws -> T) -> ArchiveError? {
  do {
    _ = try body()
    return nil
  } catch {
    #expect(error is ArchiveError)
    return error as? ArchiveError
  }
}
