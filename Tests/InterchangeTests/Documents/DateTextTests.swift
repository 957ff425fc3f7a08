import Interchange
import Testing

@Suite("Dates of documents") struct DateTextTests {
  @Test(
    "are read as newspapers and databases write them",
    arguments: [
      ("2017-03-04", "2017-03-04"), ("2017-03", "2017-03"), ("1987", "1987"), ("2017~", "2017~"),
      ("2017/03/04", "2017-03-04"), ("2017.3.4", "2017-03-04"), ("20170304", "2017-03-04"),
      ("2017-03-04 12:30:00", "2017-03-04"), ("2017/3/4 9:05", "2017-03-04"),
      ("20170304123000", "2017-03-04"),
      ("26-FEB-1987 15:01:01.79", "1987-02-26"), (" 3-MAR-1987  09:15:05.40", "1987-03-03"),
      ("4 March 1987", "1987-03-04"), ("4th Sept. 1987", "1987-09-04"), ("March 4, 1987", "1987-03-04"),
      ("Wednesday, March 4, 1987", "1987-03-04"), ("Thu, 26 Feb 1987 15:01:01 GMT", "1987-02-26"),
      ("March 1987", "1987-03"), ("2017年3月4日", "2017-03-04"), ("2017年3月", "2017-03"), ("2017年", "2017"),
    ])
  func read(text: String, expected: String) { #expect(DateText.read(text)?.text == expected) }

  @Test(
    "that are none, or can be read in two ways, are refused",
    arguments: [
      "3/4/2017", "04.03.2017", "yesterday", "2017-02-30", "20171341", "31 Foo 2017", "", "4 ma 2017x",
    ])
  func refused(text: String) { #expect(DateText.read(text) == nil) }
}
