import Intake
import JSON
import Stances

/// What only files of cues have.
extension DataReader {
  /// The lists of an object, by name.
  func lists(_ name: String) throws(DataFileError) -> [String: [String]] {
    guard let object = member(name) else { return [:] }
    var lists: [String: [String]] = [:]
    for entry in try object.entries() { lists[entry.name] = try object.texts(entry.name) }
    return lists
  }

  /// An object from names to codes of markets.
  func markets(_ name: String) throws(DataFileError) -> [(String, Market)] {
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

  private func type(_ name: String) throws(DataFileError) -> EventType? {
    guard let member = member(name) else { return nil }
    let text = try member.text()
    guard let type = EventType(rawValue: text) else {
      let near = didYouMean(nearestNames(to: text, among: EventType.allCases.map(\.rawValue)))
      throw member.fault("'\(text)' is not a type of event; " + (near ?? "see 'stance types'"))
    }
    return type
  }

  func rule() throws(DataFileError) -> Cues.Rule {
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
