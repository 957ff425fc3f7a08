import Diplomacy
import Testing

@testable import Workbench

@Suite("Printed totals in a table")
struct LayoutTests {
  private let italy = TableCell(row: "r", column: "it")
  private let spain = TableCell(row: "r", column: "es")

  /// Two units, each Italian or Spanish.
  private var tally: Tally<TableCell> {
    Tally(["a", "b"].map { Tally.Unit(id: $0, places: [[italy, spain]], mayBeOutside: false) })
  }

  private func margin(_ number: Int) -> Margin<TableCell> {
    Margin(name: "it \(number)", least: number, most: number) { $0.column == "it" }
  }

  @Test("narrow every cell when they can all hold")
  func narrowed() {
    let layout = Layout(tally: tally, margins: [margin(2)])
    #expect(layout.isNarrowed && layout.failure == nil)
    #expect(layout.bounds { $0 == italy }.text == "2" && layout.bounds { $0 == spain }.text == "0")
  }

  @Test("narrow no cell when they cannot, and the table says so")
  func impossible() {
    let layout = Layout(tally: tally, margins: [margin(3)])
    #expect(!layout.isNarrowed && layout.failure?.contains("cannot all hold") == true)
    #expect(layout.bounds { $0 == italy }.text == "0–2" && layout.bounds { $0 == spain }.text == "0–2")
  }

  @Test("are not missed where there are none")
  func none() {
    let layout = Layout(tally: tally, margins: [])
    #expect(!layout.isNarrowed && layout.failure == nil)
    #expect(layout.bounds { _ in true }.text == "2")
  }
}
