import Diplomacy
import Foundation
import Testing

/// The vocabulary's page and the vocabulary in code are held against each other, both ways.
@Suite("Documentation/Vocabulary.md") struct DocumentationTests {
  private let page: String

  init() throws {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    page = try String(contentsOf: root.appending(path: "Documentation/Vocabulary.md"), encoding: .utf8)
  }

  /// The rows of the table of properties: kinds, names, type, one or many, contradiction type.
  private var rows: [[String]] {
    page.split(separator: "\n").filter {
      $0.hasPrefix("| ") && !$0.contains("---") && !$0.hasPrefix("| kind |")
    }
    .map {
      $0.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map { $0.trimmed }
    }
  }

  /// A property as the page writes it: "flow.item text single identity".
  private func written(_ type: ValueType) -> String {
    switch type {
    case .text: "text"
    case .term: "term"
    case .date: "date"
    case .amount: "amount"
    case .boolean: "boolean"
    case .reference(let kind): "reference \(kind.rawValue)"
    case .source: "reference source"
    }
  }

  @Test("lists every property as it is, and no other")
  func properties() {
    var listed: Set<String> = []
    for row in rows {
      for kind in row[0].split(separator: ", ") {
        for name in row[1].split(separator: ", ") {
          let type = row[2].split(separator: /[,(]/)[0].trimmed
          let number = row[3].hasPrefix("single") ? "single" : "many"
          #expect(listed.insert("\(kind).\(name) \(type) \(number) \(row[4])").inserted)
        }
      }
    }
    let known = Property.all.map {
      "\($0.description) \(written($0.type)) \($0.isSingle ? "single" : "many") \($0.contradiction?.rawValue ?? "")"
    }
    #expect(known.count == Set(known).count)
    #expect(listed.subtracting(known) == [])
    #expect(Set(known).subtracting(listed) == [])
  }

  @Test("lists every term, in order, and no other")
  func terms() throws {
    let lists: [String: [String]] = [
      "actor kind": ActorKind.words, "partnership kind": PartnershipKind.words,
      "episode type": EpisodeType.words,
      "event type": EventType.words, "participant role": Role.words, "channel": Channel.words,
      "initiative": Initiative.words, "modality": Modality.words, "flow terms": FlowTerms.words,
      "flow outcome": FlowOutcome.words, "rank": Rank.words, "certainty": Certainty.words,
    ]
    let section = try #require(page.components(separatedBy: "## Terms").last)
    var found: [String: [String]] = [:]
    for item in section.replacing("\n  ", with: " ").split(separator: "\n- ") where item.contains(":") {
      let parts = item.split(separator: ": ", maxSplits: 1)
      found[parts[0].trimmed] = parts[1].split(separator: ",").map { $0.trimmed }
    }
    #expect(found == lists)
  }
}

extension StringProtocol {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
