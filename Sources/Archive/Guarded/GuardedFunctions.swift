import Foundation
import GRDBSQLite

/// Functions in place of SQLite's own that compare every place of one text with every place of another, and so could go on for hours over
/// two long texts: these take time in proportion to both.
enum GuardedFunctions {
  /// How long a text or blob may be, in bytes.
  static let longest = 100_000

  static func register(in handle: OpaquePointer?) {
    register("instr", 2, handle) { context, _, values in
      guard let (text, part) = GuardedFunctions.texts(values) else { return sqlite3_result_null(context) }
      let place = part.isEmpty ? 0 : GuardedFunctions.place(of: part, in: text)
      // Places are of characters, each of which begins with a byte that continues none.
      sqlite3_result_int64(
        context, place.map { place in Int64(text[..<place].count { $0 & 0xC0 != 0x80 }) + 1 } ?? 0)
    }
    register("replace", 3, handle) { context, _, values in
      guard let (text, part) = GuardedFunctions.texts(values), let new = GuardedFunctions.text(values?[2])
      else {
        return sqlite3_result_null(context)
      }
      var made = Data()
      var rest = text[...]
      while !part.isEmpty, made.count <= GuardedFunctions.longest,
        let found = GuardedFunctions.place(of: part, in: rest)
      {
        made += rest[..<found]
        made += new
        rest = rest[(found + part.count)...]
      }
      GuardedFunctions.give(made + rest, context)
    }
    register("trim", 2, handle) { context, _, values in
      GuardedFunctions.trim(context, values, fromStart: true, fromEnd: true)
    }
    register("ltrim", 2, handle) { context, _, values in
      GuardedFunctions.trim(context, values, fromStart: true, fromEnd: false)
    }
    register("rtrim", 2, handle) { context, _, values in
      GuardedFunctions.trim(context, values, fromStart: false, fromEnd: true)
    }
  }

  private typealias Values = UnsafeMutablePointer<OpaquePointer?>

  private static func register(
    _ name: String, _ arguments: Int32, _ handle: OpaquePointer?,
    _ body: @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void
  ) {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    sqlite3_create_function_v2(handle, name, arguments, flags, nil, body, nil, nil, nil)
  }

  private static func trim(_ context: OpaquePointer?, _ values: Values?, fromStart: Bool, fromEnd: Bool) {
    guard let (text, part) = texts(values) else { return sqlite3_result_null(context) }
    let strange = Set(String(decoding: part, as: UTF8.self).unicodeScalars)
    var rest = Substring(String(decoding: text, as: UTF8.self)).unicodeScalars
    if fromStart { rest = rest.drop { strange.contains($0) } }
    if fromEnd { while let last = rest.last, strange.contains(last) { rest.removeLast() } }
    give(Data(String(rest).utf8), context)
  }

  /// Where a text that is not empty first stands in another: in time proportional to both (Knuth, Morris, Pratt 1977).
  private static func place(of part: Data, in text: Data) -> Int? {
    let wanted = [UInt8](part)
    // For each beginning of what is wanted, how much of it is its own end as well.
    var borders = [0]
    var length = 0
    for byte in wanted.dropFirst() {
      while length > 0, wanted[length] != byte { length = borders[length - 1] }
      if wanted[length] == byte { length += 1 }
      borders.append(length)
    }
    length = 0
    for (place, byte) in text.enumerated() {
      while length > 0, wanted[length] != byte { length = borders[length - 1] }
      if wanted[length] == byte { length += 1 }
      if length == wanted.count { return text.startIndex + place + 1 - length }
    }
    return nil
  }

  /// The first two values; nil where one is NULL.
  private static func texts(_ values: Values?) -> (Data, Data)? {
    guard let first = text(values?[0]), let second = text(values?[1]) else { return nil }
    return (first, second)
  }

  private static func text(_ value: OpaquePointer??) -> Data? {
    guard let value = value ?? nil, let start = sqlite3_value_text(value) else { return nil }
    return Data(bytes: start, count: Int(sqlite3_value_bytes(value)))
  }

  private static func give(_ text: Data, _ context: OpaquePointer?) {
    guard text.count <= longest else { return sqlite3_result_error_toobig(context) }
    String(decoding: text, as: UTF8.self).withCString { start in
      sqlite3_result_text(
        context, start, Int32(text.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
    }
  }
}
