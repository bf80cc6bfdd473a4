import HTTPTypes
import JSON
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import Synchronization

/// Ends connections whose client takes too long: to ask, to send a body, to read an answer; and
/// those that send more than a body may have.
///
/// Hummingbird's own time-out begins again with each part that comes, so that a client may send a
/// byte now and then without end.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let limits: ServerLimits
  private let table: ConnectionTable
  /// Requests that were begun and not answered to the end.
  private var unanswered = 0
  private var bodyBytes = 0
  private var readDeadline: NIODeadline?
  private var writeDeadline: NIODeadline?
  private var alarm: Scheduled<Void>?
  private let accessLog: AccessLog
  /// Why what a client sent is no request, until that has been answered.
  private var refusal: RequestError?

  init(limits: ServerLimits, table: ConnectionTable, accessLog: AccessLog) {
    self.limits = limits
    self.table = table
    self.accessLog = accessLog
  }

  func handlerAdded(context: ChannelHandlerContext) {
    let pipeline = context.pipeline.syncOperations
    if let parser = try? pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self) {
      try? pipeline.addHandler(HostCheck(), position: .after(parser))
    }
    table.open(context.channel)
    expect(.seconds(Int64(limits.headSeconds)), context)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    leave(context)
  }

  func channelInactive(context: ChannelHandlerContext) {
    leave(context)
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      if unanswered == 0 { table.note(context.channel, isWaiting: false) }
      unanswered += 1
      bodyBytes = 0
      expect(.seconds(Int64(limits.bodySeconds)), context)
    case .body(let part):
      bodyBytes += part.readableBytes
      // The refusal has been written by now; a client that continues to send does not read it.
      if bodyBytes > 2 * limits.bodyBytes { context.close(promise: nil) }
    case .end:
      if unanswered > 0 {
        readDeadline = nil
      } else {
        // It was answered before it had been sent: a refusal.
        expect(.seconds(Int64(limits.headSeconds)), context)
      }
    }
    context.fireChannelRead(data)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if let error = error as? HTTPParserError {
      refusal = error == .headerOverflow ? .headTooLong(limit: limits.headBytes) : .malformedRequest
    }
    context.fireErrorCaught(error)
  }

  /// Answers what is no request as all that is refused, in place of the library's bare 400.
  private func refuse(
    _ error: RequestError, _ context: ChannelHandlerContext, promise: EventLoopPromise<Void>?
  ) {
    let problem = Problem(error)
    let answer = problem.answer
    let content = ByteBuffer(bytes: answer.bytes ?? [])
    var fields = answer.fields
    SecurityFields.add(to: &fields, asked: [:], embedders: [])
    fields[.contentLength] = String(content.readableBytes)
    let head = HTTPResponse(status: answer.status, headerFields: fields)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(content)), promise: promise)
    accessLog.write(
      .info, "refused",
      [("status", .integer(Int64(problem.status.code))), ("code", .string(problem.code))])
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    // The site's own answers all have a policy: what has none is the library's.
    if let refusal, case .head(let head) = unwrapOutboundIn(data), head.status == .badRequest,
      head.headerFields[.contentSecurityPolicy] == nil
    {
      self.refusal = nil
      refuse(refusal, context, promise: promise)
      return
    }
    if case .end = unwrapOutboundIn(data) {
      unanswered = max(0, unanswered - 1)
      if unanswered == 0 {
        table.note(context.channel, isWaiting: true)
        expect(.seconds(Int64(limits.headSeconds)), context)
      }
    }
    context.write(data, promise: promise)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    writeDeadline =
      context.channel.isWritable
      ? nil : context.eventLoop.now + .seconds(Int64(limits.answerSeconds))
    setAlarm(context)
    context.fireChannelWritabilityChanged()
  }

  /// Ends the connection unless the client does in time what is expected.
  private func expect(_ time: TimeAmount, _ context: ChannelHandlerContext) {
    readDeadline = context.eventLoop.now + time
    setAlarm(context)
  }

  /// One alarm at a time, which looks at the deadlines when it goes off: setting it again with each
  /// request would cost more than the request.
  private func setAlarm(_ context: ChannelHandlerContext) {
    guard alarm == nil, let next = [readDeadline, writeDeadline].compactMap({ $0 }).min() else {
      return
    }
    let bound = NIOLoopBound((guard: self, context: context), eventLoop: context.eventLoop)
    alarm = context.eventLoop.scheduleTask(deadline: next) {
      let (guardian, context) = bound.value
      guardian.alarm = nil
      let isLate = [guardian.readDeadline, guardian.writeDeadline].contains { deadline in
        deadline.map { $0 <= context.eventLoop.now } ?? false
      }
      if isLate { context.close(promise: nil) } else { guardian.setAlarm(context) }
    }
  }

  private func leave(_ context: ChannelHandlerContext) {
    table.close(context.channel)
    alarm?.cancel()
    alarm = nil
  }
}

/// Who is connected; if there are too many, the one that has waited longest has to go, and if none
/// waits, the newcomer.
///
/// So clients that hold connections without asking anything cannot keep others out.
final class ConnectionTable: Sendable {
  private struct Entry {
    let channel: any Channel
    /// Since when it has had no request; nil while one is read or answered.
    var waitingSince: NIODeadline?
  }

  private let entries = Mutex<[ObjectIdentifier: Entry]>([:])
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
  }

  /// How many are connected.
  var count: Int { entries.withLock(\.count) }

  /// Takes in a connection, which waits for its first request; ends it if there is no room.
  func open(_ channel: any Channel) {
    let outgoing = entries.withLock { entries -> (any Channel)? in
      var outgoing: (any Channel)?
      if entries.count >= capacity {
        let waiting = entries.compactMap { entry in entry.value.waitingSince.map { (entry.key, $0) }
        }
        guard let longest = waiting.min(by: { $0.1 < $1.1 })?.0 else { return channel }
        outgoing = entries.removeValue(forKey: longest)?.channel
      }
      entries[ObjectIdentifier(channel)] = Entry(channel: channel, waitingSince: .now())
      return outgoing
    }
    // Later: a connection that is still being set up cannot be closed yet.
    outgoing?.eventLoop.execute { outgoing?.close(promise: nil) }
  }

  /// Notes whether a connection waits for a request.
  func note(_ channel: any Channel, isWaiting: Bool) {
    entries.withLock { entries in
      entries[ObjectIdentifier(channel)]?.waitingSince = isWaiting ? .now() : nil
    }
  }

  /// Removes a connection.
  func close(_ channel: any Channel) {
    _ = entries.withLock { $0.removeValue(forKey: ObjectIdentifier(channel)) }
  }
}
