import Discourse
public import Interchange

/// What remains to be decided, as a table whose `holds` is filled in and read back.
public struct ContestTable {
  private let desk: CodingDesk
  private let settled: Settled

  public init(_ desk: CodingDesk) throws {
    self.desk = desk
    settled = try desk.settled()
  }

  public var grid: Grid {
    Grid(
      header: ["document", "code", "path", "given_by", "not_given_by", "unsure", "memos", "holds", "reason"],
      rows: settled.contests.map { contest in
        let memos = contest.given.filter { !$0.memo.isEmpty }.map { "\($0.coder): \($0.memo)" }
        return [
          contest.document, contest.code, desk.path(of: contest.code), names(contest.given.map(\.coder)),
          names(contest.notGivenBy), names(contest.given.filter(\.isUnsure).map(\.coder)),
          memos.joined(separator: "; "), "", "",
        ]
      },
      notes: [
        "\(settled.contests.count) contested of \(settled.documents.count) documents that are judged. Fill in 'holds' (yes or no) in the CSV, and give it back with --decisions."
      ])
  }

  public var json: JSON {
    .object([
      .init("documents", .integer(Int64(settled.documents.count))),
      .init(
        "contests",
        .array(
          settled.contests.map { contest in
            .object([
              .init("document", .string(contest.document)), .init("code", .string(contest.code)),
              .init("given_by", .array(distinct(contest.given.map(\.coder)).map(JSON.string))),
              .init("not_given_by", .array(contest.notGivenBy.map(JSON.string))),
            ])
          })),
    ])
  }

  private func names(_ coders: [String]) -> String { distinct(coders).joined(separator: "; ") }

  private func distinct(_ coders: [String]) -> [String] {
    var seen: Set<String> = []
    return coders.filter { seen.insert($0).inserted }
  }
}
