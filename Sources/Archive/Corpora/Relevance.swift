import Foundation
import GRDB
import GRDBSQLite

/// `relevance(document_search)`: how much a document is about what is searched for, by BM25 (Robertson and Zaragoza 2009, k₁ = 1.2, b = .75); higher is more.
///
/// SQLite's own bm25() counts, before the first answer, every document that each word is in: a second for a common word among a million
/// documents. Here the count of a word stops where it is common enough to weigh little anyway. A word in the title counts three times; the
/// outlet, by which documents are chosen, not at all.
enum Relevance {
  /// Documents with a word that are counted.
  private static let mostCounted = 20_000
  private static let weights: [Double] = [3, 1, 0]

  static func register(in database: Database) {
    let api = UnsafeMutablePointer(mutating: FTS5.api(database))
    _ = api.pointee.xCreateFunction(api, "relevance", nil, relevance, nil)
  }

  /// What is the same for all documents of a query: first the words of a document on average, then what each phrase weighs.
  private static func weigh(_ api: UnsafePointer<Fts5ExtensionApi>, _ query: OpaquePointer)
    -> UnsafeMutablePointer<Double>
  {
    let phrases = Int(api.pointee.xPhraseCount(query))
    let known = UnsafeMutablePointer<Double>.allocate(capacity: max(2, phrases + 1))
    var (documents, words): (Int64, Int64) = (0, 0)
    _ = api.pointee.xRowCount(query, &documents)
    _ = api.pointee.xColumnTotalSize(query, -1, &words)
    known[0] = max(1, Double(words) / max(1, Double(documents)))
    known[1] = 1
    // Of one phrase the weight changes nothing.
    guard phrases > 1 else { return known }
    for phrase in 0..<phrases {
      var holders = 0
      _ = api.pointee.xQueryPhrase(query, Int32(phrase), &holders) { _, _, count in
        guard let count = count?.assumingMemoryBound(to: Int.self) else { return SQLITE_ERROR }
        count.pointee += 1
        return count.pointee < Relevance.mostCounted ? SQLITE_OK : SQLITE_DONE
      }
      let (all, some) = (Double(documents), Double(holders))
      known[phrase + 1] = log(1 + max(0, all - some + 0.5) / (some + 0.5))
    }
    return known
  }

  private static let relevance:
    @convention(c) (
      UnsafePointer<Fts5ExtensionApi>?, OpaquePointer?, OpaquePointer?, Int32,
      UnsafeMutablePointer<OpaquePointer?>?
    ) -> Void = { api, query, context, _, _ in
      guard let api, let query else { return sqlite3_result_null(context) }
      let known: UnsafeMutablePointer<Double>
      if let kept = api.pointee.xGetAuxdata(query, 0) {
        known = kept.assumingMemoryBound(to: Double.self)
      } else {
        known = weigh(api, query)
        // Where this fails, what was given is let go at once.
        guard
          api.pointee.xSetAuxdata(query, known, { $0?.assumingMemoryBound(to: Double.self).deallocate() })
            == SQLITE_OK
        else { return sqlite3_result_error_nomem(context) }
      }
      let phrases = Int(api.pointee.xPhraseCount(query))
      let score = withUnsafeTemporaryAllocation(of: Double.self, capacity: phrases) { often -> Double in
        often.initialize(repeating: 0)
        var (places, words): (Int32, Int32) = (0, 0)
        _ = api.pointee.xInstCount(query, &places)
        for place in 0..<places {
          var (phrase, column, offset): (Int32, Int32, Int32) = (0, 0, 0)
          _ = api.pointee.xInst(query, place, &phrase, &column, &offset)
          often[Int(phrase)] += weights[Int(column)]
        }
        _ = api.pointee.xColumnSize(query, -1, &words)
        let length = 1.2 * (0.25 + 0.75 * Double(words) / known[0])
        return (0..<phrases).reduce(0) { sum, phrase in
          sum + known[phrase + 1] * often[phrase] * 2.2 / (often[phrase] + length)
        }
      }
      sqlite3_result_double(context, score)
    }
}
