import Diplomacy

/// Who says it, how surely and who wrote it down: what the statements of a row have in common.
struct AttributionColumns {
  /// The numbers of one row's values.
  struct Codes {
    var source = Memo.none
    var rank = Memo.none
    var certainty = Memo.none
    var coder = Memo.none
    var note = Memo.none

    func append(to rows: inout [Int32]) {
      rows.append(source)
      rows.append(rank)
      rows.append(certainty)
      rows.append(coder)
      rows.append(note)
    }
  }

  /// How many numbers a row has.
  static let width = 5

  private(set) var source: Remembered<String>
  private(set) var rank: Remembered<Rank>
  private(set) var certainty: Remembered<Certainty>
  private(set) var coder: Remembered<String>
  private(set) var note: Remembered<String>
  /// Whether each of the sources is on record, or comes in with the table.
  private var isRecorded: [Bool] = []

  init(_ mapping: Mapping, number: ([String]) -> [Int]) {
    source = Remembered(columns: number(mapping.source.columns))
    rank = Remembered(columns: number(mapping.rank.columns))
    certainty = Remembered(columns: number(mapping.certainty.columns))
    coder = Remembered(columns: number(mapping.coder.columns))
    note = Remembered(columns: number(mapping.note.columns))
  }

  /// Nil where the row cannot be attributed: the problems say why.
  mutating func codes(_ row: RawRow, _ context: RowContext, _ problems: inout [RowProblem]) -> Codes? {
    var codes = Codes()
    codes.source = source.code(row, context, &problems) { reading in
      let text = reading.text(context.mapping.source)
      if text == nil { reading.fail(context.mapping.source, "the id of a source") }
      return text
    }
    guard problems.isEmpty else { return nil }
    codes.certainty = certainty.code(row, context, &problems) {
      $0.term(context.mapping.certainty, Certainty.self)
    }
    if codes.certainty != Memo.none {
      codes.rank = rank.code(row, context, &problems) { $0.term(context.mapping.rank, Rank.self) }
    }
    guard problems.isEmpty, codes.rank != Memo.none else { return nil }
    codes.coder = coder.code(row, context, &problems) { $0.text(context.mapping.coder) }
    codes.note = note.code(row, context, &problems) { $0.text(context.mapping.note) }
    return codes
  }

  func source(_ codes: Codes) -> String { source.values[Int(codes.source)] }

  mutating func isRecorded(_ codes: Codes, _ context: RowContext) -> Bool {
    while isRecorded.count < source.values.count {
      isRecorded.append(context.isSource(source.values[isRecorded.count]))
    }
    return isRecorded[Int(codes.source)]
  }
}
