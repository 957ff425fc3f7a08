public import Diplomacy

/// Check results as text and as JSON.
public enum CheckRendering {
  /// An array of `{study, check, policy, status, published, unit, computed: {certain, possible}, locator, says, statements, why, missing}`.
  ///
  /// Where a document prints a list, `published`, `certain` and `possible` are arrays. `computed` is null when nothing could be
  /// computed; a null inside it is an unbounded side.
  public static func json(_ results: [CheckResult], under policy: Policy) -> String {
    JSON.array(results.map { json($0, under: policy) }).text(pretty: true)
  }

  /// One of them.
  public static func json(_ result: CheckResult, under policy: Policy) -> JSON {
    let figure = result.figure
    return .object([
      .init("study", .string(result.study)),
      .init("check", .string(figure.id)),
      .init("policy", .string(policy.description)),
      .init("status", .string(result.status.rawValue)),
      .init("published", one(figure.published.map { .string($0.text) })),
      .init("unit", .string(figure.unit)),
      .init(
        "computed",
        result.computed.isEmpty
          ? .null
          : .object([
            .init("certain", one(result.computed.map { $0.certain.map(JSON.number) ?? .null })),
            .init("possible", one(result.computed.map { $0.possible.map(JSON.number) ?? .null })),
          ])),
      .init("locator", .string(figure.locator)),
      .init("says", .string(figure.says)),
      .init("statements", .array(result.statements.map { .string($0.text) })),
      .init("why", .string(figure.why)),
      .init("missing", result.missing.map(JSON.string) ?? .null),
    ])
  }

  private static func one(_ values: [JSON]) -> JSON { values.count == 1 ? values[0] : .array(values) }

  /// A line a figure, those that agree left out, and the counts of each study.
  public static func text(_ results: [CheckResult]) -> String {
    var lines: [String] = []
    for result in results where result.status == .differs || result.status == .withinBounds {
      lines.append(
        "\(result.study) \(result.figure.id) \(result.status.rawValue): \(result.figure.says): published "
          + "\(result.publishedText), computed \(result.computedText) (\(result.figure.locator))"
          + (result.figure.why.isEmpty ? "" : "\n    \(result.figure.why)"))
    }
    return (lines + [summary(results)]).joined(separator: "\n")
  }

  /// A table of the studies' counts.
  public static func summary(_ results: [CheckResult]) -> String {
    let studies = results.reduce(into: [String]()) { if !$0.contains($1.study) { $0.append($1.study) } }
    let width = (studies.map(\.count).max() ?? 0) + 2
    let heads = CheckStatus.words
    var lines = ["study".padded(width) + heads.map { $0.leftPadded($0.count + 2) }.joined()]
    for study in studies {
      let own = results.filter { $0.study == study }
      let counts = CheckStatus.allCases.map { status in own.filter { $0.status == status }.count }
      lines.append(
        study.padded(width) + zip(heads, counts).map { "\($1)".leftPadded($0.count + 2) }.joined())
    }
    return lines.joined(separator: "\n")
  }
}

extension CheckResult {
  /// As printed, lists joined by semicolons.
  public var publishedText: String { figure.published.map(\.text).joined(separator: "; ") }

  /// `12`, `12–14`, `at least 150`; a dash when nothing could be computed.
  public var computedText: String {
    computed.isEmpty ? "–" : computed.map(\.text).joined(separator: "; ")
  }
}

extension CheckResult.Computed {
  /// Two decimals at most.
  public var text: String {
    switch (certain, possible) {
    case (let low?, let high?): low == high ? low.brief : "\(low.brief)–\(high.brief)"
    case (let low?, nil): "at least \(low.brief)"
    case (nil, let high?): "at most \(high.brief)"
    case (nil, nil): "unbounded"
    }
  }
}

extension String {
  func padded(_ width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - count)) }

  func leftPadded(_ width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - count)) + self
  }
}
