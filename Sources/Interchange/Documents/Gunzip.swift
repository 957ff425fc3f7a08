import CZlib

/// Unpacks gzip (RFC 1952), one member after the other, a piece at a time.
public final class Gunzip {
  /// How every gzip file begins.
  public static let mark: [UInt8] = [0x1F, 0x8B]
  /// Texts pack at most some twenty to one; what goes beyond this is a bomb, unless it is small.
  private static let mostTimes = 200
  private static let small = 64 << 20
  private static let piece = 1 << 20

  private let name: String
  private let packed: ByteChunks
  private var stream = z_stream()
  private var input: [UInt8] = []
  private var place = 0
  private var read = 0
  private var written = 0
  private var isWithin = false
  private var isOver = false

  public init(_ packed: @escaping ByteChunks, name: String) {
    (self.packed, self.name) = (packed, name)
    _ = inflateInit2_(&stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit { inflateEnd(&stream) }

  /// The next unpacked bytes; nil at the end.
  public func next() throws -> [UInt8]? {
    while !isOver {
      if place == input.count, try !refill() {
        guard !isWithin else {
          throw TableError(place: name, message: "it breaks off: the file was not copied whole")
        }
        isOver = true
        return nil
      }
      let output = try inflateSome()
      guard written <= Self.small || written <= Self.mostTimes * read else {
        throw TableError(
          place: name,
          message:
            "it unpacks to more than \(Self.mostTimes) times its size, which no text does. Unpack it yourself if it is one."
        )
      }
      if !output.isEmpty { return output }
    }
    return nil
  }

  private func refill() throws -> Bool {
    guard let chunk = try packed() else { return false }
    (input, place) = (chunk, 0)
    return !chunk.isEmpty ? true : try refill()
  }

  private func inflateSome() throws -> [UInt8] {
    var code = Z_OK
    let (from, count) = (place, input.count - place)
    let output = [UInt8](unsafeUninitializedCapacity: Self.piece) { target, filled in
      input.withUnsafeMutableBufferPointer { source in
        stream.next_in = source.baseAddress.map { $0 + from }
        stream.avail_in = UInt32(count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(Self.piece)
        code = inflate(&stream, Z_NO_FLUSH)
        filled = Self.piece - Int(stream.avail_out)
      }
    }
    let taken = count - Int(stream.avail_in)
    place += taken
    read += taken
    written += output.count
    switch code {
    case Z_STREAM_END:
      isWithin = false
      inflateReset(&stream)
    case Z_OK: isWithin = true
    case Z_BUF_ERROR where taken > 0 || count == 0: isWithin = true
    default:
      throw TableError(
        place: name, message: "it is damaged: its packed bytes make no sense after \(written) bytes of text")
    }
    return output
  }
}
