import Diplomacy
import Interchange

/// Tables are read in two ways, row by row and, large ones, as sheaves: the statements and the problems are the same.
enum ReadingInvariants {
  static func check(
    _ mapping: Mapping, on bytes: [UInt8], resolve: @escaping (String) -> RowReader.Resolution
  )
    throws(Broken)
  {
    guard SheafReader.reads(mapping), !bytes.contains(0),
      let table = try? TableText.read(bytes, fileName: "fuzz.csv"),
      let header = try? CSVReader(table.bytes, delimiter: table.delimiter).header,
      (try? RowReader.checkColumns(of: mapping, mappingFile: "fuzz.yml", header: header)) != nil
    else { return }
    let rows = rows(mapping, table, resolve)
    let sheaves = sheaves(mapping, table, header, resolve)
    try hold(
      rows.fault == sheaves.fault, "both find the same fault: \(rows.fault as Any), \(sheaves.fault as Any)")
    guard rows.fault == nil else { return }
    try hold(
      rows.problems == sheaves.problems, "both find the same problems: \(rows.problems), \(sheaves.problems)")
    try hold(
      rows.statements == sheaves.statements,
      "both read the same statements: \(rows.statements.symmetricDifference(sheaves.statements))")
  }

  /// What a table comes to: but for new actors, who stay when the row that made them is refused in the one way, and not in the other.
  private struct Reading {
    var statements: Set<Statement> = []
    var problems: [Int: Set<RowProblem>] = [:]
    var fault: CSVError?
  }

  private static func rows(
    _ mapping: Mapping, _ table: TableText, _ resolve: @escaping (String) -> RowReader.Resolution
  ) -> Reading {
    var reading = Reading()
    do {
      var csv = try CSVReader(table.bytes, delimiter: table.delimiter)
      var rows = try RowReader(mapping, mappingFile: "fuzz.yml", header: csv.header, resolve: resolve)
      for _ in 0...table.bytes.count {
        do throws(CSVError) {
          guard let record = try csv.next() else { return reading }
          let (statements, problems) = rows.read(record)
          if problems.isEmpty {
            reading.statements.formUnion(statements.filter { $0.entity.kind != .actor })
          } else {
            reading.problems[record.line] = Set(problems)
          }
        } catch {
          guard let problem = error.problem else { throw error }
          reading.problems[problem.line] = [problem]
        }
      }
    } catch {
      reading.fault = error as? CSVError
    }
    return reading
  }

  private static func sheaves(
    _ mapping: Mapping, _ table: TableText, _ header: [String],
    _ resolve: @escaping (String) -> RowReader.Resolution
  ) -> Reading {
    var reading = Reading()
    var reader = SheafReader(
      table, mapping, header: header, isSource: { _ in true }, isActor: { _ in false }, resolve: resolve)
    do throws(CSVError) {
      for sheaf in try reader.read() {
        for row in 0..<sheaf.count { reading.statements.insert(sheaf.statement(row)) }
      }
    } catch {
      reading.fault = error
    }
    for problem in reader.rejected.flatMap(\.problems) {
      reading.problems[problem.line, default: []].insert(problem)
    }
    return reading
  }
}
