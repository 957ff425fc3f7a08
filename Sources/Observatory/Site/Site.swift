public import Archive
import Crypto
public import Dispatch
import Foundation
public import Workbench

/// The observatory without HTTP: given a route and what is asked, it makes the answer, or has it still.
public final class Site: Sendable {
  let assets: Assets
  /// Nil where the record cannot be edited.
  let editor: Editor?
  /// Nil where no documents are coded.
  let bench: Bench?
  let sessions: Sessions
  let record: Record
  private let templates: Templates
  private let cache: AnswerCache
  /// What tells this program and its studies from others that would make other pages of the same record.
  private let edition: String
  private let patience: DispatchTimeInterval

  /// - Parameters:
  ///   - archive: read only; another program may write to it meanwhile.
  ///   - name: what the archive is called on the pages.
  ///   - home: where outlines of maps and the renderer of pictures are.
  ///   - assets: what pages load besides themselves.
  ///   - cacheSize: in bytes of answers.
  ///   - editor: by whom the record can be edited; nil opens it for reading only.
  ///   - bench: where documents are coded; nil where none are.
  ///   - patience: how long an answer waits for what it needs; what takes longer is made beside it, and the page says so.
  public init(
    _ archive: ArchiveStore, named name: String, studies: [Study], home: Home, assets: Assets,
    editor: Editor? = nil, bench: Bench? = nil, cacheSize: Int = 64 << 20,
    patience: DispatchTimeInterval = .milliseconds(150)
  ) throws {
    record = Record(archive: archive, name: name, shelf: studies, home: home)
    self.patience = patience
    self.assets = assets
    self.editor = editor
    self.bench = bench
    sessions = Sessions((editor == nil ? [] : [.edit]) + (bench?.rights ?? []))
    templates = try Templates()
    cache = AnswerCache(limit: cacheSize)
    edition = Self.digest(Self.programStamp + studies.map(\.id).joined(separator: "|"))
  }

  /// What tells the present state of the record, as this program shows it, from every other; 16 hexadecimal digits.
  func version() throws -> String { Self.digest(try record.archive.version() + edition) }

  /// The answer to what is asked, and the version of the record that it is of; "" where that cannot be told.
  ///
  /// - Parameters:
  ///   - isEditing: whether pages show how to edit what is on them.
  ///   - isKnown: whether the visitor has the answer of that version already; then there is none.
  func answer(
    _ route: Route, _ ask: Ask, at address: String, isEditing: Bool, unless isKnown: (String) -> Bool
  ) -> (answer: Answer?, version: String) {
    do {
      return try record.archive.atOnce {
        var state = try state(of: route)
        if isKnown(state.version) { return (nil, state.version) }
        // A page takes several looks at the record; when it changed in between, it is looked at again.
        for _ in 0..<3 {
          let key = AnswerCache.Key(
            address: address, form: ask.form, isEditing: isEditing, texts: state.texts)
          if let answer = cache.answer(key, version: state.record) { return (answer, state.version) }
          let answer = try make(route, ask, state.version, isEditing)
          let present = record.archive.holdsStill ? state : try self.state(of: route)
          if present == state {
            if !answer.isProvisional { cache.keep(answer, key, version: state.record) }
            return (answer, state.version)
          }
          state = present
        }
        return (try make(route, ask, state.version, isEditing), state.version)
      }
    } catch {
      return (answer(to: Trouble(error), isData: route.isData), "")
    }
  }

  /// What an answer depends on.
  private struct State: Hashable {
    /// The version of the record.
    let record: String
    /// And that of corpora and codings; "" where the route does not read them.
    let texts: String

    /// What tells it from every other state.
    var version: String { texts.isEmpty ? record : Site.digest(record + texts) }
  }

  private func state(of route: Route) throws -> State {
    State(record: try version(), texts: route.readsTexts ? try record.archive.corporaVersion() : "")
  }

  /// The answer when something is wrong: a page, or where data were asked for a problem document (RFC 9457).
  func answer(to trouble: Trouble, isData: Bool) -> Answer {
    var answer =
      if !isData, let version = try? version(), let html = try? html(trouble.page, of: record, version) {
        Answer(status: trouble.status, type: Answer.html, text: html)
      } else {
        Answer(status: trouble.status, type: Answer.problem, text: trouble.json.text(pretty: true) + "\n")
      }
    answer.fields = trouble.fields
    return answer
  }

  /// Waits until what hangs on contradictions is weighed. For tests.
  func weigh() throws { _ = try record.weights(by: .distantFuture) }

  /// Where who may do more than look enters, and what they can do there, for the person who starts the server: below its address.
  public var entrances: [(address: String, what: String)] {
    func entrance(_ right: Right, _ path: String) -> String {
      "\(path.dropFirst())?token=\(sessions.token(right) ?? "")"
    }
    let editing = editor.map { _ in
      [(entrance(.edit, Editor.entrance), "edits it: keep this address to yourself.")]
    }
    let coding = bench.map { bench in
      bench.rights.map { right -> (address: String, what: String) in
        let address = entrance(right, Bench.entrance)
        guard case .code(let coder) = right else {
          return (address, "decides where coders disagree: keep this address to yourself.")
        }
        return (address, "codes as \(coder.onPage): give it to them alone.")
      }
    }
    return (editing ?? []) + (coding ?? [])
  }

  /// Whether some address takes a form.
  func takesForms(_ path: String) -> Bool {
    editor != nil && Editor.takesForms(path) || bench != nil && Bench.takesForms(path)
  }

  /// The record as those who may edit it see it.
  private var recordToEdit: Record {
    var record = record
    record.isEditing = true
    return record
  }

  /// The record as who has the session sees it.
  func record(for session: Session) -> Record {
    var record = session.mayEdit ? recordToEdit : record
    record.isCoding = bench != nil && Bench.isOpen(session)
    return record
  }

  private func make(
    _ route: Route, _ ask: Ask, _ version: String, _ isEditing: Bool
  ) throws -> Answer {
    var record = isEditing ? recordToEdit : record
    record.deadline = .now() + patience
    switch try route.reply(ask, record) {
    case .page(let page):
      var answer = Answer(type: Answer.html, text: try html(page, of: record, version))
      answer.isProvisional = page.isProvisional
      return answer
    case .provisional(let json):
      var answer = Answer(type: Answer.json, text: json.text(pretty: true) + "\n")
      answer.isProvisional = true
      return answer
    case .picture(let bytes, let type): return Answer(type: type, bytes: bytes)
    case .provisionalPicture(let bytes, let type):
      var answer = Answer(status: 503, type: type, bytes: bytes)
      answer.fields["Retry-After"] = Trouble.pause
      answer.isProvisional = true
      return answer
    case .document(let json, let table, let isCompact):
      if ask.form == .csv, let table = table() { return Answer(type: Answer.csv, text: table.csv) }
      return Answer(type: Answer.json, text: json.text(pretty: !isCompact) + "\n")
    }
  }

  func html(_ page: some Page, of record: Record, _ version: String) throws -> String {
    templates.html(page, in: try Frame(page, of: record, version: version, assets: assets))
  }

  private static func digest(_ text: String) -> String {
    SHA256.hash(data: Data(text.utf8)).prefix(8).hexadecimal
  }

  /// The size and time of the program's own file.
  private static var programStamp: String {
    let attributes = Bundle.main.executablePath.flatMap {
      try? FileManager.default.attributesOfItem(atPath: $0)
    }
    let time = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    return "\(attributes?[.size] ?? 0)|\(time)|"
  }
}
