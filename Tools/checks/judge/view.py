"""What a query knows: corrections and retractions first, then the clocks."""

import collections

from dates import Date


# The three clocks of a query; `known_by` is infinite if the public clock has no limit.
Clocks = collections.namedtuple("Clocks", "to known_by at strict")


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

    def order(self, date):
        """The place in time of something that the event says about a date."""
        return date.first, date.last, self.published.first, self.position

    def is_ahead(self):
        """Whether it names a day that may come after it; the same date again is none."""
        return self.effective is not None and (self.occurred.first < self.effective.first
                                               or self.occurred.last < self.effective.last)


def credible(grade):
    """Whether a claim of this grade can displace another."""
    return grade[0] in "ABC" and grade[1] in "12"


def rank(grade):
    """Best evidence first; what cannot be judged comes before what speaks against a claim."""
    return not credible(grade), "ABCFDE".index(grade[0]), "123645".index(grade[1])


def in_view(log, clocks):
    """The log's events as the public and the log clock show them, corrected and not withdrawn."""
    def public(content):
        return "published" in content \
            and Date(content["published"]).day(clocks.strict) <= clocks.known_by

    held = list(enumerate(log[:clocks.at], start=1))
    withdrawn, replaced = set(), {}
    for _, content in reversed(held):  # anything that acts on an event comes after it
        if content["id"] in withdrawn or not public(content):
            continue
        if content["type"] == "retraction":
            withdrawn.add(content["retracts"])
        elif content["type"] == "correction":
            replaced.setdefault(content["corrects"], content["replacement"])
    views = []
    for position, content in held:
        if content["id"] in withdrawn or content["type"] in ("correction", "retraction"):
            continue
        content = replaced.get(content["id"], content)
        if "occurred" in content and public(content):
            views.append(Event(content, position))
    return views
