import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Ends connections whose client takes too long: to ask, to send a body, to read an answer; and
/// those that send more than a body may have.
///
/// Hummingbird's own time-out begins anew with each part that comes, so that a client may send a
/// byte now and then for ever.
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

  init(limits: ServerLimits, table: ConnectionTable) {
    self.limits = limits
    self.table = table
  }

  func handlerAdded(context: ChannelHandlerContext) {
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
      // The refusal has been written by now; a client that sends on does not read it.
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

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
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

  /// Ends the connection unless what is expected of the client comes in time.
  private func expect(_ time: TimeAmount, _ context: ChannelHandlerContext) {
    readDeadline = context.eventLoop.now + time
    setAlarm(context)
  }

  /// One alarm at a time, which looks at the deadlines when it goes off: setting it anew with each
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
