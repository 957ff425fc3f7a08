import Interchange
import Testing

@Suite("A table beyond all measure") struct LimitTests {
  @Test("with a field of over 16 MiB is refused with its line and column")
  func longField() throws {
    let long = [UInt8](repeating: 97, count: 16 << 20)
    var reader = try CSVReader(Array("a,b\n1,".utf8) + long + Array("\n2,".utf8) + long + Array("b\n".utf8))
    #expect(try reader.next()?.fields[1].utf8.count == 16 << 20)
    let error = #expect(throws: CSVError.self) { try reader.next() }
    #expect(error == .longField(line: 3, column: 2))
  }

  @Test("with more than 16,384 columns is refused with their number")
  func columns() throws {
    let most = (1...16_384).map { "c\($0)" }.joined(separator: ",")
    #expect(try CSVReader(Array(most.utf8)).header.count == 16_384)
    let error = #expect(throws: CSVError.self) { try CSVReader(Array((most + ",more").utf8)) }
    #expect(error == .tooManyColumns(line: 1, found: 16_385))
  }
}
