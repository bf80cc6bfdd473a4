/// The market table, read once for look-ups by code and by name.
struct MarketDirectory: Sendable {
  static let shared = MarketDirectory()

  /// Every market's English name.
  let names: [Market: String]
  /// Markets by alpha-3 code, English name and common other name, all in lower case.
  let aliases: [String: Market]

  private init() {
    var names: [Market: String] = [:]
    var aliases: [String: Market] = [:]
    for table in [MarketTable.assigned, MarketTable.additional] {
      for line in table.split(separator: "\n") {
        let columns = line.split(separator: " ", maxSplits: 2)
        guard columns.count == 3, let market = Market(packing: columns[0]) else { continue }
        names[market] = String(columns[2])
        aliases[columns[1].lowercased()] = market
        aliases[columns[2].lowercased()] = market
      }
    }
    for (name, code) in MarketTable.otherNames {
      aliases[name] = Market(packing: code)
    }
    aliases["-"] = nil
    self.names = names
    self.aliases = aliases
  }

  /// The markets that a text which is no code may mean, likeliest first.
  func suggestions(for text: String) -> [Market] {
    if let market = Market(packing: text.uppercased()), names[market] != nil { return [market] }
    let name = text.lowercased()
    if let market = aliases[name] { return [market] }
    let near = nearestNames(to: name, among: aliases.keys.filter { $0.count > 3 })
    return near.compactMap { aliases[$0] }.reduce(into: []) { markets, market in
      if !markets.contains(market) { markets.append(market) }
    }
  }
}
