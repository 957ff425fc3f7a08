import Diplomacy

/// Actors with a name each, packed as a large table's are.
func sheaf(of actors: KeyValuePairs<String, String>) throws -> Sheaf {
  guard let name = Property.named("name", of: .actor) else { fatalError("actors have names") }
  var sheaf = Sheaf(kind: .actor, parts: [Sheaf.Part(property: name)])
  for (row, (id, text)) in actors.enumerated() {
    sheaf.entities.append(Array(id.utf8)[...])
    sheaf.locators.append(Array("p. 1".utf8)[...])
    sheaf.parts[0].claims.values.append([Claim([try Atom(text, for: name)])])
    sheaf.parts[0].claims.codes.append(Int32(row))
    sheaf.sources.codes.append(0)
    sheaf.ranks.codes.append(0)
    sheaf.certainties.codes.append(0)
    sheaf.coders.codes.append(0)
    sheaf.notes.codes.append(0)
  }
  sheaf.sources.values = ["a"]
  sheaf.ranks.values = [.normal]
  sheaf.certainties.values = [.stated]
  sheaf.coders.values = [""]
  sheaf.notes.values = [""]
  return sheaf
}
