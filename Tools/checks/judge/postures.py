"""The posture rules: what a company says and does in a market, and what contradicts it."""

import collections
import math

from view import DEPTH, in_view, limited, merged, rank, registrations

# What a company's postures are made of.
MOVES = ("public_announcement", "denial", "declined_comment", "compliance_review",
         "silent_reduction", "continued_business", "resumption", "exit")

# How many days before a defence claims at other levels still contest it.
DAYS_BEFORE_DEFENCE = 60

# How many days apart two reports at different levels contradict each other.
DAYS_OF_CONFLICT = 7

# How many days may pass without a claim before an answer says that it is stale.
DAYS_UNTIL_STALE = 365

# The rules that overrule only what the company itself says, however often it says so.
OWN_WORD = ("observed_period", "defence", "own_conduct", "repeated_word", "due_day")

# What each weak kind of word displaces; every other word displaces whatever was said before.
DISPLACES = {"declined": {"silent", "declined", "spoke"}, "spoke": {"silent", "declined", "spoke"},
             "denied": {"silent", "declined", "spoke", "denied"}}


class Claim:
    """What an event says about a company's conduct: a level, from a day, on someone's word."""

    def __init__(self, event, rules):
        self.event, self.date = event, event.counts
        self.announced = event.type == "public_announcement"
        level = event.get("level")
        self.basis = "declared" if self.announced or event.is_disclosed() else "reported"
        self.part = event.is_part(rules)
        self.excepted = "W5" in rules and event.get("until") is not None
        self.level = {"public_announcement": "exiting" if level == "exited" else level,
                      "resumption": "operating", "exit": "exited"}.get(event.type, level)
        if self.level:
            self.level = limited(self.level, self.part)
        self.depth = DEPTH.get(self.level)
        self.credible = event.credible
        self.defence = self.announced and level == "operating"
        self.order = event.place(self.date, rules)

    def comes_due(self):
        """Whether it counts only because a day came, after that of the announcement."""
        said = self.event.occurred
        return self.announced and (self.date.first, self.date.last) > (said.first, said.last)

    def covers(self, day):
        """Whether it is a credible report of others over a period that has this day."""
        return self.basis == "reported" and self.credible and self.date.interval \
            and day <= self.event.told(self.date)


def claims_of(events, rules):
    """The claims that events make, in order of their own days."""
    kinds = ("public_announcement", "silent_reduction", "continued_business", "resumption", "exit")
    claims = [Claim(e, rules) for e in events if e.type in kinds and not claims_nothing(e, rules)]
    return sorted((c for c in claims if c.level), key=lambda c: c.order)


def claims_nothing(event, rules):
    """Whether a word depends on something, or the business is only being wound down."""
    return is_conditional(event, rules) \
        or "W5" in rules and event.type == "continued_business" and event.get("wind_down") is True


def is_conditional(event, rules):
    return "W14" in rules and event.type == "public_announcement" \
        and event.get("condition") is not None


def word_of(event, rules):
    """What the company says with an event, as (kind, level); none if it is not its word."""
    level, part = event.get("level"), event.is_part(rules)
    if event.type == "public_announcement":
        if level is None:
            return ("spoke", None) if "W7" in rules else None
        if level == "exiting" and "W3" in rules:
            level = "exited"
        return ("defended", None) if level == "operating" else ("announced", limited(level, part))
    if event.type in ("resumption", "exit") and event.is_disclosed():
        return ("reversed", None) if event.type == "resumption" \
            else ("announced", limited("exited", part))
    if event.type == "denial" and not event.get("body"):
        return "denied", None
    return ("declined", None) if event.type == "declined_comment" else None


def is_word(event, rules):
    """Whether the company itself says what it does."""
    word = word_of(event, rules)
    return word is not None and word[0] in ("announced", "defended", "reversed")


def depth_of(word):
    return DEPTH[word[1]] if word[1] else 0


def displaces(event, word, said, row, rules):
    """Whether a word takes the place of what was said before."""
    if said[0] not in DISPLACES.get(word[0], [said[0]]):
        return False
    whole = any(not e.is_part(rules) for e in row)
    return not (event.is_part(rules) and whole and depth_of(word) < depth_of(said))


def voice_of(events, made, rules):
    """What it says now, as (kind, level), the unbroken row of words that say so, and all words
    that stood at some time."""
    said, row, stood = ("silent", None), [], []
    for number, event in enumerate(events):
        word = word_of(event, rules)
        if word and displaces(event, word, said, row, rules) and not keeps_own(
                event, events[:number],
                [c for c in made if not is_cancelled(c, events, stood, rules)], said, row, rules):
            row = row + [event] if word == said else [event]
            said = word
            stood.append(event)
    return said, row, stood


def keeps_own(event, heard, claims, said, row, rules):
    """Whether a defence leaves the word by which the company declared what it does."""
    if "W15" not in rules or word_of(event, rules) != ("defended", None) \
            or is_conditional(event, rules) or due_of(event, rules):
        return False
    if said[0] != "announced" or due_in(row, rules) or is_conditional(row[-1], rules):
        return False
    place = event.place(event.occurred, rules)
    earlier = [c for c in claims if c.order < place]
    run = Conduct(earlier, heard, rules).run
    return declares(run) and run[0].level == said[1]


def declares(run):
    """Whether the company declared a level that only a resumption or a report lifts."""
    return bool(run) and run[0].depth > 0 and run[0].level != "exiting" \
        and any(c.credible and c.basis == "declared" for c in run)


def other_lines(these, those):
    """Whether two lists of events name lines, and none in common."""
    named = [{line.casefold() for e in events for line in e.get("lines") or []}
             for events in (these, those)]
    return all(e.get("lines") for e in these + those) and all(named) \
        and not named[0] & named[1]


def is_cancelled(pledge, heard, stood, rules):
    """Whether a word that stood came before the day of a pledge, which then claims nothing.

    `heard` are those that the valid clock reaches: nothing cancels what was not said yet.
    """
    made = pledge.event
    if not is_pledge(made, rules) or made not in heard:
        return False
    later = [e for e in stood if cancels(e, made, rules)]
    if "W9" in rules:
        return any(e.place(e.occurred, rules) < pledge.order for e in later)
    return any(e.occurred.first < pledge.date.first for e in later)


def cancels(event, made, rules):
    """Whether a word takes back what an earlier one pledged."""
    if not is_word(event, rules) \
            or event.place(event.occurred, rules) <= made.place(made.occurred, rules):
        return False
    if "W6" in rules and same_dates(event, event.occurred) == same_dates(made, made.occurred):
        return False
    return "W9" not in rules or due_of(event, rules) is not None \
        or not says_again(event, rules) or word_of(event, rules) != word_of(made, rules)


def same_dates(event, date):
    return date.first, date.last, event.published.first


def is_pledge(event, rules):
    """Whether an announcement names a day that may come after it: its due day."""
    return event.type == "public_announcement" and event.get("level") is not None \
        and event.is_ahead() and not is_conditional(event, rules)


class Conduct:
    """The claims of a company in order, each of which wins or loses by a rule."""

    def __init__(self, claims, heard, rules):
        self.heard, self.claims, self.rules = heard, claims, rules
        self.run, self.trimmed, self.lost, self.gone = [], [], {}, {}
        for claim in claims:
            rule = self.overruled(claim)
            if rule:
                self.lost[claim] = rule
                continue
            if self.run and self.run[0].level != claim.level:
                self.gone |= {old: claim for old in self.run}
                self.run = []
            self.run.append(claim)
        firm = [i for i, c in enumerate(self.run) if c.credible]
        if firm:
            self.trimmed, self.run = self.run[:firm[0]], self.run[firm[0]:]

    def overruled(self, claim):
        """The rule by which a claim does not displace the run; a claim at its level joins it."""
        run, rules = self.run, self.rules
        if not run or run[0].level == claim.level:
            return None
        deeper = DEPTH[run[0].level] > claim.depth
        credible = [c for c in run if c.credible]
        reports = [c for c in credible if c.basis == "reported"]
        own = claim.basis == "declared"
        asked = [
            ("done_already", "W3" in rules and claim.announced and run[0].level == "exited"
             and claim.level == "exiting"),
            ("weak_claim", credible and not claim.credible),
            ("part_of_business", claim.part and deeper and any(not c.part for c in run)),
            ("exception", claim.excepted and deeper),
            ("observed_period", "W4" in rules and own
             and any(c.covers(claim.date.first) for c in run)),
            ("defence", claim.defence and reports),
            ("own_conduct", "W15" in rules and claim.defence and declares(run)),
            ("repeated_word", "W1" in rules and claim.announced and reports
             and self.repeats(claim, reports[0])),
            ("due_day", "W16" in rules and reports and claim.comes_due()),
        ]
        return next((rule for rule, holds in asked if holds), None)

    def repeats(self, claim, report):
        """Whether an announcement says what the company had said already when a report came."""
        before = [e for e in self.heard if e.place(e.occurred, self.rules) < claim.order
                  and e.occurred.first <= max(report.event.published.first, report.date.first)]
        earlier = [c for c in self.claims if c.order < claim.order]
        said, row, _ = voice_of(before, earlier, self.rules)
        return bool(row) and row[-1].type == "public_announcement" \
            and said[0] != "spoke" and said == word_of(claim.event, self.rules) \
            and not ("W18" in self.rules and other_lines([claim.event], row))


def contested(conduct, claims, events, words, rules):
    """The events that contradict the run or the latest word, each with its rule."""
    run, found = conduct.run, {}

    def add(rule, against):
        for event in against:
            found.setdefault(event.id, rule(event) if callable(rule) else rule)

    others_said = [e for e in words[:-1] if is_other_word(e, words, rules)] if "W6" in rules else []
    if not run:
        add("same_day", others_said)
        return list(found.items())

    start, level = run[0], run[0].level
    others = [c for c in claims if c.level != level]
    if start.defence:
        add("before_defence", [c.event for c in others if c.order < start.order
                               and start.date.first - DAYS_BEFORE_DEFENCE <= c.date.first])
    report = next((c for c in run if c.basis == "reported"), None)
    if report and "W6" in rules:
        add("conflicting_report", [c.event for c in others if contradicts(c, report)])
    if "W17" in rules:
        add("overlapping_report", [c.event for c in others if c.order < start.order
                                   and c.covers(start.date.first)])
    if "W6" in rules:
        first = (conduct.trimmed + run)[0]
        add("same_day", [c.event for c in others if conduct.gone.get(c) is first
                         and same_dates(c.event, c.date) == same_dates(start.event, start.date)
                         and not (level == "exited" and c.announced and c.level == "exiting")])
    rule_of, said = {c.event: conduct.lost.get(c, "lost") for c in others}, set()
    for claim in (c for c in others if c.order > start.order):
        rule, key = rule_of[claim.event], (rule_of[claim.event], claim.level)
        again = "W19" in rules and rule in OWN_WORD and key in said
        said.add(key)
        if rule != "done_already" and not again:
            add(rule, [claim.event])
    if "W19" in rules:
        for claim in others:
            if goes_with(claim, run):
                found.pop(claim.event.id, None)
    add("same_day", others_said)
    add("denial", [e for e in events if denies(e, run, rules)])
    return list(found.items())


def goes_with(claim, run):
    """Whether a withdrawal from a part agrees with a deeper one from the whole business."""
    return claim.part and 0 < claim.depth < run[0].depth and (
        claim.basis == "declared" and run[0].level == "exited"
        or any(c.basis == claim.basis and not c.part for c in run))


def contradicts(claim, report):
    """Whether another report says something else within a week, by another publisher."""
    days = report.date.first - claim.date.first if report.date.first > -math.inf \
        or claim.date.first > -math.inf else 0
    return claim.basis == "reported" and claim.order < report.order \
        and 0 <= days <= DAYS_OF_CONFLICT and claim.credible == report.credible \
        and not publishers(claim.event) & publishers(report.event)


def publishers(event):
    """Who published an event: the origin of each source, or who printed it."""
    return {(s.get("origin") or s["publisher"]).casefold() for s in event.get("evidence")}


def is_other_word(event, words, rules):
    """Whether a word of the same dates as the latest one said something else."""
    latest = words[-1]
    if not is_word(event, rules) \
            or same_dates(event, event.occurred) != same_dates(latest, latest.occurred):
        return False
    word, last = word_of(event, rules), word_of(latest, rules)
    if "W19" in rules and event.is_part(rules) and not latest.is_part(rules) \
            and 0 < depth_of(word) < depth_of(last):
        return False
    if word != last or is_conditional(event, rules) != is_conditional(latest, rules):
        return True
    due, named = due_of(event, rules), due_in(row_of(words, rules), rules)
    return not (due is None and says_again(event, rules)) \
        and (due and (due.first, due.last)) != (named and (named.first, named.last))


def row_of(words, rules):
    """The unbroken row of words that say what the latest one says."""
    row = []
    for event in reversed(words):
        if word_of(event, rules) != word_of(words[-1], rules):
            break
        row.insert(0, event)
    return row


def has_tie(events):
    """Whether the position decides between two events: their dates and grades are the same."""
    keys = collections.Counter(
        key for e in events for key in {(same_dates(e, e.occurred), rank(e.grade)),
                                        (same_dates(e, e.counts), rank(e.grade))})
    return any(number > 1 for number in keys.values())


def due_of(event, rules):
    """The day that a word names for what it announces."""
    return event.effective if is_pledge(event, rules) else None


def due_in(row, rules):
    """The day that a row of words names: a word that says the same again leaves it."""
    for event in reversed(row):
        if due_of(event, rules) or not says_again(event, rules):
            return due_of(event, rules)
    return None


def says_again(event, rules):
    """Whether a word that names no day can leave the day that was named before."""
    return "W9" in rules and event.type == "public_announcement" \
        and not is_conditional(event, rules)


def denies(event, run, rules):
    """Whether a denial stands against the run."""
    about_report = event.get("subject") in (None, "report")
    if event.type != "denial" or "denials" in rules and not about_report:
        return False
    named = event.get("denies") or []
    if named:
        return any(c.event.id in named for c in run)
    about = event.get("company") and not ("denials" in rules and event.get("lines"))
    return bool(about) and event.occurred.first >= run[0].date.first


def posture(events, clocks, disputes=()):
    """A company's posture in one market, from its events in view and denials in nobody's name."""
    to, rules = clocks.to, clocks.rules
    heard = sorted((e for e in events if e.day(e.occurred, clocks) <= to),
                   key=lambda e: e.place(e.occurred, rules))
    made = claims_of(events, rules)
    said, row, stood = voice_of(heard, [c for c in made if is_reached(c, clocks)], rules)
    standing = [c for c in made if not is_cancelled(c, heard, stood, rules)]
    claims = [c for c in standing if is_reached(c, clocks)]
    counted = heard + [c.event for c in claims]
    if not counted:
        return None
    conduct = Conduct(claims, heard, rules)
    due = due_in(row, rules)
    disputes = [e for e in disputes if e.day(e.occurred, clocks) <= to]
    answer = {
        "voice.kind": said[0], "voice.level": said[1], "voice.depth": depth_of(said),
        "voice.since": row[0].occurred.text if row else None,
        "voice.events": [e.id for e in row],
        "voice.condition": row[-1].get("condition")
        if row and is_conditional(row[-1], rules) else None,
        "contested": contested(conduct, claims, sorted(
            heard + disputes, key=lambda e: e.place(e.occurred, rules)), stood, rules),
        "pledges": sorted(
            c.event.id for c in standing if is_pledge(c.event, rules) and c.event in heard
            and not is_reached(c, clocks)
            and not ("W9" in rules and any(cancels(e, c.event, rules) for e in stood))),
        "lastEvidence": max((e.published for e in counted), key=lambda d: (d.first, d.last)).text,
        "conduct.level": "unknown", "conduct.depth": None, "conduct.basis": None,
        "conduct.grade": None, "conduct.since": None, "conduct.events": [], "gap": None,
        "reading": "unknown", "due": due.text if due else None, "overdue": None, "age": None,
        "stale": None,
    } | review_of(heard)
    run = conduct.run
    if run:
        answer |= {
            "conduct.level": run[0].level, "conduct.depth": run[0].depth,
            "conduct.basis": "reported" if any(c.basis == "reported" for c in run) else "declared",
            "conduct.grade": min((c.event.grade for c in run), key=rank),
            "conduct.since": run[0].date.text, "conduct.events": [c.event.id for c in run],
            "stale": None if run[0].level == "exited" and "W8" in rules else stale(claims, clocks),
        }
        answer |= reading(said, row, conduct, claims, clocks)
    return answer


def is_reached(claim, clocks):
    return claim.event.day(claim.date, clocks) <= clocks.to


def review_of(heard):
    """The state of the company's compliance reviews."""
    reviews = [e for e in heard if e.type == "compliance_review"]
    last = [e for e in reviews if all(later.get("phase") == reviews[-1].get("phase")
                                      for later in reviews[reviews.index(e):])]
    phase = last[-1].get("phase") if last else "none"
    return {"review.state": "open" if phase == "opened" else phase,
            "review.since": last[0].occurred.text if last else None,
            "review.outcome": last[-1].get("outcome") if last else None}


def stale(claims, clocks):
    """How many days before the query's day the newest claim is, if that is more than a year."""
    if "W8" not in clocks.rules:
        return None
    days = clocks.to - max(min(c.event.told(c.date), clocks.to) for c in claims)
    return count(days) if days > DAYS_UNTIL_STALE else None


def count(days):
    """A number of days, if its two ends are known."""
    return int(days) if math.isfinite(days) else None


def reading(said, row, conduct, claims, clocks):
    """What word and conduct read as together, and what it counts."""
    rules, run = clocks.rules, conduct.run
    exits = [c for c in run if c.event.type == "exit" and not c.part]
    if any(c.event.get("mode") == "seized" for c in (exits[-1:] if "W3" in rules else exits)):
        return {"reading": "not_applicable"}
    if row and is_conditional(row[-1], rules) and \
            run[-1].order[:3] <= same_dates(row[-1], row[-1].occurred):
        return {"reading": "conditional"}
    depth = run[0].depth
    sourced = said[0] == "declined" or any(c.event.type == "silent_reduction" for c in run)
    if "W7" in rules and said[0] in ("silent", "declined", "spoke") and not (depth > 0 and sourced):
        return {"reading": "no_word"}
    if "W18" in rules and row and other_lines(row, [c.event for c in run]):
        return {"reading": "other_lines"}
    gap = depth_of(said) - depth
    if gap <= 0:
        age = {"age": count(clocks.to - run[0].date.first)} if gap else {}
        return {"gap": gap, "reading": "quiet_retreat" if gap < 0 else "in_line"} | age
    age = count(clocks.to - row[0].occurred.first) if row else None
    return {"gap": gap, "age": age} | kept(said, row, conduct, claims, clocks)


def kept(said, row, conduct, claims, clocks):
    """What a word that says more than the company does reads as."""
    rules, due = clocks.rules, due_in(row, clocks.rules)
    if due and due.day(clocks) > clocks.to:
        return {"reading": "pledged"}
    late = due is not None and due.last < clocks.to
    overdue = {"overdue": count(clocks.to - due.last) if late else None}
    if late and "W13" in rules and not any(
            c.credible and c.event.told(c.date) > due.last for c in claims):
        return {"reading": "unconfirmed"} | overdue
    leaves = said[1] in ("exiting", "exited")
    if "W2" in rules:
        leaves = leaves and conduct.run[0].level in ("suspended", "exiting")
    if leaves and not late:
        return {"reading": "under_way" if stale(claims, clocks) is None else "nothing_since"}
    if due and not late and "W13" in rules:
        return {"reading": "pledged"}
    return {"reading": "unkept_word"} | overdue


def groups_of(log, clocks, registered):
    """The events in view by company and market; denials in no company's name under None."""
    groups = collections.defaultdict(list)
    for event in in_view(log, clocks):
        company = event.get("company") and merged(registered, event.get("company"), clocks)
        if event.type in MOVES and (company or "denials" in clocks.rules):
            for market in event.get("markets"):
                groups[company, market].append(event)
    return groups


def postures(log, clocks):
    """Every posture of a log, by company and market."""
    registered = registrations(log, clocks)
    groups = groups_of(log, clocks, registered)
    answers = {(company, market): posture(events, clocks, groups.get((None, market), []))
               for (company, market), events in groups.items() if company}
    return {key: answer | {"name": registered.get(key[0], {}).get("name", key[0])}
            for key, answer in answers.items() if answer}
