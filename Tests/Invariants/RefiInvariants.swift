import Interchange

/// What must hold of QDA projects and codebooks. Bytes that begin as a ZIP file are a package; any others are its document, beside a text.
enum RefiInvariants {
  static func check(_ bytes: [UInt8]) throws(Broken) {
    let file =
      bytes.starts(with: [0x50, 0x4B, 3, 4])
      ? bytes : StoredZip.file([("project.qde", bytes), ("sources/one.txt", Array("中😀 one".utf8))])
    let project: RefiProject
    do throws(RefiFault) { project = try RefiProject(file) } catch { return try check(error) }
    try check(Result { () throws(RefiFault) in try RefiContents(project) })
    do throws(RefiFault) {
      let again = try RefiProject(try project.package())
      guard again.root == project.root, again.files == project.files else {
        throw .document("another one")
      }
    } catch { throw Broken(description: "what is read reads back the same: \(error.text)") }
  }

  /// Passages lie within their texts.
  private static func check(_ reading: Result<RefiContents, RefiFault>) throws(Broken) {
    let contents: RefiContents
    switch reading {
    case .success(let read): contents = read
    case .failure(let fault): return try check(fault)
    }
    for source in contents.sources {
      guard let text = source.text else { continue }
      for coding in contents.codings where coding.source == source.guid {
        try hold(coding.passage.map { $0.text(in: text) != nil } ?? true, "a passage lies within its text")
      }
    }
  }

  private static func check(_ fault: RefiFault) throws(Broken) {
    try hold(!fault.text.isEmpty, "an error says what is wrong")
  }
}
