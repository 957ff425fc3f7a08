import Chronology

extension Claim {
  /// What both claims allow together; nil when they contradict each other.
  ///
  /// A value is read as a constraint, so a year and a day in it agree (and come to the day), `150+` and `170` agree, and so do
  /// "one of France, Spain" and "Spain". Qualifiers are taken from the left.
  func meet(_ other: Claim) -> Claim? {
    var common: [Atom] = []
    for mine in alternatives {
      for theirs in other.alternatives {
        if let both = mine.meet(theirs), !common.contains(both) { common.append(both) }
      }
    }
    return common.isEmpty ? nil : Claim(common, side: side, role: role, during: during)
  }
}

extension Atom {
  /// The value that satisfies both: the narrower one, or their intersection; nil when there is none.
  func meet(_ other: Atom) -> Atom? {
    switch (self, other) {
    case (.date(let a), .date(let b)): a.meet(b).map(Atom.date)
    case (.amount(let a), .amount(let b)): a.meet(b).map(Atom.amount)
    case (.text(let a), .text(let b)): a.folded == b.folded ? self : nil
    default: self == other ? self : nil
    }
  }
}

extension EDTF {
  /// The narrower of two dates that overlap, or `[first..last]` where each cuts the other; nil when they are disjoint.
  func meet(_ other: EDTF) -> EDTF? {
    guard let common = range.intersection(other.range), reaches(other.range), other.reaches(range) else {
      return nil
    }
    if common == range { return self }
    if common == other.range { return other }
    let text = "[\(common.earliest?.description ?? "")..\(common.latest?.description ?? "")]"
    // Days of years that have no four digits cannot be written so.
    return (try? EDTF(text)) ?? self
  }

  /// Whether some day that it may denote is in the range: one of a set is none of the days between its members.
  private func reaches(_ range: DayRange) -> Bool {
    !isOneOf || members.contains { $0.range.intersection(range) != nil }
  }
}
