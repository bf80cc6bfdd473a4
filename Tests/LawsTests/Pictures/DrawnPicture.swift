import Foundation
import FoundationXML
@testable import Reports

/// A picture's file as an XML parser reads it, with the places of its words.
struct DrawnPicture {
  /// Words, and the room that they take by the estimate of the program.
  struct Words {
    let text: String
    let box: Rectangle

    func overlaps(_ other: Words) -> Bool {
      box.x < other.box.right && other.box.x < box.right && box.y < other.box.bottom
        && other.box.y < box.bottom
    }
  }

  /// Why the parser refused the file; nil if it is well-formed.
  let refusal: String?
  let elements: [String]
  let words: [Words]
  /// What is shown to who points at a part.
  let titles: [String]
  /// Every value of an attribute that could lead somewhere or run.
  let addresses: [String]
  /// What the file shows.
  let view: Rectangle

  init(_ file: String) {
    let parser = XMLParser(data: Data(file.utf8))
    let reader = Reader()
    parser.delegate = reader
    let isWellFormed = parser.parse()
    refusal = isWellFormed ? nil : "\(parser.parserError.map { "\($0)" } ?? "not well-formed")"
    elements = reader.elements
    words = reader.words
    titles = reader.titles
    addresses = reader.addresses
    view = reader.view
  }

  /// Pairs of words that overlap.
  var collisions: [String] {
    words.indices.flatMap { first in
      words[(first + 1)...].filter(words[first].overlaps)
        .map { "'\(words[first].text.prefix(40))' and '\($0.text.prefix(40))'" }
    }
  }

  /// Words that reach beyond what the file shows.
  var outsideOfView: [String] {
    words.filter {
      $0.box.x < view.x || $0.box.right > view.right || $0.box.y < view.y
        || $0.box.bottom > view.bottom
    }.map { String($0.text.prefix(60)) }
  }

  /// Words that reach beyond the picture.
  func outside(width: Double, height: Double) -> [String] {
    words.filter {
      $0.box.x < -0.5 || $0.box.right > width + 0.5 || $0.box.bottom > height + 0.5
    }.map { String($0.text.prefix(60)) }
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [String] = []
    var words: [Words] = []
    var titles: [String] = []
    var addresses: [String] = []
    var view = Rectangle(x: 0, y: 0, width: 0, height: 0)
    private var attributes: [String: String]?
    private var text = ""

    func parser(
      _: XMLParser, didStartElement name: String, namespaceURI _: String?,
      qualifiedName _: String?, attributes: [String: String]
    ) {
      elements.append(name)
      if let box = attributes["viewBox"]?.split(separator: " ").compactMap({ Double($0) }),
        box.count == 4
      {
        view = Rectangle(x: box[0], y: box[1], width: box[2], height: box[3])
      }
      addresses +=
        attributes.filter { ["href", "style"].contains($0.key) || $0.key.hasPrefix("on") }
        .values
      if name == "text" { self.attributes = attributes }
      if name == "text" || name == "title" { text = "" }
    }

    func parser(_: XMLParser, foundCharacters characters: String) { text += characters }

    func parser(
      _: XMLParser, didEndElement name: String, namespaceURI _: String?, qualifiedName _: String?
    ) {
      if name == "title" { titles.append(text) }
      guard name == "text", let attributes else { return }
      self.attributes = nil
      let classes = (attributes["class"] ?? "").split(separator: " ")
      let size: Double =
        classes.contains("h") ? 16 : classes.contains("xs") ? 10 : classes.contains("s") ? 11 : 12
      let isBold = classes.contains("h") || classes.contains("b")
      let width = Lettering.width(of: text, size: size, isBold: isBold)
      let (x, y) = (Double(attributes["x"] ?? "") ?? .nan, Double(attributes["y"] ?? "") ?? .nan)
      let left =
        switch attributes["text-anchor"] {
        case "middle": x - width / 2
        case "end": x - width
        default: x
        }
      words.append(
        Words(text: text, box: Rectangle(x: left, y: y - size * 0.75, width: width, height: size)))
    }
  }
}
