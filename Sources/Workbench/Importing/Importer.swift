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
  ///
  /// Two passes: the first learns which actors the file itself makes, so that rows may refer to one another in any order.
  public func plan(mappingAt path: String) throws -> ImportPlan {
    let mappingBytes = try Files.bytes(path)
    let name = Files.name(path)
    let mapping = try formatted {
      try MappingFile.read(String(decoding: mappingBytes, as: UTF8.self), name: name)
    }
    let table = URL(filePath: path).deletingLastPathComponent().appending(path: mapping.file).path
    let bytes = try Files.bytes(table)

    var register = try archive.register()
    try read(bytes, mapping, name) { _ in
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
    plan.delivery.sources = try sourcesBeside(path)
    let sources = try archive.sourceIDs().union(plan.delivery.sources.map(\.id))
    let resolved = register
    var review: Set<String> = []
    try read(bytes, mapping, name) { id in
      sources.contains(SourceID(id))
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
          file: mapping.file, line: $0.line, column: $0.column, value: $0.value, expected: $0.expected)
      }
    }
    plan.review = review.sorted()
    return plan
  }

  /// Records a plan. Throws `WorkbenchError.problems` when it has any; then nothing is recorded.
  public func carryOut(
    _ plan: ImportPlan, at moment: String, progress: Advance.Listener? = nil
  ) throws -> Receipt {
    guard plan.problems.isEmpty else { throw WorkbenchError.problems(plan.problems) }
    return try archive.append(plan.delivery, at: moment, progress: progress)
  }

  /// A `sources.json` in the mapping's folder comes in with the table.
  private func sourcesBeside(_ mapping: String) throws -> [Source] {
    let path = URL(filePath: mapping).deletingLastPathComponent().appending(path: "sources.json").path
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try formatted { try CSLFile.read(Data(try Files.bytes(path)), name: "sources.json") }
  }

  private func read(
    _ bytes: [UInt8], _ mapping: Mapping, _ name: String, isSource: @escaping (String) -> Bool,
    isActor: @escaping (String) -> Bool, resolve: @escaping (String) -> RowReader.Resolution,
    each: ((statements: [Statement], problems: [RowProblem])) -> Void
  ) throws {
    do {
      var table = try CSVReader(bytes)
      var rows = try RowReader(
        mapping, mappingFile: name, header: table.header, isSource: isSource, isActor: isActor,
        resolve: resolve)
      while true {
        do throws(CSVError) {
          guard let record = try table.next() else { return }
          each(rows.read(record))
        } catch {
          guard let problem = error.problem else { throw error }
          each(([], [problem]))
        }
      }
    } catch let error as CSVError {
      throw WorkbenchError.csv(file: mapping.file, error)
    } catch let error as FormatError {
      throw WorkbenchError.format(error)
    }
  }

  private func digest(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let hex = String(byte, radix: 16)
      return hex.count == 1 ? "0" + hex : hex
    }.joined()
  }
}

/// What an import would bring.
public struct ImportPlan: Sendable {
  public let file: String
  public internal(set) var rows = 0
  public internal(set) var delivery: Delivery
  public internal(set) var problems: [ImportProblem] = []
  /// Names that were not found and come near others: for a person to look at.
  public internal(set) var review: [String] = []

  init(file: String, delivery: Delivery) {
    self.file = file
    self.delivery = delivery
  }
}

/// Turns the formats' errors into ours.
func formatted<T>(_ body: () throws -> T) throws -> T {
  do { return try body() } catch let error as FormatError { throw WorkbenchError.format(error) }
}
