import Foundation
import Interchange
import Workbench

/// What must hold of study files. Their queries are not run.
enum StudyInvariants {
  static func check(_ bytes: [UInt8]) throws(Broken) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    let study: Study
    do throws(FormatError) { study = try StudyFile.read(text, name: "fuzz.yml") } catch {
      return try MappingInvariants.check(error, of: text)
    }
    let names = [study.id] + study.tables.map(\.id) + study.figures.map(\.id)
    try hold(names.allSatisfy(isFileName), "names make files: \(names)")
    for figure in study.figures {
      let data = Data(figure.specification.text(pretty: true).utf8)
      try hold((try? JSONSerialization.jsonObject(with: data)) is [String: Any], "a specification is JSON")
    }
    let figures = study.checks.flatMap(\.figures)
    try hold(figures.allSatisfy { !$0.published.isEmpty }, "a check has a published value")
    try hold(
      figures.allSatisfy { (0..<Double.infinity).contains($0.tolerance ?? 0) },
      "a tolerance is a number from 0 up")
    try hold(Set(figures.map(\.id)).count == figures.count, "a figure is checked once")
  }

  private static func isFileName(_ name: String) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
  }
}
