import Discourse
import Workbench

/// A code as it is given on the bench: by a box, or by a key.
struct CodeLine: Sendable {
  let id: String
  /// Of its box.
  let field: String
  let name: String
  /// All the names of its lineage.
  let path: String
  /// How deep it is nested, from 0 to 5.
  let depth: Int
  let isGiven: Bool
  /// The key that gives it; nil where there are more codes than keys.
  let key: String?
  let isChosen: Bool
  /// Why it is to be looked at again.
  let stale: String?
  let definition: String?
  let rules: [String]?
  let examples: [String]?
  let hasRule: Bool

  /// 1 to 9, then letters, then capitals: without those that mean something else here.
  static let keys = (Array("123456789abcdefghilnopqrtuvwxyz") + Array("ABCDEFGHILNOPQRTUVWXYZ")).map {
    String($0)
  }

  static func all(_ book: Codebook, chosen: Set<String>, stale: [CodingQueue.Stale]) -> [CodeLine] {
    var left = keys[...]
    return book.codes.map { code in
      CodeLine(
        code, book, key: code.isGiven ? left.popFirst() : nil, isChosen: chosen.contains(code.id),
        stale: stale.first { $0.code == code.id }?.why.text)
    }
  }

  private init(_ code: Code, _ book: Codebook, key: String?, isChosen: Bool, stale: String?) {
    (id, field, name) = (code.id, "code." + code.id, code.name.onPage)
    path = (book.path(of: code.id) ?? code.name).onPage
    depth = min(5, book.lineage(of: code.id).count - 1)
    (isGiven, self.key, self.isChosen, self.stale) = (code.isGiven, key, isChosen, stale)
    definition = code.rule.definition.isEmpty ? nil : code.rule.definition
    rules = code.rule.rules.unlessEmpty
    examples = code.rule.examples.unlessEmpty
    hasRule = code.rule != Code.Rule()
  }
}
