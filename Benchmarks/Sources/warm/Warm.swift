import Archive
import Chronology
import Diplomacy
import Foundation
import Workbench

/// What a program sees that keeps an archive open: `warm ARCHIVE AXES PERIODS RUNS` prints, as one line of JSON, the seconds that
/// opening took, those of every count, and those of every edit with the count after it.
///
/// The edits are written into the archive, so give it a copy. They need a source `s1` and partnerships `t1`, `t2`, ….
@main
struct Warm {
  private let store: ArchiveStore
  private let question: LedgerCount
  private let memory = AxisMemory()

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let runs = Int(arguments[4]), runs > 0 else {
      print("usage: warm ARCHIVE period,country@a,within@b 1980/1989,1990/1999 RUNS")
      exit(2)
    }
    let axes = arguments[2].split(separator: ",").compactMap { Axis(String($0)) }
    var question = LedgerCount(axes)
    question.periods = try arguments[3].split(separator: ",").map { try Period(String($0)) }
    let measured = try Warm(ArchiveStore.open(at: arguments[1]), question).measure(runs)
    print(String(decoding: try JSONEncoder().encode(measured), as: UTF8.self))
  }

  private init(_ store: ArchiveStore, _ question: LedgerCount) {
    (self.store, self.question) = (store, question)
  }

  private func measure(_ runs: Int) throws -> Measured {
    var measured = Measured()
    let ledger = try timed { try store.ledger() }
    let first = try timed { try question.cells(of: ledger.value, memory: memory) }
    measured.ledger = ledger.seconds
    measured.cells = first.value.count
    measured.certain = first.value.map(\.count.certain).reduce(0, +)
    measured.possible = first.value.map(\.count.possible).reduce(0, +)
    measured.count = try (0..<runs).map { _ in
      try timed { try question.cells(of: ledger.value, memory: memory) }.seconds
    }
    measured.edits = try (1...runs).map { number in
      let edit = try edit(number)
      let append = try timed { try store.append(edit, at: Moment.now()) }
      let ledger = try timed { try store.ledger() }
      let count = try timed { try question.cells(of: ledger.value, memory: memory) }
      return Edit(append: append.seconds, ledger: ledger.seconds, count: count.seconds)
    }
    return measured
  }

  /// One new statement: another year for the establishment of a partnership on record.
  private func edit(_ number: Int) throws -> Delivery {
    guard let established = Property.named("established", of: .partnership) else {
      preconditionFailure("partnerships are established")
    }
    let statement = Statement(
      entity: EntityReference(.partnership, "t\(number)"),
      says: [established: [Claim([.date(try EDTF("1975"))])]],
      source: "s1", locator: "margin \(number)")
    return Delivery(batch: Batch(kind: .edit), statements: [statement])
  }
}

/// Seconds, each.
private struct Measured: Encodable {
  var ledger = 0.0
  var cells = 0
  var certain = 0
  var possible = 0
  var count: [Double] = []
  var edits: [Edit] = []
}

/// The parts of coming to know one statement more: the log and the snapshot, the ledger, the count.
private struct Edit: Encodable {
  var append: Double
  var ledger: Double
  var count: Double
}

/// What the work gives, and the seconds it took.
private func timed<Value>(_ work: () throws -> Value) rethrows -> (value: Value, seconds: Double) {
  let start = ContinuousClock.now
  let value = try work()
  return (value, (ContinuousClock.now - start) / .seconds(1))
}
