import Chronology
import Discourse

/// Reads Yoshikoder's dictionaries: XML with a `cnode` a category, one in another, and a `pnode` a pattern. The outermost `cnode` is the dictionary itself.
struct YoshikoderDictionary {
  private let name: String
  private var scanner: XMLScanner
  private var entries: [PatternDictionary.Entry] = []

  init(_ bytes: [UInt8], name: String) throws(FormatError) {
    self.name = name
    do throws(WorkbookFault) { scanner = try XMLScanner(bytes) } catch {
      throw FormatError(file: name, line: 1, message: error.message.shown(atMost: 500))
    }
    do throws(WorkbookFault) { try read() } catch {
      throw FormatError(file: name, line: scanner.line, message: error.message.shown(atMost: 500))
    }
  }

  func file() throws(FormatError) -> DictionaryFile { DictionaryFile(entries) }

  private mutating func read() throws(WorkbookFault) {
    guard try opening() == "dictionary" else {
      throw WorkbookFault(message: "it is no dictionary of Yoshikoder: expected <dictionary>")
    }
    var path: [String] = []
    while true {
      switch try scanner.next() {
      case .open("cnode"): path.append(try named("cnode"))
      case .close("cnode"): path.removeLast()
      case .open("pnode"):
        let pattern = try named("pnode")
        guard !path.isEmpty else { throw WorkbookFault(message: "'\(pattern.shown())' is in no category") }
        guard WordPattern(pattern, folding: .caseAndAccents) != nil else {
          throw WorkbookFault(message: "the pattern '\(pattern.shown())' has no letter")
        }
        entries.append(
          PatternDictionary.Entry(category: path.count > 1 ? Array(path.dropFirst()) : path, pattern: pattern)
        )
      case .end: return
      default: continue
      }
    }
  }

  private mutating func opening() throws(WorkbookFault) -> String {
    while true {
      switch try scanner.next() {
      case .open(let name): return name
      case .end: return ""
      default: continue
      }
    }
  }

  private func named(_ element: String) throws(WorkbookFault) -> String {
    guard let name = try scanner.attribute("name"), !name.isEmpty else {
      throw WorkbookFault(message: "a <\(element)> has no name")
    }
    return name
  }
}
