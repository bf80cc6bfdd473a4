import Projections
import Reports
import Stances

/// The addresses of all reports.
enum ReportRoutes {
  static let all = kinds.map(\.route)

  /// Every report, in the order in which the pages list them.
  static let kinds = [
    PostureKinds.home, PostureKinds.board, PostureKinds.company, PostureKinds.explanation,
    TimelineKinds.timeline, TimelineKinds.regulatory, EventKinds.event, EventKinds.search,
    ChangeKinds.changes, ChangeKinds.replay,
  ]
}
