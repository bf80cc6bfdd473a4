import Errors
package import EventLog
package import Files
package import Intake
import JSON
import Stances

/// Files that are kept in one append: all are on the disk before the log names one of them.
package final class CaptureBatch {
  /// What is said of the files, though they are kept.
  package private(set) var remarks: [String] = []
  /// The captures' fields, in the order of the files.
  package let flags: [FlagFields]
  /// The digests of the files, in their order.
  package let digests: [String]
  /// The addresses of each file, as they are recorded.
  package let urls: [[String]]

  private let store: CaptureStore
  private let staged: [StagedCapture]
  private let lock: OpenFile?

  /// Reads the files and copies each beside the log, still without its name.
  ///
  /// - Parameters:
  ///   - requests: the files.
  ///   - store: where they are to be kept.
  ///   - limit: how many bytes each may have.
  ///   - isDryRun: whether nothing is kept.
  /// - Throws: ``CaptureError``, ``GivenFileError``, ``FileError``, ``OutputError``; nothing is kept
  ///   then.
  package init(
    _ requests: [CaptureRequest], into store: CaptureStore,
    limit: Int64 = CaptureStore.standardLimit, isDryRun: Bool
  ) throws {
    var whole: [CaptureRequest] = []
    var faults: [any StanceError] = []
    for request in requests {
      do {
        let (filled, said) = try request.filled(from: Self.head(of: request.file))
        try filled.check()
        whole.append(filled)
        remarks += said
      } catch let error as any StanceError {
        faults.append(error)
      }
    }
    if let fault = CaptureError.gathered(faults, in: requests) { throw fault }
    var staged: [StagedCapture] = []
    var found: [(sha256: String, bytes: Int64)] = []
    for (number, request) in whole.enumerated() {
      let file = try GivenFile(request.file)
      guard !isDryRun else {
        guard file.size <= limit else {
          throw CaptureError.tooLong(path: file.path, bytes: file.size, limit: limit)
        }
        found.append((try CaptureStore.digest(of: file), file.size))
        continue
      }
      staged.append(try store.stage(file, number: number, limit: limit))
      found.append((staged[number].sha256, staged[number].bytes))
    }
    self.store = store
    self.staged = staged
    digests = found.map(\.sha256)
    urls = whole.map(\.urls)
    flags = try zip(whole, found).map { request, file in
      try FlagFields(request.words(sha256: file.sha256, bytes: file.bytes), type: .capture)
    }
    // Until the events are recorded, no one drops what is found to be kept already.
    lock = staged.isEmpty ? nil : try store.lock()
  }

  /// Gives the files their names, inside the append that records them and before it is made.
  package func name() throws(OutputError) {
    for file in staged where try !store.name(file) {
      remarks.append("a file of these bytes is kept already: \(file.sha256)")
    }
  }

  /// The same as a look at the append, before another one.
  ///
  /// - Parameter inspect: the other look at it.
  /// - Returns: both.
  package func naming(before inspect: EventLog.Inspection?) -> EventLog.Inspection {
    { log, receipt in
      try self.name()
      try inspect?(log, receipt)
    }
  }

  /// What a file says of itself.
  static func head(of path: String) throws -> CaptureHead {
    let file: GivenFile
    do {
      file = try GivenFile(path)
    } catch let error as FileError where error.cause == .notFound {
      throw CaptureError.notThere(path: path)
    } catch let error as FileError where error.cause == .noPermission {
      throw CaptureError.notPermitted(path: path)
    }
    return CaptureHead(file.head(CaptureHead.limit), named: path) {
      // Without gzip the archive is kept all the same, and the user says of what it is.
      guard
        let unpacking = try? ChildProcess(
          ["gzip", "-dc"], input: path, output: .pipe, messages: ChildProcess.nothing),
        let output = unpacking.output
      else { return [] }
      var bytes: [UInt8] = []
      while bytes.count < CaptureHead.limit,
        let block = try? output.read(upTo: 1 << 16), !block.isEmpty
      {
        bytes += block
      }
      unpacking.end()
      _ = unpacking.status()
      return bytes
    }
  }
}

extension CaptureRequest {
  /// Refuses what the log would refuse, before a file is copied.
  fileprivate func check() throws {
    var members: [(name: String, value: JSONValue)] = [
      ("id", "x"), ("type", .string(EventType.capture.rawValue)), ("v", 1),
      ("urls", .array(urls.map(JSONValue.string))),
      ("sha256", .string(String(repeating: "0", count: 64))), ("bytes", 1),
    ]
    for (name, value) in [
      ("media", media), ("captured", captured), ("with", with), ("title", title), ("note", note),
    ] {
      if let value { members.append((name, .string(value))) }
    }
    do throws(EventError) {
      _ = try Self.event(members)
    } catch {
      let field = error.path.hasPrefix("urls") ? "url" : error.path
      throw CaptureError.refused(place: place, sentence: "\(field): \(error.reason)")
    }
  }

  private static func event(
    _ members: [(name: String, value: JSONValue)]
  ) throws(EventError) -> ProposedEvent {
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: JSONValue.object(members).compactBytes())
    } catch {
      throw EventError(position: error.position, path: "", reason: .json(error.reason))
    }
    return try ProposedEvent(document)
  }
}

extension CaptureError {
  /// The one error of some files, or all that was said of them; nil if nothing was.
  fileprivate static func gathered(
    _ faults: [any StanceError], in requests: [CaptureRequest]
  ) -> (any StanceError)? {
    guard faults.count != 1 || requests.count != 1 else { return faults[0] }
    guard !faults.isEmpty else { return nil }
    return CaptureError.several(faults.map { "\($0)" })
  }
}
