import Chronology
public import Diplomacy
public import Foundation

/// Reads sources from CSL-JSON: an array of items (Citation Style Language 1.0.2, `csl-data.json`).
public enum CSLFile {
  /// Throws `FormatError` when the file is no such array, or an item lacks `id`, `type` or `title`.
  public static func read(_ data: Data, name: String) throws -> [Source] {
    let json: Any
    do { json = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed) } catch {
      let reason =
        (error as NSError).userInfo["NSDebugDescription"] as? String ?? "it breaks off or is damaged"
      throw FormatError(file: name, line: line(of: reason, in: data), message: "not JSON: \(reason)")
    }
    guard let items = json as? [[String: Any]] else {
      throw FormatError(
        file: name, line: 1,
        message: "not CSL-JSON: expected an array of items, each {\"id\": …, \"type\": …, \"title\": …}")
    }
    var seen: Set<SourceID> = []
    return try items.enumerated().map { index, item in
      guard let id = item["id"] as? String, item["type"] is String, let title = item["title"] as? String
      else {
        throw FormatError(file: name, line: 1, message: "item \(index + 1) needs 'id', 'type' and 'title'")
      }
      guard seen.insert(SourceID(id)).inserted else {
        throw FormatError(file: name, line: 1, message: "the item '\(id)' comes twice")
      }
      let text = try JSONSerialization.data(
        withJSONObject: item, options: [.sortedKeys, .withoutEscapingSlashes])
      return Source(
        id: SourceID(id), title: title, issued: try issued(item["issued"], item: id, file: name),
        csl: String(decoding: text, as: UTF8.self))
    }
  }

  /// Foundation tells the character: "Invalid value around character 57."; without one, that the text breaks off.
  private static func line(of reason: String, in data: Data) -> Int {
    let place = reason.firstMatch(of: /character (\d+)/).flatMap { Int($0.1) } ?? data.count
    return data.prefix(place).count { $0 == UInt8(ascii: "\n") } + 1
  }

  /// CSL's `date-parts`: one date, or the two ends of a range; or an EDTF string, which its schema allows as well.
  private static func issued(_ json: Any?, item: String, file: String) throws -> EDTF? {
    if let text = json as? String {
      do { return try EDTF(text) } catch {
        throw FormatError(
          file: file, line: 1, message: "item '\(item)' has an 'issued' that is no date: \(error)")
      }
    }
    guard let date = json as? [String: Any], let parts = date["date-parts"] as? [[Any]] else { return nil }
    let texts = parts.map { part in
      part.enumerated().map { index, number in
        let text = "\(number)"
        let sign = index == 0 && text.hasPrefix("-") ? "-" : ""
        let digits = text.dropFirst(sign.count)
        let width = index == 0 ? 4 : 2
        return sign + String(repeating: "0", count: max(0, width - digits.count)) + digits
      }.joined(separator: "-")
    }
    do { return try EDTF(texts.joined(separator: "/")) } catch {
      throw FormatError(
        file: file, line: 1, message: "item '\(item)' has an 'issued' that is no date: \(error)")
    }
  }
}
