import Diplomacy
import Testing

@testable import Archive

@Suite("The check") struct TamperingTests {
  private func findings(_ sql: String) throws -> Set<String> {
    let archive = try ArchiveStore.holding(
      DomainRulesTests.tie() + [
        say(.flow, "f", ["quantity": "12000"]),
        say(.observation, "o", ["measure": "visits", "date": "2019", "value": "3"]),
      ])
    try archive.force(sql)
    return Set(try archive.check().map(\.rule))
  }

  @Test("finds what was changed behind the archive's back")
  func tampering() throws {
    #expect(try findings("SELECT 1") == [])
    #expect(try findings("UPDATE actor SET label = 'z'") == ["stale-snapshot"])
    #expect(
      try findings("UPDATE partnership_row SET parties = json_remove(parties, '$[1]')") == [
        "partnership-of-one", "stale-snapshot",
      ])
    #expect(
      try findings(
        "DROP TRIGGER statement_refuses_update; UPDATE statement SET locator = 'p. 9' WHERE entity = 'x'")
        == ["changed-statement"])
    #expect(
      try findings("PRAGMA foreign_keys = OFF; INSERT INTO name VALUES ('nobody', 'name', 'n', 'n')")
        == ["broken-foreign-key"])
  }

  @Test("finds a search index that does not follow from the log")
  func index() throws {
    #expect(try findings("UPDATE search SET text = 'z' WHERE entity = 'x'") == ["stale-snapshot"])
    #expect(try findings("DELETE FROM search WHERE entity = 'x'") == ["stale-snapshot"])
    #expect(try findings("INSERT INTO search VALUES ('actor', 'nobody', 'n')") == ["stale-snapshot"])
    #expect(try findings("DELETE FROM search_row WHERE entity = 'x'") == ["stale-snapshot"])
    #expect(try findings("UPDATE search SET text = text") == [])
  }

  @Test(
    "reports statements that can no longer be read, rather than fail on them",
    arguments: [
      ("12000", "x12000"), (#""2019""#, #""2019-13""#), (#"{"quantity""#, #"{"quality""#),
      (#"["12000"]"#, #"["12000",1]"#), (#"["12000"]"#, #"[{"value":"12000","during":"never"}]"#),
      (#"["12000"]"#, #"12000"#),
    ])
  func unreadable(_ value: String, _ other: String) throws {
    #expect(
      try findings(
        """
        DROP TRIGGER statement_refuses_update;
        UPDATE statement SET says = replace(says, '\(value)', '\(other)') WHERE kind IN ('flow', 'observation')
        """) == ["changed-statement"])
  }

  @Test("finds what is wrong with the world, too, where the log was changed")
  func both() throws {
    #expect(
      try findings(
        """
        DROP TRIGGER statement_refuses_update; UPDATE statement SET says = replace(says, '12000', 'x');
        UPDATE partnership_row SET parties = json_remove(parties, '$[1]')
        """) == ["changed-statement", "partnership-of-one"])
  }
}
