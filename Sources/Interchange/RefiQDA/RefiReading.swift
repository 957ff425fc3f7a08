import Discourse

/// Takes texts and codings out of a project's document.
struct RefiReading {
  private let project: RefiProject
  /// By their names in lower case; of two that differ in case alone, the first.
  private let files: [String: RefiProject.File]
  private let notes: [String: RefiElement]
  private let variables: [String: String]
  private(set) var sources: [RefiContents.Source] = []
  private(set) var codings: [RefiContents.Coded] = []
  private(set) var kept: [String: Int] = [:]

  /// Elements that are counted among what is kept.
  private static let counted = [
    "PictureSource", "AudioSource", "VideoSource", "PDFSelection", "PictureSelection", "AudioSelection",
    "VideoSelection", "TranscriptSelection", "Case", "Set", "Link", "Graph",
  ]

  init(_ project: RefiProject) {
    self.project = project
    files = Dictionary(project.files.map { ($0.name.lowercased(), $0) }) { first, _ in first }
    let root = project.root
    func named(_ group: String, _ name: String) -> [RefiElement] { root.child(group)?.children(name) ?? [] }
    notes = Dictionary(named("Notes", "Note").compactMap { note in note.guid.map { ($0, note) } }) { $1 }
    variables = Dictionary(
      named("Variables", "Variable").compactMap { one in one.guid.map { ($0, one["name"] ?? $0) } }
    ) { $1 }
    var kept: [String: Int] = [:]
    root.visit { (element: RefiElement) in
      if Self.counted.contains(element.local) { kept[element.local, default: 0] += 1 }
    }
    self.kept = kept
  }

  var users: [RefiContents.User] {
    (project.root.child("Users")?.children("User") ?? []).compactMap { user in
      user.guid.map { guid in
        let names = [user["name"], user["id"]].compactMap { $0?.isEmpty == false ? $0 : nil }
        return RefiContents.User(guid: guid, name: names.first ?? guid)
      }
    }
  }

  func codes() throws(RefiFault) -> [Code] {
    guard let codes = project.root.child("CodeBook")?.child("Codes") else { return [] }
    return try RefiCodes.codes(in: codes)
  }

  mutating func readSources() throws(RefiFault) {
    for source in project.root.child("Sources")?.children ?? [] {
      switch source.local {
      case "TextSource": try read(source, textIn: source)
      case "PDFSource": if let text = source.child("Representation") { try read(source, textIn: text) }
      default: break
      }
    }
  }

  /// - Parameter holder: the element with the text and its passages: of a PDF, its representation.
  private mutating func read(_ source: RefiElement, textIn holder: RefiElement) throws(RefiFault) {
    guard let guid = source.guid else { throw .guid(element: source.local, found: nil) }
    let names = [source["name"], holder["plainTextPath"]].compactMap { $0?.isEmpty == false ? $0 : nil }
    let name = names.first ?? guid
    let text = try text(of: holder, name)
    let length = text.map { $0.unicodeScalars.count }
    for selection in holder.children("PlainTextSelection") {
      let passage = try passage(selection, in: name, length: length)
      try read(selection, of: guid, passage)
    }
    try read(holder, of: guid, nil)
    if source.guid != holder.guid { try read(source, of: guid, nil) }
    sources.append(.init(guid: guid, name: name, text: text, values: values(of: source)))
  }

  /// The file that a path of the document means: `internal://NAME` is in the folder of sources, whatever its case; a name alone is taken for the
  /// same. Nil for a path that leads outside of the package, or to what is not there.
  private func file(at path: String) -> RefiProject.File? {
    guard let name = RefiProject.inside(path)?.lowercased() else { return nil }
    return files["sources/" + name] ?? files[name]
  }

  private func text(of holder: RefiElement, _ name: String) throws(RefiFault) -> String? {
    if let content = holder.child("PlainTextContent") { return content.text }
    guard let path = holder["plainTextPath"] else {
      throw .missingSource(source: name, path: "PlainTextContent or plainTextPath")
    }
    guard let inside = RefiProject.inside(path) else { return nil }
    guard let file = file(at: path) else {
      throw .missingSource(source: name, path: "sources/\(inside)")
    }
    guard let text = Self.text(file.bytes) else { throw .notText(source: name, path: file.name) }
    return text
  }

  /// Without a byte order mark, which does not count.
  private static func text(_ bytes: [UInt8]) -> String? {
    if let encoding = EncodingGuess.marked(bytes) {
      return (try? TextDecoder.utf8(bytes, from: encoding)).flatMap { String(validating: $0, as: UTF8.self) }
    }
    return String(
      validating: bytes.starts(with: TextMark.utf8) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
  }

  private func passage(_ selection: RefiElement, in source: String, length: Int?) throws(RefiFault) -> Passage
  {
    func number(_ attribute: String) throws(RefiFault) -> Int {
      guard let text = selection[attribute], let number = Int(text) else {
        throw .number(element: selection.local, attribute: attribute, found: selection[attribute])
      }
      return number
    }
    let (start, end) = (try number("startPosition"), try number("endPosition"))
    guard let passage = Passage(start: start, end: end), end <= length ?? end else {
      throw .offsets(
        selection: selection.guid ?? "", source: source, start: start, end: end, length: length ?? 0)
    }
    return passage
  }

  private mutating func read(_ holder: RefiElement, of source: String, _ passage: Passage?) throws(RefiFault)
  {
    for coding in holder.children("Coding") {
      guard let guid = coding.guid else { throw .guid(element: "Coding", found: nil) }
      guard let code = coding.target(of: "CodeRef") else {
        throw .unknownTarget(element: "CodeRef", of: "Coding", guid: "nothing")
      }
      codings.append(
        .init(
          guid: guid, source: source, passage: passage, code: code,
          user: coding["creatingUser"].map(RefiElement.key), at: coding["creationDateTime"],
          memo: coding.children("NoteRef").compactMap(memo).joined(separator: "\n\n")))
    }
  }

  /// The text of the note that is pointed to, where it stands in the package.
  private func memo(_ reference: RefiElement) -> String? {
    guard let note = reference["targetGUID"].flatMap({ notes[RefiElement.key($0)] }) else { return nil }
    if let content = note.child("PlainTextContent") { return content.text }
    return note["plainTextPath"].flatMap(file(at:)).flatMap { Self.text($0.bytes) }
  }

  private func values(of source: RefiElement) -> [RefiContents.Value] {
    source.children("VariableValue").compactMap { value in
      guard let variable = value.target(of: "VariableRef").flatMap({ variables[$0] }),
        let text = value.children.first(where: { $0.local.hasSuffix("Value") })?.text
      else { return nil }
      return .init(variable: variable, text: text)
    }
  }
}
