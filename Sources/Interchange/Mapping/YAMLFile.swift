public import Yams

/// A YAML document whose faults name the file, the line and what was expected.
///
/// Thin on purpose: Yams parses; this only asks for keys and refuses those that nobody asked for.
public struct YAMLFile {
  public let name: String
  public let root: Node

  /// Throws `FormatError` when the text is no YAML or is empty.
  public init(_ text: String, name: String) throws(FormatError) {
    self.name = name
    do {
      guard let root = try Yams.compose(yaml: text) else {
        throw FormatError(file: name, line: 1, message: "the file is empty")
      }
      self.root = root
    } catch let error as FormatError {
      throw error
    } catch {
      throw FormatError(file: name, line: Self.line(of: error), message: "not YAML: \(error)")
    }
  }

  /// Where Yams stopped.
  private static func line(of error: any Error) -> Int {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      max(mark.line, 1)
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: 1
    }
  }

  /// The pairs of a mapping, all of whose keys must be among those allowed.
  public func pairs(_ node: Node, allowed: Set<String>, in place: String) throws(FormatError) -> [String:
    Node]
  {
    guard let mapping = node.mapping else {
      throw fault(node, "\(place) must be a mapping of keys to values")
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

  public func fault(_ node: Node, _ message: String) -> FormatError {
    FormatError(file: name, line: node.mark?.line ?? 1, message: message)
  }
}

/// A file that does not follow its format.
public struct FormatError: Error, Equatable, Sendable {
  public let file: String
  public let line: Int
  public let message: String

  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }
}
