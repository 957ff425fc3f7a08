public import Diplomacy

/// Reads a ladder: `ladder`, `title`, `source`, and `rungs` from the lowest to the highest, each with `name` and `labels`.
public enum LadderFile {
  /// Throws `FormatError`; a label on two rungs is one, and so is a source that is not known.
  public static func read(
    _ text: String, name: String, isSource: (SourceID) -> Bool = { _ in true }
  ) throws(FormatError) -> Ladder {
    let file = try YAMLFile(text, name: name)
    let keys: Set<String> = ["ladder", "title", "source", "locator", "note", "rungs"]
    let pairs = try file.pairs(file.root, allowed: keys, in: "a ladder")
    guard let list = pairs["rungs"]?.sequence else {
      throw file.fault(file.root, "a ladder needs 'rungs', a list")
    }
    var rungs: [Ladder.Rung] = []
    var seen: Set<String> = []
    for node in list {
      let rung = try file.pairs(node, allowed: ["name", "labels", "note"], in: "a rung")
      var labels: [String] = []
      if let given = rung["labels"] {
        for label in file.list(given) { labels.append(try file.text(label, "a label")) }
      }
      for label in labels where !seen.insert(label.folded).inserted {
        throw file.fault(node, "the label '\(label)' stands on two rungs")
      }
      rungs.append(Ladder.Rung(name: try file.text("name", of: rung, in: node, "a rung"), labels: labels))
    }
    let source = SourceID(try file.text("source", of: pairs, in: file.root, "a ladder"))
    guard isSource(source) else {
      throw file.fault(
        pairs["source"] ?? file.root,
        "'\(source.text)' is no recorded source; expected the id of an item of sources.json")
    }
    return Ladder(
      id: try file.text("ladder", of: pairs, in: file.root, "a ladder"),
      title: try file.text("title", of: pairs, in: file.root, "a ladder"),
      source: source, rungs: rungs)
  }
}
