import NIOCore

/// How much a client may ask of the server, and how long it may take to ask.
package struct ServerLimits: Sendable {
  /// How many clients may be connected; the one that has waited longest makes room for the next,
  /// which is refused if none is waiting.
  package var connections = 1_000
  /// How many different questions may be waiting for their answers.
  package var queries = 64
  /// How many clients may listen to new events.
  package var listeners = 200
  /// How many seconds a request's head may take to arrive, and a connection may be idle.
  package var headSeconds = 15
  /// How many seconds a request's body may take to arrive.
  package var bodySeconds = 30
  /// How many seconds a client may leave an answer unread.
  package var answerSeconds = 30
  /// How many seconds requests in flight get when the server is asked to end; what runs servers
  /// often kills them after ten.
  package var endingSeconds = 8
  /// The most bytes of a request's line and header fields: the longest list of names that the
  /// interface takes, each letter of which may be twelve bytes of an address.
  package var headBytes = 64 * 1_024
  /// The most bytes of a body: a batch of events.
  package var bodyBytes = 8 * 1_024 * 1_024
  /// How many bytes of answers to keep for the next who asks.
  package var cachedBytes = 0
  /// The most bytes of one answer.
  package var answerBytes = 0
  /// How many bytes may be gathered at once to make answers; one answer may take half of it.
  package var makingBytes = 0
  /// How many bytes of answers, kept or not read to their end, and of bodies there may be at once.
  package var heldBytes = 0
  /// How many seconds it may take to make an answer.
  package var makingSeconds = 20
  /// How often the log is looked at for listeners.
  package var pollMilliseconds = 200
  /// How many seconds of silence before a listener gets a sign of life.
  package var heartbeatSeconds = 15

  /// Lowers how many clients may be connected and listen to what a process can have open, if it has
  /// to; what else is open at once is left over.
  ///
  /// - Parameter openFiles: how many files and connections that are.
  /// - Returns: whether fewer may be connected now.
  package mutating func fit(openFiles: Int) -> Bool {
    // The log's connections and each thread that speaks with clients have some of their own.
    let most = max(1, openFiles - 64 - 4 * System.coreCount)
    guard most < connections else { return false }
    connections = most
    listeners = min(listeners, most / 2)
    return true
  }

  /// How many MiB of memory a server uses at most, unless set otherwise.
  package static let standardMemory = 1_024
  /// The fewest MiB of memory with which a server works.
  package static let leastMemory = 256

  /// The limits of a server that may use about so many MiB of memory.
  ///
  /// An eighth is for making answers, whose bytes are estimated and can take several times as many
  /// (measured: `Tools/checks/server`), and a quarter is for answers and bodies; the rest is for what
  /// is not counted, such as pages of the log, small answers on their way, and the program.
  package init(memory: Int = standardMemory) {
    let bytes = memory * 1_024 * 1_024
    cachedBytes = bytes / 16
    answerBytes = bytes / 16
    makingBytes = bytes / 8
    heldBytes = bytes / 4
  }
}
