"""What a query knows: corrections and retractions first, then the clocks."""

import collections

from dates import Date


# The three clocks of a query and the rules that answer it; `known_by` is infinite if the
# public clock has no limit.
Clocks = collections.namedtuple("Clocks", "to known_by at strict rules")


# How far each level is from business as usual.
DEPTH = {"expanding": -1, "operating": 0, "holding": 1, "reducing": 2, "suspended": 3,
         "exiting": 4, "exited": 5}


class Event:
    """An event in view, with its content as corrected and its place in the log."""

    def __init__(self, content, position):
        self.content, self.position = content, position
        self.id, self.type = content["id"], content["type"]
        self.occurred = Date(content["occurred"])
        self.published = Date(content["published"])
        self.effective = Date(content["effective"]) if "effective" in content else None
        self.counts = self.effective or self.occurred
        grades = [g.get("grade", "F6") for g in content["evidence"]]
        self.grade = min(grades, key=rank)
        self.credible = credible(self.grade)

    def get(self, key):
        return self.content.get(key)

    def day(self, date, clocks):
        """The day on which something that the event says about a date counts as reached."""
        reached = date.day(clocks)
        return min(reached, self.told(date)) if clocks.strict and "W12" in clocks.rules else reached

    def told(self, date):
        """The last day that a date may mean, as what occurred cannot be later than its report."""
        if date.text == self.occurred.text and self.published.last < date.last:
            return max(self.published.last, date.first)
        return date.last

    def order(self, date):
        """The place in time of something that the event says about a date."""
        return date.first, date.last, self.published.first, self.position

    def place(self, date, rules):
        """The place of a word or a claim, where of the same dates the better grade comes last."""
        weight = tuple(-int(part) for part in rank(self.grade)) if "W6" in rules else ()
        return date.first, date.last, self.published.first, weight, self.position

    def is_disclosed(self):
        """Whether a resumption or an exit is the company's own word, and not a claimant's."""
        return self.get("disclosed") is True and not self.get("claimant")

    def is_part(self, rules):
        """Whether it is about some lines and not about the whole business."""
        return "W5" in rules and bool(self.get("lines"))

    def is_ahead(self):
        """Whether it names a day that may come after it; the same date again is none."""
        return self.effective is not None and (self.occurred.first < self.effective.first
                                               or self.occurred.last < self.effective.last)


def limited(level, part):
    """A level as it counts: at most `reducing` for a part of the business."""
    return "reducing" if part and DEPTH[level] > DEPTH["reducing"] else level


def credible(grade):
    """Whether a claim of this grade can displace another."""
    return grade[0] in "ABC" and grade[1] in "12"


def rank(grade):
    """Best evidence first; what cannot be judged comes before what speaks against a claim."""
    return not credible(grade), "ABCFDE".index(grade[0]), "123645".index(grade[1])


def amended(log, clocks):
    """The log's events with their positions, as corrected and not withdrawn on a query's clocks."""
    held = list(enumerate(log[:clocks.at], start=1))
    withdrawn, replaced = set(), {}
    for _, content in reversed(held):  # anything that acts on an event comes after it
        if content["id"] in withdrawn or not is_public(content, clocks):
            continue
        if content["type"] == "retraction":
            withdrawn.add(content["retracts"])
        elif content["type"] == "correction":
            replaced.setdefault(content["corrects"], content["replacement"])
    return [(position, replaced.get(content["id"], content)) for position, content in held
            if content["id"] not in withdrawn
            and content["type"] not in ("correction", "retraction", "capture")]


def is_public(content, clocks):
    """Whether the public clock lets something through; a registration may have no such date."""
    return "published" not in content or Date(content["published"]).day(clocks) <= clocks.known_by


def in_view(log, clocks):
    """The events of the world in a query's view."""
    return [Event(content, position) for position, content in amended(log, clocks)
            if not content["type"].endswith("_registered") and is_public(content, clocks)]


def registrations(log, clocks):
    """What each company is registered as on a query's day, by its slug."""
    dated = "registrations" in clocks.rules
    found = collections.defaultdict(list)
    for position, content in amended(log, clocks):
        if content["type"] == "company_registered" and (not dated or is_public(content, clocks)):
            date = Date(content["occurred"]) if dated and "occurred" in content else None
            if date is None:
                found[content["company"]].clear()
            found[content["company"]].append((date, position, content))
    return {company: what_holds(steps, clocks) for company, steps in found.items()}


def what_holds(steps, clocks):
    """The registration that counts, of those from the last one without a date on."""
    always = [content for date, _, content in steps if date is None]
    dated = [(date, position, content) for date, position, content in steps if date]
    begun = [step for step in dated if step[0].day(clocks) <= clocks.to]
    if begun:
        return max(begun, key=lambda step: (step[0].first, step[1]))[2]
    return always[-1] if always else min(dated, key=lambda step: (step[0].first, -step[1]))[2]


def merged(registered, company, clocks):
    """The slug under which a company is answered for."""
    seen = set()
    while "registrations" in clocks.rules and company not in seen:
        seen.add(company)
        step = registered.get(company, {})
        ahead = "occurred" in step and Date(step["occurred"]).day(clocks) > clocks.to
        if ahead or "merged_into" not in step:
            break
        company = step["merged_into"]
    return company


def company(log, clocks, slug):
    """What a company is on a query's day: its slug after mergers, name, seat and sector."""
    registered = registrations(log, clocks)
    slug = merged(registered, slug, clocks)
    content = registered.get(slug, {})
    return {"company": slug, "name": content.get("name", slug),
            "country": content.get("country"), "sector": content.get("sector")}
