import Diplomacy
public import Discourse
import Foundation
import Interchange

/// Codebooks as files: tables (CSV of any dialect, XLSX), or REFI-QDA's `.qdc`.
public enum CodebookFile {
  /// The columns of a table; only `name` must be there.
  static let columns = ["id", "parent", "name", "definition", "rules", "examples", "given", "color"]

  /// Reads either, whatever its name.
  ///
  /// - Returns: the codebook, and what should be told of how it was read.
  /// - Throws: `WorkbenchError.table` or `.csv` with file, row, column; `.unreadable`.
  public static func read(_ path: String) throws -> (codebook: Codebook, notes: [String]) {
    let bytes = try Files.bytes(path)
    let name = Files.name(path)
    let text = bytes.drop { [0xEF, 0xBB, 0xBF, 0x20, 0x0A, 0x0D, 0x09].contains($0) }
    guard text.first == UInt8(ascii: "<") else { return (try table(bytes, name), []) }
    do {
      let (codebook, sets) = try RefiCodebookFile.read(bytes)
      return (
        codebook,
        sets > 0 ? ["\(name) has \(sets) set\(sets == 1 ? "" : "s") of codes, which are not read."] : []
      )
    } catch { throw WorkbenchError.refi(error, in: name) }
  }

  private static func table(_ bytes: [UInt8], _ name: String) throws -> Codebook {
    let table = try formatted { try TableText.read(bytes, fileName: name) }
    var codes: [Code] = []
    do {
      var rows = try CSVReader(table.bytes, delimiter: table.delimiter)
      guard rows.header.contains("name") else {
        throw fault(
          table, 1,
          "there is no column 'name'; the columns of a codebook are \(columns.joined(separator: ", "))")
      }
      if let other = rows.header.first(where: { !columns.contains($0) }) {
        throw fault(table, 1, "column '\(other.shown())': expected one of \(columns.joined(separator: ", "))")
      }
      while let record = try rows.next() {
        func cell(_ column: String) -> String {
          rows.header.firstIndex(of: column).map { Self.armed(record.fields[$0]) } ?? ""
        }
        func list(_ column: String) -> [String] {
          cell(column).replacing("\r\n", with: "\n").split(separator: "\n").map { $0.trimmingSpaces() }.filter
          {
            !$0.isEmpty
          }
        }
        let given = cell("given").lowercased()
        guard ["", "yes", "no"].contains(given) else {
          throw fault(
            table, table.row(ofLine: record.line),
            "column 'given': found '\(given.shown())', expected yes or no")
        }
        let (name, parent) = (cell("name").trimmingSpaces(), cell("parent").trimmingSpaces())
        let id = rows.header.contains("id") ? cell("id").trimmingSpaces() : name
        codes.append(
          Code(
            id: id, parent: parent.isEmpty ? nil : parent, name: name,
            rule: .init(definition: cell("definition"), rules: list("rules"), examples: list("examples")),
            isGiven: given != "no", color: cell("color").isEmpty ? nil : cell("color")))
      }
    } catch let error as CSVError { throw WorkbenchError.csv(file: table.name, error.placed(in: table)) }
    do { return try Codebook(codes) } catch {
      throw WorkbenchError.table(TableError(place: name, message: error.text.shown(atMost: 500)))
    }
  }

  private static func fault(_ table: TableText, _ row: Int, _ message: String) -> WorkbenchError {
    .table(TableError(place: "\(table.name):\(row)", message: message))
  }

  /// Without the apostrophe that the writer of CSV puts before what a spreadsheet would run.
  private static func armed(_ cell: String) -> String {
    guard cell.hasPrefix("'"), let second = cell.unicodeScalars.dropFirst().first,
      "=+-@＝＋－＠\t\r\n".unicodeScalars.contains(second)
    else { return cell }
    return String(cell.dropFirst())
  }

  /// As a table; rules and examples one a line in their cells.
  public static func csv(_ codebook: Codebook) -> String {
    Grid(
      header: columns,
      rows: codebook.codes.map { code in
        [
          code.id, code.parent ?? "", code.name, code.rule.definition,
          code.rule.rules.joined(separator: "\n"),
          code.rule.examples.joined(separator: "\n"), code.isGiven ? "yes" : "no", code.color ?? "",
        ]
      }
    ).csv
  }

  /// As `.qdc`.
  public static func qdc(_ codebook: Codebook) -> String {
    String(
      decoding: RefiCodebookFile.write(codebook, origin: Guid.origin, guid: Guid.ofCode), as: UTF8.self)
  }

  /// Writes a file in the form that its name ends in.
  ///
  /// - Throws: `WorkbenchError.badOption` for another ending.
  public static func write(_ codebook: Codebook, to path: String) throws {
    switch path.lowercased().split(separator: ".").last {
    case "csv": try Files.write(csv(codebook), to: path)
    case "qdc": try Files.write(qdc(codebook), to: path)
    default:
      throw WorkbenchError.badOption(
        name: "the file", value: path, expected: "a name that ends in .csv or .qdc")
    }
  }
}

extension WorkbenchError {
  static func refi(_ fault: RefiFault, in file: String) -> WorkbenchError {
    .table(TableError(place: file, message: fault.text.shown(atMost: 1000)))
  }
}
