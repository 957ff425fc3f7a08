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
  private let width: Int
  private let context: RowContext
  /// Where the columns that are looked up stand in a record.
  private var used: [Int] = []
  private var attribution: AttributionColumns
  private var entities: [EntityColumns]

  /// Whether a mapping can be read so: not when rows stand for several entities, or make actors that other rows name, or make two entities of
  /// one kind, which may be the same: then the order of the rows would be lost.
  public static func reads(_ mapping: Mapping) -> Bool {
    let kinds = mapping.entities.map(\.kind)
    return mapping.repetition == nil && !kinds.contains(.actor) && Set(kinds).count == kinds.count
  }

  /// The parameters are those of `RowReader`.
  public init(
    _ table: TableText, _ mapping: Mapping, header: [String], isSource: @escaping (String) -> Bool,
    isActor: @escaping (String) -> Bool, resolve: @escaping (String) -> RowReader.Resolution
  ) {
    self.table = table
    self.header = header
    width = header.count
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
  }

  /// Statements on the actors that the table makes.
  public var actors: Sheaf { Sheaf(context.actors, kind: .actor) }

  /// Reads all the rows after the header. Throws where the text is no CSV from some line on.
  ///
  /// - Parameter progress: told now and then how many of the table's bytes are read.
  public mutating func read(progress: ((Int) -> Void)? = nil) throws(CSVError) -> [Sheaf] {
    try table.bytes.withUnsafeBufferPointer { (bytes) throws(CSVError) in
      var header = FieldScanner(delimiter: table.delimiter.byte)
      _ = try header.next(in: bytes)
      let scanner = BlockScanner(
        bytes, delimiter: table.delimiter.byte, from: (header.position, header.line), width: width, used: used
      )
      while let block = scanner.next() {
        let row = RawRow(block)
        for place in block.places.indices {
          row.move(to: place)
          read(row)
        }
        progress?(block.places.last?.bytes.upperBound ?? bytes.count)
        if let failure = block.failure { throw failure }
      }
    }
    return entities.map { $0.sheaf(attribution) }
  }

  private mutating func read(_ row: RawRow) {
    rows += 1
    context.begin()
    let problems = problems(in: row)
    if !problems.isEmpty {
      takeBack(row)
      rejected.append(Rejected(bytes: row.bytes, problems: problems))
    }
  }

  /// Reads a row; what is wrong with it.
  private mutating func problems(in row: RawRow) -> [RowProblem] {
    for index in entities.indices { entities[index].isOpen = false }
    guard row.count == width else {
      return [CSVError.fieldCount(line: row.line, found: row.count, expected: width).problem]
        .compactMap(\.self)
    }
    let problems = readEntities(row)
    return table.hasFaults
      ? table.problems(onLine: row.line, header: header, mapping: context.mapping, besides: problems)
      : problems
  }

  private mutating func readEntities(_ row: RawRow) -> [RowProblem] {
    var problems: [RowProblem] = []
    guard let codes = attribution.codes(row, context, &problems) else { return problems }
    var saysAnything = false
    for index in entities.indices {
      let isAdded = entities[index].add(
        row, context, source: { attribution.source(codes) }, attribution: codes, &problems)
      entities[index].isOpen = isAdded
      saysAnything = saysAnything || isAdded
    }
    if saysAnything, !attribution.isRecorded(codes, context) {
      let source = attribution.source(codes)
      problems.append(
        context.work(row) { $0.problem(context.mapping.source, source, RowReading.recordedSource) }.value)
    }
    return problems
  }

  /// Undoes what a row did that cannot be taken: it makes no actors either, the next that names them does.
  private mutating func takeBack(_ row: RawRow) {
    for index in entities.indices where entities[index].isOpen { entities[index].removeLast() }
    guard context.takeBack() else { return }
    for index in entities.indices { entities[index].forget(row) }
  }
}
