extension StyleSheet {
  /// What every report is made of: facts, tables, lists, notes.
  static let documents = """
    .facts { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: .3rem 1.5rem; }
    .facts dt { color: var(--soft); }
    .facts dd { margin: 0; }
    .scroll { overflow-x: auto; margin: 1rem 0; }
    table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.4; }
    .scroll > table { min-width: 40rem; }
    th, td { text-align: start; vertical-align: top; padding: .45rem .9rem .45rem 0; }
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
    @media (max-width: 40rem) {
      .facts { grid-template-columns: 1fr; gap: 0; }
      .facts dd { margin-bottom: .6rem; }
      .notes { padding-inline-start: 2.25rem; }
    }
    """
}
