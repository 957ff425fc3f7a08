import Diplomacy

/// The columns of the sheaf that one entity of the mapping makes.
struct EntityColumns {
  private struct Part {
    let property: Property
    let mapped: ClaimMapping
  }

  private let mapped: EntityMapping
  private let id: Filling
  private let locator: Filling
  private var condition: Remembered<Bool>
  private let hasConditions: Bool
  private let parts: [Part]
  private var claims: [Remembered<[Claim]>]
  private var ids = TextColumn()
  private var locators = TextColumn()
  /// The numbers of the parts' claims, then of the attribution, row after row.
  private var rows: [Int32] = []
  /// Whether the row being read is in.
  var isOpen = false

  init(_ mapped: EntityMapping, _ mapping: Mapping, columns: [String: Int], number: ([String]) -> [Int]) {
    self.mapped = mapped
    id = Filling(Expression(.template(mapped.id)), mapping: mapping, columns: columns)
    locator = Filling(mapping.locator, mapping: mapping, columns: columns)
    condition = Remembered(columns: number(mapped.conditions.map(\.column)))
    hasConditions = !mapped.conditions.isEmpty
    parts = mapped.says.flatMap { property in
      property.claims.map { Part(property: property.property, mapped: $0) }
    }
    claims = parts.map { Remembered(columns: number($0.mapped.columns)) }
  }

  private var width: Int { parts.count + AttributionColumns.width }

  /// Adds the row, if it says anything of the entity; whether it did.
  mutating func add(
    _ row: RawRow, _ context: RowContext, source: () -> String, attribution: AttributionColumns.Codes,
    _ problems: inout [RowProblem]
  ) -> Bool {
    if hasConditions {
      let code = condition.code(row, context, &problems) { [mapped] in $0.applies(mapped) }
      guard code != Memo.none, condition.values[Int(code)] else { return false }
    }
    guard fillID(row, context, &problems) else { return false }
    let start = rows.count
    var saysAnything = false
    for index in parts.indices {
      let code = claims[index].code(row, context, &problems) { reading in
        let claims = reading.read(parts[index].mapped, as: parts[index].property, source: source())
        return claims.isEmpty ? nil : claims
      }
      saysAnything = saysAnything || code != Memo.none
      rows.append(code)
    }
    guard saysAnything else {
      rows.removeSubrange(start...)
      ids.revert()
      return false
    }
    ids.end()
    if !locator.fill(&locators, row) {
      locators.revert()
      let text = context.work(row) { $0.text(context.mapping.locator) }.value
      locators.append((text ?? "").utf8)
    } else {
      locators.end()
    }
    attribution.append(to: &rows)
    return true
  }

  /// The identifier, not yet ended.
  private mutating func fillID(_ row: RawRow, _ context: RowContext, _ problems: inout [RowProblem]) -> Bool {
    if id.fill(&ids, row), ids.hasOpenText { return true }
    ids.revert()
    let mapped = mapped
    let (text, found) = context.work(row) { reading -> String? in
      if let text = reading.fill(mapped.id), !text.isEmpty { return text }
      reading.failID(of: mapped)
      return nil
    }
    problems += found
    guard let text else { return false }
    ids.extend(text)
    return true
  }

  /// Forgets what was learnt of the row's cells.
  mutating func forget(_ row: RawRow) {
    for index in claims.indices { claims[index].forget(row) }
  }

  /// Takes back the last row.
  mutating func removeLast() {
    rows.removeLast(width)
    ids.removeLast()
    locators.removeLast()
  }

  func sheaf(_ attribution: AttributionColumns) -> Sheaf {
    let count = ids.count
    func column<T>(_ values: [T], at place: Int) -> CodedColumn<T> {
      var column = CodedColumn<T>()
      column.values = values
      column.codes = [Int32](unsafeUninitializedCapacity: count) { buffer, initialized in
        for row in 0..<count { buffer.initializeElement(at: row, to: rows[row * width + place]) }
        initialized = count
      }
      return column
    }
    var sheaf = Sheaf(
      kind: mapped.kind,
      parts: parts.enumerated().map { place, part in
        Sheaf.Part(property: part.property, claims: column(claims[place].values, at: place))
      })
    sheaf.entities = ids
    sheaf.locators = locators
    sheaf.sources = column(attribution.source.values, at: parts.count)
    sheaf.ranks = column(attribution.rank.values, at: parts.count + 1)
    sheaf.certainties = column(attribution.certainty.values, at: parts.count + 2)
    sheaf.coders = column(attribution.coder.values, at: parts.count + 3)
    sheaf.notes = column(attribution.note.values, at: parts.count + 4)
    return sheaf
  }
}

extension ClaimMapping {
  /// Every column that what it comes to depends on.
  var columns: [String] {
    expression.columns + [side, role, during, creation?.within].compactMap(\.self).flatMap(\.columns)
  }
}
