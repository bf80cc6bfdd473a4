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
  /// How many bytes of answers to keep.
  package var cachedBytes = 64 * 1_024 * 1_024
  /// How often the log is looked at for listeners.
  package var pollMilliseconds = 200
  /// How many seconds of silence before a listener gets a sign of life.
  package var heartbeatSeconds = 15

  /// The limits that a server has unless set otherwise.
  package init() {}
}
