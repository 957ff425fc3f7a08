/// Turns a cell of a sheet into the text of a field.
struct CellReader {
  /// A cell as the sheet's XML has it.
  struct Cell {
    var type = "n"
    var style = 0
    /// The content of `v`, or the text of `is`; nil when there is neither.
    var value: String?
    var hasFormula = false
  }

  /// What a cell comes to: the text of its field, and what was expected where it cannot be taken.
  struct Content {
    let text: String
    var expected: String?
  }

  let strings: [String]
  let formats: [NumberFormat]
  let system: SheetDate.System
  let decimal: Dialect.Decimal

  /// The field's text is empty for a blank cell. Throws when the cell contradicts the workbook.
  func content(of cell: Cell) throws(WorkbookFault) -> Content {
    // openpyxl writes an empty value where it knows no result; an empty text is a result.
    guard let value = cell.value, !value.isEmpty || cell.type != "n" else {
      guard cell.hasFormula else { return Content(text: "") }
      return Content(
        text: "",
        expected:
          "the result of the formula, which the file does not hold: open it in a spreadsheet program and save it"
      )
    }
    guard value.utf8.count <= TableLimits.field else {
      throw WorkbookFault(message: "a cell holds more than \(TableLimits.field >> 20) MiB")
    }
    switch cell.type {
    case "n": return try number(value, cell.style)
    case "s":
      guard let index = Int(value), strings.indices.contains(index) else {
        throw WorkbookFault(message: "the text number \(value) is missing from the workbook")
      }
      return Content(text: strings[index])
    case "str": return Content(text: SheetString.unescaped(value))
    case "inlineStr": return Content(text: value)
    case "b": return Content(text: value == "1" || value == "true" ? "true" : "false")
    case "d": return Content(text: value.replacing(/T00:00(:00(\.0+)?)?Z?$/, with: ""))
    case "e": return Content(text: value, expected: "a value; the cell shows an error")
    default: throw WorkbookFault(message: "there is no cell type '\(cell.type)'")
    }
  }

  private func number(_ value: String, _ style: Int) throws(WorkbookFault) -> Content {
    let format = formats.indices.contains(style) ? formats[style] : .general
    guard let text = SheetNumber.text(value, decimal: decimal), let serial = Double(value) else {
      throw WorkbookFault(message: "'\(value.prefix(40))' is no number")
    }
    guard format.isDate else { return Content(text: text) }
    do { return Content(text: try SheetDate.text(serial, format, system)) } catch {
      return Content(text: error.found ?? text, expected: error.expected)
    }
  }
}
