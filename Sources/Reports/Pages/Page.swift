// Pages: reports as HTML. `Page` is the shell of each, `DocumentPage` writes the blocks that all
// formats share, and the other files write what only a page shows.

import Stances

/// One page of HTML: the shell around a report, for a file of its own and for a server.
///
///     let page = Page(title: "What changed", query: [answer.queryLine], body: document.markup)
///     try file.write(page.html(.singleFile))
///
/// The shell has the landmarks, a link past what is before the report, the running heads of print,
/// and the policy that lets nothing in but the program's own style and script.
package struct Page: Sendable {
  /// The title, without markup.
  package let title: String
  /// What the query was, a line or two under the title, repeated at the head of printed pages.
  package let query: [String]
  /// What the report says: the main part under the title.
  package let body: Markup
  /// What a server puts into the head: addresses of other forms of the page.
  package var head: Markup = .empty
  /// What comes before the title: links to other pages, a banner.
  package var navigation: Markup = .empty
  /// What comes below the report, before what it rests on.
  package var footer: Markup = .empty
  /// What the report rests on, on a line under it and at the foot of every printed page.
  package let proof: String
  /// Whether the page has a replay, which needs the script.
  package var isReplayed = false

  /// The source of style and script.
  package enum Delivery: Sendable {
    /// Both are in the page itself; its policy admits them by their hashes and nothing else.
    case singleFile
    /// Both are served at addresses of the page's own origin, whose policy is in its headers.
    case served(style: String, script: String)
  }

  /// A page around a report.
  package init(title: String, query: [String], proof: String, body: Markup) {
    self.title = title
    self.query = query
    self.proof = proof
    self.body = body
  }

  /// The whole page, from its doctype on.
  ///
  /// What it names links to its page where `address` gives one for a path; else it is no link.
  package func html(
    _ delivery: Delivery, linking address: (Substring) -> String? = { _ in nil }
  ) -> String {
    let running: Markup =
      """
      data-title="\(title.cut(to: 60))" data-query="\(query.joined(separator: " — "))" \
      data-proof="\(proof)"
      """
    let page: Markup = """
      <!doctype html>
      <html lang="en" \(running)>
      <head>
      <meta charset="utf-8">
      \(policy(delivery))\
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="stance">
      <title>\(title.cut(to: 200))</title>
      \(head)\
      \(style(delivery))
      </head>
      <body>
      <a class="skip" href="#report">Skip to the report</a>
      \(navigation)\
      <main id="report" tabindex="-1">
      <header>
      <h1><bdi>\(title)</bdi></h1>
      \(query.map { "<p class=\"query\">\($0)</p>\n" as Markup })\
      </header>
      \(body)\
      </main>
      <footer>
      \(footer)\
      <p class="proof">\(proof)</p>
      </footer>
      \(script(delivery))\
      </body>
      </html>

      """
    return page.text.linkingSubjects(address)
  }

  private func policy(_ delivery: Delivery) -> Markup {
    guard case .singleFile = delivery else { return .empty }
    let policy = isReplayed ? ContentPolicy.replayedFile : ContentPolicy.file
    return """
      <meta http-equiv="Content-Security-Policy" content="\(Markup(stringLiteral: policy))">

      """
  }

  private func style(_ delivery: Delivery) -> Markup {
    switch delivery {
    case .singleFile: "<style>\(Markup(stringLiteral: Resources.pageStyle))</style>"
    case .served(let style, _): "<link rel=\"stylesheet\" href=\"\(style)\">"
    }
  }

  private func script(_ delivery: Delivery) -> Markup {
    guard isReplayed else { return .empty }
    return switch delivery {
    case .singleFile: "<script>\(Markup(stringLiteral: Resources.pageScript))</script>\n"
    case .served(_, let script): "<script src=\"\(script)\"></script>\n"
    }
  }
}

extension String {
  /// The text cut to a number of characters, the last one an ellipsis if some are missing.
  fileprivate func cut(to most: Int) -> String {
    count > most ? prefix(most - 1) + "…" : self
  }
}

/// The content-security policies of pages in files of their own: what a browser may load and run in
/// them.
///
/// Such a page admits its style and its script by their hashes (CSP Level 3 §8.1), so that nothing
/// recorded can bring in another. The hashes are constants, because this target has no hash
/// function; a test computes them and names the new one when a text has changed.
enum ContentPolicy {
  /// The policy of a file with a style and no script.
  static let file = nothing + "; style-src 'sha256-\(styleHash)'"
  /// The policy of a file with a style and the script of the replay.
  static let replayedFile = file + "; script-src 'sha256-\(scriptHash)'"

  /// SHA-256 of ``Resources/pageStyle`` in base64.
  static let styleHash = "NPvEH4/hSxpy4uw6j1XyQzAj4K5/baolrv4GT184wcY="
  /// SHA-256 of ``Resources/pageScript`` in base64.
  static let scriptHash = "8N/RpuAd1q1wqJOy7sJUlGITTAfF62N0Z53w+NMf6UQ="

  private static let nothing = "default-src 'none'; base-uri 'none'; form-action 'none'"
}
