import Archive
import Diplomacy
import Interchange

/// Resolves the actors that a table names, and keeps what a person should look at.
final class ActorReferences {
  private let register: Register
  /// Actors on record only since the table came in first.
  private let since: Register?
  private var near: Set<String> = []
  private var unknown = 0
  private var known: [String: RowReader.Resolution] = [:]

  /// Names beyond this many unknown ones are not compared with the register any more: it takes too long, and no one reads on.
  private static let compared = 100

  init(_ register: Register, since: Register? = nil) {
    self.register = register
    self.since = since
  }

  /// Names that were not found and come near others.
  var review: [String] {
    let left = unknown - Self.compared
    return near.sorted()
      + (left > 0 ? ["\(left) more names are not on record; they were not compared with others"] : [])
  }

  func resolve(_ text: String) -> RowReader.Resolution {
    if let resolution = known[text] { return resolution }
    let resolution = look(text)
    known[text] = resolution
    return resolution
  }

  private func look(_ text: String) -> RowReader.Resolution {
    switch register.resolve(text) {
    case .found(let id): return .found(id.text)
    case .ambiguous(let ids): return .ambiguous(ids.map(\.text))
    case .unknown:
      if case .found(let id)? = since?.resolve(text) { return .foundSince(id.text) }
      unknown += 1
      let found = unknown <= Self.compared ? register.near(text) : []
      let names = found.map { "\($0.actor) (\($0.name))" }.joined(separator: ", ")
      if !found.isEmpty { near.insert("\(text): near \(names)") }
      return .unknown("an actor of the register" + (found.isEmpty ? "" : "; near it are \(names)"))
    }
  }
}
