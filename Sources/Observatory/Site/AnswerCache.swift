import Synchronization

/// Answers made already, as long as the record is the same: at most so many bytes. When full, what was not asked for lately goes.
final class AnswerCache: Sendable {
  /// What tells an answer from every other.
  struct Key: Hashable, Sendable {
    let address: String
    let form: Ask.Form
    /// Whether it shows how to edit.
    var isEditing = false
    /// The state of corpora and codings that it is of; "" where it does not depend on them.
    var texts = ""
  }

  /// Two generations: a new answer goes to the young one; when that is full it becomes the old one, and the old one goes.
  private struct Store {
    var version = ""
    var young: [Key: Answer] = [:]
    var old: [Key: Answer] = [:]
    var size = 0
  }

  private let store = Mutex(Store())
  private let limit: Int

  /// - Parameter limit: in bytes of answers, both generations together.
  init(limit: Int) { self.limit = limit }

  /// The answer kept under the key for that version of the record.
  func answer(_ key: Key, version: String) -> Answer? {
    store.withLock { store in
      guard store.version == version else { return nil }
      if let answer = store.young[key] { return answer }
      guard let answer = store.old.removeValue(forKey: key) else { return nil }
      add(answer, key, &store)
      return answer
    }
  }

  /// Keeps an answer; those of another version go. One that would fill a generation by itself is not kept.
  func keep(_ answer: Answer, _ key: Key, version: String) {
    store.withLock { store in
      if store.version != version { store = Store(version: version) }
      add(answer, key, &store)
    }
  }

  private func add(_ answer: Answer, _ key: Key, _ store: inout Store) {
    let cost = answer.bytes.count + key.address.utf8.count + 256
    guard cost <= limit / 2 else { return }
    if store.size + cost > limit / 2 { (store.old, store.young, store.size) = (store.young, [:], 0) }
    store.size += cost
    store.young[key] = answer
  }
}
