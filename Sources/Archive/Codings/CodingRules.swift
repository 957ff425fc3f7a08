import GRDB

/// What must be so of codings, beyond what the tables themselves see to.
struct CodingRules {
  let database: Database

  func findings() throws -> [Finding] {
    let beyond = try Row.fetchAll(
      database,
      sql: """
        SELECT coding.id, document.id AS document, last, length FROM coding JOIN document ON number = document
        WHERE last > length AND text_hash = hash
        """
    ).map { row in
      Finding(
        rule: "passage-beyond-text",
        message:
          "coding \(row["id"] as String) goes to \(row["last"] as Int) of document \(row["document"] as String), which has \(row["length"] as Int) characters",
        entity: row["document"])
    }
    let moved = try Row.fetchAll(
      database,
      sql: """
        SELECT document.id, count(*) AS codings FROM coding JOIN document ON number = document
        WHERE text_hash <> hash GROUP BY number
        """
    ).map { row in
      Finding(
        rule: "coded-text-replaced",
        message:
          "the text of document \(row["id"] as String) is another one than when it was coded (codings: \(row["codings"] as Int))",
        entity: row["id"])
    }
    return beyond + moved
  }
}
