import Testing

@testable import Diplomacy

@Suite("An amount") struct AmountTests {
  /// The forms of `Documentation/Vocabulary.md`, with the interval that each means.
  struct Form: Sendable, CustomTestStringConvertible {
    let text: String
    let lowest: Double?
    let highest: Double?
    var isApproximate = false
    var isStrict = false
    var testDescription: String { text }
  }

  static let forms = [
    Form(text: "12000", lowest: 12000, highest: 12000),
    Form(text: "0", lowest: 0, highest: 0),
    Form(text: "-3", lowest: -3, highest: -3),
    Form(text: "4.5", lowest: 4.5, highest: 4.5),
    Form(text: "007", lowest: 7, highest: 7),
    Form(text: "1/4", lowest: 0.25, highest: 0.25),
    Form(text: "-1/4", lowest: -0.25, highest: -0.25),
    Form(text: "150+", lowest: 150, highest: nil),
    Form(text: ">=150", lowest: 150, highest: nil),
    Form(text: ">50", lowest: 50, highest: nil, isStrict: true),
    Form(text: "<3", lowest: nil, highest: 3, isStrict: true),
    Form(text: "<=3", lowest: nil, highest: 3),
    Form(text: "9..12", lowest: 9, highest: 12),
    Form(text: "9..9", lowest: 9, highest: 9),
    Form(text: "-5..-2.5", lowest: -5, highest: -2.5),
    Form(text: "1/4..1/2", lowest: 0.25, highest: 0.5),
    Form(text: "~50000", lowest: 50000, highest: 50000, isApproximate: true),
    Form(text: "~9..12", lowest: 9, highest: 12, isApproximate: true),
  ]

  @Test("is read as the interval it means", arguments: forms)
  func isRead(_ form: Form) throws {
    let amount = try Amount(form.text)
    #expect(amount.text == form.text)
    #expect(amount.lowest == form.lowest)
    #expect(amount.highest == form.highest)
    #expect(amount.isApproximate == form.isApproximate)
    #expect(amount.isStrict == form.isStrict)
    #expect(amount.exact == (form.lowest == form.highest ? form.lowest : nil))
  }

  @Test(
    "of any other form is refused, with its text",
    arguments: [
      "", " ", "1e5", "nan", "inf", "infinity", "0x10", "1/0", "1/2/3", "1/", "/2", "9..3", "9..", "..9",
      "1...3",
      "0...3", "1..2..3", "+", "5++", "+5", "~", "~~5", "<", ">=", "=5", "<>5", "=<5", "--5", "5-", "5-3",
      "-", ".",
      "1.2.3", ".5", "5.", "12,000", "12 000", "1_000", "~ 5", "9 .. 12", "9–12", "−5", "５", "٣", "½", "12%",
      "five",
      "5\u{0}", "5\n6", "about 5", "<3+",
    ])
  func isRefused(_ text: String) {
    #expect(throws: AmountError(text: text)) { try Amount(text) }
  }

  @Test("too large for a number is refused rather than read as infinity")
  func tooLarge() {
    let digits = String(repeating: "9", count: 400)
    for text in [digits, digits + "/" + digits, "1.." + digits, digits + "+"] {
      #expect(throws: AmountError(text: text)) { try Amount(text) }
    }
  }

  @Test("may stand between spaces")
  func spaces() throws {
    #expect(try Amount(" 150+\t") == Amount("150+"))
  }

  @Test("is equal to another only when it is written alike")
  func equality() throws {
    #expect(try Amount("150+") != Amount(">=150"))
    #expect(try Amount("3") != Amount("3..3"))
  }
}
