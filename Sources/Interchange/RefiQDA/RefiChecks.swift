/// What must hold of identifiers in a project or codebook.
enum RefiChecks {
  /// What points to other things, and where the identifier stands.
  private static let references = [
    "CodeRef": "targetGUID", "NoteRef": "targetGUID", "SourceRef": "targetGUID", "SelectionRef": "targetGUID",
    "VariableRef": "targetGUID", "MemberCode": "targetGUID", "MemberSource": "targetGUID",
    "MemberNote": "targetGUID",
  ]

  /// Each identifier is one, is well formed, and is there once.
  static func identifiers(in root: RefiElement) throws(RefiFault) {
    _ = try owners(in: root)
  }

  /// Also: what is pointed to is there. A user who is not listed may have made something: programs leave users out.
  static func references(in root: RefiElement) throws(RefiFault) {
    let owners = try owners(in: root)
    try check(root, owners)
  }

  private static func check(_ element: RefiElement, _ owners: [String: String]) throws(RefiFault) {
    for child in element.children {
      if let attribute = references[child.local] {
        let target = child[attribute].map(RefiElement.key)
        guard let target, owners[target] != nil else {
          throw .unknownTarget(element: child.local, of: element.local, guid: target ?? "nothing")
        }
      }
      try check(child, owners)
    }
  }

  /// The element that each identifier belongs to.
  private static func owners(in root: RefiElement) throws(RefiFault) -> [String: String] {
    var owners: [String: String] = [:]
    try root.visit { (element) throws(RefiFault) in
      guard let guid = element.guid, element.local != "MemberCode" else { return }
      guard isWellFormed(guid) else { throw .guid(element: element.local, found: guid) }
      if let other = owners.updateValue(element.local, forKey: guid) {
        throw .repeatedGUID(guid, elements: [other, element.local])
      }
    }
    return owners
  }

  static func isWellFormed(_ guid: String) -> Bool {
    let parts = guid.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.map(\.count) == [8, 4, 4, 4, 12]
      && parts.allSatisfy { $0.allSatisfy { (48...57).contains($0) || (97...102).contains($0) } }
  }
}
