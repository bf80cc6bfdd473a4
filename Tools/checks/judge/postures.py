"""The posture rules: what a company says and does in a market, and what contradicts it."""

import collections

from view import in_view, rank

DEPTH = {"expanding": -1, "operating": 0, "holding": 1, "reducing": 2, "suspended": 3,
         "exiting": 4, "exited": 5}

# How many days before a defence claims at other levels still contest it.
DAYS_BEFORE_DEFENCE = 60


class Claim:
    """What an event says about a company's conduct: a level, from a day, on someone's word."""

    def __init__(self, event):
        self.event, self.date = event, event.counts
        self.announced = event.type == "public_announcement"
        level = event.get("level")
        own = self.announced or event.get("disclosed") is True
        self.basis = "declared" if own else "reported"
        self.level = {"public_announcement": "exiting" if level == "exited" else level,
                      "resumption": "operating", "exit": "exited"}.get(event.type, level)
        self.credible = event.credible
        self.defence = self.announced and level == "operating"
        self.order = event.order(self.date)


def claims_of(events):
    """The claims that events make, in order of their own days."""
    kinds = ("public_announcement", "silent_reduction", "continued_business", "resumption", "exit")
    claims = [Claim(e) for e in events if e.type in kinds]
    return sorted((c for c in claims if c.level), key=lambda c: c.order)


def is_word(event):
    """Whether the company itself says what it does."""
    if event.type == "public_announcement":
        return event.get("level") is not None
    return event.type in ("resumption", "exit") and event.get("disclosed")


def voice_of(events):
    """What it says now, as (kind, level), and the unbroken row of words that say so."""
    said, words = ("silent", None), []
    for event in events:
        level, now = event.get("level"), None
        if is_word(event):
            if event.type == "resumption":
                now = "reversed", None
            elif event.type == "exit":
                now = "announced", "exited"
            else:
                now = ("defended", None) if level == "operating" else ("announced", level)
        elif event.type == "denial" and said[0] in ("silent", "declined", "denied"):
            now = "denied", None
        elif event.type == "declined_comment" and said[0] in ("silent", "declined"):
            now = "declined", None
        if now:
            words = words + [event] if now == said else [event]
            said = now
    return *said, words


def cancelled(pledge, events):
    """Whether a later word of the company came before the pledge's due day.

    `events` are those that the valid clock reaches: nothing cancels what was not said yet.
    """
    if not is_pledge(pledge.event) or pledge.event not in events:
        return False
    return any(is_word(e) and e.order(e.occurred) > pledge.event.order(pledge.event.occurred)
               and e.occurred.first < pledge.date.first for e in events)


def is_pledge(event):
    """Whether an announcement names a day that may come after it: its due day."""
    return event.type == "public_announcement" and event.is_ahead()


def win(claims):
    """The run of winning claims, less weak ones before its first credible one.

    A claim at the run's own level displaces nothing, so it always wins.
    """
    run = []
    for claim in claims:
        trusted = [c for c in run if c.credible]
        if run and run[0].level != claim.level:
            if trusted and not claim.credible:
                continue
            if claim.defence and any(c.basis == "reported" for c in trusted):
                continue
            run = []
        run = run + [claim]
    firm = [i for i, c in enumerate(run) if c.credible]
    return run[firm[0]:] if firm else run


def contested(run, claims, events):
    """The events that contradict the run."""
    if not run:
        return []
    start, level = run[0], run[0].level
    others = [c for c in claims if c.level != level]
    against = {c.event.id for c in others if c.order > start.order}
    if start.defence:
        against |= {c.event.id for c in others
                    if start.date.first - DAYS_BEFORE_DEFENCE <= c.date.first and c.order < start.order}
    for event in events:
        if event.type == "denial":
            named = event.get("denies") or []
            if named and any(c.event.id in named for c in run):
                against.add(event.id)
            elif not named and event.occurred.first >= start.date.first:
                against.add(event.id)
    return sorted(against)


def posture(events, clocks):
    """A company's posture in one market, from its events in view."""
    to, strict = clocks.to, clocks.strict
    heard = sorted((e for e in events if e.occurred.day(strict) <= to),
                   key=lambda e: e.order(e.occurred))
    standing = [c for c in claims_of(events) if not cancelled(c, heard)]
    claims = [c for c in standing if c.date.day(strict) <= to]
    counted = sorted([(e.order(e.occurred), e) for e in heard]
                     + [(c.order, c.event) for c in claims], key=lambda pair: pair[0])
    if not counted:
        return None
    run = win(claims)
    kind, level, words = voice_of(heard)
    due = words[-1].effective if words and is_pledge(words[-1]) else None
    reviews = [e for e in heard if e.type == "compliance_review"]
    review = [e for e in reviews if all(later.get("phase") == reviews[-1].get("phase")
                                        for later in reviews[reviews.index(e):])]
    phase = review[-1].get("phase") if review else "none"
    last = max((e.published for _, e in counted), key=lambda d: (d.first, d.last))
    answer = {
        "voice.kind": kind, "voice.level": level, "voice.depth": DEPTH[level] if level else 0,
        "voice.since": words[0].occurred.text if words else None,
        "voice.events": [e.id for e in words],
        "review.state": "open" if phase == "opened" else phase,
        "review.since": review[0].occurred.text if review else None,
        "review.outcome": review[-1].get("outcome") if review else None,
        "contested": contested(run, claims, heard),
        "pledges": sorted(c.event.id for c in standing
                          if c.date.day(strict) > to and c.event in heard),
        "lastEvidence": last.text, "conduct.level": "unknown", "conduct.depth": None,
        "conduct.basis": None, "conduct.grade": None, "conduct.since": None, "conduct.events": [],
        "gap": None, "reading": "unknown", "due": due.text if due else None, "overdue": None,
    }
    if not run:
        return answer
    depth = DEPTH[run[0].level]
    answer |= {
        "conduct.level": run[0].level, "conduct.depth": depth,
        "conduct.basis": "reported" if any(c.basis == "reported" for c in run) else "declared",
        "conduct.grade": min((c.event.grade for c in run), key=rank),
        "conduct.since": run[0].date.text, "conduct.events": [c.event.id for c in run],
    }
    if any(c.event.get("mode") == "seized" for c in run):
        return answer | {"reading": "not_applicable"}
    gap = answer["voice.depth"] - depth
    return answer | {"gap": gap} | reading(gap, level, due, clocks)


def reading(gap, level, due, clocks):
    """What a gap reads as, given the level announced last and its due day."""
    if gap <= 0:
        return {"reading": "quiet_retreat" if gap < 0 else "in_line"}
    if due and due.day(clocks.strict) > clocks.to:
        return {"reading": "pledged"}
    late = due is not None and due.last < clocks.to
    if level in ("exiting", "exited") and not late:
        return {"reading": "under_way"}
    return {"reading": "unkept_word", "overdue": int(clocks.to - due.last) if late else None}


def postures(log, clocks):
    """Every posture of a log, by company and market."""
    groups = collections.defaultdict(list)
    for event in in_view(log, clocks):
        if event.get("company") and event.type != "company_registered":
            for market in event.get("markets"):
                groups[event.get("company"), market].append(event)
    answers = {key: posture(events, clocks) for key, events in groups.items()}
    return {key: answer for key, answer in answers.items() if answer}
