/// What happened.
public enum EventType: String, Term {
  case visit, meeting, videoconference, call, donation, sale, purchase, shipment
  case medicalTeam = "medical team"
  case agreement, renewal
  case statusDeclaration = "status declaration"
  case forum, conference, exhibition, programme, project, mission, statement, thanks, request, publication
  case mediaFlow = "media flow"
  case socialMediaFlow = "social media flow"
  case policyDocument = "policy document"
  case regulation
  case initiativeLaunch = "initiative launch"
  case accession, recall
  case qualityFailure = "quality failure"
  case officeOpened = "office opened"
  case officeClosed = "office closed"
  case transportService = "transport service"
  case investment, survey, other
}

/// What a participant did in an event.
public enum Role: String, Term {
  case party, signatory, donor, recipient, host, guest, visitor, organiser, participant, speaker, addressee
  case author, publisher, buyer, seller, sender, requester, opener, closer, regulator, `operator`, partner
  case successor, witness
}

/// The field of a contact (the strategic-partnership article's touchpoints, with health for the pandemic).
public enum Channel: String, Term {
  case political, economic, academic, cultural
  case peopleToPeople = "people-to-people"
  case media, health
}

/// A named programme that events run under.
public enum Initiative: String, Term {
  case beltAndRoad = "Belt and Road"
  case healthSilkRoad = "Health Silk Road"
  case digitalSilkRoad = "Digital Silk Road"
}

/// How many sides take part.
public enum Modality: String, Term {
  case bilateral, trilateral, multilateral, unilateral
}

/// On what terms a thing moved. `unclear` is a finding: the source does not say, or sources mix the two.
public enum FlowTerms: String, Term {
  case donated, sold, unclear
}

/// What became of the goods.
public enum FlowOutcome: String, Term {
  case accepted, defective, recalled, discarded, unclear
}
