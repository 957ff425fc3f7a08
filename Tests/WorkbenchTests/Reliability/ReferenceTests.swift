import Discourse
import Foundation
import TestSupport
import Testing
import Workbench

/// What irrCAC makes of a table at a level (`Tests/Fixtures/reliability/make_reference.py`).
struct AgreementReference: Decodable, Sendable, CustomTestStringConvertible {
  let table: String
  let level: String
  let unit: String?
  let coders: String?
  let counts: String?
  let long: String?
  let figures: [String: Double]
  /// By the two coders' names, with a comma between.
  let cohenKappa: [String: Double]

  var testDescription: String { "\(table), \(level)" }

  static let all: [AgreementReference] = {
    let path = Project.root + "/Tests/Fixtures/reliability/irrcac.json"
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return (try? decoder.decode([AgreementReference].self, from: data)) ?? []
  }()

  static let folder = Project.root + "/../shared/data/irr_reference/"
  static var areTablesThere: Bool { FileManager.default.fileExists(atPath: folder) }

  func ratings() throws -> Ratings {
    var file = RatingsFile(level: try #require(Level(rawValue: level)))
    if let long {
      file.shape = try RatingsShape(long: long)
    } else if let counts {
      file.shape = .counts(unit: unit, categories: RatingsShape.names(counts))
    } else {
      file.shape = .wide(unit: unit, coders: coders.map(RatingsShape.names))
    }
    return try file.read(Self.folder + table)
  }
}

@Suite("Reliability beside irrCAC")
struct ReferenceTests {
  @Test("has a reference for all eight tables")
  func complete() {
    #expect(Set(AgreementReference.all.map(\.table)).count == 8)
    #expect(AgreementReference.all.allSatisfy { $0.figures.count >= 5 })
  }

  @Test(
    "is the same to four decimals, from the tables as they are",
    .enabled(if: AgreementReference.areTablesThere, "the tables lie in ../shared/data/irr_reference"),
    arguments: AgreementReference.all)
  func same(reference: AgreementReference) throws {
    let reliability = Reliability(try reference.ratings())
    for (name, expected) in reference.figures {
      let coefficient = try #require(Coefficient(rawValue: name))
      let value = try #require(reliability[coefficient]?.value, "\(name)")
      #expect(abs(value - expected) < 0.00005, "\(name): \(value) beside \(expected)")
    }
    #expect(reliability.pairs.count == reference.cohenKappa.count)
    for pair in reliability.pairs {
      let expected = try #require(reference.cohenKappa["\(pair.first),\(pair.second)"])
      let value = try #require(pair.kappa.value)
      #expect(abs(value - expected) < 0.00005, "\(pair.first), \(pair.second): \(value) beside \(expected)")
    }
  }
}
