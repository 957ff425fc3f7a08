import Archive
import TestSupport
import Testing
import Workbench

@testable import Observatory

/// Somebody at the coding bench, through the router: a coder, or who decides.
struct BenchVisit: SessionVisit {
  let site: Site
  private(set) var cookie = ""
  private(set) var proof = ""

  static func site(
    _ archive: ArchiveStore, writing writer: ArchiveStore? = nil, editor: Editor? = nil
  ) throws -> Site {
    try Visit.site(
      archive, studies: [], editor: editor,
      bench: Bench(
        writer ?? archive, CodingBench(archive, corpus: "news"), patience: .seconds(300)))
  }

  /// Enters with the token of that right.
  init(_ right: Right, at site: Site) async throws {
    self.site = site
    cookie = Self.cookie(try await Visit.get(Self.entrance(right, of: site), at: site))
    // Every page of a session has the same.
    let page = right == .adjudicate ? "/code/adjudicate" : "/code/1/1"
    let session = site.sessions.session(cookie.split(separator: "=").last.map(String.init) ?? "")
    proof = Self.proof(try await get(page))
    if proof.isEmpty { proof = session?.proof ?? "" }
  }

  static func entrance(_ right: Right, of site: Site) -> String {
    "/code?token=" + (site.sessions.token(right) ?? "")
  }

  /// Where a document is in what a coder was given, from 1.
  func place(of document: String, for coder: String) throws -> Int {
    let queue = try #require(site.bench).work.queue(of: coder, in: site.record.archive)
    return try #require(queue.items.first { $0.document == document }).place + 1
  }

  /// What a page of a document would send, without what is chosen.
  func fields(_ document: String, of coder: String) async throws -> [String: String] {
    let place = try place(of: document, for: coder)
    let page = try await get("/code/1/\(place)").text
    func hidden(_ name: String) -> String {
      page.firstMatch(of: try! Regex("name=\"\(name)\" value=\"(\\d+)\"")).flatMap {
        $0[1].substring.map(String.init)
      } ?? ""
    }
    return ["place": "\(place)", "seen": hidden("seen"), "version": hidden("version"), "act": "keep"]
  }

  /// Codes a document as its coder would.
  @discardableResult
  func code(_ document: String, of coder: String, _ chosen: [String: String]) async throws -> Seen {
    try await post("/code/keep", fields(document, of: coder).merging(chosen) { $1 })
  }
}
