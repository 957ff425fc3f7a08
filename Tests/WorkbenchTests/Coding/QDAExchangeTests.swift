import Archive
import Discourse
import Foundation
import Interchange
import TestSupport
import Testing
import Workbench

@Suite("A corpus as a QDA project") struct QDAExchangeTests {
  private func export(_ archive: ArchiveStore, _ corpus: String = "news") throws -> [UInt8] {
    try QDAExport.run(CodingDesk(archive, corpus: corpus)).package
  }

  private func importing(
    _ package: [UInt8], _ archive: ArchiveStore, as corpus: String = "news", codebook: String? = "themes"
  ) throws -> QDAImport.Outcome {
    let folder = try ScratchFolder()
    let path = folder.path + "/project.qdpx"
    try Data(package).write(to: URL(filePath: path))
    return try QDAImport(path, corpus: corpus, codebook: codebook).run(into: archive, at: CodedCorpus.at)
  }

  private func documents(_ archive: ArchiveStore) throws -> [[String?]] {
    var rows: [[String?]] = []
    try archive.eachDocument(of: "news", isWhole: true) { one in
      rows.append([
        one.id, one.title, one.date, one.outlet, one.language, one.under, one.authors, one.extra, one.text,
      ])
    }
    return rows
  }

  @Test("comes back with nothing lost: texts, versions of the codebook, every coding, decisions")
  func nothingLost() throws {
    let (before, after) = (try CodedCorpus.archive(), try ArchiveStore.inMemory())
    let package = try export(before)
    _ = try importing(package, after)
    #expect(try documents(after) == documents(before))
    #expect(try after.codebook("themes").versions == before.codebook("themes").versions)
    let log = try after.codings(of: "news", codebook: "themes").log
    #expect(log == CodedCorpus.log)
    #expect(
      try after.decisions(of: "news", codebook: "themes") == before.decisions(of: "news", codebook: "themes"))
    #expect(try after.check(isDeep: true).isEmpty)
    // And once more: to bring it in again changes nothing, and it goes out as it came in.
    let again = try importing(package, after)
    #expect(again.documents.added == 0 && again.codings.added == 0 && !again.isNewVersion)
    #expect(try after.decisions(of: "news", codebook: "themes").count == 1)
    #expect(try export(after) == package)
  }

  @Test(
    "is valid by the schema, and shows other programs the codings that stand",
    .enabled(if: RefiTools.validator != nil, "xmllint is not installed (libxml2-utils)"))
  func valid() throws {
    let project = try RefiProject(export(CodedCorpus.archive()))
    #expect(try RefiTools.faults(project.document) == "")
    let contents = try RefiContents(project)
    let texts = Dictionary(uniqueKeysWithValues: contents.sources.map { ($0.guid, $0.text ?? "") })
    let passages = contents.codings.map { $0.passage?.text(in: texts[$0.source] ?? "").map(String.init) }
    #expect(passages.sorted { ($0 ?? "") < ($1 ?? "") } == [nil, "masks", "e\u{301}", "贸易", "𠮷"])
    #expect(contents.codings.map(\.memo).filter { !$0.isEmpty } == ["why & how"])
    #expect(Set(contents.users.map(\.name)) == ["Ann", "Ben"])
  }

  @Test("takes up what another program changed: codings added and taken out, a code renamed")
  func elsewhere() throws {
    let archive = try CodedCorpus.archive()
    var project = try RefiProject(export(archive))
    let contents = try RefiContents(project)
    let removed = try #require(contents.codings.first { $0.memo == "why & how" })
    var codings = contents.codings.filter { $0.guid != removed.guid }.map {
      RefiRevision.Coded(
        guid: $0.guid, source: $0.source, passage: $0.passage, code: $0.code, user: $0.user, at: $0.at)
    }
    let new = "aaaaaaaa-0000-4000-8000-000000000001"
    codings.append(
      .init(
        guid: new, source: removed.source, passage: Passage(start: 0, end: 1),
        code: contents.codebook.codes[2].id, user: contents.users[0].guid, at: "2026-03-01T00:00:00Z"))
    let codes = contents.codebook.codes.map {
      Code(
        id: $0.id, parent: $0.parent, name: $0.name == "Aid" ? "Assistance" : $0.name, rule: $0.rule,
        color: $0.color)
    }
    project.revise(
      RefiRevision(
        users: contents.users, codebook: try Codebook(codes), sources: [], codings: codings,
        guid: { _ in "aaaaaaaa-0000-4000-8000-000000000002" }))
    let outcome = try importing(try project.package(), archive)
    #expect(outcome.isNewVersion && outcome.version == 3)
    #expect(try archive.codebook("themes").versions.current?["aid"]?.name == "Assistance")
    let log = try archive.codings(of: "news", codebook: "themes").log
    #expect(log.prefix(CodedCorpus.log.count).elementsEqual(CodedCorpus.log))
    #expect(
      log.dropFirst(CodedCorpus.log.count).map(\.verdict) == [
        .code("trade", Passage(start: 0, end: 1)), .noLonger("masks", Passage(start: 9, end: 14)),
      ])
  }

  @Test(
    "of NVivo or qc goes through the archive and comes back unchanged in meaning",
    .enabled(
      if: RefiTools.areSamplesThere && RefiTools.python != nil,
      "the samples lie in ../shared/data/refi_qda, and are compared by python3"),
    arguments: ["nvivo_project.qdpx", "qc_demo.qdpx"])
  func samples(_ name: String) throws {
    let archive = try ArchiveStore.inMemory()
    let sample = try RefiTools.sample(name)
    let outcome = try importing(sample, archive, codebook: nil)
    #expect(outcome.documents.added == 2)
    #expect(outcome.codings.added == (name.hasPrefix("qc") ? 205 : 0))
    #expect(try RefiTools.difference(sample, export(archive)) == "same")
    let again = try importing(sample, archive, codebook: nil)
    #expect(again.documents.added == 0 && again.codings.added == 0 && !again.isNewVersion)
  }

  @Test("that is damaged changes nothing")
  func damaged() throws {
    let archive = try ArchiveStore.inMemory()
    let package = try export(CodedCorpus.archive())
    #expect(throws: WorkbenchError.self) { try importing(Array(package.dropLast(100)), archive) }
    #expect(try archive.corpora().isEmpty && archive.codebooks().isEmpty)
  }
}
