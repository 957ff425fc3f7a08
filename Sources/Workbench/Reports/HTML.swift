import Interchange

/// Pieces of the report's pages. Everything that comes from the record is escaped here.
enum HTML {
  /// A whole page: no script, the style inside, nothing fetched.
  static func page(title: String, depth: Int = 0, _ body: String) -> String {
    let up = String(repeating: "../", count: depth)
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title.escapedForHTML) · Entente</title>
      <style>\(ReportStyle.css)</style>
      </head>
      <body>
      <a class="skip" href="#main">Skip to the content</a>
      <nav aria-label="Report"><a href="\(up)index.html">Overview</a> <a href="\(up)contradictions.html">Contradictions</a> \
      <a href="\(up)sensitivity.html">Sensitivity</a> \
      <a href="\(up)index.html#sources">Sources</a></nav>
      <main id="main">
      \(body)
      </main>
      <footer>Made by Entente from sourced statements. Unknown is never counted as zero; 12–14 means that the record leaves \
      from 12 to 14 open.</footer>
      </body>
      </html>

      """
  }

  static func text(_ text: String) -> String { text.escapedForHTML }

  static func link(_ address: String, _ text: String) -> String {
    "<a href=\"\(address.escapedForHTML)\">\(text.escapedForHTML)</a>"
  }

  static func paragraphs(_ text: String) -> String {
    text.split(separator: "\n\n").map { "<p>\(String($0).escapedForHTML)</p>" }.joined(separator: "\n")
  }

  /// A status as a badge: a word and a mark, so that colour is not needed to read it.
  static func badge(_ status: CheckStatus) -> String {
    "<span class=\"badge \(status.style)\">\(status.mark) \(status.rawValue)</span>"
  }

  /// A table that scrolls sideways in its own box where the screen is narrow, reachable by keyboard.
  static func scrolling(_ table: String, label: String) -> String {
    "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(label.escapedForHTML)\">\(table)</div>"
  }

  static func details(_ summary: String, _ body: String, id: String? = nil) -> String {
    let anchor = id.map { " id=\"\($0.escapedForHTML)\"" } ?? ""
    return "<details\(anchor)><summary>\(summary.escapedForHTML)</summary>\n\(body)\n</details>"
  }
}
