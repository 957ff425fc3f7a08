import Interchange
import Testing

/// What YAML allows and our files do not, and how it is said.
@Suite("A YAML file")
struct YAMLFileTests {
  private func fault(_ text: String) -> FormatError? {
    do throws(FormatError) {
      _ = try YAMLFile(text, name: "f.yml")
      return nil
    } catch { return error }
  }

  @Test("refuses aliases, which can stand for more than any memory holds")
  func aliases() {
    #expect(fault("a: &x [1]\nb:\n  - *x\n")?.line == 3)
    #expect(fault("a: &x [1]\n? *x\n: 1\n")?.message.contains("'*x'") == true)
  }

  @Test(
    "takes stars and ampersands that are none",
    arguments: ["a: R &D\nb: count(*)\n", "sql: |\n  SELECT * FROM t\nb: x &y z\n", "a: '*x'\n"])
  func stars(text: String) { #expect(fault(text) == nil) }

  @Test(
    "says on one line what is wrong, and on which",
    arguments: [
      ("a: 1\n\tb: 2\n", 2, "a tab at the start of the line"),
      ("a: {b: 1\nc: 2\n", 2, "while parsing a flow mapping that begins on line 1"),
      ("a: 1\nb: 2\na: 3\n", 1, "the key 'a' stands twice"), ("a: 1\n---\nb: 2\n", 2, "a second document"),
      ("a: 1\nb: \u{7}\n", 2, "U+0007"), (String(repeating: "[", count: 2000), 1, "nested deeper"),
      ("a: b: c\n", 1, "needs quotes"), ("a: *b\n", 1, "an alias for nothing"),
    ])
  func faults(text: String, line: Int, says: String) {
    let fault = fault(text)
    #expect(fault?.line == line)
    #expect(fault?.message.contains(says) == true, "\(fault?.message ?? "")")
    #expect(fault?.message.contains(where: \.isNewline) == false)
  }

  @Test("never places a fault behind the last line, where an empty document's is")
  func last() throws {
    let file = try YAMLFile("\n---", name: "f.yml")
    #expect(file.fault(file.root, "x").line == 2)
  }
}
