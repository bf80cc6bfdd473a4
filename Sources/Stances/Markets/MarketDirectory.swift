/// The market table, read once for look-ups by code and by name.
struct MarketDirectory: Sendable {
  static let shared = MarketDirectory()

  /// Every market's English name.
  let names: [Market: String]
  /// Markets by alpha-3 code, English name and other names, all folded.
  private let aliases: [String: Market]
  /// Those of them that have no words that most states share: "russia", not "russian federation".
  private let cores: [String: Market]
  /// The markets whose short name has such words: "dominican republic", "united states".
  private let wholeNames: [String: Market]

  private init() {
    var names: [Market: String] = [:]
    var aliases: [String: Market] = [:]
    for table in [MarketTable.assigned, MarketTable.regions, MarketTable.additional] {
      for line in table.split(separator: "\n") {
        let columns = line.split(separator: " ", maxSplits: 2)
        guard columns.count == 3, let market = Market(packing: columns[0]) else { continue }
        names[market] = String(columns[2])
        if columns[1] != "-" { aliases[folded(columns[1])] = market }
        aliases[folded(columns[2])] = market
      }
    }
    for line in MarketNames.others.split(separator: "\n") {
      let columns = line.split(separator: " ", maxSplits: 1)
      guard columns.count == 2 else { continue }
      aliases[folded(columns[1])] = Market(packing: columns[0])
    }
    self.names = names
    self.aliases = aliases
    cores = aliases.filter { Self.core($0.key) == $0.key }
    wholeNames = names.reduce(into: [:]) { whole, name in
      let text = folded(name.value)
      if Self.core(text) != text { whole[text] = name.key }
    }
  }

  /// The markets that a text which is no code may mean, likeliest first.
  ///
  /// Words such as "Republic of" never make two names alike: they are left out before names are
  /// compared by letters.
  func suggestions(for text: String) -> [Market] {
    if let market = Market(packing: text.uppercased()), names[market] != nil { return [market] }
    let name = folded(text)
    if let market = aliases[name] { return [market] }
    let core = Self.core(name)
    guard !core.isEmpty else { return [] }
    if let market = cores[core] { return [market] }
    let near = nearestNames(to: core, among: cores.keys.filter { $0.count > 3 })
    let whole = nearestNames(to: name, among: wholeNames.keys)
    let found = near.compactMap { cores[$0] } + whole.compactMap { wholeNames[$0] }
    return found.reduce(into: []) { markets, market in
      if !markets.contains(market) { markets.append(market) }
    }
  }

  /// A folded name without what is in brackets, and without the words that most states share.
  private static func core(_ name: String) -> String {
    var depth = 0
    let open = name.filter { character in
      if character == "(" { depth += 1 }
      defer { if character == ")" { depth = max(0, depth - 1) } }
      return depth == 0
    }
    return open.split { !$0.isLetter && !$0.isNumber && $0 != "'" }
      .filter { !boilerplate.contains(String($0)) }
      .joined(separator: " ")
  }

  private static let boilerplate: Set<String> = [
    "arab", "bolivarian", "commonwealth", "cooperative", "democratic", "duchy", "emirate",
    "federal", "federated", "federation", "grand", "hashemite", "independent", "islamic",
    "kingdom", "oblast", "of", "people's", "peoples", "plurinational", "principality", "province",
    "region", "republic", "rf", "socialist", "state", "sultanate", "territory", "the", "union",
    "united",
  ]
}
