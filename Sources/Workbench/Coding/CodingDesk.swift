public import Archive
import Diplomacy
public import Discourse

/// A corpus and the codebook that it is coded under: what the commands on codings begin with.
public struct CodingDesk {
  public let archive: ArchiveStore
  public let corpus: String
  public let codebook: FiledCodebook

  /// - Parameter codebook: its name; nil for the one that the corpus is coded under, else the one called as the corpus, else the only one there is.
  /// - Throws: `ArchiveError.unknownCorpus`, `.unknownCodebook`; `WorkbenchError.badOption` where it is not clear which.
  public init(_ archive: ArchiveStore, corpus: String, codebook: String? = nil) throws {
    (self.archive, self.corpus) = (archive, corpus)
    if let codebook {
      _ = try archive.corpus(corpus)
      self.codebook = try archive.codebook(codebook)
      return
    }
    let used = try archive.codebooks(of: corpus)
    let names = try used.isEmpty ? archive.codebooks() : used
    if used.isEmpty, names.contains(corpus) {
      self.codebook = try archive.codebook(corpus)
      return
    }
    guard names.count < 2 else {
      throw WorkbenchError.badOption(
        name: "--codebook", value: "", expected: "one of \(names.joined(separator: ", "))")
    }
    self.codebook = try archive.codebook(names.first ?? "")
  }

  public var current: Codebook {
    get throws {
      guard let current = codebook.versions.current else {
        throw ArchiveError.unknownCodebook(codebook.name, known: [])
      }
      return current
    }
  }

  public func codings() throws -> Codings { try archive.codings(of: corpus, codebook: codebook.name) }

  public func settled() throws -> Settled {
    try archive.atOnce {
      Settled(
        try codings(), decisions: try archive.decisions(of: corpus, codebook: codebook.name))
    }
  }

  public func majority() throws -> Majority {
    try archive.atOnce {
      Majority(try codings(), decisions: try archive.decisions(of: corpus, codebook: codebook.name))
    }
  }

  /// Documents that somebody to whom they were given has still to code, and on which nothing was decided.
  public func unfinished() throws -> Set<String> {
    let codings = try codings()
    let decided = Set(try archive.decisions(of: corpus, codebook: codebook.name).map(\.document))
    let given = try archive.waves(of: corpus).filter { $0.codebook == codebook.name }.flatMap(\.assignments)
    return Set(
      given.filter { one in
        !decided.contains(one.document)
          && !codings.of(document: one.document).contains { $0.coder == one.coder && $0.state != .open }
      }.map(\.document))
  }

  /// Whether something was decided on a document, none of its coders has still to code it, and they disagree on nothing that was not decided.
  func isDecided(_ document: String, _ codings: Codings, _ decisions: [Adjudication]) throws -> Bool {
    let coded = codings.of(document: document)
    let given = try archive.waves(of: corpus).filter { $0.codebook == codebook.name }.flatMap(\.assignments)
    return !decisions.isEmpty && Settled(codings, decisions: decisions).contests.isEmpty
      && given.allSatisfy { one in
        one.document != document || coded.contains { $0.coder == one.coder && $0.state != .open }
      }
  }

  /// The documents of a wave; nil for all documents.
  ///
  /// - Throws: `WorkbenchError.badOption` where there is no such wave.
  public func documents(ofWave number: Int?) throws -> Set<String>? {
    guard let number else { return nil }
    let waves = try archive.waves(of: corpus)
    guard let wave = waves.first(where: { $0.number == number }) else {
      throw WorkbenchError.badOption(
        name: "--wave", value: String(number),
        expected: waves.isEmpty ? "a wave, but none was assigned yet" : "a wave from 1 to \(waves.count)")
    }
    return wave.documents
  }

  /// A code of the version in force, by identifier, path or name.
  ///
  /// - Throws: `WorkbenchError.badOption`
  public func code(_ text: String) throws -> Code {
    guard let code = try current.code(called: text) else {
      throw WorkbenchError.badOption(
        name: "the code", value: text.shown(),
        expected:
          "a code of '\(codebook.name)', by identifier, by its path (A\(Codebook.separator)B), or by a name that only one has"
      )
    }
    return code
  }

  /// The names of its lineage in the version in force; the identifier of a code that is not in it.
  public func path(of code: String) -> String {
    codebook.versions.current?.path(of: code) ?? code
  }
}
