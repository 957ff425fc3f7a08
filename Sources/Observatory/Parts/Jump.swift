/// A way to a part of what is listed, with how much there is of it; `jumps` of a page are one line of them.
struct Jump: Sendable {
  let text: String
  let count: String
  /// Nil where there is no page of it.
  let address: String?
  /// Whether it is what the page shows.
  let isHere: Bool

  static let template = """
    <p class="jumps">{{#jumps}}{{#address}}<a href="{{.}}"{{#isHere}} aria-current="true"{{/isHere}}>{{text}} <span class="soft">{{count}}</span></a>{{/address}}\
    {{^address}}<span>{{text}} <span class="soft">{{count}}</span></span>{{/address}}{{/jumps}}</p>
    """
}
