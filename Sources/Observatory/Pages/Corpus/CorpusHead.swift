/// What stands above every page of a corpus: its name, and what can be asked of it.
struct CorpusHead: Sendable {
  /// A page of a corpus, as its address has it.
  enum Place: String, CaseIterable, Sendable {
    case corpus = ""
    case search, kwic, collocates, career, keyness, themes

    var text: String {
      switch self {
      case .corpus: "Documents"
      case .search: "Search"
      case .kwic: "Words in context"
      case .collocates: "What stands near"
      case .career: "Career of a term"
      case .keyness: "Parts compared"
      case .themes: "Themes"
      }
    }
  }

  let name: String
  let places: [Frame.Place]

  /// - Parameter here: nil on a page below these.
  init(_ name: String, at here: Place?) {
    self.name = name.onPage
    places = Place.allCases.map { place in
      Frame.Place(address: Address.corpus(name, place), text: place.text, isHere: place == here)
    }
  }

  static let template = """
    <p class="crumbs"><a href="/corpora">Corpora</a> › <bdi>{{name}}</bdi></p>
    <nav class="jumps" aria-label="What to ask of the corpus">{{#places}}<a href="{{address}}"{{#isHere}} aria-current="page"{{/isHere}}>{{text}}</a>{{/places}}</nav>
    """
}
