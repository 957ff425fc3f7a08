import Foundation
import Interchange

/// The files that the rows of a table went to which an import left out: to be mended and imported by the mapping beside them.
public struct RejectedRows: Sendable {
  /// The paths of the table and of its mapping.
  public let table: String
  public let mapping: String
  public let rows: Int

  /// Takes the files away again; those that cannot be taken away, with the reason.
  public func remove() -> [String] {
    [table, mapping].compactMap { path in
      do {
        try FileManager.default.removeItem(atPath: path)
        return nil
      } catch { return "\(path) (\(error.localizedDescription))" }
    }
  }
}

extension ImportPlan {
  /// Writes the rows that cannot be taken beside the mapping, as they stand in the table, with what is wrong in a last column `problem`; and a
  /// mapping that reads them. Nil when there are none. No file is written over: the next free name is taken.
  ///
  /// A row of too few or too many fields keeps them, so that it is not taken for another until it is mended.
  public func writeRejected() throws -> RejectedRows? {
    guard !rejected.isEmpty else { return nil }
    let folder = URL(filePath: mapping).deletingLastPathComponent()
    let name = Self.name(of: file)
    // A table of rejected rows says what was wrong the last time: that is replaced.
    let isAgain = name != Self.stem(of: file) && header.last == Self.column
    let width = header.count - (isAgain ? 1 : 0)
    var columns = Array(header.prefix(width))
    var column = Self.column
    while columns.contains(column) { column += "_" }
    columns.append(column)
    var bytes = columns.csvLine()
    for row in rejected {
      let fields = isAgain && row.fields.count > 1 ? Array(row.fields.dropLast()) : row.fields
      bytes += (fields + [row.problems.map(\.reason).joined(separator: "; ")]).csvLine()
    }
    let text = try Files.text(mapping)
    for number in 1... {
      let stem = folder.appending(path: name + ".rejected" + (number == 1 ? "" : "-\(number)")).path
      let files = RejectedRows(table: stem + ".csv", mapping: stem + ".yml", rows: rejected.count)
      guard try Files.writeNew(bytes, to: files.table) else { continue }
      let moved = try formatted { try MappingFile.moved(text, to: Files.name(files.table)) }
      if try Files.writeNew(Array(moved.utf8), to: files.mapping) { return files }
      try Files.remove(files.table)
    }
    return nil
  }

  private static let column = "problem"

  /// The table's name without its extension.
  private static func stem(of file: String) -> String {
    URL(filePath: file).deletingPathExtension().lastPathComponent
  }

  /// That without what a table of rejected rows has in its name.
  private static func name(of file: String) -> String {
    let stem = stem(of: file)
    guard let mark = stem.range(of: ".rejected", options: .backwards), mark.lowerBound > stem.startIndex,
      stem[mark.upperBound...].allSatisfy({ $0 == "-" || $0.isNumber })
    else { return stem }
    return String(stem[..<mark.lowerBound])
  }
}

extension Files {
  /// Writes a file that is not there yet; false when it is.
  fileprivate static func writeNew(_ bytes: [UInt8], to path: String) throws -> Bool {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .withoutOverwriting)
      return true
    } catch let error as CocoaError where error.code == .fileWriteFileExists {
      return false
    } catch {
      throw WorkbenchError.unreadable(path: path, reason: error.localizedDescription)
    }
  }
}
