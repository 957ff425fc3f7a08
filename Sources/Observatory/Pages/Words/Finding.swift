import Workbench

/// What came of a question whose answer may take a while.
struct Finding<Value: Sendable>: Sendable {
  /// Nil where nothing was asked, it is still being made, or it cannot be.
  let value: Value?
  /// Why it cannot be made, in words.
  let trouble: String?
  let isWaiting: Bool

  /// - Parameter make: gives nil where nothing is asked.
  init(_ make: () throws -> Value?) throws {
    do { (value, trouble, isWaiting) = (try make(), nil, false) } catch ObservatoryError.notReady {
      (value, trouble, isWaiting) = (nil, nil, true)
    } catch let error as WorkbenchError {
      // What was typed stays in the form, to be mended.
      (value, trouble, isWaiting) = (nil, Trouble(error).detail, false)
    }
  }
}

/// What every page on words has above its findings.
struct WordsHead: Sendable {
  let corpus: CorpusHead
  let base: String
  let form: WordForm
  let trouble: String?
  /// Its address, while the answer is being made.
  let waiting: String?
  let notes: [String]?

  init<Value>(_ asked: WordsAsked, _ finding: Finding<Value>, notes: [String]?, in record: Record) throws {
    corpus = CorpusHead(asked.corpus, at: asked.place)
    base = Address.corpus(asked.corpus, asked.place)
    form = WordForm(asked, isSearched: try record.archive.corpus(asked.corpus).duplicates != nil)
    trouble = finding.trouble
    waiting = finding.isWaiting ? asked.address() : nil
    self.notes = notes.map { $0.map { $0.shown(atMost: 600) } }
  }

  /// Around what was found: it is asked for again until it is there.
  static let found = """
    {{#trouble}}<p class="trouble" role="alert"><bdi>{{.}}</bdi></p>{{/trouble}}
    {{#waiting}}<div hx-get="{{.}}" hx-trigger="load delay:1s" hx-target="#answer" hx-select="#answer" hx-swap="outerHTML"><p role="status">The documents are being read. \
    It takes a while where there are many. <a href="{{.}}">Look again</a></p></div>{{/waiting}}
    <div role="status">{{#notes}}<p class="soft">{{.}}</p>{{/notes}}</div>
    """
}
