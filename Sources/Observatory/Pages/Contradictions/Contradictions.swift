import Archive
import Diplomacy
import Interchange
import Workbench

extension Section {
  /// The contradictions on record, and each by itself with what hangs on it.
  static let contradictions = Section(
    routes: [
      Route(
        path: "/contradictions", kind: .page, summary: "Where sources contradict each other, or themselves",
        parameters: filters, example: "/contradictions?type=amount"
      ) { ask, record in
        let wanted = try ContestFilter(ask)
        let found = try record.contestList().page(wanted)
        return .page(try ContradictionsPage(wanted, found, weights: try record.weights(), in: record))
      },
      Route(
        path: "/contradiction", kind: .page, summary: "A contradiction, and what hangs on it",
        parameters: [identifier], example: "/contradiction?id=flow%20ev-083%2Fmasks%20quantity"
      ) { ask, record in
        .page(try ContradictionPage(record.contest(ask), in: record))
      },
      Route(
        path: "/api/v1/contradictions", kind: .data(schema: "Contradictions", isTable: true),
        summary: "The contradictions on record; as CSV all that match, a row a rival value",
        parameters: filters, example: "/api/v1/contradictions?type=level"
      ) { ask, record in
        let wanted = try ContestFilter(ask)
        let list = try record.contestList()
        guard ask.form == .json else {
          let all = list.matching(wanted)
          let statements = try record.statements(on: all)
          return .data(.null, table: ContestData.table(all, statements))
        }
        let found = try list.page(wanted)
        return .data(ContestData.value(found, try record.statements(on: found.contests)), table: nil)
      },
      Route(
        path: "/api/v1/contradiction", kind: .data(schema: "Contradiction", isTable: true),
        summary: "A contradiction; as CSV a row a rival value", parameters: [identifier],
        example: "/api/v1/contradiction?id=flow%20ev-083%2Fmasks%20quantity"
      ) { ask, record in
        let contest = try record.contest(ask)
        let statements = try record.statements(on: [contest])
        return .data(
          ContradictionText.json(contest.contradiction, statements),
          table: ContestData.table([contest], statements))
      },
      Route(
        path: "/api/v1/sensitivity", kind: .data(schema: "Weights", isTable: false),
        summary: "Which published figures and tables move with which contradiction",
        example: "/api/v1/sensitivity"
      ) { _, record in
        switch try record.weights() {
        case .weighing: .provisional(["state": "being weighed", "sensitivity": .null])
        case .unweighed: .data(["state": "not to be weighed", "sensitivity": .null], table: nil)
        case .weighed(let sensitivity):
          .data(["state": "weighed", "sensitivity": SensitivityJSON.json(sensitivity)], table: nil)
        }
      },
    ],
    templates: [
      ContradictionsPage.template: ContradictionsTemplate.text,
      ContradictionPage.template: ContradictionTemplate.text,
      "weight": WeightView.template,
    ],
    place: Link(address: "/contradictions", text: "Contradictions"))

  private static let identifier = Route.Parameter(
    name: "id", about: "Its identifier.", schema: ["type": "string", "maxLength": 2000], isRequired: true)

  private static let filters = [
    Route.Parameter(
      name: "q",
      about:
        "Words, each of which must be in what is contested or in a rival value. Case and accents do not matter.",
      schema: ["type": "string", "maxLength": 200]),
    Route.Parameter(
      name: "type", about: "Of that type only.",
      schema: ["type": "string", "enum": .array(ContradictionType.allCases.map { .string($0.rawValue) })]),
    Route.Parameter(
      name: "after", about: "The identifier of the last one seen: those after it.",
      schema: ["type": "string", "maxLength": 2000]),
    Route.Parameter(
      name: "limit", about: "At most so many.",
      schema: ["type": "integer", "minimum": 1, "maximum": 500, "default": 25]),
  ]
}

extension Record {
  func contestList() throws -> ContestList {
    try made(contests) { [archive] in try ContestList(archive) }
  }

  /// The contradiction asked for by its identifier. Throws `ObservatoryError.nothing` where there is none of that name.
  fileprivate func contest(_ ask: Ask) throws -> ContestList.Contest {
    let id = try ask.text("id", atMost: 2000)
    guard let contest = try contestList().contest(id) else {
      throw ObservatoryError.nothing(kind: "contradiction", called: id)
    }
    return contest
  }

  /// The statements that give the rival values.
  func statements(on contests: [ContestList.Contest]) throws -> [LoggedStatement] {
    let ids = Set(contests.flatMap { $0.contradiction.rivals.flatMap(\.statements) }).sorted()
    return try stride(from: 0, to: ids.count, by: 10_000).flatMap { start in
      try archive.log(ids: Array(ids[start..<min(start + 10_000, ids.count)]))
    }
  }
}
