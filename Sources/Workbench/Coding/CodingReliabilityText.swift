import Discourse
public import Interchange

/// Reliability code by code.
public enum CodingReliabilityText {
  public static func grid(_ codes: [CodeReliability]) -> Grid {
    var notes: [String] = []
    for one in codes {
      if case .undefined(let why)? = one.reliability[.alpha] { notes.append("\(one.path): \(why.text).") }
    }
    if let bootstrap = codes.first?.reliability.bootstrap {
      notes.append("Intervals hold 95 % of \(bootstrap.resamples) resamples; seed \(bootstrap.seed).")
    }
    let hasPassages = codes.contains { $0.passages != nil }
    if hasPassages {
      notes.append(
        "α of passages: Krippendorff's α for unitizing, of where a code stands in the texts that all coders have judged."
      )
    }
    for case (let path, .undefined(let why)?) in codes.map({ ($0.path, $0.passages) }) {
      notes.append("\(path), passages: \(why.text).")
    }
    return Grid(
      header: ["code", "given", "units shared", "α", "95 % interval", "AC1", "agreement"]
        + (hasPassages ? ["α of passages"] : []),
      rows: codes.map { one in
        let alpha = one.reliability[.alpha] ?? .undefined(.noRatings)
        return [
          one.path, String(one.times), String(one.reliability.ratings.sharedUnits),
          ReliabilityText.value(alpha),
          ReliabilityText.interval(alpha), one.reliability[.ac1].map(ReliabilityText.value) ?? "",
          one.reliability[.percent]?.value.map(ReliabilityText.percent) ?? "undefined",
        ] + (hasPassages ? [one.passages.map(ReliabilityText.value) ?? ""] : [])
      }, numeric: [1, 2, 3, 4, 5, 6, 7], title: "Each code: given or not", notes: notes)
  }

  public static func json(_ codes: [CodeReliability]) -> String {
    JSON.array(
      codes.map { one in
        JSON.object([
          .init("code", .string(one.path)), .init("given", .integer(Int64(one.times))),
          .init("reliability", ReliabilityJSON.json(one.reliability)),
          .init("passages", one.passages.map { .object(ReliabilityJSON.estimate($0)) } ?? .null),
        ])
      }
    ).text(pretty: true)
  }
}
