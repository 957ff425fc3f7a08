import Archive
import Discourse
import Testing
import Workbench

@Suite("A wave at work") struct CodingBenchTests {
  private let archive: ArchiveStore
  private let bench: CodingBench

  /// Five documents, each given to Ann and to Ben.
  init() throws {
    archive = try ArchiveStore.inMemory()
    var documents: [Document]? = (1...5).map { Document(place: "", id: "d\($0)", text: "text \($0)") }
    _ = try archive.fill(corpus: "news", from: "", mapping: "{}", isMuch: false, at: CodedCorpus.at) {
      defer { documents = nil }
      return documents
    }
    _ = try archive.keep(Self.book("gifts"), as: "themes", at: CodedCorpus.at)
    let rule = try AssignmentRule(coders: ["Ann", "Ben"], each: 2, seed: 1)
    _ = try archive.assign(nil, of: "news", codebook: "themes", by: rule, at: CodedCorpus.at)
    bench = try CodingBench(archive, corpus: "news")
  }

  private static func book(_ definition: String) throws -> Codebook {
    try Codebook([
      Code(id: "aid", name: "Aid", rule: .init(definition: definition)), Code(id: "trade", name: "Trade"),
    ])
  }

  private func queue(_ coder: String = "Ann") throws -> CodingQueue {
    try bench.queue(of: coder, in: archive)
  }

  @discardableResult
  private func keep(
    _ codes: [String], _ document: String, by coder: String = "Ann", seen: Int = 0, version: Int = 1
  ) throws -> Int {
    try bench.keep(
      CodingSheet(codes.isEmpty ? .noCode : .codes(Set(codes.map { .init(code: $0) }))), of: document,
      by: coder, seen: seen, version: version, in: archive, at: CodedCorpus.at)
  }

  @Test("gives a coder what is stale, then what is new, in their order from where they are")
  func order() throws {
    #expect(try queue().items.map(\.place) == [0, 1, 2, 3, 4])
    #expect(try queue().next()?.place == 0)
    let documents = try queue().items.map(\.document)
    try keep(["aid"], documents[0])
    try keep(["trade"], documents[3])
    #expect(try queue().next(after: 0)?.place == 1)
    #expect(try queue().next(after: 3)?.place == 4)
    try keep([], documents[4])
    // Round again to what was passed over.
    #expect(try queue().next(after: 4)?.place == 1)
    _ = try archive.keep(Self.book("gifts and loans"), as: "themes", at: CodedCorpus.at)
    #expect(try queue().next(after: 1)?.place == 0)
    #expect(try queue().items.map { $0.stale.map(\.code) } == [["aid"], [], [], [], []])
    try keep(["aid"], documents[0], seen: 1, version: 2)
    #expect(try queue().next(after: 0)?.place == 1)
    // Ben has done nothing of it.
    #expect(try queue("Ben").items.allSatisfy { $0.coded == nil && !$0.isDone })
    for document in documents[1...2] { try keep([], document, version: 2) }
    #expect(try queue().next() == nil)
  }

  @Test("keeps nothing of a document that is not the coder’s, or of another state than was seen")
  func faults() throws {
    #expect(throws: BenchFault.notGiven) { try keep(["aid"], "d1", by: "Dana") }
    #expect(throws: BenchFault.codedMeanwhile) { try keep(["aid"], "d1", seen: 1) }
    #expect(throws: BenchFault.otherVersion(1)) { try keep(["aid"], "d1", version: 2) }
    #expect(throws: BenchFault.unknownCode("nothing")) { try keep(["nothing"], "d1") }
    #expect(try archive.codings(of: "news", codebook: "themes").log.isEmpty)
    #expect(try keep(["aid", "trade"], "d1") == 2)
    #expect(try keep(["aid", "trade"], "d1") == 0)
    #expect(try keep(["aid"], "d1", seen: 2) == 1)
    #expect(throws: (any Error).self) { try CodingBench(archive, corpus: "news", wave: 2) }
  }

  @Test("has decided what its coders are through with and disagree on, and is closed when nothing is left")
  func decisions() throws {
    func desk() throws -> AdjudicationDesk { try AdjudicationDesk(bench, in: archive) }
    func decide(_ rulings: [String: Bool], seen: Int) throws {
      try bench.decide(
        rulings, on: "d1", by: "Dana", because: "", seen: seen, in: archive, at: CodedCorpus.at)
    }
    try keep(["aid"], "d1")
    #expect(try desk().waiting == 5 && desk().documents.isEmpty)
    #expect(throws: BenchFault.notReady) { try decide(["aid": true], seen: 1) }
    try keep(["aid", "trade"], "d1", by: "Ben")
    for document in ["d2", "d3", "d4", "d5"] {
      #expect(try OpenWaves.any(in: archive))
      for coder in ["Ann", "Ben"] { try keep([], document, by: coder) }
    }
    // All is coded; one code of one document is contested.
    #expect(try desk().waiting == 0 && desk().agreed == 4 && !desk().isClosed)
    #expect(try desk().contested.map { $0.contests.map(\.code) } == [["trade"]])
    #expect(try OpenWaves.any(in: archive))
    #expect(try bench.decided("d1", in: archive) == nil)
    #expect(throws: BenchFault.nothingSaid) { try decide(["aid": true], seen: 3) }
    #expect(throws: BenchFault.codedMeanwhile) { try decide(["trade": true], seen: 2) }
    try decide(["trade": false], seen: 3)
    #expect(try desk().isClosed && desk().decided.map(\.document) == ["d1"])
    #expect(try !OpenWaves.any(in: archive))
    #expect(try bench.decided("d1", in: archive)?.rulings["trade"]?.by == "Dana")
    #expect(throws: BenchFault.decided) { try keep(["trade"], "d1", seen: 1) }
    // The same again is no second decision, another one is.
    try decide(["trade": false], seen: 3)
    try decide(["trade": true], seen: 4)
    #expect(try archive.decisions(of: "news", codebook: "themes").map(\.holds) == [false, true])
    #expect(try CodingDesk(archive, corpus: "news").settled().documents.first?.codes == ["aid", "trade"])
  }
}
