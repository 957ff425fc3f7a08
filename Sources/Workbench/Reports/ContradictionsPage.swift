import Diplomacy
import Interchange

/// Where the sources contradict each other or themselves, by type, the rivals side by side.
struct ContradictionsPage {
  let contradictions: [Contradiction]
  let sources: SourceCatalogue
  /// What the entities are called.
  let titles: [EntityReference: String]

  var html: String {
    let sections = ContradictionType.allCases.compactMap { type -> String? in
      let own = contradictions.filter { $0.type == type }
      guard !own.isEmpty else { return nil }
      return "<h2 id=\"\(type.rawValue)\">\(type.rawValue.capitalizedFirst) (\(own.count))</h2>\n"
        + HTML.scrolling(
          "<table><thead><tr><th scope=\"col\">Of what</th><th scope=\"col\">Rivals and who says so</th></tr></thead><tbody>\n"
            + own.map(row).joined(separator: "\n") + "\n</tbody></table>",
          label: "Contradictions of \(type.rawValue)")
    }
    return HTML.page(
      title: "Contradictions",
      "<h1>Contradictions</h1>\n<p>Two statements contradict each other when they cannot both be true. Those below are found by "
        + "rule, and stay as they are until a new statement settles them. \(HTML.link("sensitivity.html", "Which of them matter"))"
        + " to what was published is another page.</p>\n"
        + sections.joined(separator: "\n"))
  }

  /// Its row, from a page at the top of the report.
  static func address(of contradiction: Contradiction) -> String {
    "contradictions.html#\(anchor(of: contradiction))"
  }

  /// Spelled so that it can stand in an address: what is neither a letter nor a digit in hexadecimal.
  private static func anchor(of contradiction: Contradiction) -> String {
    contradiction.id.utf8.map { byte in
      let character = Character(Unicode.Scalar(byte))
      let isPlain = byte < 128 && (character.isLetter || character.isNumber || character == "-")
      return isPlain ? String(character) : "_" + String(byte, radix: 16)
    }.joined()
  }

  private func row(_ contradiction: Contradiction) -> String {
    let side = contradiction.side.map { " (\($0))" } ?? ""
    let rule =
      contradiction.rule == .statements
      ? "" : "<br><span class=\"soft\">found by the rule \(contradiction.rule.rawValue)</span>"
    let rivals = contradiction.rivals.map { rival in
      let first = rival.statements.prefix(4).map { id in
        let place = sources.statement(id).map { "\($0.statement.source), \($0.statement.locator)" } ?? id.text
        return HTML.link(sources.address(of: id), place)
      }
      let more = rival.statements.count > 4 ? " and \(rival.statements.count - 4) more" : ""
      return "<li><b>\(HTML.text(rival.value))</b> — \(first.joined(separator: "; "))\(more)</li>"
    }
    let name = titles[contradiction.entity] ?? contradiction.entity.id
    let what = "\(contradiction.property.capitalizedFirst)\(side) of: \(name)"
    return
      "<tr id=\"\(Self.anchor(of: contradiction))\"><th scope=\"row\">\(HTML.text(what))<br><span class=\"soft\">\(HTML.text(contradiction.entity.description))</span>\(rule)</th>"
      + "<td><ul class=\"plain\">\(rivals.joined())</ul></td></tr>"
  }
}
