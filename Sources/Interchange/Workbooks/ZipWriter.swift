/// Writes a ZIP file (PKWARE APPNOTE 6.3.10), each part deflated, and all dated the first day that ZIP knows: the same parts make the same bytes.
struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a part. Throws for what a ZIP file cannot hold without the extensions of ZIP64: 65,535 parts, or 4 GiB.
  mutating func add(_ name: String, _ content: [UInt8]) throws(WorkbookFault) {
    guard count < 0xFFFE, content.count < 0xFFFF_FFFF, bytes.count < 0xFFFF_FFFF - content.count else {
      throw WorkbookFault(message: "it would be larger than a ZIP file can be")
    }
    guard let packed = Inflation.deflate(content) else {
      throw WorkbookFault(message: "there is no memory left to pack '\(name)'")
    }
    let isPacked = packed.count < content.count
    // What both headers say: version 2.0, names in UTF-8, the method, 1980-01-01 0:00.
    let shared =
      Self.number(20, 2) + Self.number(0x0800, 2) + Self.number(isPacked ? 8 : 0, 2)
      + Self.number(0x0021_0000, 4)
      + Self.number(Int(Inflation.checksum(content)), 4)
      + Self.number(isPacked ? packed.count : content.count, 4) + Self.number(content.count, 4)
      + Self.number(name.utf8.count, 2) + Self.number(0, 2)
    let place = bytes.count
    bytes += Self.number(0x0403_4B50, 4) + shared + name.utf8
    bytes += isPacked ? packed : content
    directory += Self.number(0x0201_4B50, 4) + Self.number(20, 2) + shared
    directory += Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 4)
    directory += Self.number(place, 4) + name.utf8
    count += 1
  }

  /// The whole file.
  func finished() -> [UInt8] {
    bytes + directory + Self.number(0x0605_4B50, 4) + Self.number(0, 4) + Self.number(count, 2)
      + Self.number(count, 2) + Self.number(directory.count, 4) + Self.number(bytes.count, 4)
      + Self.number(0, 2)
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
