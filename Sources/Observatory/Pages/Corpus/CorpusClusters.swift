import Archive
import Interchange
import Workbench

/// Texts of which a corpus has copies, so many on a page.
struct CorpusClusters: Sendable {
  /// How many stand on a page.
  static let page = 20

  let clusters: [(documents: Int, earliest: FiledDocument)]
  /// How many there are before the next page; nil on the last.
  let next: Int?
  private let count: CorpusCount

  init(_ count: CorpusCount, _ archive: ArchiveStore) throws {
    self.count = count
    let some = try archive.clusters(of: count.corpus, from: count.first, atMost: Self.page + 1)
    clusters = Array(some.prefix(Self.page))
    next = some.count > Self.page ? count.first + Self.page : nil
  }

  var json: JSON {
    let address = Address.corpusData(count.corpus) + "/clusters"
    return .object([
      .init("corpus", .string(count.corpus)),
      .init(
        "clusters",
        .array(
          clusters.map { documents, earliest in
            .object([
              .init("documents", .integer(Int64(documents))), .init("earliest", .string(earliest.id)),
              .init("title", earliest.title.map(JSON.string) ?? .null),
              .init("date", earliest.date.map(JSON.string) ?? .null),
              .init("outlet", earliest.outlet.map(JSON.string) ?? .null),
            ])
          })),
      .init("next", next.map { .string(Address.asking(address, [("from", String($0))])) } ?? .null),
    ])
  }

  var grid: Grid {
    Grid(
      header: ["documents", "earliest", "date", "outlet", "title"],
      rows: clusters.map { documents, earliest in
        [
          String(documents), earliest.id, earliest.date ?? "", earliest.outlet ?? "", earliest.title ?? "",
        ]
      }, numeric: [0])
  }
}
