import ArgumentParser
import Files
import MCP

/// `stance mcp`: the log for an assistant, over the Model Context Protocol.
struct AssistantServer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Let an assistant ask the log, over the Model Context Protocol (stdio).",
    discussion: """
      EXAMPLES
        stance mcp --log /srv/case.sqlite
                                     what an assistant's settings start
        claude mcp add stance -- stance mcp --log /srv/case.sqlite
                                     have Claude Code start it

      An assistant starts it, sends a message a line on standard input, and reads
      the answers on standard output. Its tools read: changes, event, explain,
      posture, search, timeline, types. Nothing is recorded. What it reads goes
      to the operator of the assistant.

      Remarks go to standard error. It ends with its input.
      Versions of the protocol: 2026-07-28, and 2025-11-25 and older.
      """)

  @OptionGroup var log: LogOptions

  func run() throws {
    let input = OpenFile.standardInput
    if Dialogue.isPossible {
      StandardStreams.say(
        "stance: waiting for an assistant's messages on standard input; end with Ctrl-D")
    }
    var server = MCPServer(
      version: Version.number,
      tools: ReadingTools(path: log.path, now: SystemClock.now, today: SystemClock.today).all
    ) {
      StandardStreams.say("stance: \($0)")
    }
    var isOpen = true
    func read() throws -> [UInt8] {
      let bytes = try input.read(upTo: 1 << 16)
      isOpen = !bytes.isEmpty
      return bytes
    }
    while isOpen {
      server.take(try read())
      while server.isWaiting {
        let isReading = isOpen && !server.isFull
        try StandardStreams.write(
          server.answer { isReading && input.isReady ? try read() : nil })
      }
    }
  }
}
