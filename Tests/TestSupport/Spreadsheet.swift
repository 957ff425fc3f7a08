import Foundation
import Interchange

/// CSV as records by column name.
public enum Spreadsheet {
  public static func records(at path: String) throws -> [[String: String]] {
    try records(of: String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self))
  }

  public static func records(of text: String) throws -> [[String: String]] {
    var reader = try CSVReader([UInt8](text.utf8))
    var records: [[String: String]] = []
    while let record = try reader.next() {
      records.append(Dictionary(uniqueKeysWithValues: zip(reader.header, record.fields)))
    }
    return records
  }
}
