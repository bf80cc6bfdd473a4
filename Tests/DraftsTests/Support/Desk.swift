import Drafts
import JSON
import Projections
import Stances
import TestSupport

/// A reader with a small register: what most tests read by.
enum Desk {
  static let cues = Result {
    try Cues(Array(RepositoryFiles.text("Events/cues/en.json").utf8), from: "en.json")
  }

  private static let index = Result { NameIndex(register, try cues.get()) }

  static let register: [RegisteredIdentity] =
    [
      "acme": ["Acme"], "borealis": ["Borealis Group", "Borealis"],
      "bank-of-china": ["Bank of China"],
      "lenovo": ["Lenovo", "联想集团"], "xiaomi": ["Xiaomi"], "dji": ["DJI"], "huawei": ["Huawei"],
      "honor": ["Honor"], "it-services": ["IT"], "loreal": ["L'Oréal"], "mcdonalds": ["McDonald's"],
      "siemens": ["Siemens AG"], "cnpc": ["China National Petroleum Corporation (CNPC)"],
    ]
    .sorted { $0.key < $1.key }
    .map { slug, names in RegisteredIdentity(.company(CompanyID(recorded: slug)), names: names) }
    + [
      ("cn-mofcom", ["Ministry of Commerce of China", "MOFCOM"], "CN"),
      ("cn-mfa", ["Ministry of Foreign Affairs of China"], "CN"),
      ("us-commerce", ["US Department of Commerce"], "US"),
    ]
    .map { slug, names, country in
      RegisteredIdentity(
        .body(BodyID(recorded: slug)), names: names, jurisdiction: Market(packing: country))
    }

  /// What a text is drafted as.
  static func read(
    _ text: String, published: String? = nil, market: String? = nil,
    register: [RegisteredIdentity] = register
  ) throws -> ArticleDrafts {
    let cues = try cues.get()
    let index = register == Self.register ? try Self.index.get() : NameIndex(register, cues)
    var source = ArticleSource()
    source.publisher = "The Paper"
    source.url = "https://paper.example/1"
    source.published = try published.map { try FuzzyDate($0) }
    source.market = market.flatMap { Market(packing: $0) }
    return ArticleReader(index, cues).drafts(of: text, from: source)
  }
}

extension DraftedEvent {
  /// A field of the event as text: a list's items with commas.
  subscript(_ path: String) -> String? {
    let value = path.split(separator: ".").reduce(Optional(event)) { value, step in
      switch value {
      case .object(let members)?: members.first { $0.name == step }?.value
      case .array(let items)?:
        items.first.flatMap { item in
          if case .object(let members) = item {
            members.first { $0.name == step }?.value
          } else {
            nil
          }
        }
      default: nil
      }
    }
    return switch value {
    case .string(let text)?: text
    case .array(let items)?:
      items.map { if case .string(let text) = $0 { text } else { "?" } }.joined(separator: ",")
    case .bool(let flag)?: "\(flag)"
    default: nil
    }
  }

  /// What it says in short: `silent_reduction acme RU suspended`.
  var words: String {
    [
      type.rawValue, self["company"] ?? self["body"], self["markets"],
      self["level"] ?? self["act"] ?? self["phase"] ?? self["mode"],
    ]
    .compactMap { $0 }.joined(separator: " ")
  }
}
