/// Reads documents from JSON Lines, or from an array of objects, one object each, as it comes.
public struct JSONDocuments: DocumentReader {
  /// Bytes of one object: two of its text and one besides, all escaped.
  private static let longest = 64 << 20

  public private(set) var notes: [String] = []
  private let name: String
  private let chunks: ByteChunks
  private let columns: DocumentColumns
  private var buffer: [UInt8] = []
  private var place = 0
  /// Bytes of the file before the buffer's.
  private var passed = 0
  private var line = 1
  private var isOver = false
  private var isStarted = false
  private var isArray = false
  private var number = 0
  private var isTextSeen = false
  private var keys: [String] = []

  public init(_ chunks: @escaping ByteChunks, name: String, columns: DocumentColumns) {
    (self.chunks, self.name, self.columns) = (chunks, name, columns)
  }

  public mutating func next() throws -> Result<RawDocument, DocumentProblem>? {
    guard try goToObject() else {
      guard isTextSeen || number == 0 else {
        throw TableError(
          place: name,
          message: "no object has a key '\(columns.text)'; the first has: \(keys.joined(separator: ", "))")
      }
      return nil
    }
    let (start, count) = (line, try objectLength())
    let object: JSONValue = try buffer.withUnsafeBufferPointer { bytes in
      let bytes = UnsafeBufferPointer(rebasing: bytes[place..<place + count])
      do throws(JSONParser.Fault) { return try JSONParser.value(of: bytes) } catch {
        let within = bytes[..<error.place].count { $0 == 10 }
        throw TableError(place: "\(name):\(start + within)", message: "not JSON: \(error.message)")
      }
    }
    line += buffer[place..<place + count].count { $0 == 10 }
    place += count
    number += 1
    return document(of: object, line: start)
  }

  private mutating func document(of object: JSONValue, line: Int) -> Result<RawDocument, DocumentProblem> {
    guard case .object(let members) = object else {
      return .failure(DocumentProblem(line: line, field: "", found: object.text, expected: "an object"))
    }
    if number == 1 { keys = members.map(\.key) }
    isTextSeen = isTextSeen || object.at(columns.text) != nil
    for column in columns.id + [columns.text]
      + [columns.title, columns.date, columns.outlet].compactMap(\.self)
    {
      switch object.at(column) {
      case .array, .object:
        return .failure(
          DocumentProblem(
            line: line, field: column, found: object.at(column)?.text ?? "", expected: "a text or a number"))
      default: continue
      }
    }
    let used = columns.used
    let rest = members.filter { member in
      !used.contains(member.key) && !used.contains { $0.hasPrefix(member.key + ".") } && member.value != .null
    }
    let assembly = DocumentAssembly(columns: columns, file: name) { [keys] in
      object.at($0) != nil || keys.contains($0)
    }
    do throws(DocumentProblem) {
      return .success(
        try assembly.document(
          line: line, number: number,
          field: { column in
            let text = object.at(column)?.plain.map { column == columns.text ? $0 : $0.trimmingSpaces() }
            return text?.isEmpty == true ? nil : text
          },
          list: { column in
            guard case .array(let values) = object.at(column) else {
              return DocumentAssembly.names(object.at(column)?.plain ?? "")
            }
            return values.compactMap(\.plain).filter { !$0.isEmpty }
          }, extra: rest.isEmpty ? nil : JSONValue.object(rest).text))
    } catch { return .failure(error) }
  }

  /// Goes past what stands between objects; false at the end.
  private mutating func goToObject() throws -> Bool {
    while true {
      while place < buffer.count {
        let byte = buffer[place]
        if byte == UInt8(ascii: "{") { return true }
        if byte == 0x0A { line += 1 }
        let isBlank = [0x20, 0x0A, 0x0D, 0x09].contains(byte)
        let isMark = !isStarted && passed + place < 3 && TextMark.utf8[passed + place] == byte
        let isBracket = byte == UInt8(ascii: "[") && !isStarted || byte == UInt8(ascii: "]") && isArray
        guard isBlank || isMark || isBracket || (byte == UInt8(ascii: ",") && isArray) else {
          throw TableError(
            place: "\(name):\(line)",
            message:
              "not JSON: an object is expected, one a line or in one array, as {\"id\": …, \"text\": …}")
        }
        if isBracket {
          isArray = byte == UInt8(ascii: "[")
          isStarted = true
        }
        place += 1
      }
      isStarted = isStarted || number > 0
      guard try refill() else {
        guard !isArray else {
          throw TableError(place: "\(name):\(line)", message: "not JSON: the array never ends")
        }
        return false
      }
    }
  }

  /// How long the object is that begins here.
  private mutating func objectLength() throws -> Int {
    isStarted = true
    var (offset, depth, isQuoted) = (0, 0, false)
    while true {
      while place + offset < buffer.count {
        let byte = buffer[place + offset]
        offset += 1
        if isQuoted {
          if byte == UInt8(ascii: "\\") {
            offset += 1
          } else if byte == UInt8(ascii: "\"") {
            isQuoted = false
          }
        } else if byte == UInt8(ascii: "\"") {
          isQuoted = true
        } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
          depth += 1
        } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
          depth -= 1
          if depth == 0 { return offset }
        }
      }
      guard offset <= Self.longest else {
        throw TableError(
          place: "\(name):\(line)",
          message:
            "an object begins here that is longer than \(Self.longest >> 20) MiB. Is a quote or a bracket missing?"
        )
      }
      guard try refill() else {
        throw TableError(place: "\(name):\(line)", message: "not JSON: an object begins here and never ends")
      }
    }
  }

  private mutating func refill() throws -> Bool {
    guard !isOver, let chunk = try chunks() else {
      isOver = true
      return false
    }
    buffer.removeFirst(place)
    passed += place
    place = 0
    buffer += chunk
    return true
  }
}

extension JSONValue {
  /// As text; nil of what is none.
  fileprivate var plain: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .boolean(let boolean): boolean ? "true" : "false"
    case .null, .array, .object: nil
    }
  }
}
