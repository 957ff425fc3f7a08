import Dispatch
import Workbench

/// What is dear to compute of texts: made beside the answers as long as corpora are the same, by two threads in all, so that whoever goes through
/// millions of documents leaves the rest to others.
struct TextShelf: Sendable {
  let profiles: OncePerVersion<CorpusProfile>
  let differences: OncePerVersion<DocumentDifference>
  let concordances: OncePerVersion<CorpusConcordance>
  let collocations: OncePerVersion<CorpusCollocations>
  let careers: OncePerVersion<CorpusCareer>
  // These depend on codings, too.
  let keynesses: OncePerVersion<CorpusKeyness>
  let themes: OncePerVersion<ThemeReport>

  init() {
    let crew = Crew(size: 2)
    profiles = OncePerVersion(by: crew, limit: 64)
    differences = OncePerVersion(by: crew, limit: 32)
    concordances = OncePerVersion(by: crew, limit: 16)
    collocations = OncePerVersion(by: crew, limit: 16)
    careers = OncePerVersion(by: crew, limit: 16)
    keynesses = OncePerVersion(by: crew, limit: 16)
    themes = OncePerVersion(by: crew, limit: 16)
  }
}

extension Record {
  /// What is made once for each state of corpora, or of corpora and codings. Throws `ObservatoryError.notReady` where it takes longer than the
  /// answer waits, or they change meanwhile.
  func made<Value>(
    _ kept: KeyPath<TextShelf, OncePerVersion<Value>>, _ name: String, withCodings: Bool = false,
    _ make: @escaping @Sendable () throws -> Value
  ) throws -> Value {
    let version = try archive.corporaVersion(withCodings: withCodings)
    let value = try texts[keyPath: kept].value(name, version: version, by: deadline) { [archive] in
      let value = try make()
      guard try archive.corporaVersion(withCodings: withCodings) == version else {
        throw ObservatoryError.notReady
      }
      return value
    }
    guard let value else { throw ObservatoryError.notReady }
    return value
  }

  /// How many documents a corpus has of what.
  func profile(ofCorpus name: String) throws -> CorpusProfile {
    try made(\.profiles, name) { [archive] in try CorpusProfile(name, archive) }
  }
}
