import Chronology
import Diplomacy
import Foundation
import Interchange

/// Writes a source that a person describes as an item of CSL-JSON, and reads it as one of a file: imported later, it is the same.
enum NewSource {
  static func source(id: String, type: String, title: String, issued: EDTF?, url: String) throws -> Source? {
    var members: [JSON.Member] = [
      .init("id", .string(id)), .init("title", .string(title)), .init("type", .string(type)),
    ]
    if let issued { members.append(.init("issued", Self.issued(issued.text))) }
    if !url.isEmpty { members.append(.init("URL", .string(url))) }
    return try CSLFile.read(Data(JSON.array([.object(members)]).text().utf8), name: id).first
  }

  /// Years, months and days, or two of them, as `date-parts`, which all programs read; else as EDTF (CSL 1.0.2's `date-variable` takes either).
  private static func issued(_ text: String) -> JSON {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { part -> [Int64]? in
      guard part.wholeMatch(of: /[0-9]{4}(-[0-9]{2}){0,2}/) != nil else { return nil }
      return part.split(separator: "-").compactMap { Int64($0) }
    }
    guard parts.count <= 2, !parts.contains(nil) else { return .string(text) }
    return .object([
      .init("date-parts", .array(parts.compactMap(\.self).map { .array($0.map(JSON.integer)) }))
    ])
  }
}
