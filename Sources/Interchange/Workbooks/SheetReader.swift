import Chronology

/// Writes the rows of a sheet as delimited text.
///
/// The first row with contents is the header. Rows without contents are left out, and the others are filled up to the header's width.
struct SheetReader {
  private let place: String
  private let cells: CellReader
  private var text = SheetText()
  private var merged: [CellBlock] = []
  private var formulas = 0
  private var hiddenRows = 0

  /// - Parameter place: the file and the sheet, for messages.
  init(place: String, cells: CellReader) {
    self.place = place
    self.cells = cells
  }

  mutating func read(_ scanner: inout XMLScanner) throws(WorkbookFault) -> TableText {
    var last = 0
    loop: while true {
      switch try scanner.next() {
      case .open("row"): last = try row(&scanner, after: last)
      case .open("mergeCell"):
        if let block = try scanner.attribute("ref").flatMap({ CellBlock($0) }), !block.isSingle {
          merged.append(block)
        }
      case .end: break loop
      default: continue
      }
    }
    for block in merged { try text.refuse(block, place: place) }
    return TableText(
      name: place, bytes: text.bytes, delimiter: .comma, notes: notes, rows: text.rows, faults: text.faults)
  }

  private var notes: [String] {
    var notes: [String] = []
    if formulas > 0 {
      notes.append(
        "\(place): the results of \(formulas.of("formula")) are read as last saved.")
    }
    if hiddenRows > 0 {
      notes.append(
        "\(place): \(hiddenRows) hidden row\(hiddenRows == 1 ? " is" : "s are") read like the others.")
    }
    return notes
  }

  /// Reads a row that was just opened; gives its number.
  private mutating func row(_ scanner: inout XMLScanner, after last: Int) throws(WorkbookFault) -> Int {
    let number = try scanner.attribute("r").map { Int($0) ?? 0 } ?? last + 1
    guard number > last, number <= TableLimits.rows else {
      throw WorkbookFault(place: place, message: "its rows are out of order after row \(last)")
    }
    let isHidden = ["1", "true"].contains(try scanner.attribute("hidden"))
    var row = SheetText.Row(number: number)
    while true {
      switch try scanner.next() {
      case .open("c"): try cell(&scanner, of: &row)
      case .close("row"):
        guard row.hasContents else { return number }
        if isHidden { hiddenRows += 1 }
        try text.add(row, place: place)
        return number
      case .end: throw WorkbookFault(place: place, message: "it is cut short")
      default: continue
      }
    }
  }

  /// Reads a cell that was just opened.
  private mutating func cell(_ scanner: inout XMLScanner, of row: inout SheetText.Row) throws(WorkbookFault) {
    var cell = CellReader.Cell()
    let column = try column(scanner.attribute("r"), of: row)
    cell.type = try scanner.attribute("t") ?? "n"
    cell.style = try scanner.attribute("s").flatMap { Int($0) } ?? 0
    var element = ""
    loop: while true {
      switch try scanner.next() {
      case .open("is"): cell.value = try SheetString.read(&scanner)
      case .open(let name):
        element = name
        if name == "v" { cell.value = cell.value ?? "" }
        if name == "f" { cell.hasFormula = true }
      case .text(let piece): if element == "v" { cell.value = (cell.value ?? "") + piece }
      case .close("c"): break loop
      case .close: element = ""
      case .end: throw WorkbookFault(place: place, message: "it is cut short")
      }
    }
    let content: CellReader.Content
    do { content = try cells.content(of: cell) } catch {
      let corner = CellPlace(row: row.number, column: column).text
      throw WorkbookFault(place: "\(place), cell \(corner)", message: error.message)
    }
    if cell.hasFormula, content.expected == nil { formulas += 1 }
    row.put(content, column: column)
  }

  /// Where a cell stands: as it says, or after the one before it.
  private func column(_ reference: String?, of row: SheetText.Row) throws(WorkbookFault) -> Int {
    guard let reference else { return row.lastColumn + 1 }
    guard let place = CellPlace(reference), place.row == row.number, place.column > row.lastColumn else {
      throw WorkbookFault(
        place: "\(self.place), row \(row.number)",
        message: "the cell '\(reference.prefix(20))' is out of place")
    }
    return place.column
  }
}
