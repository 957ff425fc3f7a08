import Crypto
import Diplomacy
import Foundation
import Interchange

/// A mapping with the table beside it, read but not yet mapped.
struct MappedTable {
  let path: String
  /// The mapping file's name.
  let name: String
  let mapping: Mapping
  let content: TableText
  let batch: Batch
  /// Those of a `sources.json` in the mapping's folder: they come in with the table.
  let sources: [Source]

  init(mappingAt path: String, coder: String) throws {
    self.path = path
    let mappingBytes = try Files.bytes(path)
    let name = Files.name(path)
    self.name = name
    guard let text = String(validating: mappingBytes, as: UTF8.self) else {
      throw WorkbenchError.format(
        FormatError(
          file: name, line: Self.line(ofFault: mappingBytes),
          message: "not UTF-8 text. Save the file as UTF-8."))
    }
    let mapping = try formatted { try MappingFile.read(text, name: name) }
    self.mapping = mapping
    let bytes = try Files.bytes(
      URL(filePath: path).deletingLastPathComponent().appending(path: mapping.file).path)
    let sources = Background { Result { try Self.sources(beside: path) } }
    let fileHash = Background { Self.digest(bytes) }
    content = try formatted {
      try TableText.read(bytes, fileName: mapping.file, declared: mapping.dialect)
    }
    self.sources = try sources.value.get()
    batch = Batch(
      kind: .import, file: mapping.file, fileHash: fileHash.value, mappingHash: Self.digest(mappingBytes),
      coder: coder)
  }

  private static func sources(beside mapping: String) throws -> [Source] {
    let path = URL(filePath: mapping).deletingLastPathComponent().appending(path: "sources.json").path
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try formatted { try CSLFile.read(Data(try Files.bytes(path)), name: "sources.json") }
  }

  private static func line(ofFault bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }

  private static func digest(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let hex = String(byte, radix: 16)
      return hex.count == 1 ? "0" + hex : hex
    }.joined()
  }
}

/// Turns the formats' errors into ours.
func formatted<T>(_ body: () throws -> T) throws -> T {
  do { return try body() } catch let error as FormatError { throw WorkbenchError.format(error) } catch let
    error
    as TableError
  { throw WorkbenchError.table(error) }
}
