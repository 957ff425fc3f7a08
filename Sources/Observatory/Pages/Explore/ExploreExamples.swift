/// Questions to begin with: each can be asked of any archive.
enum ExploreExamples {
  static let all = [
    Link(
      address: "/explore?established=2014%2F2017&view=bars",
      text: "Partnerships established 2014–2017, by country"),
    Link(
      address: "/explore?columns=chinese-province&view=heat",
      text: "Which country with which Chinese province"),
    Link(address: "/explore?rows=year&scope=all&view=line", text: "When partnerships were established"),
    Link(address: "/explore?columns=kind&scope=all&view=heat", text: "Kinds of partnership, by country"),
    Link(
      address: "/explore?count=events&rows=year&columns=channel&view=line", text: "Events by year and channel"
    ),
    Link(address: "/explore?count=quantities&columns=terms", text: "How much moved, donated or sold"),
  ]
}
