/// A form that could not be taken, with what was typed into it.
struct LostFormPage: Page {
  static let template = "lost-form"

  struct Typed: Sendable {
    let name: String
    let text: String
  }

  let title: String
  let detail: String
  let typed: [Typed]
  var address: String { "/" }

  init(_ trouble: Trouble, typed: [Typed]) {
    (title, detail, self.typed) = (trouble.title, trouble.detail, typed)
  }

  /// What of a form somebody has written or chosen.
  static func typed(_ fields: [String: String]) -> [Typed] {
    fields.filter { $0.key != "proof" && !$0.value.isEmpty }.sorted { $0.key < $1.key }.map {
      Typed(name: $0.key.onPage, text: $0.value)
    }
  }

  static let text = """
    {{<layout}}{{$main}}
    <h1>{{page.title}}</h1>
    <p class="lead">{{page.detail}}</p>
    <h2>What you sent</h2>
    <p>It was not kept. Copy from here what you want to send again.</p>
    <dl class="lost">{{#page.typed}}<dt><bdi>{{name}}</bdi></dt><dd dir="auto">{{text}}</dd>
    {{/page.typed}}</dl>
    <p><a href="/">To the overview</a></p>
    {{/main}}{{/layout}}
    """
}
