/// Reads a query. OR binds least, then standing side by side, then NOT.
struct SearchParser {
  private enum Token: Hashable {
    case open, close
    /// AND, OR, NOT.
    case name(String)
    case phrase(SearchQuery.Phrase)
  }

  /// Brackets within brackets; deeper ones are passed over.
  private static let deepest = 16
  private static let quotes: Set<Character> = ["\"", "“", "”", "„", "«", "»"]

  private var tokens: ArraySlice<Token>
  /// How many words there are, Chinese by characters.
  let words: Int

  init(_ text: String) {
    let tokens = Self.tokens(of: text)
    words = tokens.reduce(0) { sum, token in
      if case .phrase(let phrase) = token { sum + phrase.words.count } else { sum }
    }
    self.tokens = tokens[...]
  }

  mutating func expression() -> SearchQuery.Expression? {
    var parts: [SearchQuery.Expression] = []
    while !tokens.isEmpty {
      if let part = either() { parts.append(part) }
      // A bracket that closes nothing.
      if tokens.first == .close { tokens.removeFirst() }
    }
    return Self.together(parts) { .all($0) }
  }

  private mutating func either() -> SearchQuery.Expression? {
    var parts: [SearchQuery.Expression] = []
    if let part = side() { parts.append(part) }
    while tokens.first == .name("OR") {
      tokens.removeFirst()
      if let part = side() { parts.append(part) }
    }
    return Self.together(parts) { .any($0) }
  }

  private mutating func side() -> SearchQuery.Expression? {
    var parts: [SearchQuery.Expression] = []
    while let token = tokens.first, token != .close, token != .name("OR") {
      if token == .name("AND") {
        tokens.removeFirst()
      } else if token == .name("NOT"), let whole = parts.popLast() {
        tokens.removeFirst()
        parts.append(one().map { .without(whole, $0) } ?? whole)
      } else if token == .name("NOT") {
        // Without what? All others are asked for.
        tokens.removeFirst()
      } else if let part = one() {
        parts.append(part)
      }
    }
    return Self.together(parts) { .all($0) }
  }

  private mutating func one() -> SearchQuery.Expression? {
    switch tokens.first {
    case .open:
      tokens.removeFirst()
      let part = either()
      if tokens.first == .close { tokens.removeFirst() }
      return part
    case .phrase(let phrase):
      tokens.removeFirst()
      return .phrase(phrase)
    case .close, .name, nil: return nil
    }
  }

  private static func together(
    _ parts: [SearchQuery.Expression], _ join: ([SearchQuery.Expression]) -> SearchQuery.Expression
  ) -> SearchQuery.Expression? {
    parts.count > 1 ? join(parts) : parts.first
  }

  private static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var rest = Substring(text)
    var depth = 0
    while let first = rest.first {
      if quotes.contains(first) {
        rest.removeFirst()
        let end = rest.firstIndex(where: quotes.contains) ?? rest.endIndex
        let inner = rest[..<end]
        rest = rest[end...].dropFirst()
        let isBeginning = rest.first == "*"
        if isBeginning { rest.removeFirst() }
        if let phrase = phrase(inner, isBeginning: isBeginning || inner.last == "*") { tokens.append(phrase) }
      } else if first == "(" || first == ")" {
        rest.removeFirst()
        depth += first == "(" ? 1 : -1
        if depth >= 0, depth <= (first == "(" ? deepest : deepest - 1) {
          tokens.append(first == "(" ? .open : .close)
        }
        depth = max(0, depth)
      } else if first.isWhitespace {
        rest.removeFirst()
      } else {
        let word = rest.prefix { !$0.isWhitespace && $0 != "(" && $0 != ")" && !quotes.contains($0) }
        rest = rest[word.endIndex...]
        if ["AND", "OR", "NOT"].contains(word) {
          tokens.append(.name(String(word)))
        } else if let phrase = phrase(word, isBeginning: word.last == "*") {
          tokens.append(phrase)
        }
      }
    }
    return tokens
  }

  private static func phrase(_ text: Substring, isBeginning: Bool) -> Token? {
    let words = FoldedText(String(text)).words
    return words.isEmpty ? nil : .phrase(SearchQuery.Phrase(words: words, isBeginning: isBeginning))
  }
}
