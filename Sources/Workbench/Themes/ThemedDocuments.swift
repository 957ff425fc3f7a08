import Archive
import Chronology
import Discourse

/// Which documents of a corpus have a theme, of what is settled. Of documents that nobody judged, or on which coders disagree, it is not known.
struct ThemedDocuments: Sendable {
  private let with: Set<Int64>
  private let without: Set<Int64>

  /// - Parameters:
  ///   - theme: a code, by identifier, path or name; what is nested in it counts as it.
  ///   - isOfFinished: whether it is taken as not known of documents that somebody still has to code.
  /// - Throws: `WorkbenchError.badOption` for a code that is not there; `ArchiveError.unknownCodebook` where there is no codebook.
  init(_ theme: String, of desk: CodingDesk, isOfFinished: Bool) throws {
    let codes = Set(try desk.current.family(of: desk.code(theme).id).map(\.id))
    let hidden = isOfFinished ? try desk.unfinished() : []
    let known = try desk.settled().documents.filter { one in
      !hidden.contains(one.document)
        && (!one.codes.isDisjoint(with: codes) || one.contested.isDisjoint(with: codes))
    }
    let numbers = try desk.archive.documentNumbers(known.map(\.document), of: desk.corpus)
    var (with, without) = (Set<Int64>(), Set<Int64>())
    for (one, number) in zip(known, numbers) {
      if one.codes.isDisjoint(with: codes) { without.insert(number) } else { with.insert(number) }
    }
    (self.with, self.without) = (with, without)
  }

  func has(_ number: Int64) -> Trichotomy {
    with.contains(number) ? .certainly : without.contains(number) ? .no : .possibly
  }
}
