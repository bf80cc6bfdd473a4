package import Errors

/// Why a file is not a policy, and where.
package struct TrustPolicyError: StanceError, Hashable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// What is wrong with it.
  package let reason: Reason

  /// What is wrong with a line.
  package enum Reason: StanceError, Hashable, Sendable {
    /// A control character other than a tab.
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
    /// A name that no line above defines.
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
    case .secondQuorum: "the quorum is defined already; leave one of the lines out"
    case .noQuorum: "no line defines the quorum; end the policy with 'quorum NAME' or 'quorum none'"
    }
  }
}
