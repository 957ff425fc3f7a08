import Discourse
import Interchange
import Workbench

/// How far the coders of a wave agree, asked of an address.
struct AgreementQuestion: Hashable, Sendable {
  static let most = 10_000

  /// What is compared; nil for each code by itself.
  enum Subject: Hashable, Sendable {
    case themes
    case code(String)
  }

  let subject: Subject?
  let resamples: Int
  let seed: Int

  init(_ query: [String: String]) throws {
    func number(_ name: String, _ range: ClosedRange<Int>, _ standard: Int) throws -> Int {
      try Ask(query: query).number(name, in: range, otherwise: standard)
    }
    resamples = try number("bootstrap", 0...Self.most, 1000)
    seed = try number("seed", 0...Int(Int32.max), 1)
    let text = query["of"] ?? ""
    subject = text.isEmpty ? nil : text == Self.themes ? .themes : .code(text)
  }

  static let themes = "themes"

  var of: String {
    switch subject {
    case nil: ""
    case .themes: Self.themes
    case .code(let code): code
    }
  }

  var address: String {
    Address.asking(
      "/code/reliability",
      [
        ("of", of.isEmpty ? nil : of), ("bootstrap", resamples == 1000 ? nil : "\(resamples)"),
        ("seed", seed == 1 ? nil : "\(seed)"),
      ])
  }

  /// The command that tells the same.
  func command(_ desk: CodingDesk, wave: Int) -> String {
    let what =
      switch subject {
      case nil: ""
      case .themes: " --themes"
      case .code(let code): " --code \(code.quotedForShell)"
      }
    return
      "entente code reliability \(desk.corpus.quotedForShell) --wave \(wave)\(what) --bootstrap \(resamples) --seed \(seed)"
  }
}

/// What the agreement of a wave's coders comes to: tables, the same as JSON, and a paragraph to be pasted.
struct AgreementReport: Sendable {
  let grids: [Grid]
  let json: String
  let paragraph: String?

  init(_ question: AgreementQuestion, _ desk: CodingDesk, wave: Int) throws {
    let bootstrap =
      question.resamples > 0 ? Bootstrap(resamples: question.resamples, seed: UInt64(question.seed)) : nil
    let ratings: Ratings? =
      switch question.subject {
      case nil: nil
      case .themes: try CodingReliability.ratings(desk, wave: wave)
      case .code(let code): try CodingReliability.ratings(desk, code: code, isNested: false, wave: wave)
      }
    guard let ratings else {
      let codes = try CodingReliability.each(desk, wave: wave, bootstrap: bootstrap)
      (grids, json) = ([CodingReliabilityText.grid(codes)], CodingReliabilityText.json(codes))
      paragraph = nil
      return
    }
    let reliability = Reliability(ratings, bootstrap: bootstrap)
    grids = ReliabilityText.grids(reliability)
    json = ReliabilityJSON.text(reliability)
    paragraph = MethodsParagraph.text(reliability)
  }
}
