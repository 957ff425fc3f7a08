/// Counts of a part of a whole. Throughout, whatever is in the part is in the whole.
extension Count {
  /// This count, of a part, with what is known of the whole.
  ///
  /// A part is no more than its whole. With p in P and w in W and p ≤ w, the least p is P.certain
  /// and the most is the smaller of P.possible and W.possible; every number between can be.
  ///
  /// - Returns: The exact set of numbers the part can be. If the two contradict each other
  ///   (P.certain > W.possible), both bounds are W.possible.
  public func subset(of whole: Count) -> Count {
    Count(
      certain: min(certain, whole.possible), possible: min(possible, whole.possible))
  }

  /// What remains of this whole without a part, when it may be open of each item separately
  /// whether it is in the whole and whether it is in the part.
  ///
  /// Let c and u be the items of the part that are certain and uncertain: c = P.certain and
  /// c + u = P.possible. The c are among the W.certain. What remains at least are the items
  /// certainly in the whole and certainly not in the part; the most of the uncertain u that can
  /// be among them is min(u, W.certain − c), which leaves max(0, W.certain − P.possible). What
  /// can remain at most are the W.possible without the c: W.possible − P.certain.
  ///
  /// - Returns: The narrowest bounds that the two counts allow. They are those of `-`, except that
  ///   nothing negative remains. A part that contradicts its whole (P.certain > W.possible)
  ///   leaves zero.
  public func removing(subset part: Count) -> Count {
    Count(
      certain: max(0, certain - part.possible), possible: max(0, possible - part.certain))
  }

  /// What remains of this whole without a part, when it is settled of every item whether it is
  /// selected, and only open whether it is in the whole: the part is the selected items of the
  /// whole, as in "partnerships in force, without those with cities of one country".
  ///
  /// An item in the whole for certain is then in the part for certain or not at all, and one that
  /// is possibly in the whole is in the part exactly when it is in the whole. Hence the items that
  /// remain are those not selected: W.certain − P.certain of them certain, and W.possible −
  /// P.possible of them possible.
  ///
  /// - Returns: The exact bounds. Traps when the part cannot be such a selection, that is, when it
  ///   has more uncertain items than the whole.
  public func removing(selection part: Count) -> Count {
    Count(certain: certain - part.certain, possible: possible - part.possible)
  }
}
