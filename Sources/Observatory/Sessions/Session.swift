import Diplomacy
import Synchronization
import Workbench

/// Somebody who has shown a token: what they may do, and what they looked at.
final class Session: Sendable {
  private struct Memory {
    var inquiries: [Inquiry] = []
    var name = ""
  }

  /// How many tables are remembered.
  private static let shown = 8

  let rights: Set<Right>
  private let secret = Secret()
  private let memory = Mutex(Memory())

  init(_ rights: [Right]) { self.rights = Set(rights) }

  var mayEdit: Bool { rights.contains(.edit) }

  var mayAdjudicate: Bool { rights.contains(.adjudicate) }

  /// Whose documents are coded here; nil where nobody's.
  var coder: String? {
    rights.compactMap { if case .code(let coder) = $0 { coder } else { nil } }.first
  }

  /// What its cookie holds.
  var id: String { secret.text }

  func isCalled(_ id: String) -> Bool { secret.agree(self.id, id) }

  /// What every form of it brings along: a foreign page cannot know it.
  var proof: String { secret.mark("form") }

  func isProof(_ text: String) -> Bool { secret.agree(proof, text) }

  /// Remembers a table, in place of the one not looked at for longest.
  func look(at inquiry: Inquiry) {
    var inquiry = inquiry
    inquiry.view = .table
    memory.withLock { memory in
      memory.inquiries.removeAll { $0 == inquiry }
      memory.inquiries = Array((memory.inquiries + [inquiry]).suffix(Self.shown))
    }
  }

  /// The tables looked at, the last one first. What was known at a moment past is not moved by an edit.
  var tables: [OpenTable] {
    memory.withLock(\.inquiries).reversed().filter { $0.knownAt == nil }.compactMap { inquiry in
      let policy = inquiry.policy.flatMap(Policy.init)
      guard inquiry.policy == nil || policy != nil else { return nil }
      return OpenTable(inquiry.question, policy: policy, address: inquiry.address("/explore"))
    }
  }

  /// Who last said that it was they who edit, or decide.
  var name: String {
    get { memory.withLock(\.name) }
    set { memory.withLock { $0.name = newValue } }
  }
}
