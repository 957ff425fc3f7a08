import Chronology
import Discourse
import Foundation
import Testing

/// Transcripts of a news programme in Chinese, a file a day (`../shared/data/cctv_xinwen_lianbo`).
private enum Television {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/data/cctv_xinwen_lianbo/news").standardizedFileURL.path
  static let isThere = FileManager.default.fileExists(atPath: folder)

  static func programmes(_ count: Int) throws -> [(date: String, text: String)] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted().prefix(count).map { name in
      let date = "\(name.prefix(4))-\(name.dropFirst(4).prefix(2))-\(name.dropFirst(6).prefix(2))"
      return (date, try String(contentsOfFile: folder + "/" + name, encoding: .utf8))
    }
  }
}

@Suite("A term's career on Chinese television")
struct TelevisionTests {
  @Test(
    "has every match, and every modifier right before it, that a search of the characters finds",
    .enabled(if: Television.isThere, "the programmes lie in ../shared/data/cctv_xinwen_lianbo"))
  func characters() throws {
    let programmes = try Television.programmes(40)
    let pattern = try #require(WordPattern("伙伴关系", folding: .caseAndAccents))
    let search = CareerSearch(PatternMatcher([pattern]), by: .month)
    search.add(TextBatch(programmes.map(\.text)), dates: try programmes.map { try EDTF($0.date).range })
    let career = search.career()

    func times(_ term: String, _ month: String = "") -> Int {
      programmes.filter { $0.date.hasPrefix(month) }.reduce(0) { $0 + $1.text.ranges(of: term).count }
    }
    #expect(career.matches == times("伙伴关系") && career.matches > 20)
    for stage in career.stages { #expect(stage.matches == Count(times("伙伴关系", stage.period.name))) }
    for modifier in ["战略", "全面战略", "合作"] {
      let found = try #require(career.modifiers.first { $0.text == modifier })
      #expect(found.matches == times(modifier + "伙伴关系"), "\(modifier)")
      let first = programmes.first { $0.text.contains(modifier + "伙伴关系") }
      #expect(found.first?.days.description == first?.date)
    }
  }
}
