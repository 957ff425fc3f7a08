/// One address of edit mode.
typealias EditRoute = SessionRoute<Editor>

extension Editor: Workplace {
  static let entrance = "/edit"

  static let routes: [EditRoute] = [
    lately, statement, preview, keep, withdraw, undo,
  ]

  @Sendable static func isOpen(_ session: Session) -> Bool { session.mayEdit }

  static let closed = Trouble(
    status: 403, title: "Not open to you",
    detail:
      "Only who started the observatory can edit the record. Open the address that it printed when it began, with the token in it; in another browser, or after a new start, once more."
  )
}
