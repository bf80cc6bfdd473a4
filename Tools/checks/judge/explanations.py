"""Why a conduct is what it is: what became of each claim, as `explain` says it."""

from postures import (
    Claim, Conduct, claims_nothing, claims_of, groups_of, is_cancelled, is_conditional, is_reached,
    voice_of)
from view import registrations


def explanation(log, clocks, company, market):
    """What each event claims of the conduct, and the rule that overrules it."""
    rules = clocks.rules
    events = groups_of(log, clocks, registrations(log, clocks))[company, market]
    heard = sorted((e for e in events if e.day(e.occurred, clocks) <= clocks.to),
                   key=lambda e: e.place(e.occurred, rules))
    made = claims_of(events, rules)
    reached = [c for c in made if is_reached(c, clocks)]
    stood = voice_of(heard, reached, rules)[2]
    gone = [c for c in reached if is_cancelled(c, heard, stood, rules)]
    claims = [c for c in reached if c not in gone]
    conduct = Conduct(claims, heard, rules)
    found = {c.event.id: None for c in conduct.run}
    found |= {c.event.id: "superseded" for c in conduct.gone}
    found |= {c.event.id: "trimmed_weak" if "W10" in rules else "superseded"
              for c in conduct.trimmed}
    found |= {c.event.id: rule for c, rule in conduct.lost.items()}
    found |= {c.event.id: "cancelled_pledge" for c in gone}
    for event in events:
        claim = Claim(event, rules)
        if not is_reached(claim, clocks):
            continue
        if is_conditional(event, rules) and claim.level:
            found[event.id] = "conditional"
        elif claims_nothing(event, rules) and event.type == "continued_business":
            found[event.id] = "wind_down"
    return found
