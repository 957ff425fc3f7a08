/// One address of edit mode. These have a table of their own: without edit mode none of them is there, and the API's document never has them.
struct EditRoute: Sendable {
  enum Method: String, CaseIterable, Sendable {
    case get = "GET"
    case post = "POST"
  }

  let path: String
  let methods: [Method]
  let reply: @Sendable (EditAsk, Record, Editor) throws -> EditReply

  static let all: [EditRoute] = [
    .lately, .statement, .preview, .keep, .withdraw, .undo,
  ]

  /// Whether some address takes a form.
  static func takesForms(_ path: String) -> Bool {
    all.contains { $0.path == path && $0.methods.contains(.post) }
  }
}

/// What somebody who may edit asks for.
struct EditAsk: Sendable {
  let session: Session
  let method: EditRoute.Method
  let query: [String: String]
  /// Of the form; empty where nothing was sent.
  let fields: [String: String]
}

/// What is answered.
enum EditReply: Sendable {
  case page(any Page, status: Int = 200)
  /// Go there, to look.
  case redirect(String)
}
