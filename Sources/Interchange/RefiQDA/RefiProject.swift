/// A QDA project as it is exchanged (`.qdpx`): REFI-QDA 1.5, chapters 5 and 8. A ZIP file with a document of XML, `project.qde`, and the sources.
///
/// The whole document is kept as it stands, and so is every file beside it, whether it is understood or not.
public struct RefiProject: Sendable {
  public struct File: Hashable, Sendable {
    /// Its path within the package, as `sources/….txt`.
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
  }

  /// `Project`, the root of the document.
  public var root: RefiElement
  public var files: [File]

  /// The most bytes that the document may have.
  static let largestDocument = 256 << 20

  /// A new one with nothing in it.
  public init(name: String, origin: String) {
    root = RefiElement("Project", ["xmlns": "urn:QDA-XML:project:1.0", "name": name, "origin": origin])
    files = []
  }

  /// Reads a package, or a document by itself (`.qde`).
  ///
  /// - Throws: `RefiFault`
  public init(_ bytes: [UInt8]) throws(RefiFault) {
    guard bytes.starts(with: ZipArchive.mark) else {
      self = try Self(document: bytes, files: [])
      return
    }
    var archive: ZipArchive
    do { archive = try ZipArchive(bytes) } catch { throw .package(error.message) }
    let projects = archive.names.filter { $0.lowercased().hasSuffix(".qde") }
    let named = projects.filter { $0.lowercased() == "project.qde" }
    guard let name = named.first ?? projects.first, projects.count == 1 || named.count == 1 else {
      throw .project(found: projects)
    }
    var document: [UInt8] = []
    var files: [File] = []
    do throws(WorkbookFault) {
      for part in archive.names {
        let content = try archive.part(part) ?? []
        if part == name { document = content } else { files.append(File(name: part, bytes: content)) }
      }
    } catch { throw .package(error.message) }
    self = try Self(document: document, files: files)
  }

  /// From a document and the files beside it, as they were kept.
  ///
  /// - Throws: `RefiFault`
  public init(document: [UInt8], files: [File]) throws(RefiFault) {
    guard document.count <= Self.largestDocument else {
      throw .document("it is larger than \(Self.largestDocument >> 20) MiB")
    }
    do { root = try RefiElement.read(document) } catch { throw .document(error.message) }
    guard root.local == "Project" else { throw .root(found: root.name, expected: "Project") }
    try RefiChecks.references(in: root)
    self.files = files
  }

  public var document: [UInt8] { root.document }

  /// The package.
  ///
  /// - Throws: `RefiFault.package` where it is larger than a ZIP file can be.
  public func package() throws(RefiFault) -> [UInt8] {
    do throws(WorkbookFault) {
      var writer = ZipWriter()
      try writer.add("project.qde", document)
      for file in files { try writer.add(file.name, file.bytes) }
      return writer.finished()
    } catch { throw .package(error.message) }
  }

  /// The name within the folder of sources; nil where the path leads outside.
  static func inside(_ path: String) -> String? {
    if path.hasPrefix("internal://") { return String(path.dropFirst("internal://".count)) }
    return path.contains("://") ? nil : path
  }
}
