import Archive
import Interchange
import Workbench

/// A document as data.
struct DocumentData: Sendable {
  private let details: DocumentDetails
  private let corpus: String
  private let text: DocumentText?
  private let others: [FiledDocument]

  init(_ ask: Ask, _ record: Record) throws {
    corpus = ask.place("name")
    details = try record.archive.details(of: Address.document(atPart: ask.place("document")), in: corpus)
    text = try details.document.text.map { try DocumentText($0, ask) }
    others = try record.archive.cluster(of: details.document.number, atMost: DocumentPage.copiesShown)
  }

  var json: JSON {
    let document = details.document
    func text(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
    let next = self.text?.next.map {
      Address.asking(Address.documentData(document.id, of: corpus), [("at", String($0))])
    }
    return .object([
      .init("corpus", .string(corpus)), .init("id", .string(document.id)),
      .init("title", text(document.title)),
      .init("date", text(document.date)), .init("outlet", text(document.outlet)),
      .init("language", text(document.language)), .init("under", text(details.under)),
      .init("authors", .array(details.authors.map(JSON.string))), .init("extra", text(details.extra)),
      .init("length", .integer(Int64(details.length))), .init("hash", .string(details.hash)),
      .init("copies", document.copies.map { .integer(Int64($0)) } ?? .null),
      .init("cluster", .array(others.map { .string($0.id) })), .init("text", text(self.text?.text)),
      .init("next", text(next)),
    ])
  }

  var grid: Grid {
    let document = details.document
    return Grid(
      header: [
        "id", "title", "date", "outlet", "language", "under", "authors", "length", "hash", "copies", "text",
      ],
      rows: [
        [
          document.id, document.title ?? "", document.date ?? "", document.outlet ?? "",
          document.language ?? "",
          details.under ?? "", details.authors.joined(separator: "; "), String(details.length), details.hash,
          document.copies.map(String.init) ?? "", text?.text ?? "",
        ]
      ])
  }
}
