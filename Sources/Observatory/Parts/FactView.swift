import Archive

/// A label and its value.
struct FactView: Sendable {
  let label: String
  let value: String

  init(label: String, value: String) { (self.label, self.value) = (label.onPage, value.onPage) }

  init(_ fact: Dossier.Fact) { self.init(label: fact.label, value: fact.value) }

  static let template = """
    <dl class="facts">{{#facts}}<dt>{{label}}</dt><dd><bdi>{{value}}</bdi></dd>{{/facts}}</dl>
    """
}
