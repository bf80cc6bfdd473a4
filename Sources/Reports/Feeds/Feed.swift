package import JSON
package import Stances

/// What a feed reader subscribes to, before it has a format.
package struct Feed: Sendable {
  /// What it is called.
  package let title: String
  /// What it is about, part of its id.
  package let subject: String
  /// Its second title.
  package let subtitle: String
  /// When something of it changed last.
  package let updated: Timestamp
  /// Its entries, the latest first.
  package let entries: [AtomFeed.Entry]

  /// The feed as Atom (RFC 4287).
  package func atom(address: String? = nil) -> String {
    AtomFeed.text(
      of: entries, title: title, subject: subject, subtitle: subtitle, updated: updated,
      address: address)
  }

  /// The feed as a JSON Feed (jsonfeed.org, version 1.1).
  package var json: JSONValue {
    [
      "version": "https://jsonfeed.org/version/1.1",
      "title": .string(title),
      "description": .string(subtitle),
      "language": "en",
      "authors": .array([["name": "stance"]]),
      "items": .array(entries.map(\.json)),
    ]
  }
}

extension AtomFeed.Entry {
  fileprivate var json: JSONValue {
    .object(
      [("id", .string(AtomFeed.identifier(name)))]
        + (address.map { [("url", .string($0))] } ?? []) + [
          ("title", .string(title)), ("content_text", .string(details)),
          ("date_published", .string(updated.description)),
          ("date_modified", .string(updated.description)), ("tags", .array([.string(kind)])),
        ])
  }
}
