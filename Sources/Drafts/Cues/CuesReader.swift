import Errors
import JSON
import Stances

/// A value of a file of cues, read strictly.
struct CuesReader {
  private let node: JSONNode
  private let path: String

  init(_ node: JSONNode, in path: String) { (self.node, self.path) = (node, path) }

  private func inside(_ node: JSONNode) -> CuesReader { CuesReader(node, in: path) }

  func fault(_ sentence: String) -> CuesError {
    CuesError(path: path, position: node.position, sentence: sentence)
  }

  /// Refuses members of other names, for a slip would be passed over.
  func allow(_ names: [String]) throws(CuesError) {
    guard node.kind == .object else { throw fault("an object is needed here: {…}") }
    for member in node.members where !names.contains(member.name) {
      let near = didYouMean(nearestNames(to: member.name, among: names))
      throw inside(member.key).fault(
        "'\(member.name)' is not a member here; " + (near ?? "take it out"))
    }
  }

  func required(_ name: String) throws(CuesError) -> CuesReader {
    guard let found = member(name) else { throw fault("'\(name)' is missing here; add it") }
    return found
  }

  private func member(_ name: String) -> CuesReader? {
    node.members.first { $0.name == name }.map { inside($0.value) }
  }

  func text() throws(CuesError) -> String {
    guard let text = node.string, !text.isUnseen else {
      throw fault("a text is needed here: \"…\"")
    }
    return text
  }

  func integer() throws(CuesError) -> Int {
    guard let number = node.integer, number > 0 else {
      throw fault("a number from 1 is needed here")
    }
    return Int(number)
  }

  /// The items of a list; none where the list is missing.
  func items(_ name: String) throws(CuesError) -> [CuesReader] {
    guard let list = member(name) else { return [] }
    guard list.node.kind == .array else { throw list.fault("a list is needed here: […]") }
    return list.node.elements.map(inside)
  }

  func texts(_ name: String) throws(CuesError) -> [String] {
    var texts: [String] = []
    for item in try items(name) { texts.append(try item.text()) }
    return texts
  }

  /// The lists of an object, by name.
  func lists(_ name: String) throws(CuesError) -> [String: [String]] {
    guard let object = member(name) else { return [:] }
    var lists: [String: [String]] = [:]
    for entry in try object.entries() { lists[entry.name] = try object.texts(entry.name) }
    return lists
  }

  /// An object from names to codes of markets.
  func markets(_ name: String) throws(CuesError) -> [(String, Market)] {
    guard let object = member(name) else { return [] }
    var markets: [(String, Market)] = []
    for entry in try object.entries() {
      do {
        markets.append((entry.name, try Market(code: entry.value.text())))
      } catch let error as MarketError {
        throw entry.value.fault("\(error)")
      } catch {
        throw entry.value.fault("a code of a market is needed here: \"RU\"")
      }
    }
    return markets
  }

  private func entries() throws(CuesError) -> [(name: String, value: CuesReader)] {
    guard node.kind == .object else { throw fault("an object is needed here: {…}") }
    return node.members.map { ($0.name, inside($0.value)) }
  }

  private func type(_ name: String) throws(CuesError) -> EventType? {
    guard let member = member(name) else { return nil }
    let text = try member.text()
    guard let type = EventType(rawValue: text) else {
      let near = didYouMean(nearestNames(to: text, among: EventType.allCases.map(\.rawValue)))
      throw member.fault("'\(text)' is not a type of event; " + (near ?? "see 'stance types'"))
    }
    return type
  }

  func rule() throws(CuesError) -> Cues.Rule {
    let name = try required("rule").text()
    guard let type = try type("type") else { throw fault("'type' is missing here; add it") }
    let subject = try member("subject")?.text() ?? Cues.Subject.company.rawValue
    guard let subject = Cues.Subject(rawValue: subject) else {
      throw fault("'subject' is company, body or none, not '\(subject)'")
    }
    var fields: [(path: String, value: JSONValue)] = []
    for entry in try member("set")?.entries() ?? [] {
      guard
        Vocabulary.fields(of: type).contains(where: { $0.name == entry.name.prefix { $0 != "." } })
      else { throw entry.value.fault("\(type.rawValue) has no field '\(entry.name)'") }
      fields.append((entry.name, JSONValue(entry.value.node)))
    }
    return Cues.Rule(
      name: name, type: type, announced: try self.type("announced"), fields: fields,
      subject: subject)
  }
}
