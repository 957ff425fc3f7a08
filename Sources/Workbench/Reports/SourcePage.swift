import Archive
import Diplomacy
import Interchange

/// A source's page: every statement it makes, with an anchor of its own.
struct SourcePage {
  let source: SourceCatalogue.Entry

  var html: String {
    HTML.page(
      title: source.title, depth: 1,
      """
      <h1>\(HTML.text(source.title))</h1>
      <p class="soft">\(HTML.text([source.imprint, source.issued, source.id].filter { !$0.isEmpty }.joined(separator: ". ")))</p>
      <p>\(source.statements.count) statements. Each says one or more things of one entity, from one place in the source.</p>
      \(HTML.scrolling(table, label: "Statements"))
      """)
  }

  private var table: String {
    "<table><thead><tr><th scope=\"col\">Statement</th><th scope=\"col\">Of</th><th scope=\"col\">Says</th>"
      + "<th scope=\"col\">Where</th></tr></thead><tbody>\n"
      + source.statements.map(row).joined(separator: "\n")
      + "\n</tbody></table>"
  }

  private func row(_ logged: LoggedStatement) -> String {
    let statement = logged.statement
    let says = statement.says.sorted { $0.key < $1.key }.map { property, claims in
      "<dt>\(HTML.text(property.name))</dt><dd>\(HTML.text(claims.map(Self.text).joined(separator: "; ")))</dd>"
    }
    let standing = [
      statement.certainty == .stated ? nil : statement.certainty.rawValue,
      statement.rank == .normal ? nil : statement.rank.rawValue, logged.retraction.map { "retracted: \($0)" },
    ].compactMap(\.self)
    let note = ([statement.note].filter { !$0.isEmpty } + standing).joined(separator: "; ")
    return "<tr id=\"\(HTML.text(statement.id.text))\"><th scope=\"row\">\(HTML.text(statement.id.text))</th>"
      + "<td>\(HTML.text(statement.entity.description))</td><td><dl>\(says.joined())</dl>"
      + (note.isEmpty ? "" : "<p class=\"note\">\(HTML.text(note))</p>")
      + "</td><td>\(HTML.text(statement.locator))</td></tr>"
  }

  private static func text(_ claim: Claim) -> String {
    let value = claim.alternatives.map(\.description).joined(separator: " or ")
    let qualifiers = [
      claim.side.map { "side \($0)" }, claim.role?.rawValue, claim.during.map { "during \($0)" },
    ].compactMap(\.self)
    return qualifiers.isEmpty ? value : "\(value) (\(qualifiers.joined(separator: ", ")))"
  }
}
