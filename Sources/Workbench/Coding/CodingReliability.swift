public import Discourse

/// How far the coders of a corpus agree: codings as ratings, through the lab that `entente agree` uses.
public enum CodingReliability {
  /// Whether a code was given, yes or no.
  ///
  /// - Parameters:
  ///   - isNested: whether codes that are nested in it count as it.
  ///   - wave: only its documents; nil for all.
  public static func ratings(_ desk: CodingDesk, code text: String, isNested: Bool, wave: Int?) throws
    -> Ratings
  {
    let code = try desk.code(text)
    let codes = isNested ? try desk.current.family(of: code.id).map(\.id) : [code.id]
    return try desk.codings().ratings(of: Set(codes), in: try desk.documents(ofWave: wave))
  }

  /// Which of the codes at the top, with all that is nested in them, were given: one value a document.
  public static func ratings(_ desk: CodingDesk, wave: Int?) throws -> Ratings {
    let book = try desk.current
    let tops = book.codes.filter { $0.parent == nil }.map { top in
      (name: top.name, codes: Set(book.family(of: top.id).map(\.id)))
    }
    return try desk.codings().ratings(among: tops, in: try desk.documents(ofWave: wave))
  }

  /// Codes that were given, each with its reliability by itself, in the order of the codebook.
  public static func each(_ desk: CodingDesk, wave: Int?, bootstrap: Bootstrap?) throws -> [CodeReliability] {
    let (codings, documents) = (try desk.codings(), try desk.documents(ofWave: wave))
    let given = codings.documents.filter { documents?.contains($0.document) ?? true }.reduce(
      into: [String: Int]()
    ) { counts, one in
      for code in one.codes where one.isRated { counts[code, default: 0] += 1 }
    }
    let unitizing = try unitizing(desk, codings, documents)
    return try desk.current.codes.compactMap { code in
      given[code.id].map {
        let path = desk.path(of: code.id)
        return CodeReliability(
          path: path, times: $0,
          reliability: Reliability(codings.ratings(of: [code.id], in: documents), bootstrap: bootstrap),
          passages: unitizing[code.id]?.alpha(of: path))
      }
    }
  }
}
