import Interchange
import Invariants
import Testing

private let guid = RefiExample.guid

@Suite("A hostile or damaged QDA project") struct HostileRefiTests {
  private func fault(_ bytes: [UInt8]) -> RefiFault? {
    do throws(RefiFault) {
      _ = try RefiContents(RefiProject(bytes))
      return nil
    } catch { return error }
  }

  private func fault(_ old: String, _ new: String) -> RefiFault? {
    #expect(RefiExample.document.contains(old))
    return fault(RefiExample.package(RefiExample.document.replacing(old, with: new)))
  }

  @Test("is told from a good one by what is wrong with it")
  func named() {
    #expect(fault(RefiExample.package()) == nil)
    #expect(
      fault("endPosition=\"4\"", "endPosition=\"16\"")
        == .offsets(selection: guid(22), source: "One", start: 3, end: 16, length: 15))
    #expect(
      fault("startPosition=\"3\"", "startPosition=\"5\"")
        == .offsets(selection: guid(22), source: "One", start: 5, end: 4, length: 15))
    #expect(
      fault("startPosition=\"3\"", "startPosition=\"-1\"")
        == .offsets(selection: guid(22), source: "One", start: -1, end: 4, length: 15))
    #expect(
      fault("startPosition=\"3\"", "startPosition=\"99999999999999999999\"")
        == .number(element: "PlainTextSelection", attribute: "startPosition", found: "99999999999999999999"))
    #expect(
      fault(" startPosition=\"3\"", "")
        == .number(element: "PlainTextSelection", attribute: "startPosition", found: nil))
    #expect(
      fault("Coding guid=\"\(guid(25))\"", "Coding guid=\"\(guid(11))\"")
        == .repeatedGUID(guid(11), elements: ["Code", "Coding"]))
    #expect(fault("User guid=\"\(guid(1))\"", "User guid=\"1\"") == .guid(element: "User", found: "1"))
    #expect(
      fault("<Coding guid=\"\(guid(26))\">", "<Coding>") == .guid(element: "Coding", found: nil))
    #expect(
      fault(
        "<Coding guid=\"\(guid(26))\"><CodeRef targetGUID=\"\(guid(11))\"/>",
        "<Coding guid=\"\(guid(26))\"><CodeRef targetGUID=\"\(guid(13))\"/>")
        == .unknownTarget(element: "CodeRef", of: "Coding", guid: guid(13)))
    #expect(
      fault(" plainTextPath=\"internal://One.TXT\"", "")
        == .missingSource(source: "One", path: "PlainTextContent or plainTextPath"))
    #expect(
      fault("internal://One.TXT", "internal://../../etc/passwd")
        == .missingSource(source: "One", path: "sources/../../etc/passwd"))
    #expect(fault("name=\"Masks\"", "name=\"\"") == .codebook(.noName(id: guid(12))))
    #expect(
      fault(RefiExample.package(text: [0xFF, 0x41])) == .notText(source: "One", path: "Sources/one.txt"))
    #expect(
      fault(RefiExample.package(named: "Sources/two.txt"))
        == .missingSource(source: "One", path: "sources/One.TXT"))
    #expect(fault(Array("<Codebook/>".utf8)) == .root(found: "Codebook", expected: "Project"))
    #expect(fault(StoredZip.file([("a.txt", [])])) == .project(found: []))
    #expect(fault(StoredZip.file([("a.qde", []), ("b.qde", [])])) == .project(found: ["a.qde", "b.qde"]))
  }

  @Test("of a text outside of the package has its passages, and reads no file")
  func outside() throws {
    for path in ["absolute:///etc/passwd", "relative:///one.txt"] {
      let document = RefiExample.document.replacing("internal://One.TXT", with: path)
      let contents = try RefiContents(RefiProject(RefiExample.package(document)))
      #expect(contents.sources[0].text == nil)
      #expect(contents.codings.count == 3)
    }
  }

  @Test("whose XML has entities, a document type, or is none is refused")
  func xml() {
    let bomb =
      "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><Project name=\"&b;\"/>"
    let external = "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><Project>&f;</Project>"
    let cases = [
      (bomb, "document type declaration"), (external, "document type declaration"),
      ("<Project>&b;</Project>", "unknown reference"), ("<Project><a></Project>", "closes nothing"),
      ("<Project/><Project/>", "second root"), ("<Project/>text", "outside of its root"),
      ("<Project a='1' a='2'/>", "twice"), ("<Project><1/></Project>", "called '1'"), ("", "not XML"),
      ("<Project>", "ends inside"),
      ("<Project a='&#1;'/>", "U+0001"), ("<Project>\u{0}</Project>", "U+0000"),
      (String(repeating: "<a>", count: 100), "more than 64 deep"),
    ]
    for (document, message) in cases {
      let text = fault(Array(document.utf8))?.text ?? "read"
      #expect(text.contains(message), "\(document.prefix(30)): \(text)")
    }
  }

  @Test("that unpacks to more than it may is refused before it is unpacked")
  func bomb() {
    // A part of 2 GiB by its header, in a file of some hundred bytes.
    var package = StoredZip.file([("project.qde", Array("<Project/>".utf8))])
    let sizes = package.indices.filter { package[$0...].starts(with: [10, 0, 0, 0, 10, 0, 0, 0]) }
    for place in sizes { package.replaceSubrange((place + 4)..<(place + 8), with: [0, 0, 0, 0x80]) }
    guard case .package(let reason)? = fault(package) else {
      Issue.record("read")
      return
    }
    #expect(reason.contains("more than"))
  }

  @Test("cut anywhere, or with any byte changed, is refused or read, and never ends the program")
  func damaged() {
    let whole = RefiExample.package()
    for end in stride(from: 0, to: whole.count, by: 31) { #expect(fault(Array(whole[..<end])) != nil) }
    for place in stride(from: 0, to: whole.count, by: 13) {
      var changed = whole
      changed[place] ^= 0x15
      if let fault = fault(changed) { #expect(!fault.text.isEmpty) }
    }
  }
}
