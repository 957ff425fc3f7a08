import Diplomacy

/// The dates of establishment as they are written, in EDTF, by the ledger's numbers. A million partnerships have some thousands of them.
public struct WrittenDates: Sendable {
  private var texts = TextCodes()
  /// -1 where nothing is said.
  private var codes: [Int32] = []

  /// Of a partnership by its number; nil where nothing is said.
  public subscript(number: Int) -> String? { codes[number] < 0 ? nil : texts.text(Int(codes[number])) }

  fileprivate init(_ rows: RowScanner) throws {
    while try rows.next() { codes.append(rows.isNull(0) ? -1 : texts.code(rows.text(0))) }
  }
}

extension ArchiveStore {
  /// When each partnership was established, as it is written.
  public func writtenDates() throws -> WrittenDates {
    try Self.guarding(path) {
      try read { try WrittenDates(RowScanner($0, "SELECT established FROM partnership_row ORDER BY id")) }
    }
  }
}
