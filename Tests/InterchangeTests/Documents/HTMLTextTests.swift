import Interchange
import Testing

@Suite("The text of a page") struct HTMLTextTests {
  @Test("has a line a block, without markup, comments, scripts and styles")
  func shown() {
    let page = HTMLText(
      """
      <!DOCTYPE html><html><head><title>Trade &amp; war</title><style>p { color: red }</style>
      <script>document.write("<p>never</p>")</script></head>
      <body><!-- not <b>this</b> --><h1>Head</h1><p class="a > b">One <b>bold</b>
      word.<br>Second   line</p><SCRIPT type="x">if (a</b) alert(1)</SCRIPT ><noscript>no</noscript><p>Last
      """)
    #expect(page.title == "Trade & war")
    #expect(page.text == "Head\nOne bold word.\nSecond line\nLast")
  }

  @Test(
    "has entities as the characters they are, and as they are written where there is none",
    arguments: [
      ("citt&agrave; &#322;&#x142; &lt;b&gt; &apos;", "città łł <b> '"),
      ("R&D &nosuch; &amp;amp;", "R&D &nosuch; &amp;"),
      ("a&nbsp;b", "a b"), ("&#0;&#xD800;&#1114112;&#7;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"), ("&#99999999999;", "&#99999999999;"),
    ])
  func entities(markup: String, expected: String) { #expect(HTMLText(markup).text == expected) }

  @Test("takes no entity that the page defines, so that none can grow")
  func bomb() {
    let page = HTMLText(
      #"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><p>&b;</p>"#)
    #expect(page.text.contains("&b;") && !page.text.contains("aaaaa"))
  }

  @Test(
    "ends, whatever is never closed",
    arguments: ["<script>x", "<!-- x", "<p class=\"", "a <", "</", "<title>t", "&#", "<a href='>"])
  func open(markup: String) { #expect(HTMLText("ok " + markup).text.hasPrefix("ok")) }
}
