public import Archive
import Crypto
import Diplomacy
import Foundation
import Interchange

/// Brings a table into the archive by its mapping: all of its rows, or none.
public struct Importer {
  private let archive: ArchiveStore
  private let coder: String

  /// - Parameter coder: who vouches for the import, where the mapping names no coder itself.
  public init(_ archive: ArchiveStore, coder: String = "") {
    self.archive = archive
    self.coder = coder
  }

  /// Reads the table and says what it holds; the archive is not touched.
  public func plan(mappingAt path: String) throws -> ImportPlan { try plan(mappingsAt: [path])[0] }

  /// Reads several tables, in order, each knowing the actors and sources that those before it bring; the archive is not touched.
  public func plan(mappingsAt paths: [String]) throws -> [ImportPlan] {
    var register = try archive.register()
    var sources = try archive.sourceIDs()
    return try paths.map { try plan($0, &register, &sources) }
  }

  /// Two passes: the first learns which actors the file itself makes, so that rows may refer to one another in any order.
  private func plan(_ path: String, _ register: inout Register, _ sources: inout Set<SourceID>) throws
    -> ImportPlan
  {
    let mappingBytes = try Files.bytes(path)
    let name = Files.name(path)
    guard let text = String(validating: mappingBytes, as: UTF8.self) else {
      throw WorkbenchError.format(
        FormatError(
          file: name, line: line(ofFault: mappingBytes), message: "not UTF-8 text. Save the file as UTF-8."))
    }
    let mapping = try formatted { try MappingFile.read(text, name: name) }
    let table = URL(filePath: path).deletingLastPathComponent().appending(path: mapping.file).path
    let bytes = try Files.bytes(table)
    let content = try formatted {
      try TableText.read(bytes, fileName: mapping.file, declared: mapping.dialect)
    }

    try read(content, mapping, name) { _ in
      true
    } isActor: { _ in
      false
    } resolve: { _ in
      .found("")
    } each: { reading in
      for statement in reading.statements { register.add(statement) }
    }
    var plan = ImportPlan(
      file: mapping.file,
      delivery: Delivery(
        batch: Batch(
          kind: .import, file: mapping.file, fileHash: digest(bytes), mappingHash: digest(mappingBytes),
          coder: coder)))
    plan.notes = content.notes
    plan.delivery.sources = try sourcesBeside(path)
    sources.formUnion(plan.delivery.sources.map(\.id))
    let (resolved, known) = (register, sources)
    var review: Set<String> = []
    try read(content, mapping, name) { id in
      known.contains(SourceID(id))
    } isActor: { id in
      resolved.holds(ActorID(id))
    } resolve: { text in
      switch resolved.resolve(text) {
      case .found(let id): return .found(id.text)
      case .ambiguous(let ids):
        return .ambiguous("one actor; this name is borne by " + ids.map(\.text).joined(separator: ", "))
      case .unknown(let near):
        let names = near.map { "\($0.actor) (\($0.name))" }.joined(separator: ", ")
        if !near.isEmpty { review.insert("\(text): near \(names)") }
        return .unknown("an actor of the register" + (near.isEmpty ? "" : "; near it are \(names)"))
      }
    } each: { reading in
      plan.rows += 1
      plan.delivery.statements += reading.statements
      plan.problems += reading.problems.map {
        ImportProblem(
          file: content.name, line: content.row(ofLine: $0.line), column: $0.column, value: $0.value,
          expected: $0.expected)
      }
    }
    for statement in plan.delivery.statements { register.add(statement) }
    plan.review = review.sorted()
    return plan
  }

  /// Records a plan. Throws `WorkbenchError.problems` when it has any; then nothing is recorded.
  public func carryOut(
    _ plan: ImportPlan, at moment: String, progress: Advance.Listener? = nil
  ) throws -> Receipt {
    try carryOut([plan], at: moment, progress: progress)[0]
  }

  /// Records several plans, a batch each: all of them, or none. A receipt each, in their order.
  public func carryOut(
    _ plans: [ImportPlan], at moment: String, progress: Advance.Listener? = nil
  ) throws -> [Receipt] {
    try archive.append(try deliveries(plans), at: moment, progress: progress)
  }

  /// What `carryOut` would do, without doing it.
  public func rehearse(_ plans: [ImportPlan], at moment: String) throws -> [Receipt] {
    try archive.rehearse(try deliveries(plans), at: moment)
  }

  private func deliveries(_ plans: [ImportPlan]) throws -> [Delivery] {
    let problems = plans.flatMap(\.problems)
    guard problems.isEmpty else { throw WorkbenchError.problems(problems) }
    return plans.map(\.delivery)
  }

  /// A `sources.json` in the mapping's folder comes in with the table.
  private func sourcesBeside(_ mapping: String) throws -> [Source] {
    let path = URL(filePath: mapping).deletingLastPathComponent().appending(path: "sources.json").path
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try formatted { try CSLFile.read(Data(try Files.bytes(path)), name: "sources.json") }
  }

  private func read(
    _ content: TableText, _ mapping: Mapping, _ name: String, isSource: @escaping (String) -> Bool,
    isActor: @escaping (String) -> Bool, resolve: @escaping (String) -> RowReader.Resolution,
    each: ((statements: [Statement], problems: [RowProblem])) -> Void
  ) throws {
    do {
      var table = try CSVReader(content.bytes, delimiter: content.delimiter)
      var rows = try RowReader(
        mapping, mappingFile: name, header: table.header, isSource: isSource, isActor: isActor,
        resolve: resolve)
      while true {
        do throws(CSVError) {
          guard let record = try table.next() else { return }
          var reading = rows.read(record)
          reading.problems = content.problems(
            onLine: record.line, header: table.header, mapping: mapping, besides: reading.problems)
          each(reading)
        } catch {
          guard let problem = error.problem else { throw error }
          each(([], [problem]))
        }
      }
    } catch let error as CSVError {
      throw WorkbenchError.csv(file: content.name, error.placed(in: content))
    } catch let error as FormatError {
      throw WorkbenchError.format(error)
    }
  }

  private func line(ofFault bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }

  private func digest(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let hex = String(byte, radix: 16)
      return hex.count == 1 ? "0" + hex : hex
    }.joined()
  }
}

/// Turns the formats' errors into ours.
func formatted<T>(_ body: () throws -> T) throws -> T {
  do { return try body() } catch let error as FormatError { throw WorkbenchError.format(error) } catch let
    error
    as TableError
  { throw WorkbenchError.table(error) }
}
