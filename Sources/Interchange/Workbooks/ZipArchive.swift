/// The parts of a ZIP file, unpacked in memory when they are asked for (PKWARE APPNOTE 6.3.10).
///
/// Nothing is written to disk, so names that lead elsewhere lead nowhere. All parts together may come to `TableLimits.unpacked`.
/// Refused: encryption, several disks, ZIP64 (which starts at 4 GiB), other methods than storing and deflating, and two parts of one name.
struct ZipArchive {
  /// How every ZIP file with contents begins.
  static let mark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  private struct Entry {
    let method: Int
    let checksum: UInt32
    let packed: Int
    let unpacked: Int
    let header: Int
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]
  private var left = TableLimits.unpacked
  /// The names of the parts as they are written, folders' left out, in the order of the directory.
  private(set) var names: [String] = []

  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    self.bytes = bytes
    let end = try endOfDirectory()
    let count = try number(at: end + 10, bytes: 2)
    var place = try number(at: end + 16, bytes: 4)
    guard count < 0xFFFF, place < 0xFFFF_FFFF else { throw WorkbookFault(message: "it is a ZIP64 file") }
    for _ in 0..<count {
      guard try number(at: place, bytes: 4) == 0x0201_4B50 else { throw Self.damaged }
      let (nameLength, extra) = (try number(at: place + 28, bytes: 2), try number(at: place + 30, bytes: 2))
      let comment = try number(at: place + 32, bytes: 2)
      guard try number(at: place + 8, bytes: 2) & 1 == 0 else {
        throw WorkbookFault(message: "it is encrypted")
      }
      let written = String(decoding: try slice(place + 46, nameLength), as: UTF8.self)
      let name = Self.key(written)
      let entry = Entry(
        method: try number(at: place + 10, bytes: 2),
        checksum: UInt32(try number(at: place + 16, bytes: 4)),
        packed: try number(at: place + 20, bytes: 4), unpacked: try number(at: place + 24, bytes: 4),
        header: try number(at: place + 42, bytes: 4))
      guard entries.updateValue(entry, forKey: name) == nil else {
        throw WorkbookFault(message: "it has two parts called '\(name)'")
      }
      if !name.hasSuffix("/") { names.append(written) }
      place += 46 + nameLength + extra + comment
    }
  }

  /// Part names differ in more than case (ECMA-376 part 2, 6.2.2.3), and have no slash before them in a ZIP file.
  private static func key(_ name: String) -> String {
    let name = name.replacing("\\", with: "/").lowercased()
    return name.hasPrefix("/") ? String(name.dropFirst()) : name
  }

  /// The bytes of a part; nil when there is none of that name.
  mutating func part(_ name: String) throws(WorkbookFault) -> [UInt8]? {
    guard let entry = entries[Self.key(name)] else { return nil }
    guard entry.unpacked <= left else {
      throw WorkbookFault(message: "it unpacks to more than \(TableLimits.unpacked >> 20) MiB")
    }
    left -= entry.unpacked
    guard try number(at: entry.header, bytes: 4) == 0x0403_4B50 else { throw Self.damaged }
    let nameLength = try number(at: entry.header + 26, bytes: 2)
    let ownName = String(decoding: try slice(entry.header + 30, nameLength), as: UTF8.self)
    guard Self.key(ownName) == Self.key(name) else { throw Self.damaged }
    let start = try entry.header + 30 + nameLength + number(at: entry.header + 28, bytes: 2)
    let packed = try slice(start, entry.packed)
    let content: [UInt8]?
    switch entry.method {
    case 0: content = packed.count == entry.unpacked ? Array(packed) : nil
    case 8: content = Inflation.inflate(packed, to: entry.unpacked)
    default:
      throw WorkbookFault(message: "'\(name)' is packed by method \(entry.method); only 0 and 8 are read")
    }
    guard let content, Inflation.checksum(content) == entry.checksum else { throw Self.damaged }
    return content
  }

  private static let damaged = WorkbookFault(message: "it is damaged or cut short")

  /// The end of central directory record: 22 bytes and a comment, at the end of the file.
  private func endOfDirectory() throws(WorkbookFault) -> Int {
    var place = bytes.count - 22
    while place >= max(0, bytes.count - 22 - 0xFFFF) {
      if bytes[place] == 0x50, try number(at: place, bytes: 4) == 0x0605_4B50 { return place }
      place -= 1
    }
    throw Self.damaged
  }

  /// A number of 2 or 4 bytes, least first.
  private func number(at place: Int, bytes count: Int) throws(WorkbookFault) -> Int {
    try slice(place, count).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private func slice(_ start: Int, _ count: Int) throws(WorkbookFault) -> ArraySlice<UInt8> {
    guard start >= 0, count >= 0, start <= bytes.count, count <= bytes.count - start else {
      throw Self.damaged
    }
    return bytes[start..<(start + count)]
  }
}
