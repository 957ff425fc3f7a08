import Interchange

/// The rows of a table of counts: each number leads to what stands behind it.
struct TableRows {
  private(set) var fragment = Fragment()
  /// Whether some cell has what a source prints as a total.
  private(set) var printsTotals = false
  private let grid: Grid
  /// Where what stands behind the whole table is.
  private let address: String
  /// What the address of each column's cells has more.
  private let columns: [String]
  private let hasTotals: Bool

  /// - Parameters:
  ///   - grid: the texts of the cells, behind the name of each row.
  ///   - columns: their keys.
  ///   - hasTotals: whether a total stands behind the columns.
  init(_ grid: Grid, columns: some Sequence<String>, hasTotals: Bool, address: String) {
    (self.grid, self.hasTotals, self.address) = (grid, hasTotals, address)
    self.columns = columns.map { "column=" + Address.value($0) }
  }

  /// - Parameters:
  ///   - place: the row's in the grid.
  ///   - key: nil for the totals of the columns.
  mutating func add(_ place: Int, _ head: String, key: String?) {
    fragment.add(key == nil ? "<tr class=\"total\">" : "<tr>")
    fragment.add("<th scope=\"row\"><bdi>")
    fragment.add(text: head)
    fragment.add("</bdi></th>")
    let own = Address.asking(address, [("row", key)])
    let start = own + (own.contains("?") ? "&" : "?")
    let texts = grid.rows[place].dropFirst()
    for (text, column) in zip(texts, columns) { add(text, at: start + column) }
    if hasTotals, let total = texts.last { add(total, at: own) }
    fragment.add("</tr>\n")
  }

  private mutating func add(_ text: String, at address: String) {
    fragment.add("<td class=\"number\">")
    let isEmpty = text == "·" || text.isEmpty
    if !isEmpty {
      fragment.add("<a href=\"")
      fragment.add(text: address)
      fragment.add("\">")
    }
    fragment.add(text: text.withGroupedDigits)
    fragment.add(isEmpty ? "</td>" : "</a></td>")
    printsTotals = printsTotals || text.contains("[")
  }
}
