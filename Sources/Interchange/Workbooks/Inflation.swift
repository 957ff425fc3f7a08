import CZlib

/// Unpacks and packs deflated bytes (RFC 1951), by zlib.
enum Inflation {
  /// Just so many bytes; nil when the packed ones are damaged, or unpack to more or fewer.
  static func inflate(_ packed: ArraySlice<UInt8>, to count: Int) -> [UInt8]? {
    // Deflate packs at best 1032 to 1, so that a size beyond that is a lie and no memory is set aside for it.
    guard count <= 1032 * packed.count + 64 else { return nil }
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var source = Array(packed)
    var isWhole = false
    let content = [UInt8](unsafeUninitializedCapacity: count + 1) { target, filled in
      source.withUnsafeMutableBufferPointer { source in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(count + 1)
        isWhole = CZlib.inflate(&stream, Z_FINISH) == Z_STREAM_END
        filled = count + 1 - Int(stream.avail_out)
      }
    }
    return isWhole && content.count == count ? content : nil
  }

  /// The bytes packed; nil where zlib has no memory left.
  static func deflate(_ content: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    let level = Z_DEFAULT_COMPRESSION
    guard
      deflateInit2_(&stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    var source = content
    let bound = Int(deflateBound(&stream, UInt(content.count)))
    var isWhole = false
    let packed = [UInt8](unsafeUninitializedCapacity: bound) { target, filled in
      source.withUnsafeMutableBufferPointer { source in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(bound)
        isWhole = CZlib.deflate(&stream, Z_FINISH) == Z_STREAM_END
        filled = bound - Int(stream.avail_out)
      }
    }
    return isWhole ? packed : nil
  }

  /// The CRC-32 that a ZIP file keeps of each part.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32(0, bytes, UInt32(bytes.count)))
  }
}
