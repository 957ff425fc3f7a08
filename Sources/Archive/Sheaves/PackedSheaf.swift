import Diplomacy

/// Packed rows of the log, read one at a time or as a whole. Every offset is checked: damaged bytes throw.
struct PackedSheaf: Sendable {
  struct Damaged: Error {}

  /// One column, found but not yet unpacked.
  private struct Column: Sendable {
    let name: String
    var encoding: UInt8 = 0
    /// Distinct texts (1 for a constant), or rows.
    var texts = 0
    /// Where the table of ends, the texts and the codes begin.
    var ends = 0
    var content = 0
    var codes = 0
    var width = 0
    var numbered: NumberedTexts?

    /// Whether each row has a text of its own.
    var isOwn: Bool { encoding == 2 || encoding == 4 }
  }

  let kind: EntityKind
  let count: Int
  private let bytes: [UInt8]
  private var columns: [Column] = []

  init(_ bytes: [UInt8], kind: EntityKind) throws {
    self.bytes = bytes
    self.kind = kind
    guard bytes.count >= 9, bytes.starts(with: SheafPacker.mark) else { throw Damaged() }
    count = Int(Self.number(bytes, 4))
    var place = 9
    for _ in 0..<bytes[8] { columns.append(try find(&place)) }
    // Each row has an identifier and a locator of its own, and nothing else.
    guard place == bytes.count, columns.prefix(7).map(\.name) == SheafPacker.columns,
      columns.indices.allSatisfy({ columns[$0].isOwn == ($0 == 0 || $0 == 2) })
    else { throw Damaged() }
  }

  private func find(_ place: inout Int) throws -> Column {
    func take(_ length: Int) throws -> Int {
      let start = place
      guard length >= 0, length <= bytes.count - place else { throw Damaged() }
      place += length
      return start
    }
    let length = Int(bytes[try take(1)])
    let from = try take(length)
    guard let name = String(validating: bytes[from..<place], as: UTF8.self) else { throw Damaged() }
    var column = Column(name: name)
    column.encoding = bytes[try take(1)]
    switch column.encoding {
    case 0: break
    case 1:
      column.texts = 1
      column.ends = try take(4)
      column.content = try take(Int(Self.number(bytes, column.ends)))
    case 2, 3:
      column.texts = column.encoding == 2 ? count : Int(Self.number(bytes, try take(4)))
      column.ends = try take(column.texts * 4)
      var last: UInt32 = 0
      for text in 0..<column.texts {
        let end = Self.number(bytes, column.ends + text * 4)
        guard end >= last else { throw Damaged() }
        last = end
      }
      column.content = try take(Int(last))
      if column.encoding == 3 {
        column.width = Int(bytes[try take(1)])
        guard [1, 2, 4].contains(column.width) else { throw Damaged() }
        column.codes = try take(count * column.width)
      }
    case 4:
      let from = place
      (column.numbered, place) = try bytes.withUnsafeBytes { bytes in
        var reader = ByteReader(UnsafeRawBufferPointer(rebasing: bytes[from...]))
        do {
          let numbered = try NumberedTexts(&reader, rows: count)
          return (numbered, bytes.count - reader.left)
        } catch is ByteReader.Damaged { throw Damaged() }
      }
    default: throw Damaged()
    }
    return column
  }

  /// In bytes, roughly.
  var size: Int { bytes.count + columns.reduce(0) { $0 + ($1.numbered == nil ? 0 : count * 8) } }

  func entity(_ row: Int) -> ArraySlice<UInt8> { text(columns[0], row) }

  func source(_ row: Int) throws -> String { try string(1, row) ?? "" }

  func rank(_ row: Int) throws -> Rank {
    guard let rank = Rank(rawValue: try string(3, row) ?? "") else { throw Damaged() }
    return rank
  }

  /// One row as a statement, under the identifier that follows from its content.
  func statement(_ row: Int) throws -> Statement {
    guard let certainty = Certainty(rawValue: try string(4, row) ?? "") else { throw Damaged() }
    var says: [Property: [Claim]] = [:]
    for place in 7..<columns.count {
      guard try code(columns[place], row) != nil else { continue }
      for (property, claims) in try claims(columns[place], try code(columns[place], row) ?? 0) {
        says[property, default: []] += claims
      }
    }
    return Statement(
      entity: EntityReference(kind, try string(0, row) ?? ""), says: says,
      source: SourceID(try source(row)),
      locator: try string(2, row) ?? "", rank: try rank(row), certainty: certainty,
      coder: try string(5, row) ?? "",
      note: try string(6, row) ?? "")
  }

  /// The identifier that follows from a row's content.
  func id(_ row: Int) throws -> StatementID {
    var members: [(name: String, claims: String)] = []
    for column in columns[7...] {
      guard let number = try code(column, row) else { continue }
      let claims = try string(column, number)
      if let place = members.firstIndex(where: { $0.name == column.name }) {
        members[place].claims += "," + claims
      } else {
        members.append((column.name, claims))
      }
    }
    let says = members.sorted { $0.name < $1.name }.map { "\(StatementText.quote($0.name)):[\($0.claims)]" }
    return StatementID(
      digestOf: [
        kind.rawValue, try string(0, row) ?? "", "{" + says.joined(separator: ",") + "}",
        try source(row),
        try string(2, row) ?? "", try string(3, row) ?? "", try string(4, row) ?? "",
        try string(5, row) ?? "",
        try string(6, row) ?? "",
      ])
  }

  /// All rows.
  func sheaf() throws -> Sheaf {
    var sheaf = Sheaf(
      kind: kind,
      parts: try columns[7...].map { column in
        guard let property = Property.named(column.name, of: kind) else { throw Damaged() }
        return Sheaf.Part(property: property, claims: try coded(column) { try claims(column, $0)[property] })
      })
    for row in 0..<count {
      sheaf.entities.append(entity(row))
      sheaf.locators.append(text(columns[2], row))
    }
    sheaf.sources = try coded(columns[1]) { try string(columns[1], $0) }
    sheaf.ranks = try coded(columns[3]) { Rank(rawValue: try string(columns[3], $0)) }
    sheaf.certainties = try coded(columns[4]) { Certainty(rawValue: try string(columns[4], $0)) }
    sheaf.coders = try coded(columns[5]) { try string(columns[5], $0) }
    sheaf.notes = try coded(columns[6]) { try string(columns[6], $0) }
    return sheaf
  }

  private func coded<T>(_ column: Column, _ value: (Int) throws -> T?) throws -> CodedColumn<T> {
    var coded = CodedColumn<T>()
    coded.values = try (0..<column.texts).map { number in
      guard let value = try value(number) else { throw Damaged() }
      return value
    }
    coded.codes = try (0..<count).map { Int32(try code(column, $0) ?? -1) }
    return coded
  }

  private func claims(_ column: Column, _ number: Int) throws -> [Property: [Claim]] {
    try StatementText.decode(
      "{\(StatementText.quote(column.name)):[\(try string(column, number))]}", kind: kind)
  }

  /// The number of the row's text; nil where it has none.
  private func code(_ column: Column, _ row: Int) throws -> Int? {
    switch column.encoding {
    case 1: return 0
    case 2, 4: return row
    case 3:
      let place = column.codes + row * column.width
      let number =
        switch column.width {
        case 1: Int(bytes[place])
        case 2: Int(bytes[place]) | Int(bytes[place + 1]) << 8
        default: Int(Self.number(bytes, place))
        }
      guard number <= column.texts else { throw Damaged() }
      return number == column.texts ? nil : number
    default: return nil
    }
  }

  private func string(_ place: Int, _ row: Int) throws -> String? {
    try code(columns[place], row).map { try string(columns[place], $0) }
  }

  private func string(_ column: Column, _ number: Int) throws -> String {
    guard let text = String(validating: text(column, number), as: UTF8.self) else { throw Damaged() }
    return text
  }

  private func text(_ column: Column, _ number: Int) -> ArraySlice<UInt8> {
    if let numbered = column.numbered { return numbered.text(number) }
    if column.encoding == 1 {
      return bytes[column.content..<column.content + Int(Self.number(bytes, column.ends))]
    }
    let start = number == 0 ? 0 : Int(Self.number(bytes, column.ends + (number - 1) * 4))
    return bytes[column.content + start..<column.content + Int(Self.number(bytes, column.ends + number * 4))]
  }

  private static func number(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    guard place + 4 <= bytes.count else { return 0 }
    return UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16
      | UInt32(bytes[place + 3]) << 24
  }
}
