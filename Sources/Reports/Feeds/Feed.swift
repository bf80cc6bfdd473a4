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
  /// The entries that readers are to remove.
  package let deletions: [AtomFeed.Deletion]
  /// The name of the log, part of every id; nil if it has none.
  package let origin: String?

  /// The feed as Atom (RFC 4287).
  package func atom(address: String? = nil) -> String {
    AtomFeed.text(
      of: entries, title: title, subject: subject, subtitle: subtitle, updated: updated,
      address: address, origin: origin, deletions: deletions)
  }

  /// The feed as a JSON Feed (jsonfeed.org, version 1.1), which can name its own address only with
  /// the server.
  package func json(address: String? = nil) -> JSONValue {
    let own = address.flatMap { $0.hasPrefix("http") ? [("feed_url", JSONValue.string($0))] : nil }
    return .object(
      [("version", "https://jsonfeed.org/version/1.1"), ("title", .string(title))] + (own ?? []) + [
        ("description", .string(subtitle)), ("language", "en"),
        ("authors", .array([["name": "stance"]])),
        ("items", .array(entries.map { $0.json(origin) })),
      ])
  }
}

extension AtomFeed.Entry {
  fileprivate func json(_ origin: String?) -> JSONValue {
    .object(
      [("id", .string(AtomFeed.identifier(name, origin)))]
        + (address.map { [("url", .string($0))] } ?? []) + [
          ("title", .string(title)), ("content_text", .string(details)),
          ("date_published", .string(updated.description)),
          ("date_modified", .string(updated.description)), ("tags", .array([.string(kind)])),
        ])
  }
}
