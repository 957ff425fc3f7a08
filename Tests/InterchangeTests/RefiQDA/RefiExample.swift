import Discourse
import Interchange
import Invariants

/// A small project by hand, with all that the standard knows.
enum RefiExample {
  static func guid(_ number: Int) -> String {
    let digits = String(number)
    return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }

  /// A coder 1; codes 11 and, in it, 12; a text 21 of "中😀国𠮷 and e&#x301; end" with a passage 22 of 𠮷, which is its fourth code point; a picture, a PDF with text, an
  /// audio, a video; a case, a note, a link, a set, a graph; and an element of another namespace.
  static let document = """
    <?xml version="1.0" encoding="utf-8"?>
    <!-- by hand -->
    <Project xmlns="urn:QDA-XML:project:1.0" xmlns:x="urn:x" name="Aid &amp; trade" origin="hand" creationDateTime="2026-01-01T00:00:00Z">
     <Users><User guid="\(guid(1))" name="Ann"/></Users>
     <CodeBook><Codes>
      <Code guid="\(guid(11))" name="Aid" isCodable="true" color="#FF0000">
       <Description>Gifts.

    Rules:
    - When sent.
      Not when promised.
    - Masks.

    Examples:
    - “30 tonnes”</Description>
       <NoteRef targetGUID="\(guid(51))"/>
       <Code guid="{\(guid(12).uppercased())}" name="Masks" isCodable="false"/>
      </Code>
     </Codes></CodeBook>
     <Variables><Variable guid="\(guid(31))" name="Outlet" typeOfVariable="Text"/></Variables>
     <Cases><Case guid="\(guid(41))" name="Lombardy"><SourceRef targetGUID="\(guid(21))"/></Case></Cases>
     <Sources>
      <TextSource guid="\(guid(21))" name="One" plainTextPath="internal://One.TXT" richTextPath="internal://one.docx">
       <PlainTextSelection guid="\(guid(22))" name="sign" startPosition="3" endPosition="4">
        <Description>a rare one</Description>
        <Coding guid="\(guid(23))" creatingUser="\(guid(1))" creationDateTime="2026-01-02T03:04:05Z"><CodeRef targetGUID="\(guid(12))"/><NoteRef targetGUID="\(guid(51))"/></Coding>
       </PlainTextSelection>
       <PlainTextSelection guid="\(guid(24))" startPosition="0" endPosition="2">
        <Coding guid="\(guid(25))" creatingUser="\(guid(1))"><CodeRef targetGUID="\(guid(11))"/></Coding>
       </PlainTextSelection>
       <Coding guid="\(guid(26))"><CodeRef targetGUID="\(guid(11))"/></Coding>
       <VariableValue><VariableRef targetGUID="\(guid(31))"/><TextValue>ANSA</TextValue></VariableValue>
      </TextSource>
      <PictureSource guid="\(guid(61))" path="internal://a.png"><PictureSelection guid="\(guid(62))" firstX="1" firstY="2" secondX="3" secondY="4"/></PictureSource>
      <PDFSource guid="\(guid(63))" name="Paper" path="internal://p.pdf">
       <PDFSelection guid="\(guid(64))" page="0" firstX="1" firstY="2" secondX="3" secondY="4"/>
       <Representation guid="\(guid(65))"><PlainTextContent>A paper.</PlainTextContent></Representation>
      </PDFSource>
      <AudioSource guid="\(guid(66))" path="internal://a.m4a"><Transcript guid="\(guid(67))"><PlainTextContent>said</PlainTextContent></Transcript></AudioSource>
      <VideoSource guid="\(guid(68))" path="relative:///v.mp4"><VideoSelection guid="\(guid(69))" begin="1" end="2"/></VideoSource>
     </Sources>
     <Notes><Note guid="\(guid(51))" name="Memo"><PlainTextContent>look again</PlainTextContent></Note></Notes>
     <Links><Link guid="\(guid(71))" originGUID="\(guid(22))" targetGUID="\(guid(24))" direction="OneWay"/></Links>
     <Sets><Set guid="\(guid(72))" name="All"><MemberCode targetGUID="\(guid(11))"/></Set></Sets>
     <Graphs><Graph guid="\(guid(73))" name="Map"><Vertex guid="\(guid(74))" representedGUID="\(guid(11))" firstX="0" firstY="0"/></Graph></Graphs>
    </Project>
    """

  static let text = "中😀国𠮷 and e\u{301} end"

  static func package(_ document: String = document, text: [UInt8]? = nil, named: String = "Sources/one.txt")
    -> [UInt8]
  {
    StoredZip.file([
      ("project.qde", Array(document.utf8)), (named, text ?? Array(Self.text.utf8)),
      ("Sources/one.docx", [1, 2, 3]), ("Sources/a.png", [137, 80]), ("extra/readme", Array("kept".utf8)),
    ])
  }
}
