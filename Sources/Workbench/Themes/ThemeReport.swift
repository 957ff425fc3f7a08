import Archive
import Diplomacy
public import Discourse

/// Shares of themes in a corpus, and how they differ between its parts.
public struct ThemeReport: Sendable {
  public struct Comparison: Sendable {
    public let theme: String
    public let before: String
    public let after: String
    public let shares: ShareComparison
  }

  public let corpus: String
  public let question: ThemeQuestion
  public let table: ThemeTable
  public let comparisons: [Comparison]
  /// Documents that no coder judged, and nobody decided on: they are not in the table.
  public let uncoded: Int
  /// Documents that somebody still has to code, where those are left out.
  public let unfinished: Int

  /// - Throws: `WorkbenchError.badOption` for a code or a part that is not there, and where clusters are asked for and none were looked for.
  public init(_ desk: CodingDesk, _ question: ThemeQuestion) throws {
    (corpus, self.question) = (desk.corpus, question)
    let book = try desk.current
    let codes = try question.codes?.map(desk.code) ?? book.codes.filter { $0.parent == nil }
    let families = codes.map { code in
      (name: desk.path(of: code.id), codes: Set(book.family(of: code.id).map(\.id)))
    }
    let settled = Dictionary(uniqueKeysWithValues: try desk.settled().documents.map { ($0.document, $0) })
    if question.unit == .cluster, try desk.archive.corpus(desk.corpus).duplicates == nil {
      throw WorkbenchError.badOption(
        name: "--count", value: "cluster",
        expected: "a corpus whose copies were looked for: entente corpus dedupe \(desk.corpus)")
    }
    var units: [ThemedUnit] = []
    var clusters: [Int64: [ThemedUnit]] = [:]
    let waiting = question.isOfFinished ? try desk.unfinished() : []
    var (uncoded, unfinished) = (0, 0)
    try desk.archive.eachDocument(of: desk.corpus, isWhole: false) { document in
      guard let one = settled[document.id] else {
        uncoded += 1
        return
      }
      guard !waiting.contains(document.id) else {
        unfinished += 1
        return
      }
      let unit = ThemedUnit(
        themes: Set(families.filter { !$0.codes.isDisjoint(with: one.codes) }.map(\.name)),
        contested: Set(families.filter { !$0.codes.isDisjoint(with: one.contested) }.map(\.name)),
        part: question.part.of(document))
      if question.unit == .cluster, let cluster = document.cluster {
        clusters[cluster, default: []].append(unit)
      } else {
        units.append(unit)
      }
    }
    units += clusters.sorted { $0.key < $1.key }.map { ThemedUnit(cluster: $0.value) }
    let table = ThemeTable(units, themes: families.map(\.name))
    (self.table, self.uncoded, self.unfinished) = (table, uncoded, unfinished)
    let pairs = try Self.pairs(question, table.parts)
    comparisons = table.themes.indices.flatMap { theme in
      pairs.map { before, after in
        Comparison(
          theme: table.themes[theme], before: table.parts[before], after: table.parts[after],
          shares: table.comparison(theme, before, after))
      }
    }
  }

  private static func pairs(_ question: ThemeQuestion, _ parts: [String]) throws -> [(Int, Int)] {
    guard let pair = question.pair else {
      let isTime = question.part == .year || question.part == .month
      return isTime ? zip(parts.indices, parts.indices.dropFirst()).map { ($0, $1) } : []
    }
    return try [(place(pair.before, parts), place(pair.after, parts))]
  }

  private static func place(_ part: String, _ parts: [String]) throws -> Int {
    guard let place = parts.firstIndex(of: part) else {
      throw WorkbenchError.badOption(
        name: "--compare", value: part.shown(),
        expected: "one of \(parts.joined(separator: ", ").shown(atMost: 500))")
    }
    return place
  }
}

extension ThemeQuestion.Part {
  /// The part that a document is in; nil where it is in none for certain.
  fileprivate func of(_ document: ExchangedDocument) -> String? {
    switch self {
    case .none: nil
    case .outlet: document.outlet
    case .language: document.language
    case .year: Self.shared(document.days, 4)
    case .month: Self.shared(document.days, 7)
    }
  }

  /// What the first and the last day begin with, where it is the same.
  private static func shared(_ days: ClosedRange<String>?, _ length: Int) -> String? {
    guard let days, days.lowerBound.prefix(length) == days.upperBound.prefix(length) else { return nil }
    return String(days.lowerBound.prefix(length))
  }
}
