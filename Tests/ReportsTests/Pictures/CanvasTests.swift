import Testing

@testable import Reports

@Suite("What pictures are made of")
struct CanvasTests {
  @Test("a text that does not fit ends in an ellipsis and then does")
  func fitting() {
    #expect(Lettering.fit("Lenovo", into: 100, size: 12) == "Lenovo")
    for text in [String(repeating: "W", count: 10_000), "联想集团有限公司", "شركة الاتصالات"] {
      let fitted = Lettering.fit(text, into: 60, size: 12)
      #expect(fitted.hasSuffix("…") && fitted.count > 2, "\(fitted)")
      #expect(Lettering.width(of: fitted, size: 12) <= 60)
    }
    #expect(Lettering.fit("Lenovo", into: 4, size: 12) == "")
    #expect(Lettering.fit("", into: 40, size: 12) == "")
  }

  @Test(
    "lengths are written to a tenth", arguments: [(1.0, "1"), (-0.26, "-0.3"), (12.34, "12.3")])
  func lengths(length: Double, text: String) {
    #expect(("\(length)" as Markup).text == text)
  }

  @Test("hatching stays within its rectangle", arguments: [Hatching.Direction.rising, .falling])
  func hatching(direction: Hatching.Direction) throws {
    let area = Rectangle(x: 3, y: 7, width: 41, height: 11)
    let path = Hatching.lines(in: area, direction).text
    let numbers = path.split { "ML ".contains($0) }.compactMap { Double($0) }
    #expect(numbers.count > 12 && numbers.count.isMultiple(of: 4))
    for (index, number) in numbers.enumerated() {
      let range = index.isMultiple(of: 2) ? area.x...area.right : area.y...area.bottom
      #expect(range.contains(number), "\(path)")
    }
    #expect(Hatching.lines(in: Rectangle(x: 0, y: 0, width: 0, height: 9)) == .empty)
  }

  @Test("labels in rows do not meet")
  func packing() {
    var packing = RowPacking()
    let first = packing.place("a long label", from: 10, to: 20, within: 0...400, size: 11)
    let second = packing.place("another", from: 40, to: 50, within: 0...400, size: 11)
    let third = packing.place("far away", from: 300, to: 310, within: 0...400, size: 11)
    #expect([first.row, second.row, third.row] == [0, 1, 0])
    let last = packing.place("at the end", from: 390, to: 400, within: 0...400, size: 11)
    #expect(last.anchor == .end && last.labelX < 390)
  }

  @Test("a label for which there is no room beside its span is in the row below, and whole")
  func packingBelow() {
    var packing = RowPacking()
    let label = "a label that neither the span nor its sides can hold"
    let first = packing.place(label, from: 100, to: 300, within: 0...400, size: 11)
    #expect(first.label == label && first.row == 0 && first.labelRow == 1)
    let end = first.labelX + Lettering.width(of: label, size: 11)
    #expect(first.labelX >= 0 && end <= 400)
    // Beside the span is room for another one, and none below it.
    let other = packing.place("x", from: 310, to: 330, within: 0...400, size: 11)
    #expect(other.row == 0)
    let third = packing.place("y", from: 150, to: 200, within: 0...400, size: 11)
    #expect(third.row == 2 && packing.rows == 3)
    // Only what no row can hold is cut.
    let long = String(repeating: "long ", count: 40)
    #expect(packing.place(long, from: 0, to: 9, within: 0...400, size: 11).label.hasSuffix("…"))
  }
}
