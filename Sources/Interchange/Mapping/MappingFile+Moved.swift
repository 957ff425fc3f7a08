import Yams

extension MappingFile {
  /// The text of a mapping for another table with the same columns: UTF-8 with commas, as it shows itself to be. The decimal mark stays.
  ///
  /// Comments and layout stay where the keys stand in lines of their own; otherwise the mapping is written anew.
  public static func moved(_ text: String, to file: String) throws(FormatError) -> String {
    let quoted = "'" + file.replacing("'", with: "''") + "'"
    let lines = inLines(text, file: "file: " + quoted)
    if let read = try? MappingFile.read(lines, name: file),
      read == (try MappingFile.read(text, name: file)).moved(to: file)
    {
      return lines
    }
    guard let pairs = try YAMLFile(text, name: file).root.mapping else { return lines }
    let kept = pairs.filter { key, _ in !left.contains(key.string ?? "") && key.string != "file" }
    let rest = Node.Mapping([(Node("file"), Node(file))] + kept.map { ($0.key, $0.value) })
    do { return try Yams.serialize(node: .mapping(rest), allowUnicode: true) } catch {
      throw FormatError(file: file, line: 1, message: "the mapping cannot be written anew: \(error)")
    }
  }

  /// What is told of the file that the table was in.
  private static let left: Set<String> = ["encoding", "delimiter", "sheet"]

  /// Replaces and leaves out top-level keys with what hangs below them.
  private static func inLines(_ text: String, file: String) -> String {
    var lines: [Substring] = []
    var isLeftOut = false
    for line in text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false) {
      let isBelow = line.first.map { $0 == " " || $0 == "\t" } ?? true
      if isLeftOut, isBelow { continue }
      let key = line.prefix { $0 != ":" }.trimmingPrefix(while: \.isWhitespace).filter {
        !"\"' ".contains($0)
      }
      isLeftOut = line.contains(":") && !isBelow && (left.contains(key) || key == "file")
      if !isLeftOut { lines.append(line) } else if key == "file" { lines.append(Substring(file)) }
    }
    return lines.joined(separator: "\n")
  }
}

extension Mapping {
  fileprivate func moved(to file: String) -> Mapping {
    Mapping(
      file: file, dialect: Dialect(decimal: dialect.decimal), source: source, locator: locator,
      certainty: certainty,
      rank: rank, coder: coder, note: note, missing: missing, missingInColumn: missingInColumn,
      repetition: repetition, entities: entities)
  }
}
