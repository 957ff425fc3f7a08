import Diplomacy
import Interchange
import Workbench

extension Section {
  /// All partnerships as a ledger: those within an actor, of a kind, established in a period.
  static let partnerships = Section(
    routes: [
      Route(
        path: "/partnerships", kind: .page, summary: "Partnerships, the earliest first",
        parameters: PartnershipFilter.parameters, example: "/partnerships?within=it&kind=twinning"
      ) { ask, record in
        let (filter, index) = (try PartnershipFilter(ask), try record.partnershipIndex())
        do {
          let rows = try PartnershipRows(filter, index, in: record)
          return .page(try PartnershipsPage(filter, rows, index, in: record))
        } catch let error as WorkbenchError {
          return .page(PartnershipsPage(filter, trouble: Trouble(error)))
        }
      },
      Route(
        path: "/api/v1/partnerships", kind: .data(schema: "PartnershipRows", isTable: true),
        summary: "Partnerships, the earliest first", parameters: PartnershipFilter.parameters,
        example: "/api/v1/partnerships?within=it&kind=twinning"
      ) { ask, record in
        let filter = try PartnershipFilter(ask)
        let rows = try PartnershipRows(filter, record.partnershipIndex(), in: record)
        return .data(rows.value, table: rows.table)
      },
      Route(
        path: "/api/v1/kinds", kind: .data(schema: "Kinds", isTable: true),
        summary: "How many partnerships there are of each kind",
        parameters: [PartnershipFilter.within], example: "/api/v1/kinds?within=it"
      ) { ask, record in
        let index = try record.partnershipIndex()
        let counts = index.countsByKind(within: try PartnershipFilter(ask).actor(index, in: record))
        return .data(
          .object(
            counts.map { .init($0.kind ?? Dimension.unknown, PartnershipRows.value($0.count)) }),
          table: Grid(
            header: ["kind", "certain", "possible"],
            rows: counts.map {
              [$0.kind ?? Dimension.unknown, String($0.count.certain), String($0.count.possible)]
            }))
      },
    ],
    templates: [PartnershipsPage.template: PartnershipsTemplate.text],
    place: Link(address: "/partnerships", text: "Partnerships"))
}

extension Record {
  func partnershipIndex() throws -> PartnershipIndex {
    try made(indexes) { [patient] in
      try PartnershipIndex(patient.ledger(), in: patient.archive)
    }
  }
}
