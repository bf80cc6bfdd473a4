import Errors
import Files
import Glibc
import Intake

/// The user's own editor.
enum Editor {
  /// Lets the user change a text, again and again until it is taken or the user gives up.
  ///
  /// What was written is never lost: if it is not taken, it stays in a file, and the refusal says
  /// where.
  ///
  /// - Parameters:
  ///   - text: what to begin with.
  ///   - name: the name of the file that the editor shows.
  ///   - kept: a file to begin with instead, which was kept before.
  ///   - again: the command that goes on with a file that is kept, up to its path.
  ///   - take: given what was written; throws if it cannot be taken.
  /// - Throws: ``EditorError``, what `take` throws, or ``OutputError``.
  static func edit(
    _ text: String, named name: String, goingOnWith kept: String? = nil, by again: String,
    _ take: (_ text: String) throws -> Void
  ) throws {
    let folder = try TemporaryFolder()
    let begin = try kept.map { try InputFile.contents(ofFile: $0) } ?? Array(text.utf8)
    let path = try folder.write(begin, to: name)
    /// Leaves what was written where it is, and says so.
    func keepWritten() {
      guard let written = try? InputFile.contents(ofFile: path), written != Array(text.utf8) else {
        return
      }
      folder.keep()
      StandardStreams.say(
        "stance: what you wrote is kept; go on with it by '\(again) \(printable(path))'")
    }
    while true {
      do {
        try open(path)
        let written = try InputFile.contents(ofFile: path)
        guard written != Array(text.utf8) else { throw EditorError.unchanged }
        guard let text = String(validating: written, as: UTF8.self) else {
          throw EditorError.notUTF8
        }
        try take(text)
        return
      } catch let error as EditorError where error != .notUTF8 {
        keepWritten()
        throw error
      } catch let error as any StanceError where error.kind != .interrupted {
        StandardStreams.say("stance: \(error)")
        if Dialogue.isPossible, (try? Dialogue.confirms("Edit again?")) == true { continue }
        keepWritten()
        throw EditorError.refused(error.kind)
      }
    }
  }

  /// Runs the editor on a file, and waits until it ends.
  private static func open(_ path: String) throws {
    let editor = environment("VISUAL") ?? environment("EDITOR") ?? "vi"
    // As git does it: the variable may hold options too.
    let process = try ChildProcess(
      ["/bin/sh", "-c", "\(editor) \"$@\"", editor, path], input: nil, output: .inherited,
      messages: nil)
    // Ctrl-C is the editor's meanwhile.
    let former = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, former) }
    let status = process.status()
    guard status == 0 else { throw EditorError.failed(editor: editor, status: status) }
  }
}

/// Why a text that a user edits leads to nothing.
enum EditorError: StanceError, Hashable, CustomStringConvertible {
  /// It was left as it was.
  case unchanged
  /// What was written is in another encoding.
  case notUTF8
  /// The editor did not end well, or there is none.
  case failed(editor: String, status: Int32)
  /// It was not taken, for a reason that was said.
  case refused(ErrorKind)

  var kind: ErrorKind {
    switch self {
    case .unchanged: .interrupted
    case .notUTF8: .badData
    case .failed: .notFound
    case .refused(let kind): kind
    }
  }

  var description: String {
    switch self {
    case .unchanged: "nothing was changed in the editor; nothing was recorded"
    case .notUTF8: "the text is not UTF-8; save it in that encoding"
    case .failed(let editor, let status):
      "the editor '\(printable(editor))' ended with \(status), and nothing was recorded; set "
        + "VISUAL or EDITOR to another"
    case .refused: "nothing was recorded"
    }
  }
}
