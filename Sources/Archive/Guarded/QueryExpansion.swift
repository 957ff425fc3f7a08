/// How large a statement is once its common table expressions are written out where they are named, which SQLite does before it can be
/// interrupted: twenty lines of `b AS (SELECT * FROM a, a)` would keep it for hours.
///
/// The count is never too low, whatever the statement; it may be too high where a column is called as an expression is.
struct QueryExpansion {
  static let limit = 1000

  private enum Token: Equatable {
    case word(String)
    case open, close, dot, other
  }

  private let tokens: [Token]
  /// The place of the closing parenthesis to each opening one, and the other way round.
  private let partners: [Int: Int]
  /// Where the expressions of each name stand.
  private let bodies: [String: [Range<Int>]]

  init(_ sql: String) {
    tokens = Self.tokens(sql)
    partners = Self.partners(tokens)
    bodies = Self.bodies(tokens, partners)
  }

  /// How many times an expression is written out, the statement itself among them; up to the limit and somewhat beyond.
  var size: Int {
    var known: [String: Int] = [:]
    return size(of: tokens.indices, [], &known)
  }

  private func size(of range: Range<Int>, _ within: Set<String>, _ known: inout [String: Int]) -> Int {
    var size = 1
    for place in range where size <= Self.limit {
      guard case .word(let name) = tokens[place], let bodies = bodies[name], !within.contains(name) else {
        continue
      }
      // A qualified name is a column's, or a table's of the archive.
      if place > 0, tokens[place - 1] == .dot { continue }
      if place + 1 < tokens.count, tokens[place + 1] == .dot { continue }
      let own =
        known[name]
        ?? bodies.reduce(0) { $0 + self.size(of: $1, within.union([name]), &known) }
      known[name] = min(own, Self.limit + 1)
      size += own
    }
    return min(size, Self.limit + 1)
  }

  /// `name AS (`, `name (columns) AS NOT MATERIALIZED (`.
  private static func bodies(_ tokens: [Token], _ partners: [Int: Int]) -> [String: [Range<Int>]] {
    var bodies: [String: [Range<Int>]] = [:]
    for place in tokens.indices where tokens[place] == .word("as") && place > 0 {
      var start = place + 1
      while start < tokens.count, [.word("not"), .word("materialized")].contains(tokens[start]) { start += 1 }
      guard start < tokens.count, tokens[start] == .open else { continue }
      let named = tokens[place - 1] == .close ? (partners[place - 1] ?? 0) - 1 : place - 1
      guard named >= 0, case .word(let name) = tokens[named] else { continue }
      bodies[name, default: []].append(start..<(partners[start] ?? tokens.count))
    }
    return bodies
  }

  private static func partners(_ tokens: [Token]) -> [Int: Int] {
    var partners: [Int: Int] = [:]
    var open: [Int] = []
    for (place, token) in tokens.enumerated() {
      if token == .open { open.append(place) }
      if token == .close, let start = open.popLast() { (partners[start], partners[place]) = (place, start) }
    }
    return partners
  }

  private static func tokens(_ sql: String) -> [Token] {
    var tokens: [Token] = []
    let bytes = Array(sql.utf8)
    var place = 0
    func text(to end: Int) -> String {
      String(decoding: bytes[min(place, end)..<min(end, bytes.count)], as: UTF8.self).lowercased()
    }
    func end(of pattern: [UInt8]) -> Int {
      var end = place
      while end < bytes.count, !bytes[end...].starts(with: pattern) { end += 1 }
      return end
    }
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "-") where bytes[place...].starts(with: Array("--".utf8)): place = end(of: [10])
      case UInt8(ascii: "/") where bytes[place...].starts(with: Array("/*".utf8)):
        place += 2
        place = end(of: Array("*/".utf8)) + 2
      case let quote where Array("'\"`[".utf8).contains(quote):
        let closing = quote == UInt8(ascii: "[") ? UInt8(ascii: "]") : quote
        place += 1
        let stop = end(of: [closing])
        tokens.append(.word(text(to: stop)))
        place = stop + 1
      case let byte where isOfWord(byte):
        var stop = place
        while stop < bytes.count, isOfWord(bytes[stop]) { stop += 1 }
        tokens.append(.word(text(to: stop)))
        place = stop
      case let byte:
        if byte > 32 {
          tokens.append(
            byte == UInt8(ascii: "(")
              ? .open : byte == UInt8(ascii: ")") ? .close : byte == UInt8(ascii: ".") ? .dot : .other)
        }
        place += 1
      }
    }
    return tokens
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    byte >= 128 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }
}
