/// Codings as a table of ratings, of which reliability is computed. A unit is a document; a passage's code counts for its document.
///
/// Only judgements are ratings: a document that a coder skipped, left open or never saw is a missing one.
extension Codings {
  /// Whether a code was given: `yes` or `no`.
  ///
  /// - Parameters:
  ///   - codes: the code, with those nested in it where they count as it.
  ///   - documents: only these, as of one wave; nil for all.
  public func ratings(of codes: Set<String>, in documents: Set<String>? = nil) -> Ratings {
    ratings(["no", "yes"], documents) { $0.codes.isDisjoint(with: codes) ? "no" : "yes" }
  }

  /// Which of the codes were given: one value a document. Several together are a value of their own, as `a + b`; none is `none`.
  ///
  /// - Parameter among: the codes, each with all that count as it, in the order in which they are told; with their names.
  public func ratings(
    among codes: [(name: String, codes: Set<String>)], in documents: Set<String>? = nil
  ) -> Ratings {
    ratings(nil, documents) { document in
      let names = codes.filter { !$0.codes.isDisjoint(with: document.codes) }.map(\.name)
      return names.isEmpty ? "none" : names.joined(separator: " + ")
    }
  }

  private func ratings(
    _ categories: [String]?, _ only: Set<String>?, _ value: (CodedDocument) -> String
  ) -> Ratings {
    // At nominal level any text is taken, and no coder comes twice to a document.
    guard var collector = try? RatingsCollector(level: .nominal, categories: categories) else {
      preconditionFailure("categories of a nominal table are texts")
    }
    for coder in coders { collector.add(coder: coder) }
    for document in documents where document.isRated && only?.contains(document.document) ?? true {
      guard (try? collector.add(value(document), of: document.document, by: document.coder)) != nil else {
        preconditionFailure("a coder's codings of a document come to one value")
      }
    }
    return collector.ratings()
  }
}
