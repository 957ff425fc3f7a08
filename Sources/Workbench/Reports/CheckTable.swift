import Chronology
import Diplomacy
import Interchange

/// Published figures beside what the record comes to.
struct CheckTable {
  let results: [CheckResult]
  let sources: SourceCatalogue
  /// What figures that depend on a policy or a contradiction can come to, by identifier.
  let ranges: [String: String]
  let label: String

  var html: String {
    let heads = ["Where", "What it says", "Published", "Computed", "Evidence"].map { name in
      "<th scope=\"col\"\(["Published", "Computed"].contains(name) ? " class=\"number\"" : "")>\(name)</th>"
    }
    return HTML.scrolling(
      """
      <table class="checks"><thead><tr>\(heads.joined())</tr></thead><tbody>
      \(results.map(row).joined(separator: "\n"))
      </tbody></table>
      """, label: label)
  }

  private func row(_ result: CheckResult) -> String {
    let figure = result.figure
    let why = figure.why.isEmpty ? "" : "<p class=\"note\">\(HTML.text(figure.why))</p>"
    let missing = result.missing.map { "<p class=\"note\">Missing: \(HTML.text($0))</p>" } ?? ""
    let unit = figure.unit.isEmpty ? "" : "<span class=\"printed\">\(HTML.text(figure.unit))</span>"
    let range =
      ranges[figure.id].map {
        "<span class=\"printed\">\(HTML.link("sensitivity.html#\(figure.id)", "range \($0)"))</span>"
      } ?? ""
    let list = figure.published.count > 1 ? " list" : ""
    let off = result.status == .differs ? " off" : ""
    return """
      <tr id="\(HTML.text(figure.id))"><th scope="row">\(HTML.text(figure.locator))<span class="printed">\(HTML.text(figure.id))\
      </span></th><td>\(HTML.text(figure.says.capitalizedFirst))\(why)\(missing)</td>\
      <td class="number\(list)" data-head="Published">\(HTML.text(result.publishedText))\(unit)</td>\
      <td class="number\(list)\(off)" data-head="Computed">\(HTML.text(result.computedText))\(range)</td>\
      <td>\(evidence(result))</td></tr>
      """
  }

  private func evidence(_ result: CheckResult) -> String {
    guard !result.statements.isEmpty else { return "" }
    let items = result.statements.map { id in
      let place = sources.statement(id).map { "\($0.statement.source), \($0.statement.locator)" } ?? ""
      return
        "<li>\(HTML.link(sources.address(of: id), id.text)) <span class=\"soft\">\(HTML.text(place))</span></li>"
    }
    let count = result.statements.count
    return HTML.details(
      "\(count.of("statement"))", "<ul class=\"plain\">\(items.joined())</ul>")
  }
}
