import Archive
import Chronology
import Diplomacy
import Interchange

/// The printed totals that bear on a question.
///
/// A stated number of partnerships *established* in just the period asked about fixes its row or column. A stated number of
/// *partnerships* of an area, of all times, is a ceiling: those established in the period cannot be more than it less those
/// established outside.
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
    return stated.compactMap { $0.contest == nil ? margin($0) : nil }
  }

  private func margin(_ count: StatedCount) -> Margin<TableCell>? {
    guard let area = count.area, let low = count.lowest, let high = count.highest, let axis = axis(of: area)
    else {
      return nil
    }
    let name = "\(area) \(count.value)"
    if count.measure == "partnerships established" {
      guard let period = question.established, period.isSame(earliest: count.earliest, latest: count.latest)
      else {
        return nil
      }
      return Margin(name: name, least: Int(low), most: Int(high)) { axis.key($0) == area }
    }
    guard count.date == nil else { return nil }
    let elsewhere = members.filter { member in
      question.established.map { $0.answer(member) == .no } ?? false
        && axis.dimension.places(of: member, periods: []).contains { $0 == [area] }
    }
    return Margin(name: name, least: 0, most: Int(high) - elsewhere.count) { axis.key($0) == area }
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
    self.stated =
      question.within == nil && question.kind == nil && question.asOf == nil
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
