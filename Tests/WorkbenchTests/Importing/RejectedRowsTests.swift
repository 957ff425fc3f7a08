import TestSupport
import Testing

@testable import Workbench

@Suite("Files of rejected rows") struct RejectedRowsTests {
  @Test("are taken away again, and one that cannot be is told")
  func removed() throws {
    let folder = try ScratchFolder()
    let files = RejectedRows(
      table: folder.path + "/t.rejected.csv", mapping: try folder.write("file: x", to: "t.rejected.yml"),
      rows: 1)
    let left = files.remove()
    #expect(left.count == 1 && left[0].hasPrefix(files.table + " ("), "\(left)")
    #expect(try folder.files() == [])
  }
}
