public import Archive
public import Diplomacy

/// A dossier as text for a terminal, and as JSON.
public struct DossierText {
  private let dossier: Dossier
  private let lens: Lens

  /// - Parameter lens: through which the dossier was gathered.
  public init(_ dossier: Dossier, through lens: Lens = Lens()) {
    self.dossier = dossier
    self.lens = lens
  }

  public var text: String {
    var lines = ["\(dossier.title)  [\(dossier.entity.id)]"]
    lines += dossier.facts.map { "  \($0.label): \($0.value)" }
    let ties = dossier.ties.filter { $0.id != dossier.entity.id }
    if let own = dossier.ties.first(where: { $0.id == dossier.entity.id }) {
      lines += own.episodes.map { "    \($0)" }
    }
    if !ties.isEmpty {
      let all = dossier.tieCount - (dossier.ties.count - ties.count)
      lines += ["", heading("Partnerships", all, "the earliest", ties.count)] + ties.flatMap(tie)
    }
    if !dossier.happenings.isEmpty {
      lines += ["", heading("Events", dossier.happeningCount, "the latest", dossier.happenings.count)]
      lines += dossier.happenings.flatMap(happening)
    }
    if !dossier.contradictions.isEmpty {
      lines += ["", heading("Contradictions", dossier.contradictions.count)]
      lines += dossier.contradictions.flatMap { ContradictionText($0, statements: dossier.statements).lines }
    }
    lines += ["", heading("Sources", sources.count)] + sources.flatMap(source)
    lines += ["", PolicyNote.text(for: lens)]
    return lines.joined(separator: "\n")
  }

  private func heading(_ text: String, _ count: Int) -> String { "\(text) (\(count))" }

  private func heading(_ text: String, _ count: Int, _ which: String, _ shown: Int) -> String {
    shown == count
      ? heading(text, count) : "\(text) (\(count), of which \(which) \(shown); --all prints every one)"
  }

  private func tie(_ tie: Dossier.Tie) -> [String] {
    let facts = tie.facts.filter { $0.label != "census" && $0.label != "last evidence" }
    return [
      "  \(tie.title)  [\(tie.id)]",
      "      " + facts.map { "\($0.label) \($0.value)" }.joined(separator: "; "),
    ]
      + tie.episodes.map { "      \($0)" }
  }

  private func happening(_ event: Dossier.Happening) -> [String] {
    var lines = [
      "  \(event.date.isEmpty ? "undated" : event.date)  \(event.type): \(event.title)  [\(event.id)]"
    ]
    if !event.participants.isEmpty {
      lines.append("      " + event.participants.map(\.description).joined(separator: "; "))
    }
    lines += event.flows.map { "      \($0)" }
    if !event.outcome.isEmpty { lines.append("      → \(event.outcome)") }
    return lines
  }

  private var sources: [(id: String, statements: [LoggedStatement])] {
    Dictionary(grouping: dossier.statements) { $0.statement.source.text }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  private func source(_ source: (id: String, statements: [LoggedStatement])) -> [String] {
    ["  \(source.id)"]
      + source.statements.map { logged in
        let statement = logged.statement
        let withdrawn = logged.retraction.map { "  (retracted: \($0))" } ?? ""
        return "    \(statement.id)  \(statement.entity)  \(statement.locator)\(withdrawn)"
      }
  }

  public var json: String { value.text(pretty: true) }

  /// `{policy, kind, id, title, facts, partnershipCount, partnerships, eventCount, events, contradictions, statements}`.
  public var value: JSON {
    JSON.object([
      .init("policy", .string(lens.policy.description)), .init("kind", .string(dossier.entity.kind.rawValue)),
      .init("id", .string(dossier.entity.id)),
      .init("title", .string(dossier.title)), .init("facts", facts(dossier.facts)),
      .init("partnershipCount", .integer(Int64(dossier.tieCount))),
      .init(
        "partnerships",
        .array(
          dossier.ties.map { tie in
            .object([
              .init("id", .string(tie.id)), .init("title", .string(tie.title)),
              .init("facts", facts(tie.facts)),
              .init("episodes", strings(tie.episodes.map(\.description))),
            ])
          })),
      .init("eventCount", .integer(Int64(dossier.happeningCount))),
      .init(
        "events",
        .array(
          dossier.happenings.map { event in
            .object([
              .init("id", .string(event.id)), .init("date", .string(event.date)),
              .init("type", .string(event.type)),
              .init("title", .string(event.title)),
              .init("participants", strings(event.participants.map(\.description))),
              .init("partnerships", strings(event.partnerships)),
              .init("flows", strings(event.flows.map(\.description))),
              .init("outcome", .string(event.outcome)),
            ])
          })),
      .init(
        "contradictions",
        .array(dossier.contradictions.map { ContradictionText.json($0, dossier.statements) })),
      .init("statements", .array(dossier.statements.map(StatementJSON.json))),
    ])
  }

  private func facts(_ facts: [Dossier.Fact]) -> JSON {
    .object(facts.map { .init($0.label, .string($0.value)) })
  }

  private func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }
}
