/// How much of anything a table may hold: beyond what evidence ever needs, and short of what would fill a machine's memory.
public enum TableLimits {
  /// Bytes of one field in UTF-8.
  public static let field = 16 << 20
  /// Columns of a table: as many as Excel has (ECMA-376 knows no limit of its own; XFD is Excel's last column).
  public static let columns = 16_384
  /// Rows of a sheet: as many as Excel has.
  public static let rows = 1_048_576
  /// Bytes that a workbook may come to when it is unpacked, all of its parts that are read together.
  static let unpacked = 1 << 30
  /// Bytes of a sheet written as text.
  static let sheetText = 512 << 20
  /// Faulty cells of one sheet that are listed one by one.
  static let faults = 10_000
}
