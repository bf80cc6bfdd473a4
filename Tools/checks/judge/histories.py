"""Random logs: a few companies and measures, with everything that can happen to them."""

from dates import Date, iso, ordinal
from postures import DEPTH

BASE = ordinal(2022, 2, 20)
PHASES = ["threatened", "proposed", "adopted", "in_force", "amended", "suspended", "extended",
          "lifted", "expired"]


def any_date(rng, near=None):
    """A date in spring 2022 as sources give them: mostly a day, often near another."""
    day = near + rng.choice([0, 0, 1, 5, 30]) if near else BASE + rng.randrange(70)
    exact = iso(day)
    month, year = exact[:7], exact[:4]
    return rng.choices(
        [exact, month, month + "~", year, "2022-33", exact + "/" + iso(day + rng.randrange(40)),
         exact + "/..", "../" + exact, "[%s,%s]" % (exact, iso(day + rng.randrange(1, 9))),
         exact + "?", month + "-XX", "{%s,%s}" % (month, iso(day + 40)[:7])],
        [60, 6, 3, 1, 1, 4, 1, 1, 2, 2, 1, 1])[0]


def evidence(rng):
    """One to three sources of any grade."""
    grades = ["A1", "B2", "C2", "C3", "D1", "E4", "F6", "A6", None]
    sources = []
    for number in range(rng.choice([1, 1, 1, 2, 3])):
        grade = rng.choice(grades)
        sources.append({"publisher": "Source %d" % number} | ({"grade": grade} if grade else {}))
    return sources


def start_of(event):
    """The first day on which an event can have happened, if it has one."""
    return max(Date(event["occurred"]).first, BASE)


def company_event(rng, name, company, earlier):
    """Something that a company says or does; a denial may name earlier events."""
    event = {"id": name, "v": 1, "company": company, "evidence": evidence(rng),
             "markets": rng.choice([["RU"], ["RU"], ["BY"], ["RU", "BY"]])}
    event["occurred"] = any_date(rng)
    event["published"] = event["occurred"] if rng.random() < 0.5 else any_date(rng)
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
        event["denies"] = rng.sample(earlier, min(len(earlier), rng.choice([1, 1, 2])))
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
    return event


def measure_event(rng, name, key, keys):
    """A step of a measure, perhaps under another."""
    event = {"id": name, "v": 1, "type": "government_measure", "body": "body", "markets": ["RU"],
             "measure": key, "title": "A step", "instrument": "order", "push": "none",
             "evidence": evidence(rng), "occurred": any_date(rng),
             "phase": rng.choices(PHASES, [2, 2, 3, 6, 2, 4, 3, 2, 1])[0]}
    event["published"] = event["occurred"] if rng.random() < 0.5 else any_date(rng)
    if rng.random() < 0.3:
        event["effective"] = any_date(rng, start_of(event))
    if event["phase"] == "extended" or rng.random() < 0.3:
        event["until"] = iso(start_of(event) + rng.randrange(90))
    if rng.random() < 0.3:
        event["power"] = True
    if keys and rng.random() < 0.3:
        event["under"] = rng.choice(keys)
    return event


class History:
    """A log that grows by random events, each of which the product must accept."""

    def __init__(self, rng, companies=24):
        self.rng = rng
        self.companies = ["c%d" % n for n in range(companies)]
        self.log = [{"id": "body-1", "type": "body_registered", "v": 1, "body": "body",
                     "name": "Body", "jurisdiction": "RU"}]
        self.log += [{"id": "reg-" + c, "type": "company_registered", "v": 1, "company": c,
                      "name": c, "country": "CN"} for c in self.companies]
        self.content = {}  # events by id, as first recorded
        self.amended = {}  # amendments by id, with what a retraction withdraws
        self.keys = []  # of measures that have a step
        owners = [c for c in self.companies for _ in range(rng.randrange(1, 9))]
        owners += ["m%d" % n for n in range(companies // 2) for _ in range(rng.randrange(1, 6))]
        rng.shuffle(owners)
        for number, owner in enumerate(owners):
            self.grow("e%d" % number, owner)

    def grow(self, name, owner):
        """Adds an event of a company or measure, or an amendment to one of its earlier events."""
        withdrawn = self.withdrawn()
        own = [i for i, e in self.content.items()
               if owner in (e.get("company"), e.get("measure")) and i not in withdrawn]
        chance = self.rng.random()
        if own and chance < 0.12:
            self.amend(name, "correction", corrects=(target := self.rng.choice(own)),
                       replacement=self.replacement(target, owner, own))
        elif own and chance < 0.22:
            amendments = [a for a in self.amended if a not in withdrawn][-4:]
            self.amend(name, "retraction", retracts=self.rng.choice(own + amendments * 2))
        else:
            self.content[name] = self.fresh(name, owner, own)
            self.log.append(self.content[name])
            if owner[0] == "m" and owner not in self.keys:
                self.keys.append(owner)

    def fresh(self, name, owner, own):
        if owner[0] == "m":
            return measure_event(self.rng, name, owner, [k for k in self.keys if k != owner])
        return company_event(self.rng, name, owner, own)

    def replacement(self, target, owner, own):
        """An event's content with one thing changed, or another content altogether."""
        changed = dict(self.content[target])
        change = self.rng.choice(["occurred", "published", "company", "all"])
        if change in ("occurred", "published"):
            changed[change] = any_date(self.rng)
        elif change == "company" and owner[0] == "c":
            changed["company"] = self.rng.choice(self.companies)
        else:
            changed = self.fresh(target, owner, own)
            # What it refers to may be recorded later than what it replaces.
            changed.pop("denies", None)
            changed.pop("under", None)
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
