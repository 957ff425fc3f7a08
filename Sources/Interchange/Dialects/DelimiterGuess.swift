/// Which delimiter a table is taken to have where its mapping declares none.
///
/// The delimiter stands in the header, outside quotes. Where several of the four do, the one that splits most of the first records as it splits
/// the header; then the one that gives most columns. Where even these are equal it cannot be told. One that splits less than half of the records
/// as it splits the header is a sign like others in it.
struct DelimiterGuess {
  /// Nil when it cannot be told between `candidates`.
  let delimiter: Delimiter?
  let candidates: [Delimiter]

  /// How many records after the header are looked at.
  private static let records = 100

  init(_ bytes: [UInt8]) {
    let counts = Self.counts(bytes)
    guard let header = counts.first else {
      (delimiter, candidates) = (.comma, [])
      return
    }
    func merit(_ delimiter: Delimiter) -> (Int, Int) {
      let expected = header[delimiter.byte, default: 0]
      return (counts.count { $0[delimiter.byte, default: 0] == expected }, expected)
    }
    candidates = Delimiter.allCases.filter {
      header[$0.byte, default: 0] > 0 && merit($0).0 * 2 >= counts.count
    }
    let best = candidates.map(merit).max { $0 < $1 }
    let winners = candidates.filter { merit($0) == best ?? (0, 0) }
    delimiter = candidates.isEmpty ? .comma : winners.count == 1 ? winners[0] : nil
  }

  /// How often each byte that may be a delimiter stands outside quotes, in each of the first records that are not blank.
  private static func counts(_ bytes: [UInt8]) -> [[UInt8: Int]] {
    let delimiters = Set(Delimiter.allCases.map(\.byte))
    var records: [[UInt8: Int]] = []
    var record: [UInt8: Int] = [:]
    var isQuoted = false
    var isBlank = true
    for byte in bytes {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
        isBlank = false
      } else if byte == UInt8(ascii: "\n"), !isQuoted {
        if !isBlank { records.append(record) }
        if records.count > Self.records { return records }
        record = [:]
        isBlank = true
      } else if byte != UInt8(ascii: "\r") {
        isBlank = false
        if !isQuoted, delimiters.contains(byte) { record[byte, default: 0] += 1 }
      }
    }
    return isBlank ? records : records + [record]
  }
}
