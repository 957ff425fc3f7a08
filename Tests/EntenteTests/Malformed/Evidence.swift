extension Malformed {
  private static func ladder(_ name: String, _ text: String, says: String...) -> Malformed {
    Malformed(
      name, ["Evidence/l.yml": .bytes(Array(text.utf8))], Workplace.initialise, sayingAll: ["l.yml"] + says)
  }

  private static func manifest(_ name: String, _ text: String, says: String...) -> Malformed {
    Malformed(
      name, ["Evidence/evidence.yml": .bytes(Array(text.utf8))], Workplace.initialise, sayingAll: says)
  }

  /// What `init --bundled` reads: the manifest and the ladders.
  static let evidence: [Malformed] = [
    ladder("a ladder of no bytes", "", says: "empty"),
    ladder("a ladder without rungs", "ladder: l\ntitle: L\nsource: survey\n", says: "'rungs', a list"),
    ladder(
      "a label on two rungs",
      "ladder: l\ntitle: L\nsource: survey\nrungs:\n  - {name: low, labels: [A]}\n  - {name: high, labels: [a]}\n",
      says: "l.yml:6", "'a' stands on two rungs"),
    ladder("a ladder without a source", "ladder: l\ntitle: L\nrungs: []\n", says: "needs 'source'"),
    ladder(
      "a ladder of a source that is not there",
      "ladder: l\ntitle: L\nsource: poll\nrungs: [{name: low, labels: [A]}]\n",
      says: "'poll'", "sources.json"),
    ladder(
      "a rung without a name", "ladder: l\ntitle: L\nsource: survey\nrungs: [{labels: [A]}]\n",
      says: "l.yml:4", "needs 'name'"),
    ladder(
      "labels that are keys", "ladder: l\ntitle: L\nsource: survey\nrungs: [{name: low, labels: {A: 1}}]\n",
      says: "l.yml:4", "a label"),
    manifest(
      "a manifest without sources", "ladders: []\nmappings: []\n", says: "evidence.yml:1", "'sources'"),
    manifest(
      "a manifest that names a missing ladder", "sources: sources.json\nladders: [none.yml]\nmappings: []\n",
      says: "none.yml"),
    manifest(
      "a manifest with a key that nobody knows", "sources: sources.json\nmaps: []\n", says: "evidence.yml:2",
      "'maps'"),
    Malformed("no manifest", ["Evidence/evidence.yml": .nothing], Workplace.initialise, says: "ENTENTE_HOME"),
  ]
}
