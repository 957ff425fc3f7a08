/// A word that can be chosen in a form.
struct Choice: Sendable {
  let value: String
  let text: String
  let isChosen: Bool

  init(_ value: String, _ text: String, isChosen: Bool) {
    self.value = value
    self.text = text
    self.isChosen = isChosen
  }

  /// Words that are called what they are, after one for none.
  static func all(_ words: [String], none: String, chosen: String?) -> [Choice] {
    // A word from the address that is not among them stays to be seen.
    let strange = chosen.map { words.contains($0) ? [] : [$0] } ?? []
    return [Choice("", none, isChosen: chosen == nil)]
      + (words + strange).map { Choice($0, $0.onPage, isChosen: $0 == chosen) }
  }

  static let template = """
    <option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{text}}</option>
    """
}
