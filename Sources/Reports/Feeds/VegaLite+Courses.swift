package import JSON
package import Projections

extension VegaLite {
  /// The chart of a feed's courses, each kind in its own way.
  package static func chart(_ answer: Answer<FeedCourses>) -> JSONValue {
    switch answer.content {
    case .postures(let courses): postures(answer.with(courses))
    case .company(let courses, let name): company(answer.with(courses), name: name)
    case .measures(let courses): measures(answer.with(courses))
    }
  }
}
