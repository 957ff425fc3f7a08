/// The codes that a study gives, nested, as of one version. Never changed: another version is another codebook.
public struct Codebook: Hashable, Sendable {
  /// Each code before those nested in it, and these before the next beside it.
  public let codes: [Code]
  private let places: [String: Int]

  /// What stands between the names of a path.
  public static let separator = " / "

  /// Puts the codes into order; those beside one another stay in the order that they come in.
  ///
  /// - Throws: `CodebookFault` for a code without an identifier or a name, one that comes twice, one nested in what is not there, and codes
  ///   nested in each other.
  public init(_ codes: [Code]) throws(CodebookFault) {
    var seen: Set<String> = []
    for code in codes {
      guard !code.id.isEmpty else { throw .noIdentifier(name: code.name) }
      guard code.name.contains(where: { !$0.isWhitespace }) else { throw .noName(id: code.id) }
      guard seen.insert(code.id).inserted else { throw .repeated(id: code.id) }
    }
    var nested: [String?: [Code]] = [:]
    for code in codes {
      if let parent = code.parent, !seen.contains(parent) {
        throw .unknownParent(id: code.id, parent: parent)
      }
      nested[code.parent, default: []].append(code)
    }
    var ordered: [Code] = []
    var waiting = Array((nested[nil] ?? []).reversed())
    while let code = waiting.popLast() {
      ordered.append(code)
      waiting += (nested[code.id] ?? []).reversed()
    }
    if ordered.count < codes.count {
      let placed = Set(ordered.map(\.id))
      throw .circle(id: codes.first { !placed.contains($0.id) }?.id ?? "")
    }
    self.codes = ordered
    places = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1.id, $0) })
  }

  public subscript(_ id: String) -> Code? { places[id].map { codes[$0] } }

  /// The codes that a code is nested in, from the top, and the code itself; empty when it is not there.
  public func lineage(of id: String) -> [Code] {
    var lineage: [Code] = []
    var next = self[id]
    while let code = next {
      lineage.append(code)
      next = code.parent.flatMap { self[$0] }
    }
    return lineage.reversed()
  }

  /// The names of its lineage, as `Politics / Visits`; nil when it is not there.
  public func path(of id: String) -> String? {
    let lineage = lineage(of: id)
    return lineage.isEmpty ? nil : lineage.map(\.name).joined(separator: Self.separator)
  }

  /// The code, and all that are nested in it at any depth; empty when it is not there.
  public func family(of id: String) -> [Code] {
    guard let start = places[id] else { return [] }
    var depth: [String: Int] = [id: 0]
    var family = [codes[start]]
    for code in codes[(start + 1)...] {
      guard let above = code.parent.flatMap({ depth[$0] }) else { break }
      depth[code.id] = above + 1
      family.append(code)
    }
    return family
  }

  /// The one code that is called so: by identifier, else by path, else by name. Nil when there is none, or several.
  public func code(called text: String) -> Code? {
    if let code = self[text] { return code }
    let byPath = codes.filter { text.hasSuffix($0.name) && path(of: $0.id) == text }
    if let code = byPath.first { return byPath.count == 1 ? code : nil }
    let byName = codes.filter { $0.name == text }
    return byName.count == 1 ? byName[0] : nil
  }
}

/// Codes that make no codebook.
public enum CodebookFault: Error, Hashable, Sendable {
  case noIdentifier(name: String)
  case noName(id: String)
  /// Two codes have one identifier.
  case repeated(id: String)
  case unknownParent(id: String, parent: String)
  /// The code is nested, by way of others, in itself.
  case circle(id: String)

  public var text: String {
    switch self {
    case .noIdentifier(let name): "the code '\(name)' has no identifier"
    case .noName(let id): "the code with the identifier '\(id)' has no name"
    case .repeated(let id): "two codes have the identifier '\(id)'"
    case .unknownParent(let id, let parent):
      "the code '\(id)' is nested in '\(parent)', which is not in the codebook"
    case .circle(let id): "the code '\(id)' is nested in itself, by way of others"
    }
  }
}
