import Errors
import Files
import Intake
import JSON
import Stances

/// The proposals beside a log: those that wait to be looked at, and what became of the others.
///
/// Each is a file of JSON in `LOG.inbox/waiting`, `accepted` or `rejected`, so that search, an editor
/// and version control work on them. They are not in the log: what is turned down may be wrong or
/// private, and the log never forgets.
package struct Inbox: Sendable {
  /// The folder that holds them.
  package let folder: String

  /// The inbox of the log at a path, whichever of its names that is.
  package init(besideLogAt path: String) {
    folder = companionPath(of: path, ".inbox")
  }

  /// Where a proposal is kept: what became of it.
  package enum State: String, CaseIterable, Sendable {
    case waiting, accepted
    /// Rejected or withdrawn.
    case rejected
  }

  /// A file of the inbox.
  package enum Entry: Sendable {
    case proposal(Proposal)
    /// It cannot be read, and why.
    case damaged(ProposalFileError)
  }

  /// The proposals of a state, oldest first.
  ///
  /// - Throws: ``FileError`` if the folder cannot be read; a file that is no proposal is an entry.
  package func entries(_ state: State) throws -> [Entry] {
    try ids(state).compactMap { id in
      do {
        return .proposal(try read(id, state))
      } catch let error as ProposalFileError {
        return .damaged(error)
      } catch InputError.notFound {
        // Someone decided on it meanwhile.
        return nil
      } catch let error as InputError {
        return .damaged(ProposalFileError(unreadable: path(of: id, state), "\(error)"))
      }
    }
  }

  /// The proposals of a state that can be read, oldest first, and what is wrong with the other files.
  ///
  /// - Throws: as ``entries(_:)``.
  package func proposals(
    _ state: State
  ) throws -> (proposals: [Proposal], damaged: [ProposalFileError]) {
    var (proposals, damaged): ([Proposal], [ProposalFileError]) = ([], [])
    for entry in try entries(state) {
      switch entry {
      case .proposal(let proposal): proposals.append(proposal)
      case .damaged(let error): damaged.append(error)
      }
    }
    return (proposals, damaged)
  }

  /// The proposal of a name, or of the beginning or the end of one.
  ///
  /// - Throws: ``InboxError`` if there is none, or several; ``ProposalFileError``, ``InputError``.
  package func proposal(named name: String) throws -> Proposal {
    let id = try self.id(named: name)
    // What was decided on may still be among those that wait, if the program was killed.
    for state in [State.accepted, .rejected, .waiting] {
      do {
        return try read(id, state)
      } catch InputError.notFound {
        continue
      }
    }
    throw InboxError.noSuchProposal(name)
  }

  /// Keeps a new proposal; it is on the disk when this returns.
  ///
  /// - Throws: ``OutputError``.
  func add(_ proposal: Proposal) throws {
    try makeFolder(folder, isPrivate: true)
    try write(proposal, .waiting)
  }

  // MARK: Deciding

  /// Lets `body` decide on a proposal that waits, while no other program decides on any.
  func decide<Result>(on name: String, _ body: (Proposal) throws -> Result) throws -> Result {
    let id = try self.id(named: name)
    let lock = try OpenFile(locking: "\(folder)/lock")
    defer { withExtendedLifetime(lock) {} }
    let proposal = try proposal(named: id.text)
    if let decision = proposal.decision {
      try remove(id, from: .waiting)
      throw InboxError.decided(id, decision.outcome, by: decision.by, at: decision.at)
    }
    return try body(proposal)
  }

  /// Keeps what a reviewer made of a proposal that waits.
  func replace(_ proposal: Proposal) throws { try write(proposal, .waiting) }

  /// Puts a proposal that was decided on where it belongs; if the program is killed meanwhile, it is
  /// there, or still waits.
  func putAway(_ proposal: Proposal) throws {
    try write(proposal, proposal.decision?.outcome == .accepted ? .accepted : .rejected)
    try remove(proposal.id, from: .waiting)
  }

  // MARK: Files

  private func ids(_ state: State) throws -> [ProposalID] {
    let names = try fileNames(in: "\(folder)/\(state.rawValue)")
    let ids = names.compactMap { name in
      name.hasSuffix(Self.ending) ? ProposalID(name.dropLast(Self.ending.count)) : nil
    }
    guard state == .waiting else { return ids.sorted() }
    let decided = try Set(self.ids(.accepted) + self.ids(.rejected))
    return ids.filter { !decided.contains($0) }.sorted()
  }

  private func id(named name: String) throws -> ProposalID {
    let text = name.lowercased()
    let all = try Set(State.allCases.flatMap(ids))
    if let id = ProposalID(text), all.contains(id) { return id }
    guard text.utf8.count >= 4 else { throw InboxError.noSuchProposal(name) }
    let meant = all.filter { $0.text.hasPrefix(text) || $0.text.hasSuffix(text) }.sorted()
    guard meant.count < 2 else { throw InboxError.ambiguous(name, Array(meant.prefix(5))) }
    guard let id = meant.first else { throw InboxError.noSuchProposal(name) }
    return id
  }

  private func read(_ id: ProposalID, _ state: State) throws -> Proposal {
    let path = path(of: id, state)
    let proposal = try Proposal(
      InputFile.contents(ofFile: path, limit: Proposal.fileLimits.maximumBytes), from: path)
    guard proposal.id == id else { throw ProposalFileError(misnamed: path) }
    return proposal
  }

  private func write(_ proposal: Proposal, _ state: State) throws {
    let path = path(of: proposal.id, state)
    try makeFolder(directory(of: path), isPrivate: true)
    try OutputFile.write(proposal.json.prettyBytes() + Array("\n".utf8), to: path)
    try synchronizeFolder(directory(of: path))
  }

  private func remove(_ id: ProposalID, from state: State) throws {
    guard removeFile(path(of: id, state)) else { return }
    try synchronizeFolder("\(folder)/\(state.rawValue)")
  }

  private func path(of id: ProposalID, _ state: State) -> String {
    "\(folder)/\(state.rawValue)/\(id.text)\(Self.ending)"
  }

  private static let ending = ".json"
}

extension ProposalFileError {
  /// What has the name of a proposal and cannot be read.
  fileprivate init(unreadable path: String, _ reason: String) {
    self.init(path: path, at: .init(line: 1, column: 1), says: reason)
  }

  /// A file under the name of another proposal.
  fileprivate init(misnamed path: String) {
    self.init(path: path, at: .init(line: 1, column: 1), says: "its 'id' is not the file's name")
  }
}
