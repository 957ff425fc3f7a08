import Diplomacy
import TestSupport
import Testing

@testable import Archive

@Suite("What an actor lies within") struct NestingTests {
  /// Who lies within whom: for each actor its places, each one of a few parents.
  typealias Places = [Int: [[Int]]]

  private func archive(_ places: Places, count: Int) throws -> ArchiveStore {
    try ArchiveStore.holding(
      (0..<count).map { actor in
        var says: [Property: [Claim]] = [:]
        if let name = Property.named("name", of: .actor), let within = Property.named("within", of: .actor) {
          says[name] = [Claim([.text("Actor \(actor)")])]
          says[within] = try? (places[actor] ?? []).enumerated().map { slot, parents in
            Claim(parents.map { .reference("a\($0)") }, during: try .init("\(2000 + slot)"))
          }
          if says[within]?.isEmpty == true { says[within] = nil }
        }
        return Statement(entity: EntityReference(.actor, "a\(actor)"), says: says, source: "a", locator: "")
      })
  }

  /// Every world chooses one parent for each place; an ancestor is possible if reached in some, certain if in all.
  private func oracle(_ places: Places, count: Int) -> Set<[Int]> {
    var worlds: [[Int: Set<Int>]] = [[:]]
    for (actor, slots) in places {
      for parents in slots {
        worlds = worlds.flatMap { world in
          parents.map { parent in world.merging([actor: [parent]]) { $0.union($1) } }
        }
      }
    }
    var rows: Set<[Int]> = []
    for actor in 0..<count {
      let depths = worlds.map { reach(actor, in: $0) }
      for ancestor in Set(depths.flatMap(\.keys)) {
        let found = depths.compactMap { $0[ancestor] }
        rows.insert([actor, ancestor, found.min() ?? 0, found.count == worlds.count ? 1 : 0])
      }
    }
    return rows
  }

  /// How many steps up each ancestor is.
  private func reach(_ actor: Int, in world: [Int: Set<Int>]) -> [Int: Int] {
    var depths = [actor: 0]
    var front: Set<Int> = [actor]
    var depth = 0
    while !front.isEmpty {
      depth += 1
      front = Set(front.flatMap { world[$0] ?? [] }).subtracting(depths.keys)
      for next in front { depths[next] = depth }
    }
    return depths
  }

  private func kept(_ archive: ArchiveStore) throws -> Set<[Int]> {
    Set(
      try archive.rows("SELECT substr(actor, 2), substr(ancestor, 2), depth, certain FROM nesting")
        .map { $0.compactMap { Int($0) } })
  }

  @Test("is certain where every reading of the record has it, and possible where one has", arguments: 0..<150)
  func worlds(_ seed: Int) throws {
    var random = Seeded(state: UInt64(seed))
    let count = 6
    var places: Places = [:]
    for actor in 0..<count {
      let slots = [0, 1, 1, 1, 2][Int.random(in: 0..<5, using: &random)]
      places[actor] = (0..<slots).map { _ in
        let others = (0..<count).filter { seed.isMultiple(of: 2) ? $0 > actor : $0 != actor }.shuffled(
          using: &random)
        return Array(others.prefix(Int.random(in: 1...2, using: &random)))
      }.filter { !$0.isEmpty }
    }
    let archive = try archive(places, count: count)
    #expect(try kept(archive) == oracle(places, count: count), "\(places)")
  }

  @Test("of one of two provinces is certainly the state that holds both")
  func provinces() throws {
    let places: Places = [0: [[1, 2]], 1: [[3]], 2: [[3]]]
    let archive = try archive(places, count: 4)
    #expect(
      try archive.rows("SELECT ancestor, depth, certain FROM nesting WHERE actor = 'a0' ORDER BY 1")
        == [["a0", "0", "1"], ["a1", "1", "0"], ["a2", "1", "0"], ["a3", "2", "1"]])
  }

  @Test("is worked out without trying every path of a deep record")
  func deep() throws {
    var places: Places = [:]
    for level in 0..<24 {
      for actor in [2 * level, 2 * level + 1] { places[actor] = [[2 * level + 2, 2 * level + 3]] }
    }
    let archive = try archive(places, count: 50)
    #expect(try archive.rows("SELECT count(*) FROM nesting WHERE actor = 'a0'") == [["49"]])
  }

  @Test("names an unnamed actor by what it lies within")
  func labels() throws {
    let archive = try ArchiveStore.holding(
      named("fr", "France"), named("es", "Spain"),
      say(.actor, "x", ["unnamed": "yes", "kind": "region", "within": "fr|es"]),
      say(.actor, "y", ["unnamed": "yes"]))
    #expect(
      try archive.rows("SELECT id, name, label, unnamed FROM actor WHERE unnamed ORDER BY id")
        == [["x", "", "unnamed region (Spain or France)", "1"], ["y", "", "unnamed actor", "1"]])
    try archive.deliver(
      [say(.actor, "es", ["name": "Kingdom of Spain"], by: "b", rank: .preferred)], at: moment(1))
    #expect(
      try archive.rows("SELECT label FROM actor WHERE id = 'x'") == [
        ["unnamed region (Kingdom of Spain or France)"]
      ])
  }
}
