public import Diplomacy
import Interchange
import Yams

/// A declared set of tables, figures and checks over the record (`Documentation/Formats.md`, "Study files").
public struct Study: Sendable {
  public let id: String
  public let title: String
  public let source: SourceID
  public let about: String
  public let tables: [StudyTable]
  public let figures: [StudyFigure]
  public let checks: [CheckGroup]
}

/// A table: SQL that gives its cells, and how they are laid out.
public struct StudyTable: Sendable {
  public enum Totals: String, CaseIterable, Sendable { case none, rows, columns, both }
  public enum Order: String, CaseIterable, Sendable {
    case asGiven = "as-given"
    case total, name
  }

  public let id: String
  public let title: String
  public let locator: String
  /// Captions of the two axes and of what is in the cells.
  public let rows: String
  public let columns: String
  public let unit: String
  public let totals: Totals
  public let order: Order
  public let parameters: [String: String]
  public let sql: String
  public let note: String
}

/// A figure: SQL that gives its data, and a Vega-Lite specification without data.
public struct StudyFigure: Sendable {
  public let id: String
  public let title: String
  /// What it shows, for those who cannot see it.
  public let alt: String
  public let locator: String
  public let parameters: [String: String]
  public let sql: String
  public let specification: JSON
  /// The name of an outlines file, for maps.
  public let outlines: String?
}

/// Published figures that are checked in one way.
public struct CheckGroup: Sendable {
  public enum Method: Sendable {
    /// Computed from finer statements by SQL: rows of `certain`, `possible`, `statements`.
    case computed(sql: String)
    /// The record holds the figure itself.
    case recorded
    /// What would be needed to compute it.
    case missing(String)
  }

  public let method: Method
  public let parameters: [String: String]
  public let figures: [PublishedFigure]
}

/// A figure as it was published.
public struct PublishedFigure: Hashable, Sendable {
  public let id: String
  /// As printed; several where the document gives a list.
  public let published: [Amount]
  /// How far from it the computed value may be; nil for half a unit of the last printed digit.
  public let tolerance: Double?
  public let unit: String
  public let locator: String
  public let says: String
  /// Why it differs, or why there are bounds, for readers; empty when nothing is said.
  public let why: String
  public let parameters: [String: String]
}
