"""The rules of measures: the status of an act, and whether a power was used."""

import collections
import re

from dates import Date, iso
from view import in_view

STAGES = ["threatened", "proposed", "adopted", "in_force"]


class Life:
    """The status of a measure, as its steps change it one after the other."""

    def __init__(self):
        self.stage = self.since = self.end = self.suspended = self.resumes = None
        self.adopted = False

    def pass_time(self, day):
        """What ends by itself before a day: the act, or its suspension."""
        if self.stage in ("adopted", "in_force") and self.end and self.end.last < day:
            self.stage, self.since = "expired", day_after(self.end)
            self.end = self.suspended = self.resumes = None
        if self.suspended and self.resumes and self.resumes.last < day:
            self.since, self.suspended, self.resumes = day_after(self.resumes), None, None

    def advance(self, stage, date, until):
        if self.stage in ("lifted", "expired"):
            self.stage = None
        if self.stage is None or STAGES.index(self.stage) < STAGES.index(stage):
            self.stage, self.since = stage, date.text
        if stage in ("adopted", "in_force"):
            self.adopted, self.end = True, until or self.end

    def take(self, phase, date, until):
        if phase == "extended":
            return self.extend(date, until)
        if phase != "amended":
            self.pass_time(date.first)
        if phase in ("amended", "suspended") and self.stage is None:
            self.stage, self.adopted = "in_force", True  # since a day that is not recorded
        if phase in STAGES:
            self.advance(phase, date, until)
            if phase == "in_force" and self.suspended:
                self.since, self.suspended, self.resumes = date.text, None, None
        elif phase == "due" and self.stage not in ("lifted", "expired"):
            self.advance("in_force", date, None if self.stage else until)
        elif phase == "suspended" and self.stage not in ("lifted", "expired"):
            self.suspended, self.resumes = self.suspended or date.text, until
        elif phase in ("lifted", "expired"):
            if self.stage != phase:
                self.stage, self.since = phase, date.text
            self.end = self.suspended = self.resumes = None

    def extend(self, date, until):
        """Moves the running end: the suspension's, else the act's, even one that just passed."""
        if self.stage is None:
            self.stage, self.adopted = "in_force", True
        over = self.stage in ("adopted", "in_force") and self.end and self.end.last < date.first
        runs = self.suspended and not (self.resumes and self.resumes.last < date.first)
        within = self.end is None or until.last <= self.end.last
        if self.suspended and not over and (runs or within):
            self.resumes = until
        elif self.stage in ("adopted", "in_force"):
            self.end = until


def day_after(date):
    """The day after a date that is exact; none is known after any other."""
    exact = date.first == date.last and not re.search("[?~%]", date.text)
    return iso(date.last + 1) if exact else None


def turns_of(step):
    """A step as what it does when; one made ahead of its day adopts first and is due then."""
    phase, until = step.get("phase"), step.get("until") and Date(step.get("until"))
    date = step.counts
    if phase in ("adopted", "in_force") and step.effective:
        if step.is_ahead():
            return [(step.order(step.occurred), "adopted", step.occurred, until, step),
                    (step.order(date), "due", date, until, step)]
        phase = "in_force"
    return [(step.order(date), phase, date, until, step)]


def measures(log, clocks):
    """Every measure of a log that has begun, by its key."""
    groups = collections.defaultdict(list)
    for event in in_view(log, clocks):
        if event.type == "government_measure":
            groups[event.get("measure")].append(event)
    answers, uses = {}, collections.Counter()
    for key, steps in groups.items():
        turns = sorted((t for s in steps for t in turns_of(s)
                        if t[2].day(clocks.strict) <= clocks.to), key=lambda t: t[0])
        if not turns:
            continue
        life, taken = Life(), []
        for _, phase, date, until, step in turns:
            life.take(phase, date, until)
            taken += [step] if step not in taken else []
        life.pass_time(clocks.to)
        answers[key] = {
            "status": "suspended" if life.suspended else life.stage,
            "since": life.suspended or life.since,
            "until": (lambda d: d and d.text)(life.resumes if life.suspended else life.end),
            "events": [s.id for s in taken], "power": any(s.get("power") for s in taken)}
        under = [s.get("under") for s in taken if s.get("under")]
        if life.adopted and under:
            uses[under[-1]] += 1
    for key, answer in answers.items():
        answer["uses"] = uses[key]
        answer["dormant"] = answer.pop("power") and answer["status"] == "in_force" \
            and not uses[key]
    return answers
