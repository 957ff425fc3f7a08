/// Reads one sheet of a workbook as delimited text.
enum WorkbookReader {
  static func read(_ bytes: [UInt8], fileName: String, declared: Dialect) throws(TableError) -> TableText {
    guard declared.delimiter == nil, declared.encoding == nil else {
      throw TableError(
        place: fileName,
        message: "the mapping declares 'delimiter' or 'encoding', which a workbook does not have")
    }
    do throws(WorkbookFault) {
      var workbook = try Workbook(bytes)
      let sheet = try sheet(of: &workbook, declared: declared.sheet)
      let place = "\(fileName), sheet '\(sheet.name)'"
      let cells = CellReader(
        strings: try workbook.sharedStrings(), formats: try workbook.formats(), system: workbook.system,
        decimal: declared.decimal ?? .point)
      var reader = SheetReader(place: place, cells: cells)
      var scanner = try workbook.content(of: sheet)
      return try reader.read(&scanner)
    } catch {
      throw TableError(place: error.place ?? fileName, message: error.message)
    }
  }

  /// The sheet that is declared, hidden or not; else the only visible one with contents.
  private static func sheet(of workbook: inout Workbook, declared: String?) throws(WorkbookFault)
    -> Workbook.Sheet
  {
    if let declared {
      if let sheet = workbook.sheets.first(where: { $0.name == declared }) { return sheet }
      throw WorkbookFault(message: "it has no sheet '\(declared)'; it has: \(list(workbook.sheets))")
    }
    var full: [Workbook.Sheet] = []
    for sheet in workbook.sheets where !sheet.isHidden {
      if try !workbook.isEmpty(sheet) { full.append(sheet) }
    }
    guard full.count <= 1 else {
      throw WorkbookFault(
        message: "several of its sheets have contents: \(list(full)). Say which in the mapping, as 'sheet:'")
    }
    guard let sheet = full.first else {
      throw WorkbookFault(message: "none of its sheets that are not hidden has contents")
    }
    return sheet
  }

  private static func list(_ sheets: [Workbook.Sheet]) -> String {
    sheets.map { "'\($0.name)'" }.joined(separator: ", ")
  }
}
