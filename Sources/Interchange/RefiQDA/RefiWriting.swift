import Discourse

/// Puts texts and codings into a project's elements.
struct RefiWriting {
  private let revision: RefiRevision
  private let codings: [String: [RefiRevision.Coded]]
  /// Variables that sources have values of, and notes: to be put into the project, if they are not there.
  private(set) var variables: [RefiElement] = []
  private(set) var notes: [RefiElement] = []

  init(_ revision: RefiRevision) {
    self.revision = revision
    codings = Dictionary(grouping: revision.codings, by: \.source)
  }

  /// A code's own identifier where it has the form of one.
  func guid(ofCode id: String) -> String {
    let own = RefiElement.key(id)
    return RefiChecks.isWellFormed(own) ? own : revision.guid("code " + id)
  }

  mutating func element(of source: RefiRevision.Source) -> RefiElement {
    var element = RefiElement(
      "TextSource",
      ["guid": source.guid, "name": source.name, "plainTextPath": "internal://\(source.guid).txt"])
    place(codings[source.guid] ?? [], in: &element)
    for value in source.values {
      let guid = revision.guid("variable " + value.variable)
      if !variables.contains(where: { $0.guid == guid }) {
        variables.append(
          RefiElement("Variable", ["guid": guid, "name": value.variable, "typeOfVariable": "Text"]))
      }
      element.children.append(
        RefiElement(
          "VariableValue",
          children: [
            RefiElement("VariableRef", ["targetGUID": guid]), RefiElement("TextValue", text: value.text),
          ]))
    }
    return element
  }

  /// Brings the codings of a source that is there up to date.
  mutating func revise(_ source: inout RefiElement) {
    guard let guid = source.guid, ["TextSource", "PDFSource"].contains(source.local) else { return }
    let own = codings[guid] ?? []
    let standing = Set(own.map(\.guid))
    var found: Set<String> = []
    func retain(_ element: inout RefiElement) {
      element.children.removeAll { child in
        guard child.local == "Coding", let guid = child.guid else { return false }
        return !standing.contains(guid) || !found.insert(guid).inserted
      }
    }
    func revise(_ holder: inout RefiElement) {
      for place in holder.children.indices where holder.children[place].local == "PlainTextSelection" {
        retain(&holder.children[place])
      }
      retain(&holder)
    }
    let before = Self.coded(source)
    revise(&source)
    let inner = source.children.firstIndex { $0.local == "Representation" }
    if let inner { revise(&source.children[inner]) }
    // A passage that has lost all of its codings, and has nothing else to say, was there for them.
    func clear(_ holder: inout RefiElement) {
      holder.children.removeAll {
        $0.local == "PlainTextSelection" && $0.children.isEmpty && before.contains($0.guid ?? "")
      }
    }
    clear(&source)
    if let inner { clear(&source.children[inner]) }
    let new = own.filter { !found.contains($0.guid) }
    if let inner {
      place(new, in: &source.children[inner])
    } else if source.local == "TextSource" {
      place(new, in: &source)
    }
  }

  /// The passages that have codings.
  private static func coded(_ source: RefiElement) -> Set<String> {
    var coded: Set<String> = []
    source.visit { (element: RefiElement) in
      if element.local == "PlainTextSelection", element.child("Coding") != nil {
        coded.insert(element.guid ?? "")
      }
    }
    return coded
  }

  /// Adds codings to a text: to the passage of the same place where there is one.
  private mutating func place(_ codings: [RefiRevision.Coded], in holder: inout RefiElement) {
    for coding in codings {
      let element = self.element(of: coding)
      guard let passage = coding.passage else {
        holder.children.append(element)
        continue
      }
      let (start, end) = (String(passage.start), String(passage.end))
      let known = holder.children.firstIndex {
        $0.local == "PlainTextSelection" && $0["startPosition"] == start && $0["endPosition"] == end
      }
      if let known {
        holder.children[known].children.append(element)
        holder.children[known] = RefiProject.ordered(holder.children[known])
      } else {
        holder.children.append(
          RefiElement(
            "PlainTextSelection",
            [
              "guid": revision.guid("passage \(coding.source) \(start) \(end)"), "startPosition": start,
              "endPosition": end, "creatingUser": coding.user, "creationDateTime": coding.at,
            ], children: [element]))
      }
    }
    holder = RefiProject.ordered(holder)
  }

  private mutating func element(of coding: RefiRevision.Coded) -> RefiElement {
    var element = RefiElement(
      "Coding", ["guid": coding.guid, "creatingUser": coding.user, "creationDateTime": coding.at],
      children: [RefiElement("CodeRef", ["targetGUID": guid(ofCode: coding.code)])])
    if !coding.memo.isEmpty {
      let note = revision.guid("memo " + coding.guid)
      element.children.append(RefiElement("NoteRef", ["targetGUID": note]))
      notes.append(
        RefiElement(
          "Note",
          ["guid": note, "name": "Memo", "creatingUser": coding.user, "creationDateTime": coding.at],
          children: [RefiElement("PlainTextContent", text: coding.memo)]))
    }
    return element
  }

  /// Those on the project as a whole.
  mutating func addNotes() {
    notes += revision.notes.map {
      RefiElement(
        "Note", ["guid": $0.guid, "name": $0.name],
        children: [RefiElement("PlainTextContent", text: $0.text)])
    }
  }
}
