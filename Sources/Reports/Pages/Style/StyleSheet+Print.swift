extension StyleSheet {
  /// Pages on paper, A4 or Letter: running heads from the root's attributes, page x of y, rows and
  /// figures whole, addresses written out.
  static let print = """
    @page {
      margin: 22mm 16mm 20mm;
      @top-left {
        content: attr(data-title); font: 600 8pt var(--serif); text-align: left; width: 34%;
        vertical-align: bottom; padding-bottom: 4mm;
      }
      @top-right {
        content: attr(data-query); font: 7.5pt var(--sans); text-align: right; width: 66%;
        vertical-align: bottom; padding-bottom: 4mm;
      }
      @bottom-left {
        content: attr(data-proof); font: 6.5pt var(--mono); text-align: left; width: 82%;
        vertical-align: top; padding-top: 4mm;
      }
      @bottom-right {
        content: "page " counter(page) " of " counter(pages); font: 7.5pt var(--sans);
        text-align: right; width: 18%; vertical-align: top; padding-top: 4mm;
      }
    }
    @media print {
      :root {
        color-scheme: light; --paper: #fff; --panel: #f2f2f2; --ink: #000; --soft: #444;
        --rule: #999; --link: #000;
      }
      body { font-size: 9.5pt; line-height: 1.4; }
      main, body > footer { max-width: none; padding-inline: 0; }
      main { padding-block: 0; }
      body > nav, body > header, .skip, .screen { display: none; }
      h1 { font-size: 20pt; }
      h2 { font-size: 13pt; margin-top: 7mm; }
      h3 { font-size: 11pt; }
      h1, h2, h3, h4, h2 + p, h3 + p { break-after: avoid; }
      .scroll { overflow: visible; }
      .scroll > table { min-width: 0; }
      table { font-size: 8.5pt; }
      th, td { min-width: 0; padding-inline-end: 2mm; }
      .board tbody th { min-width: 28mm; }
      thead { display: table-header-group; }
      tr, li, dt, dd, figure, summary, blockquote, .entries p { break-inside: avoid; }
      .entries > li:has(details) { break-inside: auto; }
      .query, summary { font-size: 9pt; }
      body > footer, .notes, .sources, .copy { font-size: 8pt; }
      .proof, .level { font-size: 7.5pt; }
      a { text-decoration: none; }
      .sources a[href^="http"]::after, details a[href^="http"]::after {
        content: " <" attr(href) ">"; font-size: .85em; overflow-wrap: anywhere;
      }
      details::details-content { content-visibility: visible; block-size: auto; }
      summary { list-style: none; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """
}
