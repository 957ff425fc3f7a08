import Archive
import Diplomacy

/// Two countries, two Chinese provinces, five partnerships and three events: small enough to count on one's fingers.
///
/// | partnership | parties | established | ended | kind |
/// | --- | --- | --- | --- | --- |
/// | a | it-1, cn-x | 2015 | | twinning |
/// | b | one of it-1 and fr-1, cn-y | 2014 or 2015 | | twinning |
/// | c | fr-1, cn-x | 2010 | 2012 | memorandum |
/// | d | it-1 and fr-1, cn-z (in X or in Y) | 2016-05 | | twinning |
/// | e | fr, cn | not known | | strategic partnership |
enum SmallWorld {
  static func archive() throws -> ArchiveStore { try SmallRecord.archive(actors + partnerships + events) }

  private static var actors: [Statement] {
    get throws {
      try [
        actor("it", "Italy", "state"), actor("fr", "France", "state"), actor("cn", "China", "state"),
        actor("it-1", "Liguria", "region", "it"), actor("fr-1", "Alsace", "region", "fr"),
        actor("cn-x", "Xia", "province", "cn"), actor("cn-y", "Yan", "province", "cn"),
        actor("cn-z", "Zhou", "city", "cn-x"),
        SmallRecord.statement("actor cn-z", [("within", "cn-y")], locator: "p. 2"),
      ]
    }
  }

  private static func actor(_ id: String, _ name: String, _ kind: String, _ within: String? = nil) throws
    -> Statement
  {
    try SmallRecord.statement(
      "actor \(id)", [("name", name), ("kind", kind)] + (within.map { [("within", $0)] } ?? []))
  }

  private static var partnerships: [Statement] {
    get throws {
      try [
        SmallRecord.statement(
          "partnership a",
          [("kind", "twinning"), ("party@partner", "it-1"), ("party@cn", "cn-x"), ("established", "2015")]),
        SmallRecord.statement(
          "partnership b",
          [
            ("kind", "twinning"), ("party@partner", "it-1|fr-1"), ("party@cn", "cn-y"),
            ("established", "[2014, 2015]"),
          ]),
        SmallRecord.statement(
          "partnership c",
          [
            ("kind", "memorandum"), ("party@partner", "fr-1"), ("party@cn", "cn-x"), ("established", "2010"),
            ("ended", "2012"),
          ]),
        SmallRecord.statement(
          "partnership d",
          [
            ("kind", "twinning"), ("party@partner", "it-1"), ("party@partner-2", "fr-1"),
            ("party@cn", "cn-z"),
            ("established", "2016-05"),
          ]),
        SmallRecord.statement(
          "partnership e", [("kind", "strategic partnership"), ("party@partner", "fr"), ("party@cn", "cn")]),
      ]
    }
  }

  /// A gift of 100 masks and of some number of gloves, a gift of 50 or more masks to Liguria or Alsace, and a visit.
  private static var events: [Statement] {
    get throws {
      try [
        SmallRecord.statement(
          "event g",
          [
            ("type", "donation"), ("date", "2020-03"), ("participant@donor", "cn-x"),
            ("participant@recipient", "it-1"),
          ]),
        SmallRecord.statement("flow g/masks", [("event", "g"), ("item", "masks"), ("quantity", "100")]),
        SmallRecord.statement("flow g/gloves", [("event", "g"), ("item", "gloves")]),
        SmallRecord.statement(
          "event h",
          [
            ("type", "donation"), ("date", "2020-03/2021-01"), ("participant@donor", "cn-y"),
            ("participant@recipient", "it-1|fr-1"),
          ]),
        SmallRecord.statement("flow h/masks", [("event", "h"), ("item", "masks"), ("quantity", "50+")]),
        SmallRecord.statement(
          "event v",
          [
            ("type", "visit"), ("date", "2019"), ("participant@host", "it-1"),
            ("participant@visitor", "cn-x"),
          ]),
      ]
    }
  }
}
