import JSON
import Projections
import Stances

extension Measure {
  /// The measure under the contract's names and in its order, then `jurisdiction`, `markets`,
  /// `power`, `under`, `addressees`, `effective`; null if there is none.
  var json: JSONValue {
    [
      "measure": JSONValue(measure),
      "title": .string(title),
      "body": JSONValue(body),
      "instrument": JSONValue(instrument),
      "push": JSONValue(push),
      "status": JSONValue(status),
      "since": JSONValue(since),
      "until": JSONValue(until),
      "uses": JSONValue(uses),
      "dormant": .bool(dormant),
      "events": JSONValue(events),
      "jurisdiction": JSONValue(jurisdiction?.code),
      "markets": JSONValue(markets),
      "power": .bool(isPower),
      "under": JSONValue(under),
      "addressees": addressees.json,
      "effective": JSONValue(effective),
    ]
  }
}

extension Addressees {
  fileprivate var json: JSONValue {
    [
      "all": .bool(all),
      "companies": JSONValue(companies),
      "sectors": JSONValue(sectors),
      "countries": JSONValue(countries),
    ]
  }
}
