import Discourse
import Workbench

/// What each coder gave to a document, code beside code, and what was decided.
struct RulingsView: Sendable {
  struct Coder: Sendable {
    let name: String
    /// "skipped", "no code applies", "unsure"; nil where there is nothing to say.
    let state: String?
    let memo: String?
  }

  struct Cell: Sendable {
    /// "given", "not given", "skipped".
    let text: String
    let isGiven: Bool
    let coder: String
  }

  struct Row: Sendable {
    let code: String
    /// Of the choice between yes and no.
    let field: String
    let cells: [Cell]
    let isContested: Bool
    /// Whether it is asked whether it holds.
    let isAsked: Bool
    /// What holds, as far as that is settled: "holds", "does not hold".
    let ruling: String?
    let holds: Bool
    let fails: Bool
  }

  let coders: [Coder]
  let rows: [Row]
  /// Why, and who decided.
  let reasons: [String]?

  /// - Parameter chosen: what is chosen in the form by which is decided; nil where nothing is asked.
  init(_ document: AdjudicationDesk.Document, _ desk: CodingDesk, chosen: [String: Bool]? = nil) {
    coders = document.coded.map { coded in
      let said = coded.given + (coded.judgement.map { [$0] } ?? [])
      let memos = said.map(\.memo).filter { !$0.isEmpty }
      let state = [
        coded.state == .none ? "no code applies" : nil, coded.state == .skipped ? "skipped" : nil,
        coded.isUnsure ? "unsure" : nil,
      ].compactMap(\.self)
      return Coder(
        name: coded.coder.onPage, state: state.unlessEmpty?.joined(separator: ", "),
        memo: Set(memos).sorted().unlessEmpty?.joined(separator: "\n"))
    }
    let rated = document.coded.filter(\.isRated)
    let all = rated.reduce(into: Set(document.rulings.keys)) { $0.formUnion($1.codes) }
    let order = desk.codebook.versions.current?.codes.map(\.id) ?? []
    let codes = order.filter(all.contains) + all.subtracting(order).sorted()
    let contested = Set(document.contests.map(\.code))
    rows = codes.map { code in
      let isAgreed = document.rulings[code] == nil && !contested.contains(code)
      let ruling = document.rulings[code]?.holds ?? (isAgreed ? true : nil)
      let stale = document.rulings[code].flatMap {
        desk.codebook.versions.staleness(of: code, givenUnder: $0.version)?.text
      }
      let choice = chosen?[code] ?? document.rulings[code]?.holds
      return Row(
        code: desk.path(of: code).onPage, field: "holds." + code,
        cells: document.coded.map { Self.cell($0, code) },
        isContested: !isAgreed, isAsked: !isAgreed && chosen != nil,
        ruling: ruling.map {
          ($0 ? "holds" : "does not hold") + (isAgreed ? ", all agree" : "")
            + (stale.map { "; \($0) since" } ?? "")
        },
        holds: choice == true, fails: choice == false)
    }
    reasons =
      Set(
        document.rulings.values.map { ruling in
          "Decided by \(ruling.by), \(ruling.at.prefix(16).replacing("T", with: " ")) UTC"
            + (ruling.reason.isEmpty ? "" : ": \(ruling.reason)")
        }
      ).sorted().map(\.onPage).unlessEmpty
  }

  private static func cell(_ coded: CodedDocument, _ code: String) -> Cell {
    let given = coded.isRated && coded.codes.contains(code)
    let passages = coded.given.count { $0.code == code && $0.passage != nil }
    let text =
      !coded.isRated
      ? "skipped" : !given ? "not given" : passages == 0 ? "given" : "given to \(passages.of("passage"))"
    return Cell(text: text, isGiven: given, coder: coded.coder.onPage)
  }
}
