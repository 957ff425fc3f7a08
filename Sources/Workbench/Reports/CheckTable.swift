import Diplomacy
import Interchange

/// Published figures beside what the record comes to.
struct CheckTable {
  let results: [CheckResult]
  let sources: SourceCatalogue
  let label: String

  var html: String {
    let head = ["Figure", "What it says", "Published", "Computed", "Evidence"].enumerated().map {
      index, name in
      "<th scope=\"col\"\([2, 3].contains(index) ? " class=\"number\"" : "")>\(name)</th>"
    }
    return HTML.scrolling(
      "<table><thead><tr>\(head.joined())</tr></thead><tbody>\n\(results.map(row).joined(separator: "\n"))\n</tbody></table>",
      label: label)
  }

  private func row(_ result: CheckResult) -> String {
    let figure = result.figure
    let why = figure.why.isEmpty ? "" : "<br><span class=\"soft\">\(HTML.text(figure.why))</span>"
    let missing = result.missing.map { "<br><span class=\"soft\">Missing: \(HTML.text($0))</span>" } ?? ""
    let unit = figure.unit.isEmpty ? "" : " <span class=\"soft\">\(HTML.text(figure.unit))</span>"
    let anchor =
      result.status == .differs && label == "Figures that differ" ? "" : " id=\"\(HTML.text(figure.id))\""
    return """
      <tr\(anchor)><th scope="row">\(HTML.text(figure.id))<br><span class="soft">\(HTML.text(figure.locator))</span></th>\
      <td>\(HTML.text(figure.says.capitalizedFirst))\(unit)\(why)\(missing)</td>\
      <td class="number">\(HTML.text(result.publishedText))</td>\
      <td class="number\(result.status == .differs ? " off" : "")">\(HTML.text(result.computedText))</td>\
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
      "\(count) statement\(count == 1 ? "" : "s")", "<ul class=\"plain\">\(items.joined())</ul>")
  }
}
