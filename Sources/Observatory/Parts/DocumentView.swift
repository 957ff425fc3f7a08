import Archive

/// A document as lists show it: what it is called, where it is, when and where it was published.
struct DocumentView: Sendable {
  let link: Link
  /// Date and outlet, as far as they are known.
  let imprint: String

  init(_ document: FiledDocument, of corpus: String) {
    let title = document.title.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 } ?? document.id
    link = Link(address: Address.document(document.id, of: corpus), text: title.onPage)
    imprint = [document.date, document.outlet].compactMap { $0?.onPage }.joined(separator: ", ")
  }
}
