import Workbench

extension Hindrance: Error {
  /// Why what was coded, or decided, is not kept; nil for what is nobody's to mend.
  init?(onBench error: any Error) {
    if let hindrance = error as? Hindrance {
      self = hindrance
    } else if let fault = error as? BenchFault {
      self.init(fault)
    } else {
      self.init(error)
    }
  }

  private init(_ fault: BenchFault) {
    switch fault {
    case .notGiven: self.init(status: 404, text: "You were not given this document.")
    case .nothingSaid:
      self.init(
        status: 422, text: "Nothing is said yet: give a code, say that none applies (0), or skip it (s).")
    case .codedMeanwhile:
      self.init(
        status: 409,
        text:
          "It was coded or decided elsewhere since this page was shown, perhaps in another window. Nothing was changed; what you chose is below: look at it again, and keep it."
      )
    case .otherVersion(let version):
      self.init(
        status: 409,
        text:
          "The codebook has a new version, \(version), since this page was shown. Nothing was changed; what you chose is below: look at it by the new rules, and keep it."
      )
    case .decided:
      self.init(
        status: 409,
        text:
          "It was decided meanwhile what holds of this document. What you gave before stands as it was; nothing was changed."
      )
    case .unknownCode(let code):
      self.init(
        status: 409, text: "The codebook has no code \(code.onPage) that is given. Nothing was changed.")
    case .notReady:
      self.init(
        status: 409,
        text:
          "Its coders are not through with it, or agree: there is nothing to be decided. Nothing was changed."
      )
    }
  }
}
