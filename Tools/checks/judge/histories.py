"""Random logs: a few companies and measures, with everything that can happen to them."""

import random

from dates import Date, iso, ordinal
from postures import MOVES
from view import DEPTH

BASE = ordinal(2022, 2, 20)
PHASES = ["threatened", "proposed", "adopted", "in_force", "amended", "suspended", "extended",
          "lifted", "expired"]
ENDS = ("suspended", "extended", "lifted", "expired")
PUBLISHERS = ["Wire", "wire", "Gazette", "Herald", "Observer", "Post", "Times"]
LINES = ["trucks", "beer", "cards"]


def any_date(rng, near=None):
    """A date in spring 2022 as sources give them: mostly a day, often near another."""
    day = near + rng.choice([0, 0, 1, 5, 30]) if near else BASE + rng.randrange(70)
    exact = iso(day)
    month, year = exact[:7], exact[:4]
    return rng.choices(
        [exact, month, month + "~", year, "2022-33", exact + "/" + iso(day + rng.randrange(40)),
         exact + "/..", "../" + exact, "[%s,%s]" % (exact, iso(day + rng.randrange(1, 9))),
         exact + "?", month + "-XX", "{%s,%s}" % (month, iso(day + 40)[:7]), exact + "/",
         "[..%s]" % exact, month + "/" + year + "-12", year + "-01/" + year + "-12"],
        [60, 6, 3, 1, 1, 5, 1, 1, 2, 2, 1, 1, 1, 1, 1, 2])[0]


def evidence(rng, version):
    """One to three sources of any grade; a paper may print what an agency wrote."""
    grades = ["A1", "B2", "C2", "C3", "D1", "E4", "F6", "A6", None]
    sources = []
    for publisher in rng.sample(PUBLISHERS, rng.choice([1, 1, 1, 2, 3])):
        source, grade = {"publisher": publisher}, rng.choice(grades)
        if grade:
            source["grade"] = grade
        if version == 2 and rng.random() < 0.2:
            source["origin"] = rng.choice(PUBLISHERS)
        sources.append(source)
    return sources


def start_of(event):
    """The first day on which an event can have happened, if it has one."""
    return max(Date(event["occurred"]).first, BASE)


def dated(rng, event, twin=None):
    """Gives an event its dates, perhaps those of another one."""
    if twin and rng.random() < 0.25:
        event["occurred"], event["published"] = twin["occurred"], twin["published"]
    else:
        event["occurred"] = any_date(rng)
        event["published"] = event["occurred"] if rng.random() < 0.5 else any_date(rng)
    return event


def company_event(rng, name, company, version, earlier, keys):
    """Something that a company says or does; a denial may name earlier events."""
    event = {"id": name, "v": version, "company": company, "evidence": evidence(rng, version),
             "markets": rng.choice([["RU"], ["RU"], ["BY"], ["RU", "BY"]])}
    dated(rng, event, rng.choice(list(earlier.values())) if earlier else None)
    event["type"] = rng.choices(
        ["public_announcement", "denial", "declined_comment", "compliance_review",
         "silent_reduction", "continued_business", "resumption", "exit"],
        [10, 3, 1, 1, 6, 5, 2, 2])[0]
    kind = event["type"]
    if kind == "public_announcement":
        if rng.random() < 0.9:
            event["level"] = rng.choice(list(DEPTH) + ["operating"] * 3 + ["exited"] * 2)
        if rng.random() < 0.35:
            event["effective"] = any_date(rng, start_of(event))
    elif kind == "denial" and earlier and rng.random() < 0.6:
        event["denies"] = rng.sample(sorted(earlier), min(len(earlier), rng.choice([1, 1, 2])))
    elif kind == "compliance_review":
        event["phase"] = rng.choice(["opened", "concluded"])
    elif kind == "silent_reduction":
        event["level"] = rng.choice(["reducing", "suspended", "suspended", "exited"])
    elif kind == "continued_business" and rng.random() < 0.9:
        event["level"] = rng.choice(["expanding", "operating", "holding"])
    elif kind == "resumption":
        event["disclosed"] = rng.random() < 0.5
    elif kind == "exit":
        event["disclosed"] = rng.random() < 0.5
        event["mode"] = rng.choice(["sold", "seized", "walked_away"])
    if version == 2:
        detail(rng, event, keys)
    return event


def detail(rng, event, keys):
    """What version 2 lets an event of a company say besides."""
    kind = event["type"]
    often, seldom = rng.random() < 0.3, rng.random() < 0.15
    may_have_lines = DEPTH.get(event.get("level"), 0) <= DEPTH["reducing"]
    if kind in ("public_announcement", "silent_reduction", "denial", "continued_business",
                "resumption", "exit") and may_have_lines and often:
        event["lines"] = rng.sample(LINES, rng.choice([1, 2]))
    if kind in ("silent_reduction", "continued_business", "resumption", "exit") \
            and rng.random() < 0.2:
        event["claimant"] = rng.choice([{"body": "body"}, {"name": "A minister"},
                                        {"body": "body", "name": "Its head"}])
    if kind in ("public_announcement", "silent_reduction", "exit") and keys and seldom:
        event["follows"] = [rng.choice(keys)]
    if kind == "public_announcement" and rng.random() < 0.15:
        event["condition"] = "unless it gets a waiver"
    if kind in ("continued_business", "resumption") and rng.random() < 0.25:
        event["until"] = any_date(rng, start_of(event))
    if kind == "continued_business" and rng.random() < 0.25:
        event["wind_down"] = rng.random() < 0.8
    if kind == "denial":
        if rng.random() < 0.4:
            event["subject"] = rng.choice(["report", "role", "motive"])
        if rng.random() < 0.3:
            event["body"] = "body"
            if rng.random() < 0.5:
                del event["company"]


def measure_event(rng, name, key, version, keys, companies, twin):
    """A step of a measure, perhaps under others, perhaps about a few companies."""
    event = {"id": name, "v": version, "type": "government_measure", "body": "body",
             "markets": ["RU"], "measure": key, "title": "Step " + name, "instrument": "order",
             "push": "none", "evidence": evidence(rng, version),
             "phase": rng.choices(PHASES, [2, 2, 3, 6, 2, 4, 3, 2, 1])[0]}
    dated(rng, event, twin)
    if rng.random() < 0.3:
        event["effective"] = any_date(rng, start_of(event))
    if event["phase"] == "extended" or rng.random() < 0.3:
        event["until"] = iso(start_of(event) + rng.randrange(90))
    if rng.random() < 0.3:
        event["power"] = True
    if keys and rng.random() < 0.3:
        event["under"] = rng.choice(keys)
        if version == 2:
            event["under"] = rng.sample(keys, min(len(keys), rng.choice([1, 2, 2])))
            if rng.random() < 0.3:
                event["used_by"] = rng.choice(["state", "court"])
    if version == 2 and rng.random() < 0.1:
        event["push"] = "permit"
    if rng.random() < (0.5 if event["phase"] in ENDS else 0.6):
        event["addressees"] = rng.choices(
            [{"companies": rng.sample(companies[:3], rng.choice([1, 1, 2]))}, {"all": True},
             {"countries": ["CN"]}, {"sectors": ["beer"]},
             {"countries": ["CN"], "companies": [companies[0]]}],
            [9 if event["phase"] in ENDS else 4, 1, 1, 1, 1])[0]
    return event


class History:
    """A log that grows by random events, each of which the product must accept."""

    def __init__(self, rng, versions=(1, 2), companies=24):
        self.rng, self.versions = rng, versions
        self.chance = random.Random(str(rng.getstate()))  # of captures: all else stays as it is
        self.companies = ["c%d" % n for n in range(companies)]
        self.log = [{"id": "body-1", "type": "body_registered", "v": 1, "body": "body",
                     "name": "Body", "jurisdiction": "RU"}]
        self.log += [self.registration("reg-" + c, c, first=True) for c in self.companies]
        self.content = {}  # events by id, as first recorded
        self.amended = {}  # amendments by id, with what a retraction withdraws
        self.keys = []  # of measures that have a step
        owners = [c for c in self.companies for _ in range(rng.randrange(1, 9))]
        owners += ["m%d" % n for n in range(companies // 2) for _ in range(rng.randrange(1, 8))]
        rng.shuffle(owners)
        for number, owner in enumerate(owners):
            self.grow("e%d" % number, owner)

    def grow(self, name, owner):
        """Adds an event of a company or measure, or an amendment to one of its earlier events; now
        and then a capture, which moves nothing."""
        if self.chance.random() < 0.1:
            self.log.append({"id": "capture-" + name, "type": "capture", "v": 1,
                             "urls": ["https://example.org/" + name], "sha256": "0" * 64,
                             "bytes": 1, "media": "text/html", "captured": "2022-05-06T09:00Z"})
        withdrawn = self.withdrawn()
        own = {i: e for i, e in self.content.items()
               if owner in (e.get("company"), e.get("measure")) and i not in withdrawn}
        chance = self.rng.random()
        if own and chance < 0.12:
            target = self.rng.choice(list(own))
            self.amend(name, "correction", corrects=target,
                       replacement=self.replacement(target, owner, own))
        elif own and chance < 0.22:
            amendments = [a for a in self.amended if a not in withdrawn][-4:]
            self.amend(name, "retraction", retracts=self.rng.choice(list(own) + amendments * 2))
        else:
            self.content[name] = self.fresh(name, owner, own)
            self.log.append(self.content[name])
            if owner[0] == "m" and owner not in self.keys:
                self.keys.append(owner)

    def fresh(self, name, owner, own):
        """Something new about a company or measure."""
        version = self.rng.choice(self.versions)
        moves = {i: e for i, e in own.items() if e["type"] != "company_registered"}
        if owner[0] == "m":
            return measure_event(
                self.rng, name, owner, version, [k for k in self.keys if k != owner],
                self.companies, self.rng.choice(list(own.values())) if own else None)
        if self.rng.random() < 0.08:
            return self.registration(name, owner)
        return company_event(self.rng, name, owner, version, moves, self.keys)

    def registration(self, name, company, first=False):
        """Who a company is, perhaps from a day on; one may be merged into a later one."""
        rng, version = self.rng, self.rng.choice(self.versions)
        event = {"id": name, "type": "company_registered", "v": version, "company": company,
                 "name": company if first else "%s by %s" % (company, name),
                 "country": rng.choice(["CN", "CN", "DE"]), "sector": rng.choice(["beer", "cars"])}
        if rng.random() < (0.2 if first else 0.6):
            event["occurred"] = any_date(rng)
        if rng.random() < (0.1 if first else 0.4):
            event["published"] = any_date(rng)
        later = self.companies[self.companies.index(company) + 1:]
        if version == 2:
            if rng.random() < 0.2:
                del event["country"]
            if later and not first and rng.random() < 0.4:
                event["merged_into"] = rng.choice(later)
        # By chance of its own, so that the seeds keep their histories.
        owners = random.Random("%s %s" % (name, len(self.log)))
        before = self.companies[:self.companies.index(company)]
        if before and owners.random() < 0.4:
            event["parent"] = owners.choice(before)
        return event

    def replacement(self, target, owner, own):
        """An event's content with one thing changed, or another content altogether."""
        changed = dict(self.content[target])
        if changed["type"] == "company_registered":
            return self.registration(target, owner)
        change = self.rng.choice(["occurred", "published", "company", "all"])
        if change in ("occurred", "published"):
            changed[change] = any_date(self.rng)
        elif change == "company" and owner[0] == "c":
            changed["company"] = self.rng.choice(self.companies)
        else:
            while (changed := self.fresh(target, owner, own))["type"] == "company_registered":
                pass
            # What it refers to may be recorded later than what it replaces.
            for reference in ("denies", "under", "used_by", "follows"):
                changed.pop(reference, None)
        return changed

    def amend(self, name, kind, **fields):
        self.log.append({"id": name, "type": kind, "v": 1, "reason": "to be judged",
                         "published": any_date(self.rng)} | fields)
        self.amended[name] = fields.get("retracts")

    def withdrawn(self):
        """What retractions withdraw that are not withdrawn themselves, at the end of the log."""
        found = set()
        for name, about in reversed(self.amended.items()):
            if about and name not in found:
                found.add(about)
        return found


def shuffled(rng, log):
    """The same events with the companies' moves recorded in another order: of registrations, steps
    of measures and amendments the position itself decides something."""
    free = [n for n, e in enumerate(log) if e["type"] in MOVES]
    order = rng.sample(free, len(free))
    moved = list(log)
    for place, source in zip(free, order):
        moved[place] = log[source]
    # What refers to another event or a measure comes after all that it may refer to.
    last = [e for e in log if "denies" in e or "follows" in e] \
        + [e for e in log if e["type"] in ("correction", "retraction")]
    return [e for e in moved if e not in last] + last
