import JSON
import Stances

/// Says who a company is; without dates or evidence.
package func company(
  _ slug: String, name: String? = nil, country: String = "CN", sector: String? = nil,
  parent: String? = nil, id: String? = nil
) -> TestEvent {
  TestEvent(
    .companyRegistered, id: id, subject: slug,
    present([
      ("company", .string(slug)), ("name", .string(name ?? slug)), ("country", .string(country)),
      ("sector", sector.map(JSONValue.string)), ("parent", parent.map(JSONValue.string)),
    ]))
}

/// Says who a government or other body is; without dates or evidence.
package func body(
  _ slug: String, name: String? = nil, jurisdiction: String = "CN", sector: String? = nil,
  parent: String? = nil, id: String? = nil
) -> TestEvent {
  TestEvent(
    .bodyRegistered, id: id, subject: slug,
    present([
      ("body", .string(slug)), ("name", .string(name ?? slug)),
      ("jurisdiction", .string(jurisdiction)), ("sector", sector.map(JSONValue.string)),
      ("parent", parent.map(JSONValue.string)),
    ]))
}

/// Replaces the content of the event that has the replacement's id.
package func correction(
  to replacement: TestEvent, published: String, id: String? = nil
) -> TestEvent {
  TestEvent(
    .correction, id: id, subject: replacement.id.text, published: published,
    [
      ("corrects", .string(replacement.id.text)), ("replacement", replacement.json),
      ("reason", .string("The source corrected itself.")),
    ])
}

/// A file that is kept beside the log; its digest ends with two digits of its own.
package func capture(of url: String, digits: String = "aa", id: String? = nil) -> TestEvent {
  let digest = String(repeating: "0", count: 14) + digits + String(repeating: "0", count: 48)
  return TestEvent(
    .capture, id: id ?? "capture-\(digits)", subject: digits,
    [
      ("urls", strings([url])), ("sha256", .string(digest)), ("bytes", .integer(7)),
      ("media", "text/html"), ("captured", "2022-05-06T09:00Z"),
    ])
}

/// Withdraws an event.
package func retraction(of target: String, published: String, id: String? = nil) -> TestEvent {
  TestEvent(
    .retraction, id: id, subject: target, published: published,
    [("retracts", .string(target)), ("reason", .string("The source withdrew its report."))])
}
