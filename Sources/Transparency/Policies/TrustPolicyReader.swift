package import Errors

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

  /// Whether a character shows itself and leaves the order of others alone; a tab counts as one.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\t" { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return false
    default: return true
    }
  }

  mutating func read(_ line: ArraySlice<UInt8>) throws(Reason) {
    guard String(decoding: line, as: UTF8.self).unicodeScalars.allSatisfy(Self.isPlain) else {
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
    guard !witnesses.contains(where: { $0.key.publicKey == key.publicKey }) else {
      throw .policy(.ownKeyAsWitness(key.name))
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
    guard !logs.contains(where: { $0.key.publicKey == key.publicKey }) else {
      throw .policy(.ownKeyAsWitness(key.name))
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
    quorum = words[0] == Self.noWitness ? Quorum.none : try member(words[0])
  }

  private mutating func define(_ name: [UInt8], as member: Quorum) throws(Reason) {
    guard name != Self.noWitness, members[name] == nil else { throw .takenName(Self.text(name)) }
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

  /// The most witnesses and groups; groups of groups are resolved by recursion.
  static let greatestNameCount = 1_000

  /// The name that means no witness.
  private static let noWitness = Array("none".utf8)
}

/// Why a file is not a policy, and the place.
package struct TrustPolicyError: StanceError, Hashable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// What is wrong with it.
  package let reason: Reason

  /// What is wrong with a line.
  package enum Reason: StanceError, Hashable, Sendable {
    /// A control character other than a tab, or one that changes how others are shown.
    case controlCharacter
    /// The last line has no newline.
    case unfinishedLine
    /// A line that begins with none of the four words.
    case unknownKeyword(String)
    /// Too few or too many words.
    case wrongForm(String)
    /// A text that is not a key, or a key that must not be used.
    case key(KeyError)
    /// A key of the wrong kind, or one that was given before.
    case policy(PolicyError)
    /// A log's key that was given before.
    case repeatedLog(KeyName)
    /// A name that is defined already.
    case takenName(String)
    /// A name that no earlier line defines.
    case unknownName(String)
    /// A name that is a member of a group already.
    case repeatedMember(String)
    /// A threshold that is not a number from 1 to the number of members.
    case badThreshold(String, members: Int)
    /// More witnesses and groups than are looked at.
    case tooManyNames
    /// The quorum is defined twice.
    case secondQuorum
    /// No line says which witnesses are enough.
    case noQuorum

    package var kind: ErrorKind { .badData }
  }

  package var kind: ErrorKind { reason.kind }
}

extension TrustPolicyError: CustomStringConvertible {
  package var description: String { "line \(line): \(reason)" }
}

extension TrustPolicyError.Reason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .controlCharacter: "a control character; a policy is plain text with line feeds only"
    case .unfinishedLine: "the last line is cut off; take the whole file"
    case .unknownKeyword(let word):
      "'\(word)' does not begin a line of a policy; write log, witness, group or quorum"
    case .wrongForm(let form): "the line must be of the form '\(form)'"
    case .key(let refusal): "\(refusal)"
    case .policy(let refusal): "\(refusal)"
    case .repeatedLog(let name): "the log key of \(name) is given twice; give each key once"
    case .takenName(let name): "'\(name)' already names something else; choose another name"
    case .unknownName(let name):
      "no line above defines '\(name)'; define the witness or group first"
    case .repeatedMember(let name):
      "'\(name)' is a member already; each may be a member once, so that it counts once"
    case .badThreshold(let text, let members):
      "'\(text)' of \(members) members cannot be; write all, any or a number from 1 to \(members)"
    case .tooManyNames:
      "a policy may define at most \(TrustPolicyReader.greatestNameCount) witnesses and groups"
    case .secondQuorum: "the quorum is defined already; remove one of the lines"
    case .noQuorum: "no line defines the quorum; end the policy with 'quorum NAME' or 'quorum none'"
    }
  }
}
