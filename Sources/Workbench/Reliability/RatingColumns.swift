import Interchange

/// The columns that a shape names, by their places in the header.
struct RatingColumns {
  let header: [String]
  /// None where each row is a unit of its own.
  let unit: [Int]
  /// Of the coders or categories; of the coder and the value in a long table.
  let values: [Int]
  private let table: String

  /// - Throws: `WorkbenchError.table` for a column that is not there or comes twice.
  init(_ shape: RatingsShape, header: [String], table: String) throws {
    (self.header, self.table) = (header, table)
    func place(_ name: String) throws -> Int { try Self.place(name, in: header, table) }
    func places(ofUnit name: String) throws -> [Int] {
      if header.contains(name) { return [try place(name)] }
      return try name.split(separator: "+").map { try place(String($0)) }
    }
    switch shape {
    case .wide(let unit, let coders):
      self.unit = try unit.map(places(ofUnit:)) ?? (coders == nil ? [0] : [])
      let own = self.unit
      values = try coders?.map(place) ?? header.indices.filter { !own.contains($0) }
      for value in values { _ = try place(header[value]) }
      guard !values.isEmpty else {
        throw Self.error(table, "it has no column of a coder; it has: \(header.joined(separator: ", "))")
      }
    case .long(let unit, let coder, let value):
      self.unit = try places(ofUnit: unit)
      values = [try place(coder), try place(value)]
    case .counts(let unit, let categories):
      self.unit = try unit.map(places(ofUnit:)) ?? []
      values = try categories.map(place)
    }
  }

  var names: Set<String> { Set((unit + values).map { header[$0] }) }

  private static func place(_ name: String, in header: [String], _ table: String) throws -> Int {
    let places = header.indices.filter { header[$0] == name }
    guard let place = places.first else {
      throw error(table, "there is no column '\(name)'; it has: \(header.joined(separator: ", "))")
    }
    guard places.count == 1 else {
      throw error(table, "two columns are called '\(name)': rename the one that is meant")
    }
    return place
  }

  private static func error(_ table: String, _ message: String) -> WorkbenchError {
    .table(TableError(place: "\(table):1", message: message))
  }
}
