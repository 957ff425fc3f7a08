import Discourse

/// Codes as elements of a codebook or project, and back.
enum RefiCodes {
  /// The codes in a `Codes` element, nested ones with them.
  static func codes(in element: RefiElement, parent: String? = nil) throws(RefiFault) -> [Code] {
    var codes: [Code] = []
    for child in element.children("Code") {
      guard let id = child.guid else { throw .guid(element: "Code", found: nil) }
      codes.append(
        Code(
          id: id, parent: parent, name: child["name"] ?? "",
          rule: RefiRuleText.rule(child.child("Description")?.text ?? ""),
          isGiven: !["false", "0"].contains(child["isCodable"] ?? "true"), color: child["color"]))
      codes += try Self.codes(in: child, parent: id)
    }
    return codes
  }

  /// The codes nested in one, or those at the top, as elements.
  ///
  /// - Parameters:
  ///   - guid: what a code's identifier is in the document.
  ///   - known: elements that are there already, by identifier: what else they hold is kept.
  static func elements(
    of codebook: Codebook, in parent: String? = nil, guid: (String) -> String,
    known: [String: RefiElement] = [:]
  ) -> [RefiElement] {
    let nested = Dictionary(grouping: codebook.codes, by: \.parent)
    func made(_ code: Code) -> RefiElement {
      let guid = guid(code.id)
      var element = known[guid] ?? RefiElement("Code", ["guid": guid])
      element["name"] = code.name
      element["isCodable"] = code.isGiven ? "true" : "false"
      element["color"] = code.color
      let description = RefiRuleText.text(code.rule)
      let kept = element.children.filter { !["Code", "Description"].contains($0.local) }
      element.children =
        (description.isEmpty ? [] : [RefiElement("Description", text: description)]) + kept
        + (nested[code.id] ?? []).map(made)
      return element
    }
    return (nested[parent] ?? []).map(made)
  }
}
