public import Archive
public import Discourse

/// A wave at work: its coders code what they were given, each without the others' codes, and what they disagree on is decided.
public struct CodingBench: Sendable {
  public let corpus: String
  public let wave: Wave

  /// - Parameter number: of the wave; nil for the last one.
  /// - Throws: `ArchiveError.unknownCorpus`; `WorkbenchError.badOption` where there is no such wave.
  public init(_ archive: ArchiveStore, corpus: String, wave number: Int? = nil) throws {
    let waves = try archive.waves(of: corpus)
    guard let wave = number.map({ number in waves.first { $0.number == number } }) ?? waves.last else {
      throw WorkbenchError.badOption(
        name: "--wave", value: number.map(String.init) ?? "",
        expected: waves.isEmpty
          ? "a wave, but none was assigned yet: 'entente code assign \(corpus)' gives out documents"
          : "a wave from 1 to \(waves.count)")
    }
    (self.corpus, self.wave) = (corpus, wave)
  }

  init(corpus: String, wave: Wave) { (self.corpus, self.wave) = (corpus, wave) }

  public func desk(_ archive: ArchiveStore) throws -> CodingDesk {
    try CodingDesk(archive, corpus: corpus, codebook: wave.codebook)
  }

  /// A coder's own codings, and nobody else's.
  public func codings(of coder: String, in archive: ArchiveStore) throws -> Codings {
    try archive.codings(of: corpus, codebook: wave.codebook, by: coder)
  }

  public func queue(of coder: String, in archive: ArchiveStore) throws -> CodingQueue {
    CodingQueue(
      wave, coder: coder, codings: try codings(of: coder, in: archive),
      versions: try archive.codebook(wave.codebook).versions)
  }

  /// How many codings a coder has made of a document: what tells whether a form is of the present state.
  public static func count(_ codings: Codings, of document: String, by coder: String) -> Int {
    codings.log.count { $0.document == document && $0.coder == coder }
  }

  /// Appends what a coder says of a document.
  ///
  /// - Parameters:
  ///   - seen: how many codings of theirs the document had when they began to say it.
  ///   - version: the codebook's that they had before them.
  /// - Returns: how many codings were appended; 0 where all of it stands already.
  /// - Throws: `BenchFault`, with nothing kept; `ArchiveError`.
  public func keep(
    _ sheet: CodingSheet, of document: String, by coder: String, seen: Int, version: Int,
    in archive: ArchiveStore, at moment: String
  ) throws -> Int {
    try archive.together {
      guard wave.assignments.contains(where: { $0.coder == coder && $0.document == document }) else {
        throw BenchFault.notGiven
      }
      let versions = try archive.codebook(wave.codebook).versions
      let codings = try codings(of: coder, in: archive)
      let coded = codings.of(document: document).first
      let count = Self.count(codings, of: document, by: coder)
      let made = sheet.codings(after: coded, of: document, by: coder, versions, count: count, at: moment)
      guard !made.isEmpty else { return 0 }
      guard count == seen else { throw BenchFault.codedMeanwhile }
      guard version == versions.latest else { throw BenchFault.otherVersion(versions.latest) }
      let isStale = !codings.stale(under: versions).filter { $0.coding.document == document }.isEmpty
      guard try isStale || !isDecided(document, in: archive) else { throw BenchFault.decided }
      if case .codes(let marks) = sheet.judgement {
        guard !marks.isEmpty else { throw BenchFault.nothingSaid }
        for mark in marks where versions.current?[mark.code]?.isGiven != true {
          throw BenchFault.unknownCode(mark.code)
        }
      }
      return try archive.record(made, of: corpus, codebook: wave.codebook, at: moment).added
    }
  }

  func isDecided(_ document: String, in archive: ArchiveStore) throws -> Bool {
    try archive.decisions(of: corpus, codebook: wave.codebook).contains { $0.document == document }
  }
}

/// Why what a coder says, or a decision, is not kept as it is.
public enum BenchFault: Error, Hashable, Sendable {
  /// The coder was not given the document.
  case notGiven
  /// No code is given, and it is not said that none applies.
  case nothingSaid
  /// Somebody has coded the document, or decided on it, since the page was shown: another page of the same coder, or another program.
  case codedMeanwhile
  /// The codebook has another version now.
  case otherVersion(Int)
  /// What coders disagreed on was decided: what each of them gave stays as it was then.
  case decided
  /// The version in force has no such code, or it is not given.
  case unknownCode(String)
  /// Its coders are not through with it.
  case notReady
}
