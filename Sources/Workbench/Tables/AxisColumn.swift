import Archive
import Chronology
import Processors

/// Where every partnership of a ledger stands along one axis.
struct AxisColumn: Sendable {
  /// What the numbers of keys stand for.
  let keys: [String]
  /// The different positions.
  let positions: [Position]
  private let numbers: Numbers

  /// The numbers of positions: of each date, kind or agreement (unknown, no, yes), or of each partnership.
  private enum Numbers: Sendable {
    case one
    case dates([Int32])
    case kinds([Int32])
    case agreements([Int32])
    case partnerships([Int32])
  }

  init(_ axis: Axis, _ count: LedgerCount, _ ledger: Ledger, _ memory: AxisMemory) {
    switch axis.dimension {
    case .all: self.init(["all"], .one)
    case .kind:
      let kinds = ledger.kinds.map { $0 ?? Dimension.unknown }
      let numbered = AxisKeys(kinds)
      self.init(numbered.all, .kinds(kinds.map { numbered[$0] }))
    case .agreement: self.init(["yes", "no", Dimension.unknown], .agreements([2, 1, 0]))
    case .year: self.init(years: memory.spans(ledger), within: count.established)
    case .period, .activity: self.init(periods: count.periods, ledger)
    case .country, .chineseProvince, .chinesePlace, .partner, .level, .within:
      self = memory.column(axis, ledger)
    }
  }

  /// An axis of parties.
  init(_ axis: Axis, _ ledger: Ledger, _ parties: AxisMemory.Parties) {
    let found = PartyPositions(axis, ledger, parties).found()
    (keys, positions, numbers) = (parties.keys, found.positions, .partnerships(found.numbers))
  }

  /// An axis along which everything has just one place.
  private init(_ keys: [String], _ numbers: Numbers) {
    (self.keys, self.numbers) = (keys, numbers)
    positions = Positions(keys: keys.count).all
  }

  private init(years spans: AxisMemory.Spans, within period: Period?) {
    let asked = spans.all.map { $0?.years(within: period) }
    let numbered = AxisKeys(Set(asked).flatMap(Years.names))
    var positions = Positions(keys: numbered.all.count)
    let own = asked.map { span in positions.number(of: Position([Years.names(span).map { numbered[$0] }])) }
    keys = numbered.all
    numbers = .dates(spans.numbers.map { own[Int($0)] })
    self.positions = positions.all
  }

  private init(periods: [Period], _ ledger: Ledger) {
    let numbered = AxisKeys(first: periods.map(\.name), EmptyCollection())
    let own = periods.map { numbered[$0.name] }
    let places = ledger.answers { date in
      zip(periods, own).filter { $0.0.answer(date.establishedEarliest, date.establishedLatest) != .no }.map(
        \.1)
    }
    var positions = Positions(keys: numbered.all.count)
    let numbers = Dictionary(
      uniqueKeysWithValues: Set(places).map { place in
        (place, positions.number(of: Position(place.isEmpty ? [] : [Array(Set(place))])))
      })
    keys = numbered.all
    self.numbers = .dates(places.map { numbers[$0] ?? 0 })
    self.positions = positions.all
  }

  /// Adds for each of a run of partnerships the number of its position, so many times, to its sum.
  func add(
    _ run: Range<Int>, of ledger: Ledger, times stride: Int, to sums: UnsafeMutableBufferPointer<Int>
  ) {
    func add<Code: FixedWidthInteger>(_ table: [Int32], _ codes: [Code], from lowest: Int) {
      table.withUnsafeBufferPointer { table in
        codes.withUnsafeBufferPointer { codes in
          for (place, partnership) in run.enumerated() {
            sums[place] &+= Int(table[Int(codes[partnership]) &- lowest]) &* stride
          }
        }
      }
    }
    switch numbers {
    case .one: break
    case .dates(let table): add(table, ledger.dateCodes, from: 0)
    case .kinds(let table): add(table, ledger.kindCodes, from: 0)
    case .agreements(let table): add(table, ledger.agreements, from: -1)
    case .partnerships(let numbers):
      numbers.withUnsafeBufferPointer { numbers in
        for (place, partnership) in run.enumerated() { sums[place] &+= Int(numbers[partnership]) &* stride }
      }
    }
  }
}

extension Ledger {
  /// What each distinct date comes to, in their order.
  func answers<Answer: Sendable>(_ answer: @Sendable (Dates) -> Answer) -> [Answer] {
    Array(Cores.shares(of: dates.count, atLeast: 1_024) { dates[$0].map(answer) }.joined())
  }
}
