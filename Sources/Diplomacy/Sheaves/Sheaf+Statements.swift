extension Sheaf {
  /// Statements on entities of one kind as a sheaf; others are left out.
  public init(_ statements: [Statement], kind: EntityKind) {
    let own = statements.filter { $0.entity.kind == kind }
    let properties = Set(own.flatMap(\.says.keys)).sorted()
    self.init(
      kind: kind,
      parts: properties.map { property in
        Part(property: property, claims: CodedColumn(own.map { $0.says[property] }))
      })
    for statement in own {
      entities.append(statement.entity.id.utf8)
      locators.append(statement.locator.utf8)
    }
    sources = CodedColumn(own.map(\.source.text))
    ranks = CodedColumn(own.map(\.rank))
    certainties = CodedColumn(own.map(\.certainty))
    coders = CodedColumn(own.map(\.coder))
    notes = CodedColumn(own.map(\.note))
  }
}

extension CodedColumn where Value: Hashable {
  init(_ rows: [Value?]) {
    var numbers: [Value: Int32] = [:]
    for value in rows {
      guard let value else {
        codes.append(Self.none)
        continue
      }
      let number = numbers[value] ?? Int32(values.count)
      if number == values.count {
        numbers[value] = number
        values.append(value)
      }
      codes.append(number)
    }
  }
}
