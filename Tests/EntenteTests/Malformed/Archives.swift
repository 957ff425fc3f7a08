import Foundation

extension Malformed {
  private static func archive(
    _ name: String, _ content: Content, _ command: [String], code: Int32 = 4, says: String...
  )
    -> Malformed
  {
    Malformed(
      name, ["a.entente": content], command + ["--archive", "a.entente"], code: code,
      sayingAll: ["a.entente"] + says)
  }

  private static let check = ["check"]
  private static let load = ["import", "t.yml"]

  static let archives: [Malformed] = [
    archive("an archive that is missing", .nothing, check, says: "entente init"),
    archive("an archive of no bytes", "", check, says: "not an Entente archive"),
    archive("an archive of no bytes, to write to", "", load, says: "not an Entente archive"),
    archive(
      "an archive that is a text", "Dear diary, today the minister came and went.\n", check,
      says: "not an Entente archive"),
    archive(
      "an archive that is a text, to write to", "Dear diary, today the minister came and went.\n", load,
      says: "not an Entente archive"),
    archive("a folder in an archive's place", .folder, check, says: "a folder"),
    archive(
      "an archive that is another program's", Workplace.archive { $0[68..<72] = Data([0, 0, 0, 7]) }, check,
      says: "not an Entente archive"),
    archive(
      "an archive that is another program's, to write to",
      Workplace.archive { $0[68..<72] = Data([0, 0, 0, 7]) }, load, says: "not an Entente archive"),
    archive(
      "an archive of a newer version", Workplace.archive { $0[60..<64] = Data([0, 0, 0x27, 0x0F]) }, check,
      says: "newer version", "9999", "Update entente"),
    archive(
      "an archive of a newer version, to write to",
      Workplace.archive { $0[60..<64] = Data([0, 0, 0x27, 0x0F]) }, load, says: "newer version"),
    archive("a header alone", Workplace.archive { $0 = $0.prefix(100) }, check, says: "a.entente"),
    archive(
      "half an archive", Workplace.archive { $0 = $0.prefix($0.count / 2) }, ["sources"], says: "damaged"),
    archive(
      "half an archive, to write to", Workplace.archive { $0 = $0.prefix($0.count / 2) }, load,
      says: "damaged"),
    archive(
      "an archive whose pages are noise",
      Workplace.archive { $0[4096...] = Data(repeating: 0xA5, count: $0.count - 4096) }, ["show", "France"],
      says: "damaged"),
    archive("a new archive over an old one", Workplace.archive { _ in }, ["init"], says: "exists already"),
    Malformed(
      "a new archive in a folder that is not there", [:], ["init", "--archive", "no/such/a.entente"], code: 4,
      says: "no/such/a.entente: there is no folder"),
    Malformed(
      "a missing archive to look into", [:], ["show", "France", "--archive", "b.entente"], code: 4,
      says: "b.entente", "entente init"),
  ]
}
