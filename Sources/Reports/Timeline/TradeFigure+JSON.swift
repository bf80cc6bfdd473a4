import JSON
import Projections
import Stances

extension TradeFigure {
  /// The figure; `value` and `change.percent` are decimals in strings, as in events.
  var json: JSONValue {
    [
      "event": JSONValue(event),
      "publisher": .string(publisher),
      "reporter": .string(reporter.code),
      "partner": JSONValue(partner?.code),
      "company": JSONValue(company),
      "product": ["name": .string(product.name), "hs": JSONValue(product.hs)],
      "period": JSONValue(period),
      "value": JSONValue(value?.text),
      "unit": JSONValue(unit),
      "change": change?.json ?? .null,
      "companies": JSONValue(companies),
      "published": JSONValue(published),
      "grade": .string(grade.code),
    ]
  }
}

extension TradeStatistic.Change {
  fileprivate var json: JSONValue {
    [
      "percent": .string(percent.text),
      "qualifier": JSONValue(qualifier),
      "against": JSONValue(against),
    ]
  }
}
