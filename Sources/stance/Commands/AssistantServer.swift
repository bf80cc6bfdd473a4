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
        stance mcp --propose         it may propose, never record

      An assistant starts it, sends a message a line on standard input, and reads
      the answers on standard output. Its tools read: changes, event, explain,
      posture, search, timeline, types. What it reads goes to the operator of the
      assistant. Nothing is recorded, ever: with --propose it can put events into
      the inbox, each with a quoted source, and a person decides ('stance inbox').

      Remarks go to standard error. It ends with its input.
      Versions of the protocol: 2026-07-28, and 2025-11-25 and older.
      """)

  @Flag(help: "Let it propose events, for a person to accept or reject.")
  var propose = false

  @OptionGroup var recorder: RecorderOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let input = OpenFile.standardInput
    if Dialogue.isPossible {
      StandardStreams.say(
        "stance: waiting for an assistant's messages on standard input; end with Ctrl-D")
    }
    var tools = ReadingTools(path: log.path, now: SystemClock.now, today: SystemClock.today).all
    if propose {
      tools.append(
        ProposingTool(
          path: log.path, user: recorder.name, now: SystemClock.now, today: SystemClock.today
        ).tool)
    }
    var server = MCPServer(version: Version.number, tools: tools) {
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
