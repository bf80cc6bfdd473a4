import ArgumentParser
import EventLog
import Glibc
import Intake
import Projections
import Stances
import Transparency
import Web

/// The one place that turns any error into words and an exit status.
struct Failure {
  /// What is said on standard error; nil where all is said.
  let words: String?
  let status: Int32

  init(_ error: any Error) {
    if case OutputRefusal.readerGone = error {
      self.init(words: nil, status: ExitStatus.readerGone.rawValue)
    } else if let status = Self.status(of: error) {
      self.init(words: "stance: \(error)", status: status.rawValue)
    } else if let code = error as? ExitCode {
      self.init(words: nil, status: code.rawValue)
    } else {
      self.init(parsing: error)
    }
  }

  private init(words: String?, status: Int32) {
    // An error may repeat what a stranger's file or a flag says.
    self.words = words.map {
      $0.split(separator: "\n", omittingEmptySubsequences: false).map { printable($0) }
        .joined(separator: "\n")
    }
    self.status = status
  }

  /// What ArgumentParser ends a run with: a question for help, or flags that cannot be used.
  private init(parsing error: any Error) {
    let message = Stance.fullMessage(for: error)
    let prefix = "Error: "
    let status = Stance.exitCode(for: error).rawValue
    if status == 0 {
      // Help and version are results.
      print(message)
      self.init(words: nil, status: 0)
    } else if message.hasPrefix(prefix) {
      self.init(words: "stance: \(message.dropFirst(prefix.count))", status: status)
    } else {
      self.init(
        words: "stance: \(error); this is a bug of the program", status: ExitStatus.bug.rawValue)
    }
  }

  /// Says it and ends the program.
  func end() -> Never {
    if let words { StandardStreams.say(words) }
    exit(status)
  }

  /// The status of the errors that this program's own parts throw; nil for all others.
  private static func status(of error: any Error) -> ExitStatus? {
    switch error {
    case let error as EventLogError: error.exitStatus
    case let error as InputRefusal: error.exitStatus
    case let error as OutputRefusal: error.exitStatus
    case let error as QueryRefusal: error.exitStatus
    case is IntakeRefusal, is AppendRefusal, is BrokenCondition, is TileRefusal: .badData
    case let error as KeyFileRefusal: error.exitStatus
    case let error as ProvingRefusal: error.exitStatus
    case let error as TokenRefusal: error.exitStatus
    case is ServingRefusal: .cannotCreate
    case is HistoryRefusal, is ProofRefusal, is KeyRotationRefusal: .finding
    case let error as OpenSSLRefusal: error.exitStatus
    case is AnchorRefusal, is StampRefusal: .badData
    case is LogKeyRefusal, is KeyChainRefusal: .badData
    case is FlagRefusal, is KeyRefusal, is PolicyRefusal, is WitnessAddressRefusal: .usage
    case let error as CosigningFailure: exitStatus(of: error)
    case let error as WitnessExchangeRefusal: error.exitStatus
    case let error as WitnessUnreached: error.exitStatus
    case is Interruption: .interrupted
    case is ProjectionError: .badData
    case is UpcastingGap: .bug
    default: nil
    }
  }
}

extension Failure {
  /// The status of several witnesses' failures: another history comes first.
  private static func exitStatus(of failure: CosigningFailure) -> ExitStatus {
    let statuses = failure.witnesses.map { status(of: $0.error) ?? .bug }
    return statuses.contains(.finding) ? .finding : statuses.first ?? .finding
  }
}

extension WitnessExchangeRefusal {
  fileprivate var exitStatus: ExitStatus {
    switch self {
    case .ahead, .otherRoot, .refused(.inconsistent): .finding
    case .refused(.untrustedSignature): .noPermission
    case .refused(.unknownOrigin): .noInput
    case .malformed(.unknownStatus(let status)) where status == 429 || status >= 500: .busy
    case .unsteady: .busy
    case .refused(.badRequest), .malformed, .notByWitness, .wrongSignature: .badData
    }
  }
}

extension WitnessUnreached {
  fileprivate var exitStatus: ExitStatus {
    switch cause {
    case .timedOut, .tooLong, .failed: .busy
    case .untrusted, .otherHost: .badData
    case .noAuthorities: .noInput
    }
  }
}

extension EventLogError {
  fileprivate var exitStatus: ExitStatus {
    switch self {
    case .notFound: .noInput
    case .alreadyThere, .cannotCreate: .cannotCreate
    case .notALog, .newerFormat, .damaged, .strangeJournal: .badData
    case .recorderTooLong: .usage
    case .openedForReading: .bug
    case .busy: .busy
    case .noPermission: .noPermission
    case .diskFull, .inputOutput: .inputOutput
    }
  }
}

extension InputRefusal {
  fileprivate var exitStatus: ExitStatus {
    switch self {
    case .notFound, .isFolder: .noInput
    case .notPermitted: .noPermission
    case .unreadable: .inputOutput
    }
  }
}

extension KeyFileRefusal {
  fileprivate var exitStatus: ExitStatus {
    switch self {
    case .notFound: .noInput
    case .alreadyThere, .cannotCreate: .cannotCreate
    case .openToOthers: .noPermission
    case .unreadable: .inputOutput
    case .malformed: .badData
    }
  }
}

extension TokenRefusal {
  fileprivate var exitStatus: ExitStatus {
    switch self {
    case .openToOthers: .noPermission
    case .cannotCreate: .cannotCreate
    }
  }
}

extension ProvingRefusal {
  fileprivate var exitStatus: ExitStatus {
    switch self {
    case .noKey, .nothingAsked: .usage
    case .neverSigned, .notSignedYet, .notWitnessedYet, .handoverNotWitnessed, .neverStamped,
      .notStampedYet:
      .noInput
    case .badCheckpoint, .badProof, .badStamp, .badPolicy, .unlistedLog, .noWitnessToAsk: .badData
    }
  }
}

extension OpenSSLRefusal {
  fileprivate var exitStatus: ExitStatus {
    switch self {
    case .notThere, .noCertificates: .noInput
    case .signatureDoesNotHold: .finding
    }
  }
}

extension OutputRefusal {
  fileprivate var exitStatus: ExitStatus {
    switch self {
    case .cannotCreate, .isFolder, .isDatabase: .cannotCreate
    case .writeFailed: .inputOutput
    case .readerGone: .readerGone
    }
  }
}

extension QueryRefusal {
  fileprivate var exitStatus: ExitStatus {
    switch self {
    case .unknownCompany, .unknownBody, .unknownMeasure, .unknownEvent, .nothingRecorded,
      .notRegisteredThen:
      .noInput
    case .ambiguousCompany, .beyondHead, .stillToCome, .beforeStart, .tooManySteps: .usage
    }
  }
}
