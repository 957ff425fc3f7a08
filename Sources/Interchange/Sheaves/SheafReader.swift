public import Diplomacy

/// Applies a mapping to a large table: a sheaf for each entity of the mapping.
///
/// The same statements as `RowReader` makes: what a claim comes to is worked out by the same `RowReading`, but once for each distinct
/// combination of the cells it depends on.
public struct SheafReader {
  /// A row that cannot be taken.
  public struct Rejected: Sendable {
    /// Where the record stands in the table's bytes.
    public let bytes: Range<Int>
    public let problems: [RowProblem]
  }

  /// Rows read, whether they say anything or not.
  public private(set) var rows = 0
  public private(set) var rejected: [Rejected] = []
  private let table: TableText
  private let header: [String]
  private let context: RowContext
  /// Where the columns that are looked up stand in a record, and their cells' numbers.
  private var used: [Int] = []
  private var cells: [CellCodes] = []
  private var attribution: AttributionColumns
  private var entities: [EntityColumns]

  /// Whether a mapping can be read so: not when rows stand for several entities, or make actors that other rows name.
  public static func reads(_ mapping: Mapping) -> Bool {
    mapping.repetition == nil && !mapping.entities.contains { $0.kind == .actor }
  }

  /// The parameters are those of `RowReader`.
  public init(
    _ table: TableText, _ mapping: Mapping, header: [String], isSource: @escaping (String) -> Bool,
    isActor: @escaping (String) -> Bool, resolve: @escaping (String) -> RowReader.Resolution
  ) {
    self.table = table
    self.header = header
    let places = Dictionary(uniqueKeysWithValues: header.enumerated().map { ($1, $0) })
    context = RowContext(mapping, columns: places, isSource: isSource, isActor: isActor, resolve: resolve)
    var numbers: [String: Int] = [:]
    func number(_ names: [String]) -> [Int] {
      var found: [Int] = []
      for name in names where places[name] != nil {
        let number = numbers[name] ?? numbers.count
        numbers[name] = number
        if !found.contains(number) { found.append(number) }
      }
      return found
    }
    attribution = AttributionColumns(mapping, number: number)
    entities = mapping.entities.map { EntityColumns($0, mapping, columns: places, number: number) }
    used = numbers.sorted { $0.value < $1.value }.map { places[$0.key] ?? 0 }
    cells = used.map { _ in CellCodes() }
  }

  /// Statements on the actors that the table makes.
  public var actors: [Statement] { context.actors }

  /// Reads all the rows after the header. Throws where the text is no CSV from some line on.
  ///
  /// - Parameter progress: told now and then how many of the table's bytes are read.
  public mutating func read(progress: ((Int) -> Void)? = nil) throws(CSVError) -> [Sheaf] {
    let codes = UnsafeMutablePointer<Int32>.allocate(capacity: max(1, used.count))
    defer { codes.deallocate() }
    try table.bytes.withUnsafeBufferPointer { (bytes) throws(CSVError) in
      var scanner = FieldScanner(delimiter: table.delimiter.byte)
      _ = try scanner.next(in: bytes)
      while true {
        let start = scanner.position
        guard try scanner.next(in: bytes) else { break }
        rows += 1
        if rows % 16_384 == 0 { progress?(scanner.position) }
        let problems = read(RawRow(scanner: scanner, bytes: bytes, codes: codes))
        if !problems.isEmpty {
          rejected.append(Rejected(bytes: start..<scanner.position, problems: problems))
        }
      }
    }
    return entities.map { $0.sheaf(attribution) }
  }

  private mutating func read(_ row: RawRow) -> [RowProblem] {
    let fields = row.scanner.fields
    guard fields.count == header.count else {
      return [CSVError.fieldCount(line: row.line, found: fields.count, expected: header.count).problem]
        .compactMap(\.self)
    }
    for number in used.indices {
      let field = fields[used[number]]
      row.codes[number] = row.scanner.with(field, in: row.bytes) { cells[number].code($0) }
    }
    var problems = table.problems(onLine: row.line, header: header, mapping: context.mapping)
    guard let codes = attribution.codes(row, context, &problems) else { return problems }
    let source = attribution.source(codes)
    var added: [Int] = []
    for index in entities.indices
    where entities[index].add(row, context, source: source, attribution: codes, &problems) {
      added.append(index)
    }
    if !added.isEmpty, !attribution.isRecorded(codes, context) {
      problems.append(
        context.work(row) { $0.problem(context.mapping.source, source, RowReading.recordedSource) }.value)
    }
    if !problems.isEmpty { for index in added { entities[index].removeLast() } }
    return problems
  }
}
