import Archive
import Chronology
import Diplomacy
import Interchange

/// Makes documents of what a reader gives, some thousand at a time, on the other core while those before them are written.
final class DocumentBlocks: @unchecked Sendable {
  /// Documents, and bytes of their texts, after which a block ends.
  private static let most = (documents: 2000, bytes: 4 << 20)
  /// Problems that are listed; then reading ends.
  private static let listed = 25

  private let file: String
  private let isStandOff: Bool
  private var reader: any DocumentReader
  private var dates: [String: EDTF] = [:]
  private var problems: [ImportProblem] = []
  private(set) var withoutText = 0
  /// Only one block is made at a time, and nothing is looked at meanwhile.
  private var ahead: Background<Result<[Document]?, any Error>>?

  init(_ reader: any DocumentReader, file: String, isStandOff: Bool) {
    (self.reader, self.file, self.isStandOff) = (reader, file, isStandOff)
    begin()
  }

  var notes: [String] { reader.notes }

  /// The next documents, while those after them are begun; nil at the end.
  ///
  /// - Throws: `WorkbenchError.problems` for fields that cannot be taken, all that were found; what the reader throws.
  func next() throws -> [Document]? {
    guard let block = try ahead?.value.get() else {
      ahead = nil
      return nil
    }
    begin()
    return block
  }

  private func begin() { ahead = Background { [self] in Result { try block() } } }

  private func block() throws -> [Document]? {
    do {
      var (block, bytes) = ([Document](), 0)
      while block.count < Self.most.documents, bytes < Self.most.bytes, let next = try reader.next() {
        switch next {
        case .success(let raw):
          if let document = document(raw) {
            block.append(document)
            bytes += raw.text.utf8.count
          }
        case .failure(let problem): add(problem)
        }
        if problems.count == Self.listed { throw WorkbenchError.problems(problems) }
      }
      guard !block.isEmpty else {
        if !problems.isEmpty { throw WorkbenchError.problems(problems) }
        return nil
      }
      // After a problem nothing is written any more, but the rest is looked at for what else is wrong with it.
      return problems.isEmpty ? block : []
    } catch let error as TableError { throw WorkbenchError.table(error) } catch let error
      as DocumentTableError
    {
      throw WorkbenchError.csv(file: error.table, error.error)
    }
  }

  /// Nil where something is wrong with it, which is noted.
  private func document(_ raw: RawDocument) -> Document? {
    if let problem = raw.problem {
      add(problem)
      return nil
    }
    var date: EDTF?
    if let text = raw.date {
      date = dates[text] ?? DateText.read(text)
      guard let date else {
        add(DocumentProblem(line: raw.line, field: "date", found: text, expected: DateText.expectation))
        return nil
      }
      if dates.count < 100_000 { dates[text] = date }
    }
    if raw.text.isEmpty { withoutText += 1 }
    return Document(
      place: "\(file):\(raw.line)", id: raw.id, text: raw.text, isStandOff: isStandOff, title: raw.title,
      date: date, outlet: raw.outlet, language: raw.language, under: raw.under, authors: raw.authors,
      extra: raw.extra)
  }

  private func add(_ problem: DocumentProblem) {
    problems.append(
      ImportProblem(
        file: file, line: problem.line, column: problem.field, value: problem.found,
        expected: problem.expected))
  }
}

extension RawDocument {
  /// A text that the archive does not take.
  fileprivate var problem: DocumentProblem? {
    let fields = [
      ("id", id), ("text", text), ("title", title), ("outlet", outlet), ("language", language),
      ("under", under),
    ]
    for (field, text) in fields + authors.map({ ("authors", $0) }) {
      var text = text ?? ""
      if text.withUTF8({ $0.contains(0) }) {
        return DocumentProblem(
          line: line, field: field, found: "a character U+0000", expected: "text, which has none. Take it out"
        )
      }
    }
    guard text.utf8.count <= DocumentFile.longest else {
      return DocumentProblem(
        line: line, field: "text", found: "\(text.utf8.count >> 20) MiB",
        expected: "a document of \(DocumentFile.longest >> 20) MiB at most. Divide it, or leave it out")
    }
    return nil
  }
}
