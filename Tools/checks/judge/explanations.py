"""Why a conduct is what it is: what became of each claim, as `explain` says it."""

from postures import Claim, Conduct, cancelled, claims_nothing, claims_of, groups_of, is_conditional
from view import registrations


def explanation(log, clocks, company, market):
    """What each event claims of the conduct, and the rule that overrules it."""
    rules = clocks.rules
    events = groups_of(log, clocks, registrations(log, clocks))[company, market]
    heard = sorted((e for e in events if e.day(e.occurred, clocks) <= clocks.to),
                   key=lambda e: e.place(e.occurred, rules))
    made = claims_of(events, rules)
    gone = [c for c in made if cancelled(c, heard, clocks)]
    claims = [c for c in made if c not in gone and c.event.day(c.date, clocks) <= clocks.to]
    conduct = Conduct(claims, heard, rules)
    found = {c.event.id: None for c in conduct.run}
    found |= {c.event.id: "superseded" for c in conduct.gone}
    found |= {c.event.id: "trimmed_weak" if "W10" in rules else "superseded"
              for c in conduct.trimmed}
    found |= {c.event.id: rule for c, rule in conduct.lost.items()}
    found |= {c.event.id: "cancelled_pledge" for c in gone
              if c.event.day(c.date, clocks) <= clocks.to}
    for event in heard:
        if is_conditional(event, rules) and Claim(event, rules).level:
            found[event.id] = "conditional"
        elif claims_nothing(event, rules) and event.type == "continued_business":
            found[event.id] = "wind_down"
    return found
