/// Reads a policy file line by line; each line may refer to those before it.
struct TrustPolicyReader {
  private(set) var logs: [TrustPolicy.Log] = []
  private(set) var witnesses: [TrustPolicy.Witness] = []
  private(set) var quorum: Quorum?
  /// What the names of witnesses and groups mean.
  ///
  /// Keyed by bytes, as the format compares them; `String` would take two spellings for one.
  private var members: [[UInt8]: Quorum] = [:]
  /// The names that are members of a group already.
  private var used: Set<[UInt8]> = []

  typealias Reason = TrustPolicyError.Reason

  mutating func read(_ line: ArraySlice<UInt8>) throws(Reason) {
    guard line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == UInt8(ascii: "\t") }) else {
      throw .controlCharacter
    }
    let words = line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.map(Array.init)
    guard let keyword = words.first, keyword.first != UInt8(ascii: "#") else { return }
    let rest = Array(words.dropFirst())
    switch String(decoding: keyword, as: UTF8.self) {
    case "log": try readLog(rest)
    case "witness": try readWitness(rest)
    case "group": try readGroup(rest)
    case "quorum": try readQuorum(rest)
    case let other: throw .unknownKeyword(other)
    }
  }

  private mutating func readLog(_ words: [[UInt8]]) throws(Reason) {
    guard 1...2 ~= words.count else { throw .wrongForm("log VKEY [URL]") }
    let key = try key(words[0])
    guard key.type == .ed25519 else { throw .policy(.notALogKey(key.name)) }
    guard !logs.contains(where: { $0.key.publicKey == key.publicKey }) else {
      throw .repeatedLog(key.name)
    }
    logs.append(TrustPolicy.Log(key: key, url: words.dropFirst().first.map(Self.text)))
  }

  private mutating func readWitness(_ words: [[UInt8]]) throws(Reason) {
    guard 2...3 ~= words.count else { throw .wrongForm("witness NAME VKEY [URL]") }
    let key = try key(words[1])
    guard key.type == .cosignature else { throw .policy(.notAWitnessKey(key.name)) }
    guard !witnesses.contains(where: { $0.key.publicKey == key.publicKey }) else {
      throw .policy(.repeatedWitness(key.name))
    }
    try define(words[0], as: .witness(key))
    witnesses.append(
      TrustPolicy.Witness(
        name: Self.text(words[0]), key: key, url: words.dropFirst(2).first.map(Self.text)))
  }

  private mutating func readGroup(_ words: [[UInt8]]) throws(Reason) {
    guard words.count >= 3 else { throw .wrongForm("group NAME all|any|NUMBER MEMBER…") }
    let names = words[2...]
    let threshold: Int
    switch Self.text(words[1]) {
    case "all": threshold = names.count
    case "any": threshold = 1
    case let text:
      guard let number = DecimalNumber.decode(words[1]).flatMap({ Int(exactly: $0) }),
        1...names.count ~= number
      else { throw .badThreshold(text, members: names.count) }
      threshold = number
    }
    var group: [Quorum] = []
    for name in names {
      let member = try member(name)
      guard used.insert(name).inserted else { throw .repeatedMember(Self.text(name)) }
      group.append(member)
    }
    try define(words[0], as: .atLeast(threshold, of: group))
  }

  private mutating func readQuorum(_ words: [[UInt8]]) throws(Reason) {
    guard words.count == 1 else { throw .wrongForm("quorum NAME|none") }
    guard quorum == nil else { throw .secondQuorum }
    quorum = words[0] == Self.nobody ? Quorum.none : try member(words[0])
  }

  private mutating func define(_ name: [UInt8], as member: Quorum) throws(Reason) {
    guard name != Self.nobody, members[name] == nil else { throw .takenName(Self.text(name)) }
    guard members.count < Self.greatestNameCount else { throw .tooManyNames }
    members[name] = member
  }

  private func member(_ name: [UInt8]) throws(Reason) -> Quorum {
    guard let member = members[name] else { throw .unknownName(Self.text(name)) }
    return member
  }

  private func key(_ word: [UInt8]) throws(Reason) -> VerifierKey {
    do throws(KeyError) {
      return try VerifierKey(Self.text(word))
    } catch {
      throw .key(error)
    }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The most witnesses and groups; groups of groups are gone through by recursion.
  static let greatestNameCount = 1_000

  /// The name that means no witness.
  private static let nobody = Array("none".utf8)
}
