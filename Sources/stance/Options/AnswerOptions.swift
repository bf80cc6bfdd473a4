import Answers
import ArgumentParser
import EventLog
import Files
import Reports
import Stances

/// A command that asks one question and writes the answer.
protocol QuestionCommand: ParsableCommand {
  /// The question.
  associatedtype Asked: Question
  /// What is asked, of which log, and how the answer is written.
  var answer: AnswerOptions<Asked> { get }
}

extension QuestionCommand {
  mutating func run() throws { try answer.write() }

  /// The command under the names given, with the question's own summary.
  static func describe(_ names: String..., discussion: String) -> CommandConfiguration {
    CommandConfiguration(
      commandName: names.first, abstract: Asked.summary, discussion: discussion,
      aliases: Array(names.dropFirst()))
  }
}

/// An answer that was written.
struct Written {
  /// The query that it answers.
  let clocks: Clocks
  /// Whether nothing was found.
  let isEmpty: Bool
}

/// What a question is asked with: its own options, the log, and how the answer is written.
struct AnswerOptions<Asked: Question>: ParsableArguments {
  @OptionGroup var question: QuestionOptions<Asked>

  @Flag(help: "The same as --format json.")
  var json = false

  @Flag(help: "Write without colours, as to a pipe.")
  var plain = false

  @OptionGroup var file: FileOptions
  @OptionGroup var log: LogOptions

  func validate() throws {
    if json, let format = question.format, format != .json {
      throw ValidationError("Give either --json or --format \(format.name), not both.")
    }
  }

  /// Answers the question, or what a command makes of it.
  ///
  /// - Parameters:
  ///   - given: what is asked instead of what was given.
  ///   - mail: from whom a message is, and to whom.
  ///   - answered: the reply to a question.
  /// - Returns: what was written, once it is out.
  /// - Throws: what the question throws, or ``OutputError``.
  @discardableResult func write(
    asking given: Given? = nil, mail: MailAddresses = .none,
    _ answered: (Answers.Asked, LogReader) throws -> Reply = { try Asked.reply(to: $0, in: $1) }
  ) throws -> Written {
    let format = json ? Format.json : question.format ?? .text
    let given = try given ?? question.given()
    let rendering = Rendering(
      style: file.output == nil ? Terminal.style(isPlain: plain) : .init(color: false), mail: mail,
      points: PictureRenderer.png)
    let (bytes, written) = try log.read { log -> ([UInt8]?, Written) in
      let first = try Answers.Asked(
        given, as: format, at: log.state, today: SystemClock.today(), now: SystemClock.now())
      let reply = try answered(first, log)
      let bytes = try reply.bytes(as: format, rendering)
      guard let next = try Asked.asked(after: reply, to: first) else {
        return (bytes, Written(clocks: reply.clocks, isEmpty: try reply.isEmpty()))
      }
      try write(bytes, then: next, rendering, in: log)
      return (nil, Written(clocks: reply.clocks, isEmpty: false))
    }
    // What is whole is written when the log is free again, however long that takes.
    if let bytes { try file.write(keeping: log.kept) { try $0(bytes) } }
    return written
  }

  /// Writes the first part of a list, and all others, each when it is found.
  private func write(
    _ first: [UInt8], then next: Answers.Asked, _ rendering: Rendering, in reader: LogReader
  ) throws {
    try file.write(keeping: log.kept) { write in
      try write(first)
      var next: Answers.Asked? = next
      while let asked = next {
        let reply = try Asked.reply(to: asked, in: reader)
        try write(reply.bytes(as: asked.format, rendering))
        next = try Asked.asked(after: reply, to: asked)
      }
    }
  }
}
