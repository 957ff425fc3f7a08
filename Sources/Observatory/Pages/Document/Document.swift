import Archive
import Workbench

extension Section {
  /// A document of a corpus: its text, what was found in it, and how it differs from the one that it repeats.
  static let document = Section(
    routes: [
      Route(
        path: "/corpora/{name}/{document}", kind: .page, summary: "A document: its text, codes and copies",
        parameters: [DocumentText.parameter], example: "/corpora/news/d2", readsTexts: true
      ) { ask, record in
        .page(try DocumentPage(ask, record))
      },
      Route(
        path: "/api/v1/corpora/{name}/documents/{document}", kind: .data(schema: "Document", isTable: true),
        summary: "A document with its text, as much of it as goes into an answer; as CSV in one row",
        parameters: [DocumentText.parameter], example: "/api/v1/corpora/news/documents/d1", readsTexts: true
      ) { ask, record in
        let data = try DocumentData(ask, record)
        return .data(data.json, table: data.grid)
      },
      Route(
        path: "/api/v1/corpora/{name}/documents/{document}/codes",
        kind: .data(schema: "DocumentCodes", isTable: true),
        summary:
          "What was found in a document, of what is open to view: of documents on which something was decided",
        example: "/api/v1/corpora/news/documents/d4/codes", readsTexts: true
      ) { ask, record in
        let id = Address.document(atPart: ask.place("document"))
        let codes = try DocumentCodes(of: id, text: nil, in: ask.place("name"), record.archive)
        return .data(codes.json, table: codes.grid)
      },
      Route(
        path: "/api/v1/corpora/{name}/documents/{document}/difference",
        kind: .data(schema: "DocumentDifference", isTable: true),
        summary:
          "Where a document (b) differs from the earliest of those that are one text with it (a), word by word",
        example: "/api/v1/corpora/news/documents/d2/difference", readsTexts: true
      ) { ask, record in
        let id = Address.document(atPart: ask.place("document"))
        let document = try record.archive.document(id, in: ask.place("name"))
        guard let earliest = try record.archive.cluster(of: document.number, atMost: 1).first,
          earliest.id != id
        else { throw ObservatoryError.nothing(kind: "earlier document that it repeats", called: id) }
        let difference = try record.difference(earliest.id, id, ofCorpus: ask.place("name"))
        return .data(difference.json, table: difference.grid)
      },
    ],
    templates: [DocumentPage.template: DocumentTemplate.text])
}

extension Record {
  /// Characters from the beginning of two documents that are compared on a page.
  static let compared = 100_000

  func difference(_ first: String, _ second: String, ofCorpus corpus: String) throws -> DocumentDifference {
    let name = [corpus, first, second].map { "\($0.utf8.count):\($0)" }.joined()
    return try made(\.differences, name) { [archive] in
      try DocumentDifference(first, second, in: corpus, archive, most: Self.compared)
    }
  }
}
