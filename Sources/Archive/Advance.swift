/// How far a long piece of work has come.
public struct Advance: Hashable, Sendable {
  /// What is being done: the parts of a batch's way into the archive, in order; the weighing of contradictions; and what is done with
  /// an archive that is there.
  public enum Step: String, Sendable {
    case reading, writing, packing, resolving, indexing, weighing, checking, copying
  }

  public let step: Step
  public let done: Int
  public let total: Int

  public init(step: Step, done: Int, total: Int) {
    self.step = step
    self.done = done
    self.total = total
  }

  /// Told now and then, on the thread that does the work.
  public typealias Listener = (Advance) -> Void
}

extension Collection {
  /// Goes through the elements, telling of every thousandth.
  func forEach(_ step: Advance.Step, telling listener: Advance.Listener?, _ body: (Element) throws -> Void)
    rethrows
  {
    for (index, element) in enumerated() {
      if index % 1000 == 0 { listener?(Advance(step: step, done: index, total: count)) }
      try body(element)
    }
  }
}
