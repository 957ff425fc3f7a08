import Archive

/// A label and its value.
struct FactView: Sendable {
  let label: String
  let value: String

  init(_ fact: Dossier.Fact) { (label, value) = (fact.label.onPage, fact.value.onPage) }

  static let template = """
    <dl class="facts">{{#facts}}<dt>{{label}}</dt><dd><bdi>{{value}}</bdi></dd>{{/facts}}</dl>
    """
}
