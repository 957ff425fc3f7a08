import Diplomacy
import Testing

@Suite("The day of the lens") struct LensTests {
  private func parents(on day: String?) throws -> Set<String> {
    let said = [
      statement(try claim("actor.within", "always")),
      statement(try claim("actor.within", "nineties", during: "1990/1999")),
      statement(try claim("actor.within", "since", during: "2000/..")),
      statement(try claim("actor.within", "some-day", during: "[1998..2001]")),
    ]
    return Set(Resolver(validOn: day).resolve(said).texts(of: "within").joined())
  }

  @Test("leaves out what certainly does not hold on it")
  func leavesOut() throws {
    #expect(try parents(on: nil) == ["always", "nineties", "since", "some-day"])
    #expect(try parents(on: "1989-12-31") == ["always"])
    #expect(try parents(on: "1990-01-01") == ["always", "nineties"])
    #expect(try parents(on: "1999-12-31") == ["always", "nineties", "some-day"])
    #expect(try parents(on: "2000-01-01") == ["always", "since", "some-day"])
    #expect(try parents(on: "2002-01-01") == ["always", "since"])
  }

  @Test("does not let a preferred statement of another time silence a normal one")
  func rank() throws {
    let said = [
      statement(try claim("actor.within", "then", during: "1990"), rank: .preferred),
      statement(try claim("actor.within", "now")),
    ]
    #expect(Resolver(validOn: "2020-01-01").resolve(said).texts(of: "within") == [["now"]])
  }
}
