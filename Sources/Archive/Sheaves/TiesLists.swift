import Diplomacy

/// Each actor's partnerships of a sheaf, as one JSON list an actor. No part of the archive is needed to make them.
struct TiesLists: Sendable {
  let actors: [String]
  private let identifiers: TextColumn
  /// The rows of each actor, end to end, and where each actor's begin.
  private let rows: [Int32]
  private let starts: [Int]
  /// The JSON of each actor's list, end to end, and where each ends.
  private let json: [UInt8]
  private let ends: [Int]

  /// - Parameters:
  ///   - loaded: rows in the order of their identifiers.
  ///   - codes: each part's numbers, a row each.
  init(
    _ loaded: [Int32], parts: [PartnershipPart], codes: [[Int32]], actors: [String], _ identifiers: TextColumn
  ) {
    let naming = parts.indices.filter { parts[$0].actors.contains { !$0.isEmpty } }
    func each(_ row: Int32, _ tell: (Int) -> Void) {
      for part in naming {
        let code = codes[part][Int(row)]
        if code >= 0 { for actor in parts[part].actors[Int(code)] { tell(Int(actor)) } }
      }
    }
    var starts = [Int](repeating: 0, count: actors.count + 1)
    for row in loaded { each(row) { starts[$0 + 1] += 1 } }
    for actor in actors.indices { starts[actor + 1] += starts[actor] }
    var places = starts
    var rows = [Int32](repeating: 0, count: starts[actors.count])
    for row in loaded {
      each(row) { actor in
        rows[places[actor]] = row
        places[actor] += 1
      }
    }
    var (json, ends): ([UInt8], [Int]) = ([], [])
    json.reserveCapacity(rows.count * 12)
    let quoted = QuotedColumn(identifiers)
    for actor in actors.indices {
      var last: Int32 = -1
      for row in rows[starts[actor]..<starts[actor + 1]] where row != last {
        json.append(UInt8(ascii: last < 0 ? "[" : ","))
        quoted.append(Int(row), to: &json)
        last = row
      }
      if last >= 0 { json.append(UInt8(ascii: "]")) }
      ends.append(json.count)
    }
    (self.actors, self.identifiers) = (actors, identifiers)
    (self.rows, self.starts, self.json, self.ends) = (rows, starts, json, ends)
  }

  /// The JSON of an actor's list; empty where it has no partnership.
  func list(_ actor: Int) -> ArraySlice<UInt8> { json[(actor == 0 ? 0 : ends[actor - 1])..<ends[actor]] }

  /// The identifiers of an actor's partnerships, each once.
  func partnerships(_ actor: Int) -> [String] {
    let own = rows[starts[actor]..<starts[actor + 1]]
    return own.indices.filter { $0 == own.startIndex || own[$0] != own[$0 - 1] }.map {
      identifiers[Int(own[$0])]
    }
  }
}

/// Texts of a column as JSON strings.
private struct QuotedColumn {
  private let texts: TextColumn
  /// Whether all of them are printable ASCII, and nothing in them has to be escaped.
  private let isPlain: Bool

  init(_ texts: TextColumn) {
    self.texts = texts
    isPlain = texts.bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
  }

  func append(_ row: Int, to json: inout [UInt8]) {
    guard isPlain else {
      json += StatementText.quote(texts[row]).utf8
      return
    }
    json.append(0x22)
    json += texts.bytes[texts.range(row)]
    json.append(0x22)
  }
}
