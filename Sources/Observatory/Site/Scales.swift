import Archive
import Dispatch
import Synchronization
import Workbench

/// Weighs what hangs on each contradiction: which published figures move with it. That takes seconds, so it is done once for each version
/// of the record, beside the answers, and only when somebody wants to know.
final class Scales: Sendable {
  /// How far it has come.
  enum Reading: Sendable {
    case weighing
    case weighed(Sensitivity)
    /// A study's query does not run over this record; what happened is in the program's output.
    case failed
  }

  private struct State {
    var version: String? = nil
    var reading = Reading.weighing
  }

  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "entente.scales", qos: .utility)

  /// What is known at once. Who asks first for a version has the weighing begin.
  func reading(_ studies: [Study], over archive: ArchiveStore) throws -> Reading {
    let version = try archive.version()
    let (reading, isNew) = state.withLock { state in
      if state.version == version { return (state.reading, false) }
      // One at a time: while an earlier version is on the scales, this one waits for a later asking.
      if state.version != nil, case .weighing = state.reading { return (Reading.weighing, false) }
      state = State(version: version)
      return (Reading.weighing, true)
    }
    if isNew { queue.async { [self] in weigh(studies, archive) } }
    return reading
  }

  /// Waits until there is nothing on the scales.
  func wait() { queue.sync {} }

  private func weigh(_ studies: [Study], _ archive: ArchiveStore) {
    let reading: Reading
    do { reading = .weighed(try Weighing(studies, over: archive).sensitivity()) } catch {
      Complaint.write(error)
      reading = .failed
    }
    state.withLock { $0.reading = reading }
  }
}
