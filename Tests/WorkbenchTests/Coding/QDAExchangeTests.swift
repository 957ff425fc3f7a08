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

  @Test("brings decisions that are not on record beside those that are, each once")
  func decisions() throws {
    let (here, there) = (try CodedCorpus.archive(), try CodedCorpus.archive())
    for (archive, document, by) in [(here, "d3", "Eve"), (there, "d1", "Dana")] {
      let decision = Adjudication(
        document: document, code: "masks", holds: false, by: by, version: 2, at: CodedCorpus.at)
      try archive.record([decision], of: "news", codebook: "themes", at: CodedCorpus.at)
    }
    let package = try export(there)
    for _ in 1...2 {
      _ = try importing(package, here)
      let decided = try here.decisions(of: "news", codebook: "themes").map { "\($0.document) \($0.by)" }
      #expect(decided == ["d2 Dana", "d3 Eve", "d1 Dana"])
    }
  }

  /// A package with other texts in its document.
  private func edited(_ package: [UInt8], _ old: String, _ new: String) throws -> [UInt8] {
    var project = try RefiProject(package)
    var count = 0
    func edit(_ element: inout RefiElement) {
      count += element.text.ranges(of: old).count
      element.text = element.text.replacing(old, with: new)
      for place in element.children.indices { edit(&element.children[place]) }
    }
    edit(&project.root)
    #expect(count > 0, "\(old) is in it")
    return try project.package()
  }

  @Test(
    "whose history was edited so that it is none comes without it, and says so",
    arguments: [
      ("\"verdict\":\"skipped\"", "\"verdict\":\"guessed\""),
      ("\"version\":1", "\"version\":-9223372036854775808"),
      ("\"end\":4", "\"end\":2"), ("\"id\":\"aid\"", "\"id\":\"\""), ("{\"codebook\"", "{\"book\""),
    ])
  func history(_ old: String, _ new: String) throws {
    let package = try export(CodedCorpus.archive())
    #expect(try importing(package, ArchiveStore.inMemory()).notes.isEmpty)
    let archive = try ArchiveStore.inMemory()
    let outcome = try importing(edited(package, old, new), archive)
    #expect(outcome.notes.count == 1 && outcome.notes[0].hasPrefix("The project's history"))
    // What stands is in the document itself: five codings, of one version.
    let log = try archive.codings(of: "news", codebook: "themes").log
    #expect(log.count == 5 && log.allSatisfy { $0.version == 1 })
  }

  @Test("in which a document's authors or further columns are no JSON is refused, not read without them")
  func columns() throws {
    let package = try export(CodedCorpus.archive())
    for (old, new, variable) in [("[\"A; B\",\"C\"]", "A; B", "Authors"), ("{\"k\":\"v\"}", "[1]", "Extra")] {
      do {
        _ = try importing(edited(package, old, new), ArchiveStore.inMemory())
        Issue.record("read")
      } catch WorkbenchError.table(let error) {
        #expect(
          error.message
            == "document 'd1': \(variable) is '\(new)', expected a JSON \(variable == "Extra" ? "object" : "list of names")"
        )
      }
    }
  }

  @Test("that is damaged changes nothing")
  func damaged() throws {
    let archive = try ArchiveStore.inMemory()
    let package = try export(CodedCorpus.archive())
    #expect(throws: WorkbenchError.self) { try importing(Array(package.dropLast(100)), archive) }
    #expect(try archive.corpora().isEmpty && archive.codebooks().isEmpty)
  }
}
