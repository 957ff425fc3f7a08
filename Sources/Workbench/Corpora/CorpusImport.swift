public import Archive
import Diplomacy
import Foundation
public import Interchange

/// Brings documents of files into a corpus: tables, JSON, or folders of texts; all of them, or none.
public struct CorpusImport {
  public var corpus: String
  public var columns: DocumentColumns
  public var dialect: Dialect
  /// Whether the texts stay outside the archive.
  public var isStandOff: Bool
  /// Whether a document takes the place of another of its identifier.
  public var isReplacing: Bool

  public init(
    corpus: String, columns: DocumentColumns, dialect: Dialect = Dialect(), isStandOff: Bool = false,
    isReplacing: Bool = false
  ) {
    (self.corpus, self.columns, self.dialect) = (corpus, columns, dialect)
    (self.isStandOff, self.isReplacing) = (isStandOff, isReplacing)
  }

  /// What became of it, and what should be told of how the files were read.
  public struct Outcome: Sendable {
    public let receipt: CorpusReceipt
    public let notes: [String]
  }

  /// Bytes of files from which the archive is set up for much.
  private static let much = 4 << 20

  /// - Throws: `WorkbenchError.problems`, `.table`, `.csv`, `.unreadable`, or `ArchiveError`; then nothing has changed.
  public func run(
    _ paths: [String], into archive: ArchiveStore, at moment: String, progress: Advance.Listener? = nil
  ) throws -> Outcome {
    let files = try paths.map(open)
    let total = files.reduce(0) { $0 + $1.size }
    var (place, past, withoutText) = (0, 0, 0)
    var blocks: DocumentBlocks?
    var notes: [String] = []
    let receipt = try archive.fill(
      corpus: corpus, from: paths.map(Files.name).joined(separator: ", "), mapping: mapping.text(),
      isMuch: total >= Self.much, isReplacing: isReplacing, at: moment
    ) {
      while true {
        if blocks == nil, place < files.count {
          blocks = DocumentBlocks(
            try reader(of: files[place]), file: files[place].name, isStandOff: isStandOff)
        }
        guard let some = blocks else { return nil }
        if let documents = try some.next() {
          progress?(Advance(step: .reading, done: min(total, past + files[place].done), total: max(1, total)))
          return documents
        }
        notes += some.notes
        withoutText += some.withoutText
        past += files[place].size
        place += 1
        blocks = nil
      }
    }
    if withoutText > 0 {
      notes.append(
        "\(withoutText) document\(withoutText == 1 ? " has" : "s have") no text in '\(columns.text)'.")
    }
    return Outcome(receipt: receipt, notes: notes)
  }

  private func reader(of file: Input) throws -> any DocumentReader {
    do {
      switch file.kind {
      case .folder(let folder): return folder
      case .json(let chunks): return JSONDocuments(chunks.next, name: file.name, columns: columns)
      case .table(let chunks):
        return try TableDocuments(chunks.next, name: file.name, columns: columns, dialect: dialect)
      }
    } catch let error as TableError { throw WorkbenchError.table(error) } catch let error
      as DocumentTableError
    {
      throw WorkbenchError.csv(file: error.table, error.error)
    }
  }

  /// Recognises a file by its contents; a document of its own by the ending of its name.
  private func open(_ path: String) throws -> Input {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if isThere, isFolder.boolValue || FolderDocuments.isDocument(path) {
      let folder = try FolderDocuments(path, columns: columns, encoding: dialect.encoding)
      return Input(name: Files.name(path), kind: .folder(folder), size: folder.size)
    }
    do {
      let chunks = try FileChunks(path)
      let start = chunks.head.drop { [0xEF, 0xBB, 0xBF, 0x20, 0x0A, 0x0D, 0x09].contains($0) }.first
      let isJSON = start == UInt8(ascii: "{") || start == UInt8(ascii: "[")
      return Input(
        name: Files.name(path), kind: isJSON ? .json(chunks) : .table(chunks), size: FileChunks.size(path))
    } catch let error as TableError { throw WorkbenchError.table(error) }
  }

  /// As it is kept beside what came in.
  private var mapping: JSON {
    var members: [JSON.Member] = []
    if !columns.id.isEmpty { members.append(.init("id", .array(columns.id.map(JSON.string)))) }
    members.append(.init("text", .string(columns.text)))
    let others: [(String, String?)] = [
      ("title", columns.title), ("date", columns.date), ("outlet", columns.outlet),
      ("authors", columns.authors),
      ("language", columns.language), ("under", columns.under), ("encoding", dialect.encoding?.rawValue),
      ("delimiter", dialect.delimiter?.word), ("sheet", dialect.sheet),
    ]
    members += others.compactMap { key, value in value.map { .init(key, .string($0)) } }
    if isStandOff { members.append(.init("stand_off", .boolean(true))) }
    return .object(members)
  }
}

/// A file to be read.
private struct Input {
  enum Kind {
    case folder(FolderDocuments)
    case json(FileChunks)
    case table(FileChunks)
  }

  let name: String
  let kind: Kind
  let size: Int

  /// How many of its bytes were read.
  var done: Int {
    switch kind {
    case .folder: 0
    case .json(let chunks), .table(let chunks): chunks.done
    }
  }
}
