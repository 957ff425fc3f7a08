import Chronology
import Diplomacy
public import Interchange

/// Bursts for people and programs, with what they are told by.
public enum CorpusBurstsText {
  /// A row a burst.
  public static func summary(_ found: CorpusBursts, limit: Int) -> Grid {
    Grid(
      header: ["accounts", "texts", "from", "to", "in other bursts", "first", "title"],
      rows: found.bursts.prefix(limit).map { burst in
        [
          String(burst.accounts.count), String(burst.posts.count), burst.first.description,
          burst.last.description, String(burst.recurring), burst.posts[0].document.displayed(),
          burst.posts[0].title?.displayed(atMost: 60) ?? "",
        ]
      }, numeric: [0, 1, 4], title: "\(found.corpus): published together", notes: notes(found, limit))
  }

  private static func notes(_ found: CorpusBursts, _ limit: Int) -> [String] {
    let window = found.rule.window
    var notes = [
      "\(found.bursts.count.of("burst"))\(found.bursts.count > limit ? ", of which \(limit) are shown" : ""): texts that share \(found.likeness.resemblance) of their runs of \(found.likeness.shingle) words, of \(found.rule.accounts) accounts or more, within \(window == 0 ? "one day" : "\(window.of("day")) of the first"). Days are as fine as dates are kept.",
      "Coordinated is the publication: a campaign does so, and so do petitions, a button to share, and the customers of a news agency. Who or what is behind an account is not told by it.",
    ]
    if found.unknown > 0 {
      notes.append(
        "\(found.unknown.of("document")) with copies \(found.unknown == 1 ? "is" : "are") left aside, since the day or the account is not known."
      )
    }
    if found.withoutText > 0 {
      notes.append(
        "\(found.withoutText.of("document")) with the text outside the archive \(found.withoutText == 1 ? "was" : "were") not looked at."
      )
    }
    return notes
  }

  /// A row a document of a burst: the evidence.
  public static func evidence(_ found: CorpusBursts, limit: Int) -> Grid {
    Grid(
      header: ["burst", "flag", "document", "date", "accounts", "title"],
      rows: found.bursts.prefix(limit).enumerated().flatMap { number, burst in
        burst.posts.map { post in
          [
            String(number + 1), flag, post.document.displayed(), post.date ?? "",
            post.accounts.joined(separator: "; ").displayed(atMost: 200),
            post.title?.displayed(atMost: 200) ?? "",
          ]
        }
      }, numeric: [0])
  }

  private static let flag = "coordinated"

  public static func json(_ found: CorpusBursts, limit: Int) -> JSON {
    .object([
      .init("corpus", .string(found.corpus)),
      .init(
        "rule",
        .object([
          .init("accounts", .count(found.rule.accounts)), .init("window", .count(found.rule.window)),
          .init("shingle", .count(found.likeness.shingle)),
          .init("resemblance", .number(found.likeness.resemblance)),
        ])), .init("found", .count(found.bursts.count)), .init("unknown", .count(found.unknown)),
      .init("without_text", .count(found.withoutText)),
      .init(
        "bursts",
        .array(
          found.bursts.prefix(limit).map { burst in
            .object([
              .init("flag", .string(flag)), .init("accounts", .array(burst.accounts.map(JSON.string))),
              .init("from", .string(burst.first.description)), .init("to", .string(burst.last.description)),
              .init("in_other_bursts", .count(burst.recurring)),
              .init(
                "documents",
                .array(
                  burst.posts.map { post in
                    .object([
                      .init("document", .string(post.document)),
                      .init("date", post.date.map(JSON.string) ?? .null),
                      .init("accounts", .array(post.accounts.map(JSON.string))),
                      .init("title", post.title.map(JSON.string) ?? .null),
                    ])
                  })),
            ])
          })),
    ])
  }
}
