import Archive
import Diplomacy
import Workbench

/// The form for a statement, with all that is wrong with what was typed.
struct StatementFormPage: Page {
  static let template = "edit-statement"

  struct Group: Sendable {
    let name: String
    let lines: [LineField]
    /// The word of the button for one more; nil where one is all there can be.
    let more: String?
  }

  /// A fault, and where its field is.
  struct Fault: Sendable {
    let field: String
    let label: String
    let text: String
  }

  /// A text of the form, and what is wrong with it.
  struct Text: Sendable {
    let name: String
    let label: String
    let value: String
    let hint: String
    let fault: String?
    let isWide: Bool
    let list: String?
  }

  struct Known: Sendable {
    let sources: [SourceView]
  }

  let title: String
  let address: String
  let kind: String
  let correcting: String
  let faults: [Fault]
  let hasFaults: Bool
  let entity: Text
  let groups: [Group]
  let place: [Text]
  let work: [Text]
  let types: [Choice]
  let isWorkOpen: Bool
  let ranks: [Choice]
  let certainties: [Choice]
  let about: [Text]
  let note: String
  /// Of a correction.
  let reason: Text?
  let sources: [Link]
  /// What is on record of it already.
  let known: Known?
  let proof: String

  private static let listed = 400

  /// - Parameter growing: the property of which one more is wanted.
  init(
    _ draft: Draft, faults: [DraftFault] = [], growing: String? = nil, for session: Session, _ record: Record
  ) throws {
    func text(
      _ name: String, _ label: String, _ value: String, hint: String = "", isWide: Bool = false,
      list: String? = nil
    ) -> Text {
      Text(
        name: name, label: label, value: value, hint: hint,
        fault: faults.first { $0.field == name }?.text, isWide: isWide, list: list)
    }
    let reference = EntityReference(draft.kind, draft.entity)
    let isKnown = try !draft.entity.isEmpty && record.archive.holds(reference)
    kind = draft.kind.rawValue
    correcting = draft.correcting
    title =
      (draft.correcting.isEmpty ? "A statement on " : "Correct a statement on ")
      + (isKnown ? try record.title(of: reference).onPage : "a new \(kind)")
    address =
      draft.correcting.isEmpty
      ? Address.adding(draft.kind, draft.entity) : Address.correcting(draft.correcting)
    entity = text("entity", "Identifier", draft.entity, hint: Self.example(draft.kind))
    groups = draft.properties.map { Self.group($0, draft, faults, grows: growing == $0.name) }
    place = [
      text("source", "Source on record", draft.source, hint: "its identifier", list: "known-sources"),
      text("locator", "Where in it", draft.locator, hint: "p. 12; Table 3; L191"),
    ]
    work = [
      text("work.id", "Identifier", draft.work.id, hint: "gazette-2018"),
      text("work.title", "Title", draft.work.title, isWide: true),
      text("work.issued", "Issued", draft.work.issued, hint: "2018-05"),
      text("work.url", "Address", draft.work.url, hint: "https://"),
    ]
    let type = draft.work.type
    types = Choice.all(Draft.Work.types, none: "", chosen: type.isEmpty ? Draft.Work.types[0] : type).filter {
      !$0.value.isEmpty
    }
    isWorkOpen = !draft.work.isBlank
    ranks = Choice.all(Rank.words, none: "", chosen: draft.rank).filter { !$0.value.isEmpty }
    certainties = Choice.all(Certainty.words, none: "", chosen: draft.certainty).filter { !$0.value.isEmpty }
    about = [text("coder", "Who you are", draft.coder)]
    note = draft.note
    reason =
      draft.correcting.isEmpty ? nil : text("reason", "Why it is corrected", draft.reason, isWide: true)
    let titles = try Titles(record.archive)
    sources = titles.sources.sorted { $0.key < $1.key }.prefix(Self.listed).map {
      Link(address: $0.key.text, text: $0.value.onPage)
    }
    known =
      isKnown ? Known(sources: SourceView.all(try record.archive.log(of: reference), titles: titles)) : nil
    proof = session.proof
    self.faults = faults.map {
      Fault(field: Self.anchor($0.field), label: Self.label($0.field), text: $0.text)
    }
    hasFaults = !faults.isEmpty
  }

  private static func group(
    _ property: Property, _ draft: Draft, _ faults: [DraftFault], grows: Bool
  ) -> Group {
    var lines = draft.lines[property.name] ?? []
    // One is always open; of parties and participants two, since there are at least two.
    let least = ["party", "participant"].contains(property.name) ? 2 : 1
    if grows { lines.append(Draft.Line()) }
    while lines.count < least { lines.append(Draft.Line()) }
    let canGrow = !property.isSingle && lines.count < Draft.mostLines
    return Group(
      name: property.name,
      lines: lines.prefix(Draft.mostLines).enumerated().map { LineField(property, $0, $1, faults) },
      more: canGrow ? property.name : nil)
  }

  /// "says.party.0.side" as people read it.
  private static func label(_ field: String) -> String {
    let parts = field.split(separator: ".").map(String.init)
    switch parts.first {
    case "says" where parts.count > 1: return parts[1] + (parts.count > 3 ? ", \(parts[3])" : "")
    case "says": return "What it says"
    case "work" where parts.count > 1: return "New source, \(parts[1])"
    default: return field
    }
  }

  private static func anchor(_ field: String) -> String {
    field == "says" ? "says" : field == "correcting" ? "main" : field
  }

  private static func example(_ kind: EntityKind) -> String {
    switch kind {
    case .actor: "pl-lodz"
    case .partnership: "pl-lodz+cn-chengdu"
    case .episode: "pl-lodz+cn-chengdu/established-2015"
    case .event: "ev-083"
    case .flow: "ev-083/masks"
    case .observation: "survey-2018-active"
    }
  }
}
