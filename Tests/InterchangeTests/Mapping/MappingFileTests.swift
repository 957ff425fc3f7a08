import Interchange
import Testing

@Suite("A mapping file") struct MappingFileTests {
  private let good = """
    file: x.csv
    source: {value: s}
    locator: {column: l}
    entities:
      - kind: partnership
        id: "{id}"
        says:
          kind: {value: twinning}
          party: {column: p}
    """

  private func fault(_ text: String) -> FormatError? {
    do throws(FormatError) {
      _ = try MappingFile.read(text, name: "x.yml")
      return nil
    } catch { return error }
  }

  @Test("that is well formed is read")
  func reads() throws {
    let mapping = try MappingFile.read(good, name: "x.yml")
    #expect(mapping.file == "x.csv")
    #expect(mapping.missing == [""])
    #expect(mapping.entities.map(\.kind) == [.partnership])
    #expect(mapping.entities[0].says.map(\.property.name) == ["kind", "party"])
  }

  /// What is replaced in the good file, by what, and the line and a part of the message that must be named.
  @Test(
    "that is not names the line and what was expected",
    arguments: [
      (
        "file: x.csv", "fil: x.csv", 1,
        "unknown key 'fil' in a mapping file; expected one of: certainty, coder, columns, decimal"
      ),
      ("locator: {column: l}", "locator: {colum: l}", 3, "unknown key 'colum'"),
      (
        "locator: {column: l}", "locator: {column: l, value: m}", 3,
        "just one of 'column', 'value' and 'template'"
      ),
      ("locator: {column: l}", "locator: {default: l}", 3, "just one of 'column', 'value' and 'template'"),
      ("locator: {column: l}", "locator: {column: [l]}", 3, "'column' must be a single value"),
      ("locator: {column: l}", "locator: [l]", 3, "must be a mapping"),
      (
        "kind: partnership", "kind: partnrship", 5,
        "'partnrship' is no kind of entity; expected one of: actor, partnership"
      ),
      ("    id: \"{id}\"\n", "", 5, "an entity needs 'id'"),
      ("id: \"{id}\"", "id: \"{id\"", 6, "brace"), ("id: \"{id}\"", "id: \"{}\"", 6, "brace"),
      (
        "      party: {column: p}", "      parties: {column: p}", 9,
        "'parties' is no property of partnership; expected one of: kind, party"
      ),
      ("{column: p}", "{column: p, spilt: x}", 9, "unknown key 'spilt' in a claim"),
      (
        "{column: p}", "{column: p, create: {kind: town}}", 9,
        "'town' is no kind of actor; expected one of: supranational body"
      ),
      ("kind: {value: twinning}", "kind: {value: x, create: {kind: city}}", 8, "'kind' is no reference"),
      ("{column: p}", "{column: p, map: x}", 9, "'map' must be a mapping"),
      ("    says:", "    when: {column: a}\n    says:", 7, "'when' without 'is' needs 'empty'"),
      ("    says:", "    when: {column: a, empty: perhaps}\n    says:", 7, "'empty' is true or false"),
      ("    says:", "    when: {is: a}\n    says:", 7, "'when' needs 'column'"),
      (
        "source: {value: s}\n", "", 1,
        "needs 'source', 'locator' and 'entities'; this one has no source"
      ),
      ("file: x.csv\n", "", 1, "a mapping file needs 'file'"),
      ("      party: {column: p}", "      party: {column: p", 9, "not YAML"),
      ("      party: {column: p}", "\tparty: {column: p}", 9, "not YAML"),
    ])
  func faults(_ part: String, _ other: String, _ line: Int, _ message: String) throws {
    #expect(good.contains(part))
    let error = try #require(fault(good.replacing(part, with: other)))
    #expect(error.file == "x.yml")
    #expect(error.message.contains(message), "\(error.message)")
    #expect(error.line == line, "\(error.message)")
  }

  @Test("that is empty, or no mapping, is refused")
  func empty() {
    #expect(fault("") == FormatError(file: "x.yml", line: 1, message: "the file is empty"))
    #expect(fault("# nothing\n") != nil)
    #expect(
      fault("- a\n- b\n")?.message == "a mapping file must be a mapping, with lines such as 'key: value'")
    #expect(fault("text")?.line == 1)
  }

  @Test("that gives a key twice is refused")
  func repeated() {
    #expect(fault(good + "\nfile: y.csv\n") != nil)
  }
}
