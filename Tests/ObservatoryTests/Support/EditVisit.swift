import Archive
import TestSupport
import Workbench

@testable import Observatory

/// Somebody who edits an observatory, through its router.
struct EditVisit: SessionVisit {
  let site: Site
  let archive: ArchiveStore
  let editor: Editor
  private(set) var cookie = ""
  /// What their forms bring along.
  private(set) var proof = ""

  /// Opens an observatory on a copy of the bundled evidence, or on another archive, and enters with the token.
  init(
    _ archive: ArchiveStore? = nil, writing writer: ArchiveStore? = nil, studies: [Study]? = nil
  ) async throws {
    let archive = try archive ?? Bundled.copy()
    let editor = Editor(writer ?? archive, patience: .seconds(300))
    self.archive = archive
    self.editor = editor
    site = try Visit.site(archive, studies: studies, editor: editor)
    let entered = try await Visit.get(Self.entrance(of: site), at: site)
    cookie = Self.cookie(entered)
    proof = Self.proof(try await get("/edit/statement?kind=actor"))
  }

  /// Where who may edit enters.
  static func entrance(of site: Site) -> String { "/edit?token=" + (site.sessions.token(.edit) ?? "") }

  /// What a person would type of Łódź's gift, if a third place in the article gave a third number.
  static let gift = [
    "kind": "flow", "entity": "ev-083/masks", "says.quantity.0": "15000", "source": "mierzejewski-2021",
    "locator": "Reality check section, L240", "coder": "kim",
  ]
}
