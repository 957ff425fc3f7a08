import Diplomacy
import Interchange

/// How far the studies depend on the contradictions on record: those that matter with what they move, what would have to be settled for
/// figures to stand, those that move nothing, and the ladders.
struct SensitivityPage {
  private let sensitivity: Sensitivity
  private let words: SensitivityWords

  init(_ sensitivity: Sensitivity) {
    self.sensitivity = sensitivity
    words = SensitivityWords(sensitivity: sensitivity)
  }

  var html: String {
    let (mattering, idle) = (sensitivity.mattering, sensitivity.idle)
    let moved = sensitivity.figures.filter(\.isSensitive)
    return HTML.page(
      title: "Sensitivity",
      """
      <h1>Sensitivity</h1>
      <p class="lead">\(mattering.count) of the \(sensitivity.contradictions.count) contradictions on record move a figure or a table; \
      \(idle.count) move none. Of \(sensitivity.figures.count) published figures that can be measured, \(moved.count) move.</p>
      <p>Each contradiction was settled by itself, once for each of its rivals, with all others left as they are; and the whole record \
      was read under \(sensitivity.policies.count) policies: \(sensitivity.policies.map(\.description).joined(separator: ", ")). \
      A figure stands when it is reproduced.</p>
      <h2 id="matter">Contradictions that matter (\(mattering.count))</h2>
      \(table(mattering))
      <h2 id="figures">Figures that move, and what it takes for them to stand (\(moved.count))</h2>
      <p class="note">“Range” is from the least to the most over all policies and settlements.</p>
      \(figures(moved))
      <h2 id="idle">Contradictions that move nothing published (\(idle.count))</h2>
      \(list(idle))
      <h2 id="ladders">Ladders</h2>
      \(sensitivity.ladders.sentences.map { "<p>\(HTML.text($0))</p>" }.joined(separator: "\n"))
      """)
  }

  private func table(_ contradictions: [Contradiction]) -> String {
    guard !contradictions.isEmpty else { return "<p>None.</p>" }
    return HTML.scrolling(
      """
      <table class="checks"><thead><tr><th scope="col">Contradiction</th><th scope="col">What it moves</th></tr></thead><tbody>
      \(contradictions.map(row).joined(separator: "\n"))
      </tbody></table>
      """, label: "Contradictions that matter")
  }

  private func row(_ contradiction: Contradiction) -> String {
    let figures = sensitivity.figures(movedBy: contradiction).map { figure, move in
      "<li>\(link(figure)) \(HTML.text(figure.figure.says)): published \(HTML.text(figure.publishedText)), computed "
        + "\(HTML.text(figure.reading.marked)); \(HTML.text(words.readings(move)))</li>"
    }
    let tables = sensitivity.tables(movedBy: contradiction).map { table, move in
      "<li>Table \(HTML.link("\(table.study).html#\(table.table.id)", "“\(table.table.title)”")): "
        + "\(HTML.text(words.places(move.places)))</li>"
    }
    return """
      <tr><th scope="row">\(HTML.link(ContradictionsPage.address(of: contradiction), sensitivity.title(contradiction).capitalizedFirst))\
      <span class="printed">\(HTML.text(words.rivals(contradiction)))</span></th>\
      <td><ul class="plain">\((figures + tables).joined())</ul></td></tr>
      """
  }

  private func figures(_ figures: [FigureSensitivity]) -> String {
    guard !figures.isEmpty else { return "<p>None.</p>" }
    let rows = figures.map { figure in
      """
      <tr id="\(HTML.text(figure.figure.id))"><th scope="row">\(link(figure))</th>\
      <td>\(HTML.text(figure.figure.says.capitalizedFirst)).\
      <p class="note">\(HTML.text(words.standing(figure).capitalizedFirst)).</p>\
      <p class="note">\(HTML.text(figure.dependsOnPolicy ? words.policies(figure).capitalizedFirst + "." : "The same under every policy."))\
      </p></td>\
      <td class="number" data-head="Published">\(HTML.text(figure.publishedText))</td>\
      <td class="number" data-head="Range">\(HTML.text(figure.rangeText))</td></tr>
      """
    }
    return HTML.scrolling(
      """
      <table class="checks"><thead><tr><th scope="col">Figure</th><th scope="col">What it takes</th>\
      <th scope="col" class="number">Published</th><th scope="col" class="number">Range</th></tr></thead><tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table>
      """, label: "Figures that move")
  }

  private func list(_ contradictions: [Contradiction]) -> String {
    ContradictionType.allCases.compactMap { type -> String? in
      let own = contradictions.filter { $0.type == type }
      guard !own.isEmpty else { return nil }
      let items = own.map { contradiction in
        "<li>\(HTML.link(ContradictionsPage.address(of: contradiction), sensitivity.title(contradiction).capitalizedFirst))</li>"
      }
      return
        "<h3>\(type.rawValue.capitalizedFirst) (\(own.count))</h3>\n<ul class=\"plain\">\(items.joined())</ul>"
    }.joined(separator: "\n")
  }

  private func link(_ figure: FigureSensitivity) -> String {
    HTML.link("\(figure.study).html#\(figure.figure.id)", figure.figure.id)
  }
}
