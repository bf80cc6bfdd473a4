import EventLog
import Stances

/// A finding with whose it is: folded, or as the spells beside the log have it, and then decoded only
/// where more is asked than how it reads.
struct FoundPosture {
  let subject: MoveSubject
  let reading: Reading
  /// Whether something contradicts it.
  let isContested: Bool
  /// The group that it stands for; nil if for its company alone.
  var group: FoundGroup?
  private let source: Source

  /// Where it is from.
  private enum Source {
    case folded(PostureFinding)
    case kept(KeptFinding)
  }

  init(subject: MoveSubject, finding: PostureFinding) {
    self.subject = subject
    reading = finding.reading
    isContested = !finding.contested.isEmpty
    source = .folded(finding)
  }

  init(subject: MoveSubject, glance: FindingGlance, _ kept: KeptFinding) {
    self.subject = subject
    (reading, isContested) = (glance.reading, glance.isContested)
    source = .kept(kept)
  }

  /// Who it is counted as: the head of the group that it stands for, or its company.
  var unit: CompanyKey { group?.head ?? subject.company }

  /// The whole finding.
  var finding: PostureFinding {
    get throws {
      switch source {
      case .folded(let finding): finding
      case .kept(let kept): try kept.finding()
      }
    }
  }

  /// Of which folding what is shown of its events is kept; nil if it is not.
  var foldingOfDetails: Folding? {
    switch source {
    case .folded: nil
    case .kept(let kept): kept.isLate ? kept.folding : nil
    }
  }
}

/// A finding as a spell has it.
struct KeptFinding {
  /// Its bytes, as on the first day of the spell.
  let bytes: [UInt8]
  let first: Day
  /// The day of the query.
  let day: Day
  let folding: Folding
  /// Whether the spell is a late one, of which details are kept.
  let isLate: Bool

  fileprivate func finding() throws -> PostureFinding {
    guard let finding = bytes.withUnsafeBytes(PostureFinding.init(encoded:)) else {
      throw SpellStore.SpellError.damaged
    }
    return finding.grown(from: first, to: day)
  }
}
