import Chronology
public import Yams

/// A YAML document whose faults name the file, the line and what was expected.
///
/// Thin on purpose: Yams parses; this only asks for keys and refuses those that nobody asked for.
public struct YAMLFile {
  public let name: String
  public let root: Node
  private let lines: Int

  /// Throws `FormatError` when the text is no YAML, is empty, or repeats a part of itself by an alias.
  public init(_ text: String, name: String) throws(FormatError) {
    self.name = name
    // As libyaml counts them, for which CR alone ends a line, too.
    let lines = text.count(where: \.isNewline) + 1
    self.lines = lines
    if let alias = YAMLAliases.first(in: text) {
      throw FormatError(
        file: name, line: alias.line,
        message:
          "'*\(alias.name)' stands for another part of the file, which is not read here; write that part out")
    }
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch {
      let fault = YAMLFault(error, in: text)
      throw FormatError(file: name, line: min(fault.line, lines), message: fault.message)
    }
    guard let root else { throw FormatError(file: name, line: 1, message: "the file is empty") }
    self.root = root
  }

  /// The pairs of a mapping, all of whose keys must be among those allowed.
  public func pairs(_ node: Node, allowed: Set<String>, in place: String) throws(FormatError) -> [String:
    Node]
  {
    guard let mapping = node.mapping else {
      throw fault(node, "\(place) must be a mapping, with lines such as 'key: value'")
    }
    var pairs: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.string, allowed.contains(name) else {
        throw fault(
          key,
          "unknown key '\(key.string ?? "")' in \(place); expected one of: \(allowed.sorted().joined(separator: ", "))"
        )
      }
      pairs[name] = value
    }
    return pairs
  }

  /// The text of a scalar.
  public func text(_ node: Node, _ place: String) throws(FormatError) -> String {
    guard let scalar = node.scalar else { throw fault(node, "\(place) must be a single value") }
    return scalar.string
  }

  /// The text of a key that must be there.
  public func text(_ key: String, of pairs: [String: Node], in node: Node, _ place: String)
    throws(FormatError) -> String
  {
    guard let value = pairs[key] else { throw fault(node, "\(place) needs '\(key)'") }
    return try text(value, "'\(key)'")
  }

  /// A list, or the single value itself.
  public func list(_ node: Node) -> [Node] { node.sequence.map(Array.init) ?? [node] }

  /// An empty document's node lies behind the last line; the fault is named on it.
  public func fault(_ node: Node, _ message: String) -> FormatError {
    FormatError(file: name, line: min(node.mark?.line ?? 1, lines), message: message)
  }
}

/// A file that does not follow its format. The message is one line.
public struct FormatError: Error, Equatable, Sendable {
  public let file: String
  public let line: Int
  public let message: String

  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message.shown(atMost: 1000)
  }
}
