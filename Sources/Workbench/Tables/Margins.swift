import Archive
import Chronology
import Diplomacy
import Interchange

/// The printed totals that bear on a question.
///
/// A stated number of partnerships *established* in just the period asked about fixes its row or column. A stated number of
/// *partnerships* of an area, of all times, is a ceiling where nothing fixes the area: those established in the period cannot be more
/// than it less those established outside. A figure that sources contest fixes nothing.
struct Margins {
  private let question: PartnershipTable
  private let stated: [StatedCount]
  private let members: [PartnershipUnit]

  init(_ question: PartnershipTable, stated: [StatedCount], members: [PartnershipUnit]) {
    self.question = question
    self.stated = stated
    self.members = members
  }

  /// None where the question leaves part of the census out: the printed totals are of the whole.
  var all: [Margin<TableCell>] {
    guard question.within == nil, question.kind == nil, question.asOf == nil else { return [] }
    let contested = Set(stated.filter { $0.contest != nil }.map(Subject.init))
    let settled = stated.filter { !contested.contains(Subject($0)) }
    let exact = settled.filter { $0.measure == "partnerships established" }.compactMap { count in
      margin(count).map { (count.area, $0) }
    }
    let areas = Set(exact.compactMap(\.0))
    let ceilings = settled.filter { count in
      count.measure == "partnerships" && !(count.area.map(areas.contains) ?? false)
    }.compactMap(margin)
    return exact.map(\.1) + ceilings
  }

  /// What a count is of: two counts of one subject are the same figure.
  private struct Subject: Hashable {
    let measure: String
    let area: String?
    let date: String?

    init(_ count: StatedCount) { (measure, area, date) = (count.measure, count.area, count.date) }
  }

  private func margin(_ count: StatedCount) -> Margin<TableCell>? {
    guard let area = count.area, let low = count.lowest, let high = count.highest, let axis = axis(of: area)
    else {
      return nil
    }
    let name = "\(area) \(count.value)"
    if count.measure == "partnerships established" {
      guard let isInPeriod = periodCondition(count) else { return nil }
      return Margin(name: name, least: Int(low), most: Int(high)) { axis.key($0) == area && isInPeriod($0) }
    }
    guard count.date == nil else { return nil }
    let elsewhere = members.filter { member in
      question.established.map { $0.answer(member) == .no } ?? false
        && axis.dimension.places(of: member, periods: [], within: nil, asOf: nil).contains { $0 == [area] }
    }
    return Margin(name: name, least: 0, most: Int(high) - elsewhere.count) { axis.key($0) == area }
  }

  /// Which cells are of the period that is counted: all, where the question asks about it; one row or column of a table of periods.
  private func periodCondition(_ count: StatedCount) -> (@Sendable (TableCell) -> Bool)? {
    if let period = question.established {
      guard period.isSame(earliest: count.earliest, latest: count.latest) else { return nil }
      return { _ in true }
    }
    guard
      let period = question.periods.first(where: { $0.isSame(earliest: count.earliest, latest: count.latest) }
      )
    else { return nil }
    if question.rows == .period { return { $0.row == period.name } }
    if question.columns == .period { return { $0.column == period.name } }
    return nil
  }

  /// The axis on which the area is a row or column.
  private func axis(of area: String) -> (dimension: Dimension, key: @Sendable (TableCell) -> String)? {
    let wanted: Dimension = area.hasPrefix("cn-") ? .chineseProvince : .country
    if question.rows == wanted { return (wanted, { $0.row }) }
    if question.columns == wanted { return (wanted, { $0.column }) }
    return nil
  }
}

/// What the source printed as totals, to stand beside those computed.
struct PublishedTotals {
  private let question: PartnershipTable
  private let stated: [StatedCount]

  init(_ question: PartnershipTable, stated: [StatedCount]) {
    self.question = question
    // A sum over periods leaves out what lies in none of them: it is no number that a source prints.
    self.stated =
      question.within == nil && question.kind == nil && question.asOf == nil
        && question.rows != .period && question.columns != .period
      ? stated.filter { count in
        guard let period = question.established else {
          return count.date == nil && count.measure == "partnerships"
        }
        return count.measure == "partnerships established"
          && period.isSame(earliest: count.earliest, latest: count.latest)
      } : []
  }

  func cell(_ computed: CrossTable.Bounds, area: String?, of dimension: Dimension) -> CrossTable.Cell {
    let isAreal = area == nil || dimension == .country || dimension == .chineseProvince
    guard isAreal, let count = stated.first(where: { $0.area == area }), let low = count.lowest else {
      return CrossTable.Cell(computed: computed)
    }
    return CrossTable.Cell(
      computed: computed, published: CrossTable.Bounds(certain: low, possible: count.highest),
      publishedText: count.value)
  }
}
