import Diplomacy

extension RowReading {
  /// The cell's text; nil when it says nothing.
  func cell(_ column: String) -> String? {
    if column == "n", columns["n"] == nil { return String(repetition) }
    guard let index = columns[column] else { return nil }
    let text = record.fields[index].trimmingSpaces()
    return mapping.saysNothing(text, in: column) ? nil : text
  }

  func text(_ expression: Expression) -> String? {
    let found: String? =
      switch expression.origin {
      case .column(let name): cell(name)
      case .constant(let text): text
      case .template(let template): fill(template)
      }
    let said = found.map { expression.renaming[$0] ?? $0 }.flatMap { $0.isEmpty ? nil : $0 }
    return said ?? expression.fallback.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Nil when a cell that it needs says nothing.
  func fill(_ template: Template) -> String? {
    var filled = ""
    for part in template.parts {
      switch part {
      case .text(let text): filled += text
      case .column(let name):
        guard let cell = cell(name) else { return nil }
        filled += cell
      }
    }
    return filled
  }
}

extension Mapping {
  /// Whether a cell, without the white space around it, says nothing.
  func saysNothing(_ cell: String, in column: String) -> Bool {
    missing.contains(cell) || missingInColumn[column]?.contains(cell) ?? false
  }
}

extension String {
  /// For identifiers: folded, with hyphens between the runs of letters and digits.
  public var slug: String {
    let folded = folded
    if folded.utf8.allSatisfy({ $0 < 0x80 }) {
      let runs = folded.utf8.split { !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) }
      return runs.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    }
    return folded.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }
}
