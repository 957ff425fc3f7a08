import Archive
import Workbench

/// What a visitor is told when there is no answer: the one place that turns errors into a status and words.
struct Trouble: Error, Sendable {
  let status: Int
  let title: String
  let detail: String
  /// Further header fields of the answer.
  var fields: [String: String] = [:]

  init(status: Int, title: String, detail: String) {
    (self.status, self.title, self.detail) = (status, title, detail)
  }

  /// What is not the visitor's to mend says no more than that: the program's own output has the rest.
  init(_ error: any Error) {
    switch error {
    case let trouble as Trouble: self = trouble
    case ObservatoryError.nothing(let kind, let called):
      self.init(
        status: 404, title: "Not on record",
        detail: "There is no \(kind) '\(called.onPage)'. Search for it by name.")
    case ObservatoryError.badParameter(let name, let found, let expected):
      self.init(
        status: 400, title: "Not understood",
        detail: "\(name.onPage) '\(found.onPage)': expected \(expected).")
    case ObservatoryError.badAddress:
      self.init(
        status: 400, title: "Not understood",
        detail: "The address cannot be read: a per-cent sign in it does not begin a byte of UTF-8.")
    case ObservatoryError.notReady:
      self.init(
        status: 503, title: "Not ready yet",
        detail:
          "Others have asked for as much as can be made at once, or this takes a while. Try again in a moment."
      )
      fields["Retry-After"] = Self.pause
      // Browsers look again by themselves.
      fields["Refresh"] = Self.pause
    case ObservatoryError.tooLong(let statement, let most):
      self.init(
        status: 409, title: "Too much for a form",
        detail:
          "The statement \(statement.onPage) says more than \(most) things of one property. Withdraw it, and import what is right."
      )
    case WorkbenchError.notFound(let text, let near):
      self.init(
        status: 404, title: "Not on record",
        detail: "No single thing is called '\(text.onPage)'."
          + (near.isEmpty ? "" : " Near it: \(near.joined(separator: ", ").onPage)."))
    case WorkbenchError.badOption(let name, let value, let expected):
      self.init(
        status: 400, title: "Not understood",
        // On the command line options begin with dashes.
        detail: "\(String(name.drop { $0 == "-" }).onPage) '\(value.onPage)': expected \(expected).")
    case ArchiveError.unknownCorpus(let name, _):
      self.init(ObservatoryError.nothing(kind: "corpus", called: name))
    case ArchiveError.unknownDocument(let id, _):
      self.init(ObservatoryError.nothing(kind: "document", called: id))
    case ArchiveError.unknownCodebook(let name, _):
      self.init(ObservatoryError.nothing(kind: "codebook", called: name))
    case ArchiveError.query(let reason):
      self.init(status: 400, title: "The query does not run", detail: reason.onPage)
    case ArchiveError.busy:
      self.init(
        status: 503, title: "The archive is being written to", detail: "Try again in a moment.")
    default:
      Complaint.write(error)
      self.init(
        status: 500, title: "Something went wrong here",
        detail:
          "The page could not be made. What happened stands in the output of the program that serves it.")
    }
  }

  static let onlyReading: Trouble = {
    var trouble = Trouble(
      status: 405, title: "Only reading here",
      detail: "Ask with GET or HEAD: nothing can be changed this way.")
    trouble.fields["Allow"] = "GET, HEAD"
    return trouble
  }()

  static let noPage = Trouble(
    status: 404, title: "No such page",
    detail: "Nothing has this address. Search for what you look for by name.")

  /// After how many seconds it is worth asking again for what was not ready.
  static let pause = "3"

  var page: TroublePage { TroublePage(title: title, detail: detail) }

  /// RFC 9457.
  var json: JSON {
    .object([
      .init("type", .string("about:blank")), .init("title", .string(title)),
      .init("status", .integer(Int64(status))), .init("detail", .string(detail)),
    ])
  }
}

/// The page of a trouble. It has no address of its own.
struct TroublePage: Page {
  static let template = "trouble"

  let title: String
  let detail: String
  var address: String { "/" }

  static let text = """
    {{<layout}}{{$main}}
    <h1>{{page.title}}</h1>
    <p class="lead">{{page.detail}}</p>
    <p><a href="/">To the overview</a></p>
    {{/main}}{{/layout}}
    """
}
