import Discourse
import Foundation
import Interchange

/// The jobs on the words of articles, as whole processes:
/// `words code ARTICLES DICTIONARY ANSWER` counts matches of each category in each article;
/// `words keyness ARTICLES HALF ANSWER` makes the matrix and compares the articles from a day on with those before.
///
/// The answers are those of the peers' scripts in `Benchmarks/peers`.
@main
struct Words {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 4, ["code", "keyness"].contains(arguments[0]) else {
      print("usage: words code ARTICLES DICTIONARY ANSWER | words keyness ARTICLES HALF ANSWER")
      exit(2)
    }
    let articles = try Articles(path: arguments[1])
    let answer =
      arguments[0] == "code"
      ? try code(articles, dictionary: arguments[2]) : try keyness(articles, half: arguments[2])
    try Data(answer).write(to: URL(filePath: arguments[3]))
  }

  private static func code(_ articles: Articles, dictionary path: String) throws -> [UInt8] {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let coder = try DictionaryFile.read(bytes, name: "dictionary.csv").dictionary
      .coder(for: nil, folding: .letterCase)
    let names = coder.categories.map { $0.joined(separator: "/") }
    let order = names.indices.sorted { names[$0] < names[$1] }
    var answer = Array("id,\(order.map { names[$0] }.joined(separator: ","))\n".utf8)
    try articles.forEachBatch { ids, _, batch in
      let counts = coder.counts(in: batch)
      for (row, id) in ids.enumerated() {
        answer += id.utf8
        for category in order { answer += ",\(counts[row * names.count + category])".utf8 }
        answer.append(10)
      }
    }
    return answer
  }

  private static func keyness(_ articles: Articles, half: String) throws -> [UInt8] {
    let builder = TermMatrixBuilder(WordRule(folding: .letterCase))
    var isLater: [Bool] = []
    try articles.forEachBatch { _, dates, batch in
      builder.add(batch)
      isLater += dates.map { $0 >= half }
    }
    let (matrix, chosen) = (builder.matrix(), isLater)
    let (later, earlier) = (matrix.frequencies { chosen[$0] }, matrix.frequencies { !chosen[$0] })
    let rows = try Keyness(later, against: earlier, of: matrix.vocabulary).rows
    var lines = [
      "feature,g2,later,earlier", "(all),\(matrix.vocabulary.count),\(later.tokens),\(earlier.tokens)",
      "(cells),\(matrix.cells),\(later.cells),\(earlier.cells)",
    ]
    for row in rows.prefix(50) + rows.suffix(50) {
      let g2 = String(format: "%.6f", row.g2)
      lines.append("\(matrix.vocabulary[row.word]),\(g2),\(row.target),\(row.reference)")
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}

/// Reads the articles of a table, batch by batch.
struct Articles {
  private let bytes: [UInt8]

  init(path: String) throws {
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? file.close() }
    let size = Int(try file.seekToEnd())
    try file.seek(toOffset: 0)
    // Into its place at once: a copy would take as long as the counting of a tenth.
    bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size,
        case let some = read(file.fileDescriptor, buffer.baseAddress! + count, size - count), some > 0
      {
        count += some
      }
    }
  }

  /// Gives the identifiers, dates and bodies of articles.
  func forEachBatch(_ body: ([String], [String], TextBatch) throws -> Void) throws {
    var reader = try CSVReader(bytes)
    var (ids, dates, batch) = ([String](), [String](), TextBatch())
    while let record = try reader.next() {
      ids.append(record.fields[0])
      dates.append(record.fields[1])
      batch.append(record.fields[3])
      guard batch.isFull else { continue }
      try body(ids, dates, batch)
      ids.removeAll(keepingCapacity: true)
      dates.removeAll(keepingCapacity: true)
      batch.clear()
    }
    try body(ids, dates, batch)
  }
}
