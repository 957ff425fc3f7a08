import Diplomacy
import Interchange

/// The report's first page: how the published figures fared, study by study; what is contested; the sources.
struct IndexPage {
  let outcomes: [StudyOutcome]
  let contradictions: [Contradiction]
  let sources: SourceCatalogue
  let sensitivity: Sensitivity
  /// Under which policy the figures were computed.
  let policy: String

  var html: String {
    let checks = outcomes.flatMap(\.checks)
    return HTML.page(
      title: "Recomputed tables",
      """
      <h1>Recomputed tables</h1>
      <p class="lead">\(outcomes.count) documents on partnership diplomacy, and \(checks.count) figures that they published, computed \
      again from \(sources.all.map(\.statements.count).reduce(0, +)) sourced statements.</p>
      <p class="soft">\(HTML.text(policy))</p>
      \(studies)
      <h2>How to read this</h2>
      <dl>\(CheckStatus.allCases.map { "<dt>\(HTML.badge($0))</dt><dd>\(HTML.text($0.meaning.capitalizedFirst)).</dd>" }.joined())</dl>
      <h2>What is contested</h2>
      <p>\(HTML.link("contradictions.html", "\(contradictions.count) contradictions")): \(types). None was settled by \
      hand.</p>
      <p>\(HTML.link("sensitivity.html", "\(sensitivity.mattering.count) of them move a figure or a table")), \
      \(sensitivity.idle.count) move none; \(sensitivity.figures.count(where: \.isSensitive)) of \(sensitivity.figures.count) figures that \
      can be measured depend on how they are settled.</p>
      <h2 id="sources">Sources</h2>
      \(sourceTable)
      """)
  }

  private var studies: String {
    let heads = CheckStatus.allCases.map { "<th scope=\"col\" class=\"number\">\(HTML.badge($0))</th>" }
      .joined()
    let rows = outcomes.map { outcome in
      "<tr><th scope=\"row\">\(HTML.link("\(outcome.study.id).html", outcome.study.title))</th>"
        + CheckStatus.allCases.map { status in
          let count = outcome.count(status)
          let text =
            count == 0
            ? "<span class=\"zero\">0</span>"
            : HTML.link("\(outcome.study.id).html#\(status.style)", "\(count)")
          return "<td class=\"number\">\(text)</td>"
        }.joined() + "</tr>"
    }
    let totals = CheckStatus.allCases.map { status in
      "<td class=\"number\">\(outcomes.map { $0.count(status) }.reduce(0, +))</td>"
    }
    return HTML.scrolling(
      "<table><thead><tr><th scope=\"col\">Study</th>\(heads)</tr></thead><tbody>\n\(rows.joined(separator: "\n"))\n"
        + "<tr class=\"total\"><th scope=\"row\">All</th>\(totals.joined())</tr></tbody></table>",
      label: "Studies and how their figures fared")
  }

  private var types: String {
    ContradictionType.allCases.compactMap { type in
      let count = contradictions.filter { $0.type == type }.count
      return count == 0 ? nil : "\(count) of \(type.rawValue)"
    }.joined(separator: ", ")
  }

  private var sourceTable: String {
    let rows = sources.all.map { source in
      "<tr><th scope=\"row\">\(HTML.link(SourceCatalogue.file(of: source.id), source.title))<br><span class=\"soft\">"
        + "\(HTML.text(source.imprint))</span></th><td>\(HTML.text(source.issued))</td>"
        + "<td class=\"number\">\(source.statements.count)</td></tr>"
    }
    return HTML.scrolling(
      "<table><thead><tr><th scope=\"col\">Source</th><th scope=\"col\">Issued</th><th scope=\"col\" class=\"number\">Statements"
        + "</th></tr></thead><tbody>\n\(rows.joined(separator: "\n"))\n</tbody></table>", label: "Sources")
  }
}
