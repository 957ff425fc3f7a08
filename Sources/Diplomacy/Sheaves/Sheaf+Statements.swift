extension Sheaf {
  /// Statements on entities of one kind as a sheaf; others are left out.
  public init(_ statements: [Statement], kind: EntityKind) {
    let own = statements.filter { $0.entity.kind == kind }
    let properties = Set(own.flatMap(\.says.keys)).sorted()
    self.init(
      kind: kind,
      parts: properties.map { property in
        Part(
          property: property, claims: CodedColumn(own.map { $0.says[property] }) { StatementText.encode($0) })
      })
    for statement in own {
      entities.append(statement.entity.id.utf8)
      locators.append(statement.locator.utf8)
    }
    sources = CodedColumn(own.map(\.source.text)) { $0 }
    ranks = CodedColumn(own.map(\.rank), spelled: \.rawValue)
    certainties = CodedColumn(own.map(\.certainty), spelled: \.rawValue)
    coders = CodedColumn(own.map(\.coder)) { $0 }
    notes = CodedColumn(own.map(\.note)) { $0 }
  }
}

extension CodedColumn {
  /// - Parameter spelled: what tells values apart, byte by byte: texts that look the same may be different.
  init(_ rows: [Value?], spelled: (Value) -> String) {
    var numbers: [[UInt8]: Int32] = [:]
    for value in rows {
      guard let value else {
        codes.append(Self.none)
        continue
      }
      let spelling = Array(spelled(value).utf8)
      let number = numbers[spelling] ?? Int32(values.count)
      if number == values.count {
        numbers[spelling] = number
        values.append(value)
      }
      codes.append(number)
    }
  }
}
