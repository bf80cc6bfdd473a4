extension StyleSheet {
  /// Colours, type and the frame of a page.
  ///
  /// Text has a contrast of at least 4.5 on its ground, in the light and in the dark.
  static let basics = """
    :root {
      color-scheme: light dark;
      --paper: #fdfcf9; --panel: #f3f1eb; --ink: #1b1d1f; --soft: #55595d; --rule: #c9c5ba;
      --link: #1d4f7c; --mark: #7a4a00;
      --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", Georgia, serif;
      --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
      --mono: ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", monospace;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #14171a; --panel: #1e2327; --ink: #e9e7e1; --soft: #a9adb1; --rule: #434a50;
        --link: #9cc6ea; --mark: #e6b566;
      }
    }
    *, ::before, ::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 1rem/1.5 var(--sans); overflow-wrap: anywhere;
    }
    main, body > header, body > nav, body > footer {
      max-width: 76rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem);
    }
    main { padding-block: 1rem 3rem; }
    main:focus { outline: none; }
    body > footer {
      border-top: 1px solid var(--rule); padding-block: 1rem 2rem;
      color: var(--soft); font-size: .875rem;
    }
    .skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--paper); }
    .skip:focus { left: 1rem; top: 1rem; z-index: 9; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    a { color: var(--link); text-underline-offset: .15em; }
    h1, h2, h3, h4 { font-family: var(--serif); line-height: 1.2; text-wrap: balance; }
    h1 { font-size: clamp(1.7rem, 1.2rem + 2.4vw, 2.6rem); margin: .5rem 0 .5rem; }
    h2 {
      font-size: 1.5rem; margin: 2.5rem 0 1rem; padding-top: .75rem;
      border-top: 3px double var(--rule);
    }
    h3 { font-size: 1.15rem; margin: 1.75rem 0 .5rem; }
    h4 { font-size: 1rem; margin: 1rem 0 .25rem; }
    p, ul, ol, dl { margin: .75rem 0; }
    p { max-width: 46rem; }
    .query, .soft { color: var(--soft); }
    .query { margin: 0 0 .25rem; font-size: .9375rem; max-width: none; }
    .hidden:not(:focus):not(:active) {
      position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap;
    }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
    @media (forced-colors: active) { .scroll, details { border: 1px solid; } }
    """
}
