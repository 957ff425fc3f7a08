public import Discourse

/// A codebook as QDA programs exchange it (`.qdc`): REFI-QDA 1.5, chapter 4.4. Its sets of codes are not read.
public enum RefiCodebookFile {
  /// - Returns: the codebook, and how many sets of codes the file has besides.
  /// - Throws: `RefiFault`
  public static func read(_ bytes: [UInt8]) throws(RefiFault) -> (codebook: Codebook, sets: Int) {
    let root: RefiElement
    do { root = try RefiElement.read(bytes) } catch { throw .document(error.message) }
    guard root.local == "CodeBook" else { throw .root(found: root.name, expected: "CodeBook") }
    try RefiChecks.identifiers(in: root)
    let codes = try root.child("Codes").map { (element) throws(RefiFault) in try RefiCodes.codes(in: element)
    }
    let sets = root.child("Sets")?.children("Set").count ?? 0
    do { return (try Codebook(codes ?? []), sets) } catch { throw .codebook(error) }
  }

  /// - Parameter guid: what a code's identifier is in the file: 8-4-4-4-12 hexadecimal digits.
  public static func write(_ codebook: Codebook, origin: String, guid: (String) -> String) -> [UInt8] {
    RefiElement(
      "CodeBook", ["xmlns": "urn:QDA-XML:codebook:1.0", "origin": origin],
      children: [RefiElement("Codes", children: RefiCodes.elements(of: codebook, guid: guid))]
    ).document
  }
}
