/// The readers of files that come from elsewhere. Whatever bytes one is given, it must end soon, keep within its memory, and hold to
/// what is checked here. `Fuzz` searches for bytes for which one does not; the tests try the seeds and their kin.
public enum Reader: String, CaseIterable, Sendable {
  case edtf, csv, xlsx, mapping, study, documents, qda, dictionary

  /// Reads the bytes. That they are refused is no fault; that they are refused with the wrong words, or misread, is one.
  public func check(_ bytes: [UInt8]) throws(Broken) {
    switch self {
    case .edtf: try DateInvariants.check(bytes)
    case .csv: try TableInvariants.check(bytes)
    case .xlsx: try WorkbookInvariants.check(bytes)
    case .mapping: try MappingInvariants.check(bytes)
    case .study: try StudyInvariants.check(bytes)
    case .documents: try DocumentInvariants.check(bytes)
    case .qda: try RefiInvariants.check(bytes)
    case .dictionary: try DictionaryInvariants.check(bytes)
    }
  }

  /// For libFuzzer, to which a crash is what there is to find.
  public func crash(unlessHeldBy bytes: UnsafeBufferPointer<UInt8>) {
    do throws(Broken) { try check(Array(bytes)) } catch { fatalError(error.description) }
  }
}

/// Something that must hold does not.
public struct Broken: Error, CustomStringConvertible {
  public let description: String
}

func hold(_ condition: Bool, _ rule: @autoclosure () -> String) throws(Broken) {
  if !condition { throw Broken(description: rule()) }
}

/// A message for a person says something, on one line, and sends nothing else to the terminal.
func holdsForPeople(_ message: String) throws(Broken) {
  try hold(!message.isEmpty, "an error without a message")
  let control = message.unicodeScalars.first { scalar in
    [.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
  }
  try hold(control == nil, "a message with a control character: \(message.debugDescription)")
}

/// A line number lies within the text.
func holds(line: Int, within bytes: some Sequence<UInt8>) throws(Broken) {
  let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
  try hold((1...lines).contains(line), "line \(line) of a text of \(lines)")
}
