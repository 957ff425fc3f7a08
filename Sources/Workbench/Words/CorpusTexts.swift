public import Archive
import Chronology
public import Discourse

/// The texts of some documents of a corpus, to be gone through batch by batch.
public struct CorpusTexts {
  public let corpus: String
  private let archive: ArchiveStore
  /// In the order in which their texts come.
  let documents: [DocumentOutline]
  /// Documents that may be of the part, but need not be. They are among the others.
  let onlyPossible: Int
  /// Copies that were left out.
  let copies: Int
  /// Documents of the corpus whose text is outside the archive.
  let withoutText: Int

  /// - Parameters:
  ///   - part: documents that are of it, certainly or possibly.
  ///   - withoutCopies: whether of each cluster of near-duplicates only the earliest document is taken.
  /// - Throws: `ArchiveError.unknownCorpus`; `WorkbenchError.badOption` where duplicates were not looked for.
  public init(_ corpus: String, _ archive: ArchiveStore, part: CorpusPart, withoutCopies: Bool = false) throws
  {
    (self.corpus, self.archive) = (corpus, archive)
    let whole = try archive.corpus(corpus)
    if withoutCopies, whole.duplicates == nil {
      throw WorkbenchError.badOption(
        name: "--without-copies", value: corpus,
        expected: "a corpus whose duplicates were looked for: entente corpus dedupe \(corpus)")
    }
    var (documents, onlyPossible, copies) = ([DocumentOutline](), 0, 0)
    for outline in try archive.outlines(of: corpus) {
      let answer = part.has(outline)
      guard answer != .no else { continue }
      if withoutCopies, outline.isCopy {
        copies += 1
        continue
      }
      if answer == .possibly { onlyPossible += 1 }
      documents.append(outline)
    }
    (self.documents, self.onlyPossible, self.copies) = (documents, onlyPossible, copies)
    withoutText = whole.withoutText
  }

  /// Gives the texts some at a time, with the places of their documents.
  ///
  /// - Throws: `WorkbenchError.badOption` where a text was taken out of the archive since the documents were chosen.
  func forEachBatch(
    progress: Advance.Listener? = nil, _ body: (TextBatch, Range<Int>) throws -> Void
  ) throws {
    var batch = TextBatch()
    var place = 0
    func take() throws {
      guard batch.count > 0 else { return }
      try body(batch, place - batch.count..<place)
      batch.clear()
      progress?(Advance(step: .reading, done: place, total: documents.count))
    }
    try archive.eachText(of: corpus) { number, _, text in
      guard place < documents.count, documents[place].number == number else { return }
      batch.append(text)
      place += 1
      if batch.isFull { try take() }
    }
    try take()
    guard place == documents.count else {
      throw WorkbenchError.badOption(
        name: "the corpus", value: corpus, expected: "one that is not changed meanwhile; ask again")
    }
  }

  /// The documents at these places, without their texts: of a concordance there may be a hundred thousand.
  func filed(_ places: [Int]) throws -> [Int: FiledDocument] {
    let distinct = Array(Set(places))
    let filed = try archive.documents(distinct.map { documents[$0].number }, isWhole: false)
    return Dictionary(uniqueKeysWithValues: zip(distinct, filed))
  }

  /// The identifiers of the documents at these places.
  func ids(_ places: Range<Int>) throws -> [String] {
    try archive.documentIDs(documents[places].map(\.number))
  }

  /// What is to be known of the choice.
  var notes: [String] {
    var notes: [String] = []
    if onlyPossible > 0 {
      notes.append("\(onlyPossible) of the documents may be of that time, and need not be.")
    }
    if withoutText > 0 {
      notes.append("Documents with their text outside the archive, which is not looked at: \(withoutText).")
    }
    if copies > 0 { notes.append("\(copies) copies of other documents are left out.") }
    return notes
  }
}

/// A query of one pattern, as typed.
public struct WordQuery {
  public let text: String
  let matcher: PatternMatcher
  let folding: WordRule.Folding

  /// - Throws: `WorkbenchError.badOption` where there is no word in it.
  public init(_ text: String, folding: WordRule.Folding = .caseAndAccents) throws {
    guard let pattern = WordPattern(text, folding: folding) else {
      throw WorkbenchError.badOption(
        name: "the query", value: text.shown(), expected: "a word at least, in which * stands for any letters"
      )
    }
    (self.text, self.folding) = (text, folding)
    matcher = PatternMatcher([pattern], folding: folding)
  }
}
