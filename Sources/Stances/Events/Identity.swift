import JSON

/// What a company or body is called and known by elsewhere.
package struct Identity: Hashable, Sendable {
  /// The name for readers.
  package let name: String
  /// The name in other languages, by BCP 47 tag.
  package let names: [Translation]
  /// Other names in use.
  package let aliases: [String]
  /// The line of business, in free text that addressees are compared with.
  package let sector: String?
  /// The Legal Entity Identifier, ISO 17442, 20 characters.
  package let lei: String?
  /// The Wikidata item, `Q` and digits.
  package let wikidata: String?
  /// The symbols under which its shares trade.
  package let tickers: [String]

  /// A name in one language.
  package struct Translation: Hashable, Sendable {
    /// The language, as a BCP 47 tag.
    package let language: String
    /// The name in that language.
    package let name: String
  }
}

extension Identity {
  /// The name, then those in other languages, then the aliases.
  package var allNames: [String] { [name] + names.map(\.name) + aliases }
}

extension Identity {
  /// The fields that registrations of companies and bodies have in common.
  struct Fields: Sendable {
    let name = Field.required("name", .line, "what it is called")
    let names = Field.optional("names", .translations, default: [], "its name in other languages")
    let aliases = Field.optional("aliases", .list(.line), default: [], "what else it is called")
    let sector = Field.optional(
      "sector", .line, "its sector, compared exactly with `addressees.sectors`")
    let identifiers = Field.optional(
      "identifiers", .part(Identifiers.self), "what it is known by elsewhere")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    name = try reader.read(Self.fields.name)
    names = try reader.read(Self.fields.names)
    aliases = try reader.read(Self.fields.aliases)
    sector = try reader.read(Self.fields.sector)
    let identifiers = try reader.read(Self.fields.identifiers)
    lei = identifiers?.lei
    wikidata = identifiers?.wikidata
    tickers = identifiers?.tickers ?? []
  }
}

/// What a company or body is known by elsewhere: the part `identifiers`.
struct Identifiers: Sendable {
  let lei: String?
  let wikidata: String?
  let tickers: [String]
}

extension Identifiers: EventPart {
  static let name = "identifiers"
  static let words = "what a company or body is known by elsewhere"

  struct Fields: Sendable {
    let lei = Field.optional(
      "lei",
      .pattern(
        "^[0-9A-Z]{18}[0-9]{2}$", named: "LEI",
        expected: "LEI: 20 capital letters and digits of which the last two check the others",
        where: isLegalEntityIdentifier),
      "Legal Entity Identifier")
    let wikidata = Field.optional(
      "wikidata",
      .pattern(
        "^Q[1-9][0-9]*$", named: "Wikidata item",
        expected: "Wikidata item: Q and a number, such as Q160120", where: isWikidataItem),
      "Wikidata item")
    let tickers = Field.optional("tickers", .list(.line), default: [], "stock exchange tickers")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    lei = try reader.read(Self.fields.lei)
    wikidata = try reader.read(Self.fields.wikidata)
    tickers = try reader.read(Self.fields.tickers)
  }
}

extension FieldType where Value == [Identity.Translation] {
  /// The names in other languages: an object from language tag to text.
  fileprivate static var translations: Self {
    Self(shape: .translations) { (value) throws(EventError) in
      guard value.node.kind == .object else {
        throw value.refusal(
          .wrongShape(expected: "an object from language to name: {\"zh\": \"…\"}"))
      }
      var found: [Identity.Translation] = []
      for member in value.node.members {
        guard isLanguageTag(member.name) else {
          throw EventError(
            position: member.key.position, path: value.path,
            reason: .badShape(found: member.name, expected: languageTagShape))
        }
        found.append(.init(language: member.name, name: try FieldValue(member.value).text()))
      }
      return found
    }
  }
}
