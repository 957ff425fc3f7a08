/// A table of counts: rows, columns, cells with bounds, totals, and what has to be said about it.
public struct CrossTable: Hashable, Sendable {
  /// A number with bounds; `possible` is nil where nothing bounds it above.
  public struct Bounds: Hashable, Sendable {
    public let certain: Double
    public let possible: Double?

    public init(certain: Double, possible: Double?) {
      self.certain = certain
      self.possible = possible
    }

    public var isZero: Bool { certain == 0 && possible == 0 }
  }

  /// One cell, a margin, or the grand total.
  public struct Cell: Hashable, Sendable {
    /// Nil where the table says nothing: not the same as zero.
    public let computed: Bounds?
    /// What was published there; nil where nothing was.
    public let published: Bounds?
    public let publishedText: String?
    public let statements: [String]

    public init(
      computed: Bounds?, published: Bounds? = nil, publishedText: String? = nil, statements: [String] = []
    ) {
      self.computed = computed
      self.published = published
      self.publishedText = publishedText
      self.statements = statements
    }

    /// Whether what was published lies outside what was computed; `published` is as wide as its rounding.
    public var differs: Bool {
      guard let computed, let published else { return false }
      let high = computed.possible ?? .infinity
      return (published.possible ?? .infinity) < computed.certain - 1e-9 || published.certain > high + 1e-9
    }
  }

  /// A row's or column's key and what it is called.
  public struct Head: Hashable, Sendable {
    public let key: String
    public let name: String

    public init(key: String, name: String) {
      self.key = key
      self.name = name
    }
  }

  public var title: String
  public var unit: String
  public var rowCaption: String
  public var columnCaption: String
  public var rows: [Head]
  public var columns: [Head]
  /// `cells[row][column]`.
  public var cells: [[Cell]]
  /// One for each row; empty when there are no row totals.
  public var rowTotals: [Cell]
  public var columnTotals: [Cell]
  public var total: Cell?
  /// Sentences below the table.
  public var notes: [String]

  public init(
    title: String, unit: String, rowCaption: String, columnCaption: String, rows: [Head], columns: [Head],
    cells: [[Cell]], rowTotals: [Cell] = [], columnTotals: [Cell] = [], total: Cell? = nil,
    notes: [String] = []
  ) {
    self.title = title
    self.unit = unit
    self.rowCaption = rowCaption
    self.columnCaption = columnCaption
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.rowTotals = rowTotals
    self.columnTotals = columnTotals
    self.total = total
    self.notes = notes
  }
}

extension CrossTable.Bounds {
  /// `12`, `12–14`, `12+`; fractions with two decimals at most.
  public var text: String {
    guard let possible else { return certain.brief + "+" }
    return certain == possible ? certain.brief : certain.brief + "–" + possible.brief
  }
}

extension Double {
  /// Rounded to two decimals, without trailing zeros.
  public var brief: String {
    let rounded = (self * 100).rounded() / 100
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int64(rounded)) : String(rounded)
  }
}
