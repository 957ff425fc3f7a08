/// What sort of tie a partnership is.
public enum PartnershipKind: String, Term {
  case strategicPartnership = "strategic partnership"
  case twinning
  case cooperationAgreement = "cooperation agreement"
  case mediaPartnership = "media partnership"
  case memorandum
  case institutionalDialogue = "institutional dialogue"
  case representation
  case informal
}

/// A change in a partnership's life.
public enum EpisodeType: String, Term {
  case contact, established, upgraded, downgraded, renamed, renewed, suspended, ended
}
