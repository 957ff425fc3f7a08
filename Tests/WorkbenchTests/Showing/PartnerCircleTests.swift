import Archive
import Diplomacy
import TestSupport
import Testing
import Workbench

@Suite("Around an actor are")
struct PartnerCircleTests {
  /// Of the small world: a is of it-1 and cn-x, b of it-1 or fr-1 and cn-y, d of it-1, fr-1 and cn-z; c of fr-1 and cn-x.
  @Test("those it shares a partnership with, and their other partners")
  func circle() throws {
    let circle = try PartnerCircle(of: "it-1", in: SmallWorld.archive())
    let partners = Dictionary(uniqueKeysWithValues: circle.partners.map { ($0.actor.id, $0) })
    #expect(Set(partners.keys) == ["cn-x", "cn-y", "cn-z", "fr-1"])
    #expect(partners["cn-x"]?.partnerships == 2)
    #expect(partners["cn-x"]?.others.map(\.id) == ["fr-1"])
    #expect(partners["fr-1"]?.partnerships == 3)
    #expect(Set(partners["fr-1"]?.others.map(\.id) ?? []) == ["cn-x", "cn-y", "cn-z"])
    #expect(circle.partners.first?.actor.text == "Alsace")
    #expect(circle.partners.allSatisfy { !$0.hasMore })
  }

  @Test("no more than asked for, and that there are more is said")
  func limits() throws {
    let circle = try PartnerCircle(of: "it-1", in: SmallWorld.archive(), otherLimit: 2)
    let alsace = try #require(circle.partners.first { $0.actor.id == "fr-1" })
    #expect(alsace.others.count == 2 && alsace.hasMore)
    #expect(try PartnerCircle(of: "nobody", in: SmallWorld.archive()).partners == [])
  }
}
