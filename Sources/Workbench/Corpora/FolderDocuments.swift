import Foundation
import Interchange

/// Reads the documents of a folder, a file each, in the order of their paths.
struct FolderDocuments: DocumentReader {
  let notes: [String]
  private let folder: String
  private let columns: DocumentColumns
  private let encoding: TextEncoding?
  private var paths: ArraySlice<String>

  /// - Parameter path: a folder, or one file.
  init(_ path: String, columns: DocumentColumns, encoding: TextEncoding?) throws {
    (self.columns, self.encoding) = (columns, encoding)
    let file = URL(filePath: path)
    guard try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true else {
      (folder, paths, notes) = (file.deletingLastPathComponent().path, [file.lastPathComponent], [])
      return
    }
    folder = path
    let all = try FileManager.default.subpathsOfDirectory(atPath: path).filter { below in
      let attributes = try? FileManager.default.attributesOfItem(atPath: path + "/" + below)
      return attributes?[.type] as? FileAttributeType == .typeRegular
        && !below.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted()
    let read = all.filter(Self.isDocument)
    guard !read.isEmpty else {
      throw WorkbenchError.unreadable(
        path: path,
        reason:
          "it has no document: expected files ending in \(DocumentFile.endings.sorted().map { "." + $0 }.joined(separator: ", "))"
      )
    }
    paths = read[...]
    let others = all.count - read.count
    notes =
      others > 0
      ? [
        "\(others) file\(others == 1 ? "" : "s") of \(Files.name(path)) \(others == 1 ? "is" : "are") left out, by the ending of the name."
      ]
      : []
  }

  static func isDocument(_ path: String) -> Bool {
    DocumentFile.endings.contains(URL(filePath: path).pathExtension.lowercased())
  }

  /// Of all files that are read.
  var size: Int { paths.reduce(0) { $0 + FileChunks.size(folder + "/" + $1) } }

  mutating func next() throws -> Result<RawDocument, DocumentProblem>? {
    guard let path = paths.popFirst() else { return nil }
    let whole = folder + "/" + path
    // Before it is read: a file may be larger than memory.
    guard FileChunks.size(whole) <= DocumentFile.longest else {
      throw TableError(
        place: path,
        message:
          "longer than \(DocumentFile.longest >> 20) MiB: a document is shorter. Divide it, or leave it out.")
    }
    return .success(
      try DocumentFile.read(try Files.bytes(whole), path: path, columns: columns, encoding: encoding))
  }
}
