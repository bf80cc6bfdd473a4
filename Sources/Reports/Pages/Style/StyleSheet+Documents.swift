extension StyleSheet {
  /// What every report is made of: facts, tables, lists, notes.
  static let documents = """
    .facts { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: .3rem 1.5rem; }
    .facts dt { color: var(--soft); }
    .facts dd { margin: 0; }
    .scroll { overflow-x: auto; margin: 1rem 0; }
    table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.4; }
    .scroll > table { min-width: 40rem; }
    th, td {
      text-align: start; vertical-align: top; padding: .45rem .9rem .45rem 0; min-width: 8.5rem;
      overflow-wrap: break-word;
    }
    time { white-space: nowrap; unicode-bidi: isolate; }
    thead th {
      color: var(--soft); font-weight: 600; border-bottom: 2px solid var(--ink);
      vertical-align: bottom;
    }
    tbody tr { border-bottom: 1px solid var(--rule); }
    tbody th { font-weight: 600; }
    .number { text-align: end; font-variant-numeric: tabular-nums; }
    .ref { font-size: .8em; white-space: nowrap; }
    .notes { font-size: .875rem; padding-inline-start: 2.75rem; }
    .notes li { margin: .35rem 0; }
    .notes li:target { background: var(--panel); outline: .35rem solid var(--panel); }
    .address { overflow-wrap: anywhere; }
    .entries { list-style: none; padding: 0; margin: 0; }
    @media screen { .entries { content-visibility: auto; contain-intrinsic-size: auto 40rem; } }
    .entries > li { padding: .5rem 0; border-bottom: 1px solid var(--rule); }
    .entries > li:target { background: var(--panel); }
    .entries i { font-style: normal; color: var(--soft); font-variant-numeric: tabular-nums; }
    .entries p { margin: 0 0 .25rem; max-width: none; }
    .entries i + ul { list-style: none; margin: 0; padding: 0; }
    .entries i + ul li { margin: 0 0 .25rem; }
    .sources { margin: .25rem 0 0; padding-inline-start: 1.1rem; font-size: .875rem; }
    .sources li { margin: .15rem 0; }
    summary { cursor: pointer; color: var(--link); font-size: .9375rem; }
    details[open] > summary { margin-bottom: .5rem; }
    details { margin-top: .25rem; }
    blockquote {
      margin: .25rem 0 .75rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--rule);
      font-family: var(--serif);
    }
    code { font-family: var(--mono); font-size: .875em; }
    .copy { user-select: all; font-size: .875rem; }
    .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; }
    .sides section { border-top: 2px solid var(--ink); }
    .sides section + section { border-top-style: dashed; }
    .sides ul { padding-inline-start: 1.1rem; }
    .proof { font-family: var(--mono); font-size: .8125rem; max-width: none; }
    @media (min-width: 48.01rem) {
      .entries > li { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1.25rem; }
    }
    @media (max-width: 40rem) {
      .facts, .sides { grid-template-columns: 1fr; gap: 0; }
      .facts dd { margin-bottom: .6rem; }
      .notes { padding-inline-start: 2.25rem; }
    }
    """
}
