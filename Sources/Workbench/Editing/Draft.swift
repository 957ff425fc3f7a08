public import Diplomacy

/// What a person has typed of a statement: texts, as yet unread. Nothing of it is lost while it is being mended.
public struct Draft: Hashable, Sendable {
  /// One thing said of a property.
  public struct Line: Hashable, Sendable {
    /// Several that it may be with `|` between (`AlternativesText`).
    public var value = ""
    public var side = ""
    public var role = ""
    /// EDTF: when it held.
    public var during = ""

    public init(_ value: String = "", side: String = "", role: String = "", during: String = "") {
      (self.value, self.side, self.role, self.during) = (value, side, role, during)
    }

    public var isBlank: Bool { [value, side, role, during].allSatisfy(\.isBlank) }
  }

  /// A source that is not on record yet.
  public struct Work: Hashable, Sendable {
    public var id = ""
    /// One of `Work.types`.
    public var type = ""
    public var title = ""
    /// EDTF.
    public var issued = ""
    public var url = ""

    public init() {}

    /// CSL's types of items (CSL 1.0.2, appendix III) that evidence on partnerships is found in.
    public static let types = [
      "document", "report", "book", "chapter", "article-journal", "article-newspaper", "webpage",
      "legislation",
      "treaty", "speech", "dataset", "entry-dictionary", "interview", "personal_communication", "thesis",
    ]

    public var isBlank: Bool { [id, title, issued, url].allSatisfy(\.isBlank) }
  }

  public let kind: EntityKind
  /// The identifier of what it is about.
  public var entity = ""
  /// By the property's name, in the order typed; blank ones stand for fields left empty.
  public var lines: [String: [Line]] = [:]
  /// A source on record; empty where `work` is given instead.
  public var source = ""
  public var work = Work()
  public var locator = ""
  public var rank = Rank.normal.rawValue
  public var certainty = Certainty.stated.rawValue
  public var coder = ""
  public var note = ""
  /// The statement that this one is to stand in the place of, and why; empty where it only adds.
  public var correcting = ""
  public var reason = ""

  public init(_ kind: EntityKind, entity: String = "") {
    self.kind = kind
    self.entity = entity
  }

  /// What a statement on record says, to be corrected.
  public init(correcting statement: Diplomacy.Statement) {
    kind = statement.entity.kind
    entity = statement.entity.id
    for (property, claims) in statement.says {
      lines[property.name] = claims.map { claim in
        Line(
          AlternativesText.text(claim.alternatives.map(\.description)), side: claim.side ?? "",
          role: claim.role?.rawValue ?? "", during: claim.during?.text ?? "")
      }
    }
    source = statement.source.text
    locator = statement.locator
    rank = statement.rank.rawValue
    certainty = statement.certainty.rawValue
    coder = statement.coder
    note = statement.note
    correcting = statement.id.text
  }

  /// The properties that can be said of such a thing, in the order of the vocabulary.
  public var properties: [Property] { Property.all.filter { $0.kind == kind } }
}

extension String {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
