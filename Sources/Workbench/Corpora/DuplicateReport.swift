public import Archive
import Chronology
import Diplomacy
public import Discourse
import Foundation
public import Interchange

/// What was found of near-duplicates, for people and programs.
public struct DuplicateReport {
  /// Clusters that are listed.
  private static let listed = 10

  private let duplicates: CorpusDuplicates
  private let archive: ArchiveStore

  public init(_ duplicates: CorpusDuplicates, _ archive: ArchiveStore) {
    (self.duplicates, self.archive) = (duplicates, archive)
  }

  /// The largest clusters first, each with its earliest document.
  private func largest() throws -> [(copies: Int, document: FiledDocument)] {
    let clusters = duplicates.found.clusters.sorted { (-$0.count, $0[0]) < (-$1.count, $1[0]) }.prefix(
      Self.listed)
    let documents = try archive.documents(clusters.map { duplicates.numbers[$0[0]] })
    return zip(clusters, documents).map { ($0.count, $1) }
  }

  public func grids() throws -> [Grid] {
    let found = duplicates.found
    var notes = [
      found.rule.sentence,
      "\(found.exactGroups.count) group\(found.exactGroups.count == 1 ? "" : "s") of documents are the same word by word.",
    ]
    if duplicates.corpus.withoutText > 0 {
      notes.append(
        "\(duplicates.corpus.withoutText) documents have their text outside the archive and were not looked at."
      )
    }
    func row(_ change: String, _ found: Duplicates) -> [String] {
      [
        change, String(found.clusters.count), String(found.duplicates),
        String(found.documents - found.duplicates),
      ]
    }
    let thresholds = Grid(
      header: ["rule", "clusters", "duplicates", "documents without them"],
      rows: [row("as asked", found)] + duplicates.stricter.map { row($0.change, $0.found) },
      numeric: [1, 2, 3],
      title: "\(duplicates.corpus.name): \(found.documents) documents", notes: notes)
    let clusters = Grid(
      header: ["documents", "earliest", "date", "outlet", "title"],
      rows: try largest().map { copies, document in
        [
          String(copies), document.id.displayed(), document.date ?? "", document.outlet?.displayed() ?? "",
          (document.title ?? document.text ?? "").displayed(atMost: 60),
        ]
      }, numeric: [0], title: "The largest clusters")
    return found.clusters.isEmpty ? [thresholds] : [thresholds, clusters]
  }

  public func json() throws -> JSON {
    let found = duplicates.found
    func counts(_ found: Duplicates) -> [JSON.Member] {
      [
        .init("documents", .integer(Int64(found.documents))),
        .init("exact_groups", .integer(Int64(found.exactGroups.count))),
        .init("clusters", .integer(Int64(found.clusters.count))),
        .init("duplicates", .integer(Int64(found.duplicates))),
      ]
    }
    return .object(
      counts(found) + [
        .init("without_text", .integer(Int64(duplicates.corpus.withoutText))),
        .init("rule", DuplicateJSON.rule(found.rule)),
        .init(
          "stricter",
          .array(
            duplicates.stricter.map {
              .object([.init("rule", DuplicateJSON.rule($0.found.rule))] + counts($0.found))
            })),
        .init(
          "largest",
          .array(
            try largest().map { copies, document in
              .object([
                .init("documents", .integer(Int64(copies))), .init("earliest", .string(document.id)),
                .init("title", document.title.map(JSON.string) ?? .null),
                .init("date", document.date.map(JSON.string) ?? .null),
                .init("outlet", document.outlet.map(JSON.string) ?? .null),
              ])
            })),
      ])
  }

  /// Writes all pairs as CSV: `a,b,resemblance,containment`, the documents by their identifiers.
  public func writePairs(to path: String) throws {
    var numbers: Set<Int> = []
    duplicates.found.forEachPair { numbers.formUnion([$0.first, $0.second]) }
    let places = numbers.sorted()
    let known = try archive.documentIDs(places.map { duplicates.numbers[$0] })
    let ids = Dictionary(uniqueKeysWithValues: zip(places, known))
    let partial = path + ".partial"
    guard FileManager.default.createFile(atPath: partial, contents: nil),
      let file = FileHandle(forWritingAtPath: partial)
    else { throw WorkbenchError.unreadable(path: path, reason: "it cannot be written") }
    do {
      try file.write(contentsOf: Data("a,b,resemblance,containment\n".utf8))
      var rows: [[String]] = []
      func write() throws {
        try file.write(contentsOf: Data(Grid.csv(rows).utf8))
        rows.removeAll(keepingCapacity: true)
      }
      try duplicates.found.forEachPair { pair in
        rows.append([
          ids[pair.first] ?? "", ids[pair.second] ?? "", Self.share(pair.resemblance),
          Self.share(pair.containment),
        ])
        if rows.count == 10_000 { try write() }
      }
      if !rows.isEmpty { try write() }
      try file.close()
      if FileManager.default.fileExists(atPath: path) { try Files.remove(path) }
      try FileManager.default.moveItem(atPath: partial, toPath: path)
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw WorkbenchError.unreadable(path: path, reason: error.localizedDescription)
    }
  }

  private static func share(_ share: Double) -> String { String((share * 1e6).rounded() / 1e6) }
}

extension DuplicateRule {
  /// In words.
  public var sentence: String {
    let time = window.map { "within \($0.of("day"))" } ?? "at any time"
    return
      "Two texts are one where they share \(resemblance) of all runs of \(shingle) words, or \(containment) of the shorter's, \(time)."
  }
}

enum DuplicateJSON {
  static func rule(_ rule: DuplicateRule) -> JSON {
    .object([
      .init("shingle", .integer(Int64(rule.shingle))), .init("resemblance", .number(rule.resemblance)),
      .init("containment", .number(rule.containment)),
      .init("window", rule.window.map { .integer(Int64($0)) } ?? .null),
      .init("least_contained", .integer(Int64(rule.leastContained))),
    ])
  }
}
