import Diplomacy

/// Some thousand records of a table, scanned, the cells of the columns in use numbered.
final class RowBlock: @unchecked Sendable {
  /// Where a record stands: in the table's bytes, by line, and among the block's fields.
  struct Place {
    let bytes: Range<Int>
    let line: Int
    let first: Int
    let count: Int
  }

  static let rows = 8192

  private(set) var places: [Place] = []
  /// What is wrong with the text after the last of the records, if anything.
  private(set) var failure: CSVError?
  private var scanner: FieldScanner
  private let bytes: UnsafeBufferPointer<UInt8>
  private let columns: Int
  private let codes: UnsafeMutablePointer<Int32>

  /// Scans the records from where another scan ended. Only the thread that makes the block writes to it.
  ///
  /// - Parameters:
  ///   - used: where the columns that are looked up stand in a record of the right width.
  ///   - cells: their cells' numbers.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, from place: (position: Int, line: Int), width: Int,
    used: [Int], cells: inout [TextCodes]
  ) {
    self.bytes = bytes
    columns = used.count
    codes = .allocate(capacity: max(1, Self.rows * used.count))
    scanner = FieldScanner(delimiter: delimiter, position: place.position, line: place.line)
    places.reserveCapacity(Self.rows)
    do throws(CSVError) {
      while places.count < Self.rows {
        let (start, first) = (scanner.position, scanner.count)
        guard try scanner.next(in: bytes) else { break }
        let found = scanner.count - first
        if found == width {
          for number in used.indices {
            codes[places.count * columns + number] = cells[number].code(
              scanner.cell(first + used[number], in: bytes))
          }
        }
        places.append(
          Place(bytes: start..<scanner.position, line: scanner.start, first: first, count: found))
      }
    } catch { failure = error }
  }

  deinit { codes.deallocate() }

  /// Where the next block begins; nil where there is none.
  var end: (position: Int, line: Int)? {
    failure == nil && places.count == Self.rows ? (scanner.position, scanner.line) : nil
  }

  func cell(_ field: Int) -> UnsafeBufferPointer<UInt8> { scanner.cell(field, in: bytes) }

  /// The numbers of a record's cells in the columns in use.
  func codes(_ row: Int) -> UnsafeMutablePointer<Int32> { codes + row * columns }
}

/// The record of a block that is being read: one object for all of them, so that no row costs an allocation.
final class RawRow {
  private let block: RowBlock
  private var place = RowBlock.Place(bytes: 0..<0, line: 0, first: 0, count: 0)
  private(set) var codes: UnsafeMutablePointer<Int32>

  init(_ block: RowBlock) {
    self.block = block
    codes = block.codes(0)
  }

  /// Goes to a record of the block.
  func move(to row: Int) {
    place = block.places[row]
    codes = block.codes(row)
  }

  var line: Int { place.line }
  /// Where the record stands in the table's bytes.
  var bytes: Range<Int> { place.bytes }
  /// How many fields it has.
  var count: Int { place.count }

  /// The field's bytes.
  func cell(_ column: Int) -> UnsafeBufferPointer<UInt8> { block.cell(place.first + column) }

  var record: CSVReader.Record {
    CSVReader.Record(fields: (0..<count).map { String(decoding: cell($0), as: UTF8.self) }, line: line)
  }
}
