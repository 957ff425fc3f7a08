/// The largest sets of claims that can all be true together: what belief revision calls maximal consistent subsets.
///
/// They do not depend on the order of the claims. A claim may be in several: a year agrees with each of two days in it.
struct ConsistentSets {
  /// Claims by their number, in ascending order, and the value that they allow together.
  struct Member {
    var numbers: [Int]
    var claim: Claim
  }

  private(set) var members: [Member] = []

  init(_ claims: [Claim]) {
    for (number, claim) in claims.enumerated() { insert(number, claim, among: claims) }
    members.sort { $0.numbers.lexicographicallyPrecedes($1.numbers) }
  }

  /// Sets that agree with the claim take it in; of the others, whatever part agrees with it makes a new set.
  private mutating func insert(_ number: Int, _ claim: Claim, among claims: [Claim]) {
    var joined: [Member] = []
    var kept: [Member] = []
    var parts: [[Int]: Member] = [:]
    for member in members {
      if let meet = member.claim.meet(claim) {
        joined.append(Member(numbers: member.numbers + [number], claim: meet))
      } else {
        kept.append(member)
        for part in Self.parts(of: member, with: claim, among: claims) {
          let numbers = part.numbers + [number]
          parts[numbers] = Member(numbers: numbers, claim: part.claim)
        }
      }
    }
    if members.isEmpty { joined = [Member(numbers: [number], claim: claim)] }
    let candidates = joined + parts.values
    let largest = parts.values.filter { part in
      !candidates.contains {
        $0.numbers.count > part.numbers.count && Set($0.numbers).isSuperset(of: part.numbers)
      }
    }
    members = kept + joined + largest.filter { part in !joined.contains { $0.numbers == part.numbers } }
  }

  /// The largest parts of a set that agree with a claim, narrowed by it; the claim alone where none does.
  private static func parts(of member: Member, with claim: Claim, among claims: [Claim]) -> [Member] {
    let agreeing = member.numbers.compactMap { number in claim.meet(claims[number]).map { (number, $0) } }
    guard !agreeing.isEmpty else { return [Member(numbers: [], claim: claim)] }
    return ConsistentSets(agreeing.map(\.1)).members.map { part in
      Member(numbers: part.numbers.map { agreeing[$0].0 }, claim: part.claim)
    }
  }
}
