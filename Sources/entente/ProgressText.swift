import Archive

/// How far a long piece of work has come, in words: "reading 45 % · 38 MB/s · 2 s left". Rate and time left are those of the step.
struct ProgressText {
  let title: String
  private var step: Advance.Step?
  private var total = 0
  /// When the step began, and how much of it was done by then.
  private var begun = (time: Duration.zero, done: 0)

  init(_ title: String) { self.title = title }

  /// - Parameter time: since some moment, the same for all calls.
  mutating func line(_ advance: Advance, at time: Duration) -> String {
    if advance.step != step || advance.total != total || advance.done < begun.done {
      (step, total, begun) = (advance.step, advance.total, (time, advance.done))
    }
    guard advance.total > 0, advance.done > 0 else { return advance.step.rawValue }
    let share = "\(advance.step.rawValue) \(min(100, advance.done * 100 / advance.total)) %"
    let seconds = (time - begun.time) / .seconds(1)
    // A rate of less than half a second says nothing.
    guard seconds >= 0.5, advance.done > begun.done else { return share }
    let rate = Double(advance.done - begun.done) / seconds
    let left = Double(advance.total - advance.done) / rate
    let parts = [share, Self.rate(rate, of: advance.step), "\(Self.time(left)) left"]
    return parts.compactMap(\.self).joined(separator: " · ")
  }

  /// Nil of steps that go by nothing one would count.
  private static func rate(_ rate: Double, of step: Advance.Step) -> String? {
    switch step {
    case .reading: break
    case .writing, .packing, .resolving, .indexing: return "\(short(rate)) rows/s"
    case .weighing, .checking, .copying: return nil
    }
    return rate < 1e6
      ? "\(whole(rate / 1e3)) kB/s" : "\(rate < 1e7 ? tenths(rate / 1e6) : whole(rate / 1e6)) MB/s"
  }

  private static func short(_ number: Double) -> String {
    switch number {
    case ..<1e3: whole(number)
    case ..<1e6: "\(whole(number / 1e3)) thousand"
    default: "\(tenths(number / 1e6)) million"
    }
  }

  private static func time(_ seconds: Double) -> String {
    switch seconds {
    case ..<99.5: "\(whole(seconds.rounded(.up))) s"
    case ..<5940: "\(whole(seconds / 60)) min"
    default: "\(tenths(seconds / 3600)) h"
    }
  }

  private static func whole(_ number: Double) -> String { String(Int(min(number, 1e15).rounded())) }

  private static func tenths(_ number: Double) -> String {
    let tenths = Int(min(number * 10, 1e15).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
