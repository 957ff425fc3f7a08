/// What a token gives who shows it.
enum Right: Hashable, Sendable {
  /// To add to the record, to correct and to withdraw.
  case edit
  /// To code what was given to that coder, and to see no more than they may.
  case code(as: String)
  /// To see what all coders gave, and to decide where they disagree.
  case adjudicate
}
