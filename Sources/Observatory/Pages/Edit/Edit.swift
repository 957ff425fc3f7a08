import Archive
import Diplomacy
import Foundation
import Workbench

extension Section {
  /// Edit mode's pages. Its addresses are in a table of their own, `Editor.routes`.
  static let edit = Section(
    routes: [],
    templates: [
      EditPage.template: EditPage.text, StatementFormPage.template: StatementFormTemplate.text,
      PreviewPage.template: PreviewPage.text, ReasonPage.template: ReasonPage.text,
      "effect": EffectView.template,
      "line": LineField.template,
    ])
}

extension Editor {
  /// What was changed lately, and where to begin.
  static let lately = EditRoute(path: "/edit", methods: [.get]) { ask, record, _ in
    .page(try EditPage(record, tables: ask.session.tables))
  }

  /// The form for a statement: a new one, one to be corrected, or as it was filled in.
  static let statement = EditRoute(path: "/edit/statement", methods: [.get, .post]) { ask, record, _ in
    var draft = try draft(ask, record)
    if draft.coder.isEmpty { draft.coder = ask.session.name }
    return .page(
      try StatementFormPage(draft, growing: ask.fields["more"], for: ask.session, record))
  }

  /// What a statement would do, or what is wrong with it.
  static let preview = EditRoute(path: "/edit/preview", methods: [.post]) { ask, record, editor in
    try reading(ask, record) { draft, edit in
      .page(try PreviewPage(draft, edit, for: ask.session, editor, record))
    }
  }

  static let keep = EditRoute(path: "/edit/keep", methods: [.post]) { ask, record, editor in
    try reading(ask, record) { draft, edit in
      do {
        guard case .record(let statement, _, _, _) = edit, case .kept = try editor.keep(edit) else {
          return .page(try PreviewPage(draft, edit, for: ask.session, editor, record))
        }
        ask.session.name = statement.coder
        return .redirect(try record.home(of: statement) + "#" + Address.part(statement.id.text))
      } catch {
        guard let hindrance = Hindrance(error) else { throw error }
        let page = try PreviewPage(draft, edit, for: ask.session, editor, record, hindrance: hindrance)
        return .page(page, status: hindrance.status)
      }
    }
  }

  static let withdraw = EditRoute(path: "/edit/withdraw", methods: [.get, .post]) { ask, record, editor in
    let id = StatementID(ask.fields["statement"] ?? ask.query["statement"] ?? "")
    guard let logged = try record.archive.logged(id) else {
      throw ObservatoryError.nothing(kind: "statement", called: id.text)
    }
    return try reason(
      ask, record, editor, .withdrawal(logged), then: { try record.home(of: logged.statement) }
    ) { .withdraw(id, reason: $0, coder: $1) }
  }

  static let undo = EditRoute(path: "/edit/undo", methods: [.get, .post]) { ask, record, editor in
    let text = ask.fields["batch"] ?? ask.query["batch"] ?? ""
    guard let number = Int64(text), let batch = try record.archive.batch(ifAny: number) else {
      throw ObservatoryError.nothing(kind: "batch", called: text)
    }
    return try reason(ask, record, editor, .undoing(batch), then: { "/edit" }) {
      .undo(number, reason: $0, coder: $1)
    }
  }

  private static func draft(_ ask: SessionAsk, _ record: Record) throws -> Draft {
    if let draft = Draft(fields: ask.fields) { return draft }
    if let id = ask.query["correct"] {
      guard let statement = try record.archive.standing(StatementID(id)) else {
        throw ObservatoryError.nothing(kind: "standing statement", called: id)
      }
      let draft = Draft(correcting: statement)
      guard draft.fitsForm else { throw ObservatoryError.tooLong(statement: id, most: Draft.mostLines) }
      return draft
    }
    let kind = ask.query["kind"] ?? EntityKind.actor.rawValue
    guard let known = EntityKind(rawValue: kind) else {
      throw ObservatoryError.badParameter(
        name: "kind", found: kind, expected: "one of: " + EntityKind.words.joined(separator: ", "))
    }
    return Draft(known, entity: ask.query["entity"] ?? "")
  }

  /// Reads the draft that was sent; the form again, with all that is wrong, where it cannot be read.
  private static func reading(
    _ ask: SessionAsk, _ record: Record, _ then: (Draft, Edit) throws -> SessionReply
  ) throws -> SessionReply {
    let draft = try draft(ask, record)
    switch try DraftReader.read(draft, in: record.archive) {
    case .edit(let edit): return try then(draft, edit)
    case .faults(let faults):
      return .page(
        try StatementFormPage(draft, faults: faults, for: ask.session, record), status: 422)
    }
  }

  /// Asks for a reason, and does it once there is one.
  private static func reason(
    _ ask: SessionAsk, _ record: Record, _ editor: Editor, _ matter: ReasonPage.Matter,
    then: () throws -> String, _ edit: (_ reason: String, _ coder: String) -> Edit
  ) throws -> SessionReply {
    let reason = (ask.fields["reason"] ?? "").trimmingSpaces()
    let coder = (ask.fields["coder"] ?? ask.session.name).trimmingSpaces()
    func page(_ trouble: String?) throws -> ReasonPage {
      let weighed = try editor.weigh(edit("a trial", coder), for: ask.session, over: record)
      return try ReasonPage(
        matter, reason: reason, coder: coder, weighed, proof: ask.session.proof, trouble: trouble, record)
    }
    guard ask.method == .post else { return .page(try page(nil)) }
    guard !reason.isEmpty, [reason, coder].allSatisfy(\.isPlainLine) else {
      return .page(
        try page(
          "A reason is needed, of one line and at most \(ReasonPage.longest) characters, as is who you are."),
        status: 422)
    }
    do {
      let next = try then()
      _ = try editor.keep(edit(reason, coder))
      ask.session.name = coder
      return .redirect(next)
    } catch {
      guard let hindrance = Hindrance(error) else { throw error }
      return .page(try page(hindrance.text), status: hindrance.status)
    }
  }
}

extension String {
  /// Whether it can be a reason or a name: a line without control characters.
  fileprivate var isPlainLine: Bool {
    unicodeScalars.count <= ReasonPage.longest
      && unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }
}

extension ArchiveStore {
  fileprivate func batch(ifAny number: Int64) throws -> LoggedBatch? {
    do { return try batch(number) } catch ArchiveError.unknownBatch { return nil }
  }
}
