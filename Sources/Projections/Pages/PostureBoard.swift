import EventLog
package import Stances

/// Where all companies stand on the day of a query, and what led to it.
package struct PostureBoard: Sendable {
  /// Every posture on the day of the query.
  package let postures: [Posture]
  /// The course of each posture up to that day.
  package let histories: [PostureHistory]
  /// What was announced for a later day, by due day.
  package let promises: [Promise]
  /// Every change of conduct, with the measure nearest to it.
  package let leadTimes: [LeadTime]

  /// The changes that went back on a step.
  package var reversals: [ConductChange] { leadTimes.map(\.change).filter(\.isReversal) }
}

/// What the page of the board shows: the board, and all that moves under its sliders.
package struct BoardPageData: Sendable {
  /// Where all companies stand, and what led to it.
  package let board: PostureBoard
  /// Every posture on every day, as known by every day.
  package let frames: [ReplayFrames]
  /// What the log is registered as; nil if it is not.
  package let registration: LogRegistration?
}

extension LogView {
  /// Where all companies stand, and what led to it, from one scan of the log.
  package func board() throws -> PostureBoard { try board(from: postureHistories()) }

  /// The board with all that moves under the sliders of its page, from one scan of the log.
  package func boardPage() throws -> BoardPageData {
    let frames = try replayFrames()
    return BoardPageData(
      board: try board(from: frames.compactMap { $0.history(upTo: clocks.to) }), frames: frames,
      registration: try registration())
  }

  private func board(from histories: [PostureHistory]) throws -> PostureBoard {
    let known = try known(boardEvents)
    return PostureBoard(
      postures: choice.order.sorted(histories.compactMap { $0.posture(on: clocks.to) }) {
        ($0.company, $0.name, $0.market, $0.size)
      },
      histories: histories,
      promises: PromiseProjection.promises(in: known, histories: histories),
      leadTimes: try leadTimes(of: histories, in: known))
  }

  /// Announcements, and steps of measures; of some companies as the history of one is found, so
  /// that these events are read once.
  private var boardEvents: [EventFilter] {
    guard let companies else {
      var all = EventFilter()
      all.positions = Position.beforeFirst.next...max(clocks.at, Position.beforeFirst.next)
      return facts.hasRead(all)
        ? [EventFilter()] : EventFilter.types([.publicAnnouncement]) + [.measureSteps]
    }
    return companies.map(EventFilter.company) + [.measureSteps]
  }
}
