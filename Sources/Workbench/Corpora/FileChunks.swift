import Foundation
import Interchange

/// The bytes of a file, a piece at a time; unpacked where they are gzip.
final class FileChunks {
  private static let piece = 1 << 20

  /// How many bytes of the file were read, as it lies on the disk.
  private(set) var done = 0
  private let path: String
  private let handle: FileHandle
  private var first: [UInt8]?
  private var unpacking: Gunzip?

  init(_ path: String) throws {
    self.path = path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw WorkbenchError.unreadable(path: path, reason: "there is no such file")
    }
    do { handle = try FileHandle(forReadingFrom: URL(filePath: path)) } catch {
      throw WorkbenchError.unreadable(path: path, reason: error.localizedDescription)
    }
    first = try read()
    if first?.starts(with: Gunzip.mark) == true {
      unpacking = Gunzip({ [unowned self] in try packed() }, name: Files.name(path))
      first = try unpacking?.next()
    }
  }

  deinit { try? handle.close() }

  /// The first piece, which is given again by `next`.
  var head: [UInt8] { first ?? [] }

  /// Nil at the end.
  func next() throws -> [UInt8]? {
    if let piece = first {
      first = nil
      return piece
    }
    return try unpacking.map { try $0.next() } ?? read()
  }

  private func packed() throws -> [UInt8]? {
    if let piece = first {
      first = nil
      return piece
    }
    return try read()
  }

  private func read() throws -> [UInt8]? {
    do {
      guard let data = try handle.read(upToCount: Self.piece), !data.isEmpty else { return nil }
      done += data.count
      return [UInt8](data)
    } catch { throw WorkbenchError.unreadable(path: path, reason: error.localizedDescription) }
  }

  /// How large a file is.
  static func size(_ path: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  }
}
