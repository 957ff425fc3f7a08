public import Archive
public import Interchange

/// Who was given how much, for people and programs.
public enum WaveTable {
  public static func grid(_ wave: Wave) -> Grid {
    let all = Dictionary(grouping: wave.assignments, by: \.document)
    let shared = all.filter { $0.value.count > 1 }
    return Grid(
      header: ["coder", "documents", "shared with others"],
      rows: wave.coders.map { coder in
        let own = wave.assignments.filter { $0.coder == coder }
        return [coder, String(own.count), String(own.count { shared[$0.document] != nil })]
      }, numeric: [1, 2],
      title: "Wave \(wave.number): \(all.count) documents under '\(wave.codebook)'",
      notes: ["\(shared.count) documents have several coders. By lot; seed \(wave.seed)."])
  }

  public static func json(_ wave: Wave) -> JSON {
    .object([
      .init("wave", .integer(Int64(wave.number))), .init("codebook", .string(wave.codebook)),
      .init("coders", .array(wave.coders.map(JSON.string))), .init("each", .integer(Int64(wave.each))),
      .init("overlap", .number(wave.overlap)), .init("seed", .integer(Int64(bitPattern: wave.seed))),
      .init(
        "assignments",
        .array(
          wave.assignments.map {
            .object([
              .init("document", .string($0.document)), .init("coder", .string($0.coder)),
              .init("place", .integer(Int64($0.place))),
            ])
          })),
    ])
  }
}
