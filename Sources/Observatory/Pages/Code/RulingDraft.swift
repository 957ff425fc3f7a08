import Workbench

/// What stands in the form by which is decided where coders disagree.
struct RulingDraft: Sendable {
  static let longest = 1000

  let document: String
  var rulings: [String: Bool]
  let person: String
  let reason: String
  let seen: Int

  init(fields: [String: String]) {
    document = fields["document"] ?? ""
    rulings = [:]
    for (name, value) in fields where name.hasPrefix("holds.") && ["yes", "no"].contains(value) {
      rulings[String(name.dropFirst(6))] = value == "yes"
    }
    if let further = fields["further"], !further.isEmpty { rulings[further] = true }
    person = (fields["person"] ?? "").trimmingSpaces()
    reason = (fields["reason"] ?? "").replacing("\r\n", with: "\n").replacing("\0", with: "").trimmingSpaces()
    seen = Int(fields["seen"] ?? "") ?? -1
  }

  /// - Throws: `Hindrance` for what cannot be kept.
  func check() throws {
    guard !person.isEmpty, person.unicodeScalars.count <= Self.longest,
      person.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { throw Hindrance(status: 422, text: "Say who you are, on one line: it is recorded who decided.") }
    guard reason.unicodeScalars.count <= Self.longest else {
      throw Hindrance(status: 422, text: "The reason has more than \(Self.longest) characters.")
    }
    guard !rulings.isEmpty else {
      throw Hindrance(status: 422, text: "Say of each contested code whether it holds.")
    }
  }
}
