import Diplomacy

/// Packs the rows of a sheaf for the log: "SHF1", the number of rows and of columns, then each column: its name and its texts.
///
/// The columns are `entity`, `source`, `locator`, `rank`, `certainty`, `coder`, `note`, and for each part the property's name: the JSON of
/// its claims, as it stands within the brackets in `statement.says`.
struct SheafPacker {
  /// Rows in one packed sheaf: few enough to be read at once for one of them.
  static let rows = 65_536
  static let mark: [UInt8] = Array("SHF1".utf8)
  /// The columns before those of the parts.
  static let columns = ["entity", "source", "locator", "rank", "certainty", "coder", "note"]

  private let sheaf: Sheaf
  private let sources: [[UInt8]]
  private let coders: [[UInt8]]
  private let notes: [[UInt8]]
  private let claims: [[[UInt8]]]

  init(_ sheaf: Sheaf) {
    self.sheaf = sheaf
    sources = sheaf.sources.values.map { Array($0.utf8) }
    coders = sheaf.coders.values.map { Array($0.utf8) }
    notes = sheaf.notes.values.map { Array($0.utf8) }
    claims = sheaf.parts.map { part in part.claims.values.map { Array(StatementText.encode($0).utf8) } }
  }

  /// Rows of the log's table.
  struct Pack: Sendable {
    let rows: Int
    let content: [UInt8]
    /// The hashes of the rows' entities.
    let hashes: [UInt8]
  }

  /// All rows, packed.
  func packs() -> [Pack] {
    stride(from: 0, to: sheaf.count, by: Self.rows).map { pack($0..<min($0 + Self.rows, sheaf.count)) }
  }

  private func pack(_ rows: Range<Int>) -> Pack {
    var bytes = Self.mark
    bytes.reserveCapacity(rows.count * 40)
    PackedColumn.append(UInt32(rows.count), to: &bytes)
    bytes.append(UInt8(7 + sheaf.parts.count))
    begin("entity", &bytes)
    PackedColumn.own(
      rows.lazy.map { sheaf.entities.bytes[sheaf.entities.range($0)] }, rows: rows.count, to: &bytes)
    begin("source", &bytes)
    PackedColumn.coded(sources, sheaf.sources.codes[rows], to: &bytes)
    begin("locator", &bytes)
    PackedColumn.own(
      rows.lazy.map { sheaf.locators.bytes[sheaf.locators.range($0)] }, rows: rows.count, to: &bytes)
    begin("rank", &bytes)
    PackedColumn.coded(
      sheaf.ranks.values.map { Array($0.rawValue.utf8) }, sheaf.ranks.codes[rows], to: &bytes)
    begin("certainty", &bytes)
    PackedColumn.coded(
      sheaf.certainties.values.map { Array($0.rawValue.utf8) }, sheaf.certainties.codes[rows], to: &bytes)
    begin("coder", &bytes)
    PackedColumn.coded(coders, sheaf.coders.codes[rows], to: &bytes)
    begin("note", &bytes)
    PackedColumn.coded(notes, sheaf.notes.codes[rows], to: &bytes)
    for (part, texts) in zip(sheaf.parts, claims) {
      begin(part.property.name, &bytes)
      PackedColumn.coded(texts, part.claims.codes[rows], to: &bytes)
    }
    var hashes: [UInt8] = []
    hashes.reserveCapacity(rows.count * 4)
    for row in rows {
      PackedColumn.append(EntityHash.of(sheaf.entities.bytes[sheaf.entities.range(row)]), to: &hashes)
    }
    return Pack(rows: rows.count, content: bytes, hashes: hashes)
  }

  private func begin(_ column: String, _ bytes: inout [UInt8]) {
    bytes.append(UInt8(column.utf8.count))
    bytes += column.utf8
  }
}

/// A hash of an identifier that is the same on every machine: FNV-1a, 64 bits folded to 32.
enum EntityHash {
  static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
