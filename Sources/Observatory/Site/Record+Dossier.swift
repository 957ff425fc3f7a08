import Archive
import Diplomacy
import Interchange
import Workbench

extension Record {
  /// How many partnerships and events of an actor stand on a page.
  static let page = 200

  /// What is on record of a thing; of an actor a page of its partnerships, and the latest events. Throws `ObservatoryError.nothing` where
  /// there is no such thing.
  ///
  /// - Parameter first: how many partnerships stand on the pages before.
  func dossier(_ kind: EntityKind, _ id: String, from first: Int = 0) throws -> Dossier {
    guard
      let dossier = try archive.dossier(
        of: EntityReference(kind, id), from: first, atMost: kind == .actor ? Self.page : nil)
    else {
      throw ObservatoryError.nothing(kind: kind.rawValue, called: id)
    }
    return dossier
  }

  /// It as data: just what `entente show --json` prints, but for the partnerships of other pages, and its statements as a table.
  func dossierData(_ kind: EntityKind, _ id: String, from first: Int = 0) throws -> Reply {
    let dossier = try dossier(kind, id, from: first)
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
