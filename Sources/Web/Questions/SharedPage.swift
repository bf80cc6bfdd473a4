import Answers
import Errors
import EventLog
import JSON
import Reports
import Stances

/// What a page says of itself to programs: Open Graph for previews of links, and JSON-LD
/// (schema.org) for what cites or lists data.
///
/// JSON-LD is a block of data: a browser runs no script of that type, so that no policy has to
/// admit it. Whole addresses are in both only if the site knows its own.
struct SharedPage {
  let page: Page
  let query: SiteQuery
  /// The other formats of the page.
  let forms: [SiteForm]
  /// The state of the page, if each position of the log has its own.
  let memento: Memento?
  /// What comes before the paths of the site; empty if it is not known.
  let base: String

  /// The elements for the page's head.
  var markup: Markup {
    let graph = properties.map { name, value -> Markup in
      "<meta property=\"og:\(name)\" content=\"\(value)\">\n"
    }
    return graph.reduce(.empty, +)
      + "<script type=\"application/ld+json\">\(Markup(stringLiteral: data))</script>\n"
  }

  private var properties: [(String, String)] {
    [
      ("title", page.title), ("description", description),
      ("type", isOfEvent ? "article" : "website"),
    ]
      + (address.map { [("url", $0)] } ?? [])
      + (picture.map { [("image", $0), ("image:type", "image/png"), ("image:alt", page.title)] }
        ?? [])
  }

  private var description: String { page.query.joined(separator: " · ") }

  private var isOfEvent: Bool { query.path.hasPrefix("/event/") }

  /// The address of the page; nil if the site does not know its own.
  private var address: String? { base.isEmpty ? nil : base + query.address }

  /// The address of the picture of the page; nil if it has none.
  private var picture: String? {
    guard !base.isEmpty, let form = forms.first(where: { $0.format == .png }) else { return nil }
    return base + form.address(of: query.path, query.given)
  }

  /// The JSON-LD, in which nothing ends an element and nothing turns letters around.
  private var data: String {
    let tables = forms.filter { [Format.csv, .json].contains($0.format) }
    let recorded = memento?.state.recorded?.description
    var members: [(name: String, value: JSONValue)] = [
      ("@context", "https://schema.org"),
      ("@type", .string(tables.isEmpty || isOfEvent ? "WebPage" : "Dataset")),
      ("name", .string(page.title)), ("description", .string(description)),
      ("citation", .string(page.proof)),
    ]
    if let recorded {
      // A state of the page began when the last event of it was recorded, and stays as it is.
      members += [("datePublished", .string(recorded)), ("dateModified", .string(recorded))]
    }
    if let address {
      members.append(("url", .string(address)))
      if !isOfEvent {
        let files = tables.map { form -> JSONValue in
          [
            "@type": "DataDownload",
            "encodingFormat": .string(String(form.format.mediaType.prefix { $0 != ";" })),
            "contentUrl": .string(base + form.address(of: query.path, query.given)),
          ]
        }
        members.append(("distribution", .array(files)))
      }
    }
    if let picture { members.append(("image", .string(picture))) }
    let text = String(decoding: JSONValue.object(members).compactBytes(), as: UTF8.self)
    return text.unicodeScalars.reduce(into: "") { safe, scalar in
      if "<>&".unicodeScalars.contains(scalar) || printable(String(scalar)) != String(scalar) {
        let digits = String(scalar.value, radix: 16)
        safe += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        safe.unicodeScalars.append(scalar)
      }
    }
  }
}
