import Discourse
import Interchange
import TestSupport
import Testing

/// Projects that NVivo for Mac 15 and qc 1.3.2 exported. The counts are those of PROVENANCE.txt beside them.
@Suite(.enabled(if: RefiTools.areSamplesThere, "the samples lie in ../shared/data/refi_qda"))
struct RefiSampleTests {
  @Test(arguments: ["nvivo_project.qdpx", "qc_demo.qdpx"])
  func `a project of another program comes through unchanged in meaning`(_ name: String) throws {
    let bytes = try RefiTools.sample(name)
    var project = try RefiProject(bytes)
    let contents = try RefiContents(project)
    #expect(contents.codebook.codes.count == 262)
    #expect(contents.sources.count == 2)
    if RefiTools.python != nil { #expect(try RefiTools.difference(bytes, project.package()) == "same") }
    // To say of it what it says already changes nothing.
    let codings = contents.codings.map {
      RefiRevision.Coded(
        guid: $0.guid, source: $0.source, passage: $0.passage, code: $0.code, user: $0.user ?? "",
        at: $0.at ?? "")
    }
    project.revise(
      RefiRevision(
        users: contents.users, codebook: contents.codebook, sources: [], codings: codings, guid: { $0 }))
    if RefiTools.python != nil { #expect(try RefiTools.difference(bytes, project.package()) == "same") }
    if RefiTools.validator != nil { #expect(try RefiTools.faults(project.document) == "") }
  }

  @Test func `the passages of qc are the lines that it says they are`() throws {
    let project = try RefiProject(try RefiTools.sample("qc_demo.qdpx"))
    let contents = try RefiContents(project)
    #expect(contents.codings.count == 205)
    #expect(Set(contents.codings.map(\.passage)).count <= 158)
    let texts = Dictionary(uniqueKeysWithValues: contents.sources.map { ($0.guid, $0.text ?? "") })
    for coding in contents.codings {
      let text = try #require(coding.passage?.text(in: texts[coding.source] ?? ""))
      // qc codes whole lines.
      #expect(text.hasSuffix("\n") && text.count { $0 == "\n" } == 1, "\(text.debugDescription)")
    }
  }
}
