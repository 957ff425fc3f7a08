import Discourse
import Foundation
import Workbench

/// What stands in the form of a document: as the coder has kept it, or as they have just filled it in.
struct SheetDraft: Sendable {
  /// How long a memo may be, in Unicode scalars.
  static let longestMemo = 10_000

  var codes: Set<String> = []
  var passages: [CodingSheet.Mark] = []
  var isNone = false
  var isUnsure = false
  var memo = ""
  var isSkipped = false

  init(_ sheet: CodingSheet?) {
    guard let sheet else { return }
    switch sheet.judgement {
    case .noCode: isNone = true
    case .skipped: isSkipped = true
    case .codes(let marks):
      codes = Set(marks.filter { $0.passage == nil }.map(\.code))
      passages = marks.filter { $0.passage != nil }.sorted()
    }
    (isUnsure, memo) = (sheet.isUnsure, sheet.memo)
  }

  /// Reads a form. Passages come in the UTF-16 units in which browsers count, as `12 40 code`.
  ///
  /// - Parameter text: of the document; nil where it is kept outside of the archive.
  init(fields: [String: String], text: String?) throws {
    let offsets = text.map(TextOffsets.init)
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      if name.hasPrefix("code.") { codes.insert(String(name.dropFirst(5))) }
      guard name.hasPrefix("passage.") else { continue }
      let parts = value.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, let first = Int(parts[0]), let last = Int(parts[1]), first < last,
        let start = offsets?.codePoint(ofUnit: first), let end = offsets?.codePoint(ofUnit: last),
        let passage = Passage(start: start, end: end)
      else {
        throw Trouble(
          status: 400, title: "Not understood",
          detail: "A passage '\(value.onPage)' is not in the text. Nothing was kept.")
      }
      let mark = CodingSheet.Mark(code: String(parts[2]), passage: passage)
      if !passages.contains(mark) { passages.append(mark) }
    }
    isNone = fields["none"] != nil
    isUnsure = fields["unsure"] != nil
    isSkipped = fields["act"] == "skip"
    // Forms write the ends of lines as two characters.
    memo = (fields["memo"] ?? "").replacing("\r\n", with: "\n").replacing("\0", with: "").trimmingSpaces()
  }

  /// What is to be kept.
  ///
  /// - Throws: `Hindrance` where it says nothing, or two things at once.
  func sheet() throws -> CodingSheet {
    guard memo.unicodeScalars.count <= Self.longestMemo else {
      throw Hindrance(status: 422, text: "The memo has more than \(Self.longestMemo) characters.")
    }
    let marks = Set(codes.map { CodingSheet.Mark(code: $0) } + passages)
    if isSkipped { return CodingSheet(.skipped, isUnsure: isUnsure, memo: memo) }
    guard !isNone || marks.isEmpty else {
      throw Hindrance(
        status: 422, text: "It is said that no code applies, and codes are given: which of both?")
    }
    guard isNone || !marks.isEmpty else { throw BenchFault.nothingSaid }
    return CodingSheet(isNone ? .noCode : .codes(marks), isUnsure: isUnsure, memo: memo)
  }
}
