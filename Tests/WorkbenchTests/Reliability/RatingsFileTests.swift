import Discourse
import TestSupport
import Testing
import Workbench

@Suite("A file of ratings")
struct RatingsFileTests {
  private func read(_ text: String, _ file: RatingsFile = RatingsFile()) throws -> Ratings {
    let folder = try ScratchFolder()
    return try file.read(try folder.write(text, to: "r.csv"))
  }

  /// What a person is told; empty where the file can be read.
  private func fault(_ text: String, _ file: RatingsFile = RatingsFile()) -> String {
    do { _ = try read(text, file) } catch WorkbenchError.table(let error) {
      return "\(error.place): \(error.message)"
    } catch { return "\(error)" }
    return ""
  }

  @Test("is the same ratings wide, long, with semicolons and with white space about its cells")
  func shapes() throws {
    let wide = try read("unit,Ann,Ben\n1,a,b\n2,a,\n3,b,b\n")
    let long = try read(
      "coder,theme,unit\nAnn,a,1\nBen,b,1\nAnn,a,2\nBen,,2\nAnn,b,3\nBen,b,3\n",
      RatingsFile(shape: .long(unit: "unit", coder: "coder", value: "theme")))
    let others = [
      long, try read("unit;Ann;Ben\r\n1;a;b\r\n2;a;\r\n3;b;b\r\n"),
      try read("unit,Ann,Ben\n1, a,b \n2,a,  \n3,b,b\n"),
      try read("unit,Ann,Ben\n1,a,b\n2,a,NA\n3,b,b\n", RatingsFile(missing: ["NA"])),
    ]
    let expected = Reliability(wide)
    #expect(wide.units == ["1", "2", "3"] && wide.coders == ["Ann", "Ben"] && wide.count == 5)
    for other in others {
      #expect(other.units == wide.units && other.coders == wide.coders && other.count == wide.count)
      #expect(Reliability(other)[.alpha] == expected[.alpha])
    }
  }

  @Test("takes units told by several columns, and rows that are units of their own")
  func units() throws {
    let text = "wave,article,Ann,Ben\n1,1,a,a\n2,1,b,b\n"
    let joined = try read(text, RatingsFile(shape: .wide(unit: "wave+article", coders: nil)))
    #expect(joined.units == ["1+1", "2+1"] && joined.coders == ["Ann", "Ben"])
    let rows = try read(text, RatingsFile(shape: .wide(unit: nil, coders: ["Ben", "Ann"])))
    #expect(rows.units.count == 2 && rows.coders == ["Ben", "Ann"])
  }

  @Test("keeps a coder without any rating")
  func idle() throws {
    #expect(try read("unit,Ann,Ben,Cy\n1,a,b,\n2,a,a,\n").coders == ["Ann", "Ben", "Cy"])
  }

  /// Its column `number` has 1, 2.25 and -0.5 (`Tests/Fixtures/tables/expected.json`).
  @Test("takes a workbook, and names the row of a cell that is at fault")
  func workbook() throws {
    let path = Project.root + "/Tests/Fixtures/tables/inline.xlsx"
    let shape = RatingsShape.wide(unit: "name", coders: ["number"])
    let ratings = try RatingsFile(shape: shape, level: .interval).read(path)
    #expect(ratings.scale.numbers == [-0.5, 1, 2.25] && ratings.units.count == 3)
    do {
      _ = try RatingsFile(shape: shape, level: .ratio).read(path)
      Issue.record("a negative number was taken at ratio level")
    } catch WorkbenchError.table(let error) {
      #expect(error.place.hasSuffix(":4") && error.message.contains("'-0.5'"), "\(error.place)")
    }
  }

  @Test("names file, row and column of what cannot be taken, and says what to do")
  func faults() throws {
    let interval = RatingsFile(level: .interval)
    #expect(
      fault("unit,Ann\n1,2\n2,two\n", interval) == "r.csv:3: column 'Ann': found 'two', expected a number")
    #expect(
      fault("unit,Ann\n1,-2\n", RatingsFile(level: .ratio))
        == "r.csv:2: column 'Ann': found '-2', expected a number, zero or more")
    #expect(
      fault("unit,Ann\n1,a\n1,b\n").hasPrefix(
        "r.csv:3: column 'Ann': found 'b', expected one rating of the unit '1' by 'Ann', but there is one already"
      ))
    #expect(
      fault("unit,Ann\n1,x\n", RatingsFile(categories: ["a", "b"]))
        == "r.csv:2: column 'Ann': found 'x', expected one of a, b")
    #expect(fault("unit,Ann\n,a\n") == "r.csv:2: column 'unit': found '', expected the unit that is rated")
    #expect(fault("unit\n1\n") == "r.csv:1: it has no column of a coder; it has: unit")
    #expect(
      fault("u,c,v\n1,,a\n", RatingsFile(shape: .long(unit: "u", coder: "c", value: "v")))
        == "r.csv:2: column 'c': found '', expected the coder who gave 'a'")
    #expect(
      fault("u,c\n", RatingsFile(shape: .long(unit: "u", coder: "c", value: "v")))
        == "r.csv:1: there is no column 'v'; it has: u, c")
    #expect(fault("u,A,A\n1,a,b\n") == "r.csv:1: two columns are called 'A': rename the one that is meant")
    #expect(
      fault("a,b\n2,many\n", RatingsFile(shape: .counts(unit: nil, categories: ["a", "b"])))
        == "r.csv:2: column 'b': found 'many', expected how many coders chose it, from 0 to 10000")
    #expect(fault("unit,Ann\n1,a,b\n").contains("fieldCount"))
  }

  @Test("may have two columns of one name where neither is asked for")
  func repeatedElsewhere() throws {
    let ratings = try read(
      "u,c,v,w,w\n1,Ann,a,,\n", RatingsFile(shape: .long(unit: "u", coder: "c", value: "v")))
    #expect(ratings.count == 1)
  }
}
