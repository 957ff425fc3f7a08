/// An XLSX workbook (ECMA-376 part 1, SpreadsheetML; transitional or strict): its sheets, and what their cells refer to.
struct Workbook {
  struct Sheet {
    let name: String
    let isHidden: Bool
    fileprivate let part: String
  }

  private(set) var sheets: [Sheet] = []
  private(set) var system = SheetDate.System.from1900
  private var archive: ZipArchive
  /// Where the parts are that the workbook refers to, by the kind of reference: `sharedStrings`, `styles`.
  private var others: [String: String] = [:]

  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    archive = try ZipArchive(bytes)
    let main = try Self.references(of: "", in: &archive).first { $0.kind == "officeDocument" }?.part
    guard let main, !main.hasSuffix(".bin"), let content = try archive.part(main) else {
      throw WorkbookFault(message: "it holds no XLSX workbook. Save the table as .xlsx or CSV")
    }
    let references = try Self.references(of: main, in: &archive)
    for reference in references { others[reference.kind] = reference.part }
    var scanner = try XMLScanner(content)
    while true {
      let token = try scanner.next()
      if token == .end { return }
      if token == .open("workbookPr"), ["1", "true"].contains(try scanner.attribute("date1904")) {
        system = .from1904
      }
      guard token == .open("sheet"), let name = try scanner.attribute("name"),
        let id = try scanner.attribute("id")
      else { continue }
      let state = try scanner.attribute("state") ?? "visible"
      for reference in references where reference.id == id && reference.kind == "worksheet" {
        sheets.append(Sheet(name: name, isHidden: state != "visible", part: reference.part))
      }
    }
  }

  /// The XML of a sheet.
  mutating func content(of sheet: Sheet) throws(WorkbookFault) -> XMLScanner {
    guard let content = try archive.part(sheet.part) else {
      throw WorkbookFault(message: "the sheet '\(sheet.name)' is missing from it")
    }
    return try XMLScanner(content)
  }

  /// Whether a cell of the sheet has contents.
  mutating func isEmpty(_ sheet: Sheet) throws(WorkbookFault) -> Bool {
    var scanner = try content(of: sheet)
    var isValue = false
    while true {
      switch try scanner.next() {
      case .open(let name): isValue = ["v", "t", "f"].contains(name)
      case .text: if isValue { return false }
      case .close: isValue = false
      case .end: return true
      }
    }
  }

  /// The texts that cells refer to by number.
  mutating func sharedStrings() throws(WorkbookFault) -> [String] {
    guard let content = try content(of: "sharedStrings") else { return [] }
    var scanner = try XMLScanner(content)
    var strings: [String] = []
    while true {
      switch try scanner.next() {
      case .open("si"): strings.append(try SheetString.read(&scanner))
      case .end: return strings
      default: continue
      }
    }
  }

  /// The number format of each style that cells refer to by number.
  mutating func formats() throws(WorkbookFault) -> [NumberFormat] {
    guard let content = try content(of: "styles") else { return [] }
    var scanner = try XMLScanner(content)
    var own: [Int: NumberFormat] = [:]
    var formats: [NumberFormat] = []
    var isInCells = false
    while true {
      switch try scanner.next() {
      case .open("numFmt"):
        if let id = try scanner.attribute("numFmtId").flatMap({ Int($0) }),
          let code = try scanner.attribute("formatCode")
        {
          own[id] = NumberFormat(code: code)
        }
      case .open("cellXfs"): isInCells = true
      case .close("cellXfs"): isInCells = false
      case .open("xf") where isInCells:
        let id = try scanner.attribute("numFmtId").flatMap { Int($0) } ?? 0
        formats.append(own[id] ?? NumberFormat(builtIn: id))
      case .end: return formats
      default: continue
      }
    }
  }

  /// A part that the workbook refers to; nil when it refers to none of that kind.
  private mutating func content(of kind: String) throws(WorkbookFault) -> [UInt8]? {
    guard let part = others[kind] else { return nil }
    guard let content = try archive.part(part) else {
      throw WorkbookFault(message: "the part '\(part)' is missing from it")
    }
    return content
  }

  /// What a part refers to by its relationships (ECMA-376 part 2, 6.5); the package itself is the part "".
  private static func references(of part: String, in archive: inout ZipArchive) throws(WorkbookFault)
    -> [(id: String, kind: String, part: String)]
  {
    let folder = part.split(separator: "/").dropLast().joined(separator: "/")
    let file = part.split(separator: "/").last.map(String.init) ?? ""
    guard let content = try archive.part("\(folder)/_rels/\(file).rels") else { return [] }
    var scanner = try XMLScanner(content)
    var references: [(id: String, kind: String, part: String)] = []
    while true {
      let token = try scanner.next()
      if token == .end { return references }
      guard token == .open("Relationship"), let id = try scanner.attribute("Id"),
        let type = try scanner.attribute("Type"), let target = try scanner.attribute("Target"),
        try scanner.attribute("TargetMode") != "External"
      else { continue }
      let kind = type.split(separator: "/").last.map(String.init) ?? ""
      references.append((id, kind, resolved(target, in: folder)))
    }
  }

  /// A target's path in the package; one that leads above the package stays within it.
  private static func resolved(_ target: String, in folder: String) -> String {
    var path = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = path.popLast() } else { path.append(step) }
    }
    return path.joined(separator: "/")
  }
}
