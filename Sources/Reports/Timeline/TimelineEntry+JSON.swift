package import JSON
package import Projections
import Stances

extension TimelineEntry {
  /// The entry under the contract's names and in its order, then `actor`, `measure`, `push`,
  /// `markets`, `grade`.
  ///
  /// `body` and `company` are both there, null for who does not act.
  package var json: JSONValue {
    [
      "occurred": JSONValue(occurred),
      "published": JSONValue(published),
      "type": JSONValue(type),
      "event": JSONValue(event),
      "body": JSONValue(body),
      "company": JSONValue(company),
      "summary": .string(summary),
      "actor": .string(actor),
      "measure": JSONValue(measure),
      "push": JSONValue(push),
      "markets": JSONValue(markets),
      "grade": .string(evidence.bestGrade.code),
    ]
  }
}
