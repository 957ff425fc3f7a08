import Diplomacy
import Interchange
import Testing

/// What a mapping makes of a table: its statements and problems.
struct Rows {
  var statements: [Statement] = []
  var problems: [RowProblem] = []

  /// - Parameter claims: the properties of the one entity, a partnership, in YAML's flow style.
  init(_ claims: String, _ csv: String, kind: String = "partnership", head: String = "", entity: String = "")
    throws
  {
    try self.init(
      mapping: """
        file: x.csv
        source: {value: s}
        locator: {value: p. 1}
        \(head)
        entities:
          - kind: \(kind)
            id: "{id}"
            \(entity)
            says: {\(claims)}
        """, csv)
  }

  /// Actors are known as `fr`, `es` and `cn`, and by the names France, Spain and China.
  init(mapping: String, _ csv: String) throws {
    let names = ["france": "fr", "spain": "es", "china": "cn", "fr": "fr", "es": "es", "cn": "cn"]
    var table = try CSVReader(Array(csv.utf8))
    var reader = try RowReader(
      try MappingFile.read(mapping, name: "x.yml"), mappingFile: "x.yml", header: table.header
    ) {
      names[$0.lowercased()].map { .found($0) } ?? .unknown("an actor of the register")
    }
    while let record = try table.next() {
      let (said, amiss) = reader.read(record)
      statements += said
      problems += amiss
    }
  }

  /// Each statement as "id: what it says".
  var texts: [String] { statements.map { "\($0.entity.id): \(StatementText.encode($0.says))" } }

  /// Each problem as "line column value".
  var places: [String] { problems.map { "\($0.line) \($0.column) \($0.value)" } }
}
