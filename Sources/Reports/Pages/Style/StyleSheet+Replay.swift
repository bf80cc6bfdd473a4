import Stances

extension StyleSheet {
  /// The sliders of a replay and the table that they move.
  static let replay = """
    .controls {
      position: sticky; top: 0; z-index: 2; background: var(--panel); padding: .75rem 1rem;
      border: 1px solid var(--rule); border-radius: .25rem;
      display: grid; grid-template-columns: 1fr 1fr; gap: .25rem 2rem;
    }
    .controls[hidden] { display: none; }
    .slider { display: grid; grid-template-columns: auto 1fr; gap: 0 .75rem; align-items: baseline; }
    .slider label { font-weight: 600; }
    .slider output { font-variant-numeric: tabular-nums; text-align: end; }
    .slider input { grid-column: 1 / -1; width: 100%; margin: .35rem 0; accent-color: var(--link); }
    .buttons, .news { grid-column: 1 / -1; margin: 0; max-width: none; }
    .buttons { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
    .news { font-size: .875rem; color: var(--soft); min-height: 3em; }
    button {
      font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--soft);
      border-radius: .25rem; padding: .3rem .8rem; min-height: 2.25rem; cursor: pointer;
    }
    button:hover { border-color: var(--ink); }
    caption { text-align: start; color: var(--soft); padding-bottom: .5rem; }
    .level {
      display: inline-block; min-width: 1.5em; padding: 0 .3em; text-align: center;
      border: 1px solid var(--soft); border-radius: .2em; font-size: .8125rem; line-height: 1.35;
      font-variant-numeric: tabular-nums;
    }
    .level[data-depth=""], .contested:empty { display: none; }
    .contested { color: var(--mark); white-space: nowrap; }
    .board tbody th { overflow-wrap: anywhere; }
    .changed > * { background: var(--panel); box-shadow: inset 0 -2px var(--mark); }
    @media (prefers-reduced-motion: no-preference) {
      .board tr > * { transition: background-color .4s, box-shadow .4s; }
    }
    @media screen and (max-width: 40rem) {
      .scroll > .board { min-width: 0; }
      .board thead { position: absolute; clip-path: inset(50%); }
      .board, .board tbody, .board caption { display: block; }
      .board tr:not([hidden]) { display: grid; padding: .5rem 0; }
      .board td, .board th { padding: .1rem 0; min-width: 0; }
      .board td { position: relative; padding-inline-start: 8rem; }
      .board td::before {
        position: absolute; inset-inline-start: 0; width: 7.5rem; color: var(--soft);
      }
      .board td:nth-child(6) { min-height: 3rem; }
      .board td:nth-child(2)::before { content: "Market"; }
      .board td:nth-child(3)::before { content: "Says"; }
      .board td:nth-child(4)::before { content: "Does"; }
      .board td:nth-child(5)::before { content: "On whose word"; }
      .board td:nth-child(6)::before { content: "Word against deed"; }
    }
    @media (max-width: 48rem) {
      .controls { grid-template-columns: 1fr; position: static; }
    }
    """
}
