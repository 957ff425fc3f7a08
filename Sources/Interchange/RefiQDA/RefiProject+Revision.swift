extension RefiProject {
  /// The children of a project and of a text source in the order that the schema wants (Project.xsd 1.0).
  private static let order = [
    "Project": [
      "Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs", "Description",
      "NoteRef",
    ],
    "TextSource": [
      "Description", "PlainTextContent", "PlainTextSelection", "Coding", "NoteRef", "VariableValue",
    ],
    "Representation": [
      "Description", "PlainTextContent", "PlainTextSelection", "Coding", "NoteRef", "VariableValue",
    ],
    "PlainTextSelection": ["Description", "Coding", "NoteRef"],
  ]

  /// Makes it say what the revision says, and leaves all else as it is: what a user, code, source, passage or coding holds besides stays with it.
  ///
  /// Codings of texts that the revision no longer has are taken out, and passages that were there for them alone.
  public mutating func revise(_ revision: RefiRevision) {
    var writing = RefiWriting(revision)
    group("Users", revision.users.isEmpty) { users in
      let known = Set(users.children.compactMap(\.guid))
      users.children += revision.users.filter { !known.contains($0.guid) }.map {
        RefiElement("User", ["guid": $0.guid, "name": $0.name])
      }
    }
    group("CodeBook", revision.codebook.codes.isEmpty) { book in
      let old = book.child("Codes") ?? RefiElement("Codes")
      var known: [String: RefiElement] = [:]
      old.visit { (element: RefiElement) in if let guid = element.guid { known[guid] = element } }
      var codes = old
      codes.children = RefiCodes.elements(of: revision.codebook, guid: writing.guid(ofCode:), known: known)
      book.children = [codes]
    }
    var sources = root.child("Sources") ?? RefiElement("Sources")
    let present = Set(sources.children.compactMap(\.guid))
    for place in sources.children.indices { writing.revise(&sources.children[place]) }
    for source in revision.sources where !present.contains(source.guid) {
      sources.children.append(writing.element(of: source))
      files.append(File(name: "sources/\(source.guid).txt", bytes: Array(source.text.utf8)))
    }
    group("Sources", sources.children.isEmpty) { $0.children = sources.children }
    group("Variables", writing.variables.isEmpty) { group in
      let known = Set(group.children.compactMap(\.guid))
      group.children += writing.variables.filter { !known.contains($0.guid ?? "") }
    }
    writing.addNotes()
    group("Notes", writing.notes.isEmpty) { group in
      let new = Set(writing.notes.compactMap(\.guid))
      group.children = group.children.filter { !new.contains($0.guid ?? "") } + writing.notes
    }
  }

  /// Changes one of the project's parts, and puts it where it belongs; a part with nothing in it is left out, since the schema wants it so.
  private mutating func group(_ name: String, _ isEmpty: Bool, _ change: (inout RefiElement) -> Void) {
    var group = root.child(name) ?? RefiElement(name)
    guard !isEmpty || root.child(name) != nil else { return }
    change(&group)
    root.children.removeAll { $0.local == name }
    if !group.children.isEmpty { root.children.append(group) }
    root = Self.ordered(root)
  }

  static func ordered(_ element: RefiElement) -> RefiElement {
    let order = Self.order[element.local] ?? []
    var element = element
    let places = element.children.enumerated().sorted {
      (order.firstIndex(of: $0.element.local) ?? order.count, $0.offset)
        < (order.firstIndex(of: $1.element.local) ?? order.count, $1.offset)
    }
    element.children = places.map(\.element)
    return element
  }
}
