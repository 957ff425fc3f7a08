import Chronology
public import Discourse
import Foundation

/// A dictionary for content analysis as it was read from a file.
public struct DictionaryFile: Sendable {
  public let dictionary: PatternDictionary
  /// What was passed over and should be told: sentences.
  public let notes: [String]

  /// The formats by the endings of their files.
  private enum Format: String, CaseIterable {
    case liwc = "dic"
    case yoshikoder = "ykd"
    case yml, yaml, csv, tsv
  }

  init(_ entries: [PatternDictionary.Entry], notes: [String] = []) {
    (dictionary, self.notes) = (PatternDictionary(entries), notes)
  }

  /// Reads LIWC's `.dic`, Yoshikoder's `.ykd`, YAML or delimited text, told apart by the file's ending.
  ///
  /// - Throws: `FormatError` with the line where the file goes wrong; for a file without a pattern, and for a pattern without a letter (but in LIWC's, see there), too.
  public static func read(_ bytes: [UInt8], name: String) throws(FormatError) -> DictionaryFile {
    let ending = name.split(separator: ".").last?.lowercased() ?? ""
    guard let format = Format(rawValue: ending) else {
      throw FormatError(
        file: name, line: 1,
        message:
          "the ending '\(ending.shown())' is of no dictionary; expected .dic (LIWC), .ykd (Yoshikoder), .yml or .csv"
      )
    }
    let file =
      switch format {
      case .liwc: try LIWCDictionary(try text(bytes, name), name: name).file()
      case .yoshikoder: try YoshikoderDictionary(bytes, name: name).file()
      case .yml, .yaml: try YAMLDictionary(try text(bytes, name), name: name).file()
      case .csv, .tsv: try DelimitedDictionary(bytes, name: name).file()
      }
    guard !file.dictionary.entries.isEmpty else {
      throw FormatError(file: name, line: 1, message: "there is no pattern in it")
    }
    return file
  }

  /// The entry of a pattern, which must have a letter. An empty language is none.
  static func entry(
    _ category: [String], _ pattern: String, language: String? = nil, name: String, line: Int
  ) throws(FormatError) -> PatternDictionary.Entry {
    guard WordPattern(pattern, folding: .caseAndAccents) != nil else {
      throw FormatError(
        file: name, line: line,
        message:
          "the pattern '\(pattern.shown())' has no letter; expected words, in which * stands for any letters")
    }
    return PatternDictionary.Entry(
      category: category, pattern: pattern, language: language?.isEmpty == true ? nil : language)
  }

  /// The file as text, in any encoding that is certain or likely.
  private static func text(_ bytes: [UInt8], _ name: String) throws(FormatError) -> String {
    let encoding: TextEncoding
    switch EncodingGuess(bytes) {
    case .certain(let certain): encoding = certain
    case .likely(let likely): encoding = likely
    case .damagedUTF8(let place), .unknown(let place):
      let line = bytes[..<place].count { $0 == 10 } + 1
      throw FormatError(
        file: name, line: line, message: "its encoding cannot be told; save the file as UTF-8")
    case .binary: throw FormatError(file: name, line: 1, message: "it is not text")
    }
    do {
      let utf8 = encoding == .utf8 ? bytes : try TextDecoder.utf8(bytes, from: encoding)
      return String(decoding: utf8.starts(with: TextMark.utf8) ? utf8.dropFirst(3) : utf8[...], as: UTF8.self)
    } catch {
      throw FormatError(file: name, line: error.line, message: "it is not \(encoding.rawValue) text")
    }
  }
}
