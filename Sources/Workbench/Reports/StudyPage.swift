import Diplomacy
import Interchange

/// A study's page: how its figures fared, its tables, figures and checks.
struct StudyPage {
  let outcome: StudyOutcome
  let sources: SourceCatalogue
  /// The figures' SVG in base 64, by name.
  let pictures: [String: String]
  let sensitivity: Sensitivity
  /// Under which policy it was computed.
  let policy: String

  var html: String {
    let study = outcome.study
    let entry = sources.entry(study.source)
    let imprint = entry.map { [$0.imprint, $0.issued].filter { !$0.isEmpty }.joined(separator: ", ") } ?? ""
    return HTML.page(
      title: study.title,
      """
      <h1>\(HTML.text(study.title))</h1>
      <p class="soft">Recomputed: \(HTML.link(SourceCatalogue.file(of: study.source.text), entry?.title ?? study.source.text))\
      \(imprint.isEmpty ? "" : ". " + HTML.text(imprint))</p>
      \(HTML.paragraphs(study.about))
      <p class="soft">\(HTML.text(policy))</p>
      \(CountsList.html(outcome))
      \(contents)
      \(differences)
      \(tables)
      \(figures)
      \(checks)
      """)
  }

  /// What each figure that moves can come to, by identifier.
  private var ranges: [String: String] {
    let own = sensitivity.figures.filter { $0.study == outcome.study.id && $0.isSensitive }
    return Dictionary(own.map { ($0.figure.id, $0.rangeText) }) { first, _ in first }
  }

  private var contents: String {
    var links: [String] = []
    if outcome.count(.differs) > 0 { links.append(HTML.link("#differs", "What differs, and why")) }
    if !outcome.tables.isEmpty { links.append(HTML.link("#tables", "\(outcome.tables.count) tables")) }
    if !outcome.drawings.isEmpty { links.append(HTML.link("#figures", "\(outcome.drawings.count) figures")) }
    links.append(
      HTML.link(
        "#checks", "\(outcome.checks.count - outcome.count(.differs)) published figures that do not differ"))
    return "<p>\(links.joined(separator: " · "))</p>"
  }

  private var differences: String {
    let differing = outcome.checks.filter { $0.status == .differs }
    guard !differing.isEmpty else { return "" }
    return "<h2 id=\"differs\">What differs, and why</h2>\n"
      + CheckTable(
        results: differing, sources: sources, ranges: ranges, label: "Figures that differ"
      ).html
  }

  private var tables: String {
    guard !outcome.tables.isEmpty else { return "" }
    return "<h2 id=\"tables\">Tables</h2>\n"
      + outcome.tables.map { table, result in
        let locator =
          table.locator.isEmpty ? "" : " <span class=\"soft\">(\(HTML.text(table.locator)))</span>"
        let file = HTML.link("tables/\(outcome.study.id)-\(table.id).csv", "CSV")
        return "<section id=\"\(HTML.text(table.id))\"><h3>\(HTML.text(table.title))\(locator)</h3>\n"
          + CrossTableHTML(result, id: table.id, sources: sources).html
          + "<p class=\"note\">\(file)</p></section>"
      }.joined(separator: "\n")
  }

  private var figures: String {
    guard !outcome.drawings.isEmpty else { return "" }
    return "<h2 id=\"figures\">Figures</h2>\n" + outcome.drawings.map(figure).joined(separator: "\n")
  }

  private func figure(_ drawing: FigureDrawing) -> String {
    let figure = drawing.figure
    let picture =
      pictures[drawing.name].map {
        "<img alt=\"\(HTML.text(figure.alt))\" src=\"data:image/svg+xml;base64,\($0)\">"
      } ?? "<p class=\"note\">\(HTML.text(figure.alt))</p>"
    let drawn = pictures[drawing.name] == nil ? [] : ["svg", "png"]
    let files = (drawn + ["vl.json", "csv"]).map { HTML.link("figures/\(drawing.name).\($0)", $0) }
    let twin = HTML.details(
      "The figure as a table",
      HTML.scrolling(ResultRendering.grid(drawing.data).html, label: "\(figure.title), as a table"))
    return """
      <section id="\(HTML.text(figure.id))"><h3>\(HTML.text(figure.title))</h3>
      <figure>\(picture)<figcaption>\(HTML.text(figure.alt.hasSuffix(".") ? figure.alt : figure.alt + ".")) \
      \(figure.locator.isEmpty ? "" : "Compare \(HTML.text(figure.locator)). ")\(files.joined(separator: " · "))</figcaption></figure>
      \(twin)</section>
      """
  }

  private var checks: String {
    let groups = CheckStatus.allCases.filter { $0 != .differs && outcome.count($0) > 0 }.map { status in
      let own = outcome.checks.filter { $0.status == status }
      return
        "<h3 id=\"\(status.style)\">\(status.mark) \(status.rawValue.capitalizedFirst) (\(own.count))</h3>\n"
        + "<p class=\"note\">\(HTML.text(status.meaning.capitalizedFirst)).</p>\n"
        + CheckTable(
          results: own, sources: sources, ranges: ranges, label: "Figures: \(status.rawValue)"
        ).html
    }
    return "<h2 id=\"checks\">Published figures that do not differ</h2>\n" + groups.joined(separator: "\n")
  }
}

/// How many of a study's figures fared how.
enum CountsList {
  static func html(_ outcome: StudyOutcome) -> String {
    let items = CheckStatus.allCases.map { status in
      "<li><span class=\"badge \(status.style)\">\(status.mark) \(outcome.count(status)) \(status.rawValue)</span></li>"
    }
    return "<ul class=\"counts\">\(items.joined())</ul>"
  }
}

extension String {
  /// With a capital first letter.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
