import Archive
import Dispatch
import Workbench

/// What hangs on each contradiction, as far as that is known.
enum Weights: Sendable {
  case weighing
  case weighed(Sensitivity)
  /// Why it is not known, in words.
  case unweighed(String)

  var isWeighing: Bool { if case .weighing = self { true } else { false } }

  /// Weighing takes copies of the record in memory, and counts all studies over them again and again: it is left to a program of its own
  /// where there are more partnerships than these.
  static let limit = 50_000

  fileprivate init(_ studies: [Study], over archive: ArchiveStore) {
    do { self = .weighed(try Weighing(studies, over: archive).sensitivity()) } catch {
      Complaint.write(error)
      self = .unweighed("A study's query does not run over this record.")
    }
  }
}

extension Record {
  /// What is known at once, or by a deadline. It takes seconds, so it is begun for each version of the record when somebody wants to know.
  func weights(by deadline: DispatchTime = .now()) throws -> Weights {
    guard let ledger = try Ledger?(whenReady: ledger) else { return .weighing }
    guard ledger.count <= Weights.limit else {
      return .unweighed(
        "The record is too large to be weighed beside its pages: 'entente study run' does it.")
    }
    return try made(scales, by: deadline) { [self] in
      Weights(try studies(), over: archive)
    } ?? .weighing
  }
}
