import Interchange
import Testing

@Suite("A table whose lines end in CR alone, as in Excel's CSV (Macintosh)")
struct CarriageReturnTests {
  @Test("is read line by line")
  func lines() throws {
    let text = try TableText.read(Array("id,name\rit,Italy\rfr,France\r".utf8), fileName: "t.csv")
    var reader = try CSVReader(text.bytes, delimiter: text.delimiter)
    #expect(reader.header == ["id", "name"])
    #expect(try reader.next()?.fields == ["it", "Italy"])
    let last = try reader.next()
    #expect(last?.fields == ["fr", "France"] && last?.line == 3)
    #expect(try reader.next() == nil)
  }

  @Test("is another thing than a CR in a table with line feeds, which stays in its cell")
  func within() throws {
    let text = try TableText.read(Array("id,name\nit,\"It\raly\"\n".utf8), fileName: "t.csv")
    var reader = try CSVReader(text.bytes, delimiter: text.delimiter)
    #expect(try reader.next()?.fields == ["it", "It\raly"])
  }
}
