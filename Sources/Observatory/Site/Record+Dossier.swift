import Archive
import Diplomacy
import Interchange
import Workbench

extension Record {
  /// What is on record of a thing. Throws `ObservatoryError.nothing` where there is no such thing.
  func dossier(_ kind: EntityKind, _ id: String) throws -> Dossier {
    guard let dossier = try archive.dossier(of: EntityReference(kind, id)) else {
      throw ObservatoryError.nothing(kind: kind.rawValue, called: id)
    }
    return dossier
  }

  /// It as data: just what `entente show --json` prints, and its statements as a table.
  func dossierData(_ kind: EntityKind, _ id: String) throws -> Reply {
    let dossier = try dossier(kind, id)
    return .data(
      DossierText(dossier, through: try archive.lens()).value, table: Self.table(dossier.statements))
  }

  static func table(_ statements: [LoggedStatement]) -> Grid {
    Grid(
      header: ["statement", "kind", "entity", "property", "value", "source", "locator", "retraction"],
      rows: statements.flatMap { logged in
        let statement = logged.statement
        return statement.says.sorted { $0.key.name < $1.key.name }.flatMap { property, claims in
          claims.map { claim in
            [
              statement.id.text, statement.entity.kind.rawValue, statement.entity.id, property.name,
              claim.alternatives.map(\.description).joined(separator: " or "), statement.source.text,
              statement.locator, logged.retraction ?? "",
            ]
          }
        }
      })
  }
}
