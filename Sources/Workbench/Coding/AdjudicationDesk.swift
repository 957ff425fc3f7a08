public import Archive
public import Discourse

/// What the coders of a wave disagree on, and what was decided.
public struct AdjudicationDesk: Sendable {
  /// A document that all of its coders are through with.
  public struct Document: Sendable {
    public let document: String
    /// Its coders, in the order of the wave, each with what they made of it.
    public let coded: [CodedDocument]
    /// Codes on which they disagree, and nothing was decided.
    public let contests: [Contest]
    /// What was decided, code by code; the latest decision.
    public let rulings: [String: Adjudication]
    /// How many codings and decisions it has: what tells whether a form is of the present state.
    public let seen: Int
  }

  /// Those that somebody disagrees on, or on which something was decided: in the order in which they were first coded.
  public let documents: [Document]
  /// How many documents their coders are not through with.
  public let waiting: Int
  /// How many documents all coders agree on, or have one coder only.
  public let agreed: Int

  public var contested: [Document] { documents.filter { !$0.contests.isEmpty } }
  public var decided: [Document] { documents.filter { $0.contests.isEmpty } }
  /// Whether all that was given out is coded, and all that is contested decided.
  public var isClosed: Bool { waiting == 0 && contested.isEmpty }

  public init(_ bench: CodingBench, in archive: ArchiveStore) throws {
    self = try archive.atOnce {
      try Self(
        bench.wave, archive.codings(of: bench.corpus, codebook: bench.wave.codebook),
        archive.decisions(of: bench.corpus, codebook: bench.wave.codebook))
    }
  }

  init(_ wave: Wave, _ codings: Codings, _ decisions: [Adjudication]) {
    let given = Dictionary(grouping: wave.assignments, by: \.document)
    let contests = Dictionary(grouping: Settled(codings, decisions: decisions).contests, by: \.document)
    let ruled = Dictionary(grouping: decisions, by: \.document)
    let made = codings.log.reduce(into: [String: Int]()) { $0[$1.document, default: 0] += 1 }
    var (seen, documents): (Set<String>, [Document]) = ([], [])
    var (ready, agreed) = (0, 0)
    for document in codings.log.map(\.document) where given[document] != nil && seen.insert(document).inserted
    {
      let coded = codings.of(document: document)
      let through = Set(coded.filter { $0.state != .open }.map(\.coder))
      guard through.isSuperset(of: given[document, default: []].map(\.coder)) else { continue }
      ready += 1
      let (contested, rulings) = (contests[document] ?? [], ruled[document] ?? [])
      guard !contested.isEmpty || !rulings.isEmpty else {
        agreed += 1
        continue
      }
      documents.append(
        Document(
          document: document, coded: coded.sorted { Self.place($0, wave) < Self.place($1, wave) },
          contests: contested, rulings: Dictionary(rulings.map { ($0.code, $0) }, uniquingKeysWith: { $1 }),
          seen: made[document, default: 0] + rulings.count))
    }
    (self.documents, waiting, self.agreed) = (documents, given.count - ready, agreed)
  }

  private static func place(_ coded: CodedDocument, _ wave: Wave) -> Int {
    wave.coders.firstIndex(of: coded.coder) ?? wave.coders.count
  }
}

extension CodingBench {
  /// A document on which all that was contested is decided; nil as long as it is not, when nobody may be shown what others gave.
  public func decided(_ document: String, in archive: ArchiveStore) throws -> AdjudicationDesk.Document? {
    guard try isDecided(document, in: archive) else { return nil }
    return try AdjudicationDesk(self, in: archive).decided.first { $0.document == document }
  }

  /// Records decisions on a document: which codes hold. All of them or none.
  ///
  /// - Parameter seen: how many codings and decisions the document had when it was begun to decide.
  /// - Throws: `BenchFault`, with nothing kept; `ArchiveError`.
  public func decide(
    _ rulings: [String: Bool], on document: String, by person: String, because reason: String, seen: Int,
    in archive: ArchiveStore, at moment: String
  ) throws {
    try archive.together {
      let desk = try AdjudicationDesk(self, in: archive)
      guard let found = desk.documents.first(where: { $0.document == document }) else {
        throw BenchFault.notReady
      }
      let isSaid = rulings.allSatisfy { code, holds in found.rulings[code]?.holds == holds }
      guard !isSaid || rulings.isEmpty else { return }
      guard found.seen == seen else { throw BenchFault.codedMeanwhile }
      guard Set(found.contests.map(\.code)).isSubset(of: rulings.keys), !rulings.isEmpty else {
        throw BenchFault.nothingSaid
      }
      let versions = try archive.codebook(wave.codebook).versions
      let decisions = try rulings.sorted { $0.key < $1.key }.map { code, holds in
        // A code that is no longer in the codebook can be decided upon under the version that last had it.
        guard let version = (1...max(1, versions.latest)).last(where: { versions[$0]?[code] != nil }) else {
          throw BenchFault.unknownCode(code)
        }
        return Adjudication(
          document: document, code: code, holds: holds, by: person, version: version, at: moment,
          reason: reason)
      }
      try archive.record(decisions, of: corpus, codebook: wave.codebook, at: moment)
    }
  }
}
