import Discourse
import Interchange

/// What must hold of dictionaries: the bytes are read as a file of each format.
enum DictionaryInvariants {
  static func check(_ bytes: [UInt8]) throws(Broken) {
    for ending in ["dic", "ykd", "yml", "csv"] { try check(bytes, "fuzz." + ending) }
  }

  private static func check(_ bytes: [UInt8], _ name: String) throws(Broken) {
    let file: DictionaryFile
    do throws(FormatError) { file = try DictionaryFile.read(bytes, name: name) } catch {
      try hold(error.file == name, "an error names the file")
      try hold((1...lines(of: bytes)).contains(error.line), "line \(error.line) of \(lines(of: bytes))")
      return try holdsForPeople(error.message)
    }
    for note in file.notes { try holdsForPeople(note) }
    let dictionary = file.dictionary
    try hold(
      (try? DictionaryFile.read(bytes, name: name))?.dictionary == dictionary, "read twice, it is the same")
    for entry in dictionary.entries {
      try hold(!entry.category.isEmpty && !entry.category.contains(""), "a pattern is in a category")
      try hold(WordPattern(entry.pattern, folding: .caseAndAccents) != nil, "a pattern has a letter")
      try hold(entry.language != "", "a language has a name")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    for match in dictionary.coder(for: nil).matcher.matches(in: text) {
      try hold(
        !match.range.isEmpty && match.range.upperBound <= text.utf8.count, "a match lies within its text")
    }
  }

  /// Of text that is not UTF-8 each byte may end one.
  private static func lines(of bytes: [UInt8]) -> Int {
    String(validating: bytes, as: UTF8.self).map { $0.count(where: \.isNewline) + 1 } ?? bytes.count + 1
  }
}
