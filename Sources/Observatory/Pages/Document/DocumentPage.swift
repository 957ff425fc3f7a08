import Archive
import Chronology
import Foundation
import Workbench

/// A document of a corpus.
struct DocumentPage: Page {
  static let template = "document"
  /// Documents of its cluster that are listed.
  static let copiesShown = 100

  let title: String
  let address: String
  let downloads: [Link]
  let head: CorpusHead
  let name: String
  let facts: [FactView]
  /// Nil where it is kept outside.
  let text: Fragment?
  let isWhole: Bool
  let span: String?
  let earlier: String?
  let later: String?
  let decisions: [DecisionView]?
  let codings: [GivenView]?
  let hasCodes: Bool
  let codesData: String
  let copies: [CopyView]?
  let copyNote: String?
  let difference: DifferenceView?
  /// Its address, while it is being compared.
  let waiting: String?
  var isLive: Bool { waiting != nil }
  var isProvisional: Bool { waiting != nil }

  struct CopyView: Sendable {
    let document: DocumentView
    let isHere: Bool
    let isEarliest: Bool
  }

  init(_ ask: Ask, _ record: Record) throws {
    let corpus = ask.place("name")
    let details = try record.archive.details(of: Address.document(atPart: ask.place("document")), in: corpus)
    let document = details.document
    let here = Address.document(document.id, of: corpus)
    let window = try document.text.map { try DocumentText($0, ask) }
    func page(at place: Int) -> String { Address.asking(here, [("at", place == 0 ? nil : String(place))]) }

    let view = DocumentView(document, of: corpus)
    (title, name) = (view.link.text, view.link.text)
    address = page(at: window?.start ?? 0)
    head = CorpusHead(corpus, at: nil)
    let data = Address.documentData(document.id, of: corpus)
    downloads = Link.data(
      Address.asking(data, [("at", window.flatMap { $0.start == 0 ? nil : String($0.start) })]))
    facts = Self.facts(details)
    text = window.map { window in
      var fragment = Fragment()
      fragment.add(text: window.text.asWritten)
      return fragment
    }
    isWhole = window?.start == 0 && window?.next == nil
    span = window.flatMap { window in
      window.start == 0 && window.next == nil
        ? nil
        : "Characters \(window.start + 1) to \(window.next ?? details.length) of \(details.length)."
          .withGroupedDigits
    }
    earlier = window.flatMap { $0.start == 0 ? nil : here }
    later = window?.next.map(page)

    let codes = try DocumentCodes(of: document.id, text: document.text, in: corpus, record.archive)
    decisions = codes.decisions.map(DecisionView.init).unlessEmpty
    codings = codes.given.map(GivenView.init).unlessEmpty
    hasCodes = decisions != nil || codings != nil
    codesData = data + "/codes"

    let cluster = try record.archive.cluster(of: document.number, atMost: Self.copiesShown)
    copies =
      cluster.enumerated().map { place, other in
        CopyView(
          document: DocumentView(other, of: corpus), isHere: other.id == document.id, isEarliest: place == 0)
      }.unlessEmpty
    let count = document.copies ?? 0
    copyNote = count > cluster.count && !cluster.isEmpty ? "The first \(cluster.count) of \(count)." : nil
    guard let first = cluster.first, first.id != document.id else {
      (difference, waiting) = (nil, nil)
      return
    }
    let found = try DocumentDifference?(whenReady: {
      try record.difference(first.id, document.id, ofCorpus: corpus)
    })
    difference = found.map { DifferenceView($0, data: data + "/difference") }
    waiting = found == nil ? address : nil
  }

  private static func facts(_ details: DocumentDetails) -> [FactView] {
    let document = details.document
    let known: [(String, String?)] = [
      ("Date", document.date), ("Outlet", document.outlet), ("Language", document.language),
      ("Authors", details.authors.isEmpty ? nil : details.authors.joined(separator: "; ")),
      ("Published under", details.under), ("Identifier", document.id),
      ("Length", details.length.of("character").withGroupedDigits), ("SHA-256 of the text", details.hash),
    ]
    return known.compactMap { label, value in value.map { FactView(label: label, value: $0) } }
      + extras(details.extra)
  }

  /// What else its source has on it, as far as a page can bear.
  private static func extras(_ text: String?) -> [FactView] {
    guard let text, let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    else {
      return []
    }
    return object.sorted { $0.key < $1.key }.prefix(30).map { FactView(label: $0.key, value: "\($0.value)") }
  }
}
