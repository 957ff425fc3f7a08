import Archive
import Diplomacy
public import Discourse
import Interchange

/// Codings and decisions out of tables (CSV of any dialect, XLSX), as `CodingTable` and `ContestTable` write them.
public struct CodingFile {
  private let desk: CodingDesk
  private let moment: String

  /// - Parameter moment: when codings were made whose table does not say it.
  public init(_ desk: CodingDesk, at moment: String) { (self.desk, self.moment) = (desk, moment) }

  /// Reads codings: `document`, `coder` and `code` (or `verdict`) must be there; also `start`, `end`, `unsure`, `memo`, `version`, `at`, `id`.
  ///
  /// - Throws: `WorkbenchError.table` for the first row that cannot be taken, with file, row and column.
  public func codings(_ path: String) throws -> [Coding] {
    try rows(path, needed: ["document", "coder"]).enumerated().map { number, row in
      let passage = try passage(row)
      let verdict = try verdict(row, passage)
      let version = try row.number("version") ?? desk.codebook.versions.latest
      let (document, coder) = (try row.text("document"), try row.text("coder"))
      let own = row["id"]
      guard row["at"].isEmpty || Moment(row["at"]) != nil else {
        throw row.fault("at", row["at"], "a moment, as 2026-11-23T10:30:00Z")
      }
      let at = row["at"].isEmpty ? moment : row["at"]
      return Coding(
        id: own.isEmpty
          ? Guid.of("coding \(desk.corpus) \(document) \(coder) \(verdict) \(at) \(number)") : own,
        document: document, coder: coder, verdict: verdict, version: version, at: at,
        isUnsure: try row.isYes("unsure") ?? false, memo: row["memo"])
    }
  }

  /// Reads decisions: `document`, `code`, `holds` (yes or no; a row without it decides nothing), `reason`.
  public func decisions(_ path: String, by person: String) throws -> [Adjudication] {
    try rows(path, needed: ["document", "code", "holds"]).compactMap { row in
      guard let holds = try row.isYes("holds") else { return nil }
      return Adjudication(
        document: try row.text("document"), code: try code(row).id, holds: holds, by: person,
        version: desk.codebook.versions.latest, at: moment, reason: row["reason"])
    }
  }

  private func verdict(_ row: TableRow, _ passage: Passage?) throws -> Coding.Verdict {
    switch row["verdict"] {
    case "", "code": return .code(try code(row).id, passage)
    case "no longer": return .noLonger(try code(row).id, passage)
    case "no code": return .noCode
    case "skipped": return .skipped
    case let other: throw row.fault("verdict", other, "code, no longer, no code or skipped")
    }
  }

  /// A code of the row's version, by identifier, or of the version in force, by path or name.
  private func code(_ row: TableRow) throws -> Code {
    let text = try row.text("code")
    let own = try row.number("version").flatMap { desk.codebook.versions[$0]?[text] }
    guard let code = try own ?? desk.current.code(called: text) else {
      throw row.fault("code", text, "a code of '\(desk.codebook.name)'")
    }
    return code
  }

  private func passage(_ row: TableRow) throws -> Passage? {
    switch (try row.number("start"), try row.number("end")) {
    case (nil, nil): return nil
    case (let start?, let end?):
      guard let passage = Passage(start: start, end: end) else {
        throw row.fault("end", String(end), "\(start) or more, the start")
      }
      return passage
    default: throw row.fault("start", row["start"], "a start and an end, or neither")
    }
  }

  private func rows(_ path: String, needed: [String]) throws -> [TableRow] {
    let table = try formatted { try TableText.read(try Files.bytes(path), fileName: Files.name(path)) }
    do {
      var reader = try CSVReader(table.bytes, delimiter: table.delimiter)
      if let column = needed.first(where: { !reader.header.contains($0) }) {
        throw WorkbenchError.table(
          TableError(
            place: "\(table.name):1",
            message:
              "there is no column '\(column)'; it has: \(reader.header.joined(separator: ", ").shown(atMost: 500))"
          ))
      }
      var rows: [TableRow] = []
      while let record = try reader.next() {
        rows.append(
          TableRow(
            place: "\(table.name):\(table.row(ofLine: record.line))", header: reader.header,
            fields: record.fields))
      }
      return rows
    } catch let error as CSVError { throw WorkbenchError.csv(file: table.name, error.placed(in: table)) }
  }
}

/// A row with the names of its columns; a column that is not there is empty.
private struct TableRow {
  let place: String
  let header: [String]
  let fields: [String]

  subscript(_ column: String) -> String {
    header.firstIndex(of: column).map { fields[$0].trimmingSpaces() } ?? ""
  }

  func text(_ column: String) throws -> String {
    guard !self[column].isEmpty else { throw fault(column, "", "a \(column)") }
    return self[column]
  }

  func number(_ column: String) throws -> Int? {
    guard !self[column].isEmpty else { return nil }
    guard let number = Int(self[column]), number >= 0 else {
      throw fault(column, self[column], "a whole number")
    }
    return number
  }

  func isYes(_ column: String) throws -> Bool? {
    switch self[column].lowercased() {
    case "": nil
    case "yes": true
    case "no": false
    default: throw fault(column, self[column], "yes or no")
    }
  }

  func fault(_ column: String, _ found: String, _ expected: String) -> WorkbenchError {
    .table(
      TableError(
        place: place,
        message: "column '\(column)': found '\(found.shown())', expected \(expected.shown(atMost: 500))"))
  }
}
