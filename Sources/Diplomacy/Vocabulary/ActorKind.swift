/// What sort of party an actor is.
public enum ActorKind: String, Term {
  case supranationalBody = "supranational body"
  case state
  case constituentCountry = "constituent country"
  case region, province
  case provincialLevelCity = "provincial-level city"
  case specialAdministrativeRegion = "special administrative region"
  case city, district
  case government, ministry, embassy, agency
  case company, bank
  case mediaOutlet = "media outlet"
  case university, school
  case researchInstitute = "research institute"
  case hospital, association, foundation, party
  case diasporaCommunity = "diaspora community"
  case person, group

  /// The first level below the state in China: provinces, cities with provincial status, special administrative regions.
  public static let chineseProvincial: [ActorKind] = [
    .province, .provincialLevelCity, .specialAdministrativeRegion,
  ]
}
