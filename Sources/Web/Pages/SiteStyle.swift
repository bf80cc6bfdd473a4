/// What the pages of the site have beyond a report's own style: ways to other pages, the clocks.
enum SiteStyle {
  static let text = """

    .site { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; padding-block: 0.5rem; }
    .site [aria-current] { font-weight: 700; text-decoration: none; }
    .clocks { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: end;
      padding: 0.5rem 0; }
    .clocks label { display: flex; flex-direction: column; font-size: 0.875rem; }
    .clocks input, .clocks select, .clocks button { font: inherit; padding: 0.2rem 0.4rem;
      min-height: 2rem; max-width: 100%; }
    .banner { border-inline-start: 0.4rem solid currentcolor; padding: 0.4rem 0.8rem;
      margin: 0.5rem 0; }
    .forms { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
    @media print { .site, .clocks, .forms, .live { display: none; } }

    """
}
