"""The rules of measures: the status of an act, for whom, and whether a power was used."""

import collections
import copy
import re

from dates import Date, iso
from view import in_view

STAGES = ["threatened", "proposed", "adopted", "in_force"]
ENDS = ("lifted", "expired")
CLASSES = ("all", "sectors", "countries")


class Life:
    """The status of a measure, as its steps change it one after the other."""

    def __init__(self, rules):
        self.rules = rules
        self.stage = self.since = self.end = self.suspended = self.resumes = None
        self.before = self.ended = None  # the stage that it had when it ended, and the day
        self.adopted = self.lapsed = False  # lapsed: its suspension ran out by itself

    def pass_time(self, day):
        """What ends by itself before a day: the act, or its suspension."""
        if self.stage in ("adopted", "in_force") and self.end and self.end.last < day:
            self.finish("expired", day_after(self.end), self.end.last + 1)
        if self.suspended and self.resumes and self.resumes.last < day:
            self.since, self.suspended, self.resumes = day_after(self.resumes), None, None
            self.lapsed = True

    def finish(self, stage, since, day):
        self.ended = day
        if self.stage not in ENDS:
            self.before = self.stage
        self.stage, self.since = stage, since
        self.end = self.suspended = self.resumes = None
        self.lapsed = False

    def advance(self, stage, date, until):
        if self.stage in ENDS:
            self.stage = None
        if self.stage is None or STAGES.index(self.stage) < STAGES.index(stage):
            self.stage, self.since = stage, date.text
        if stage in ("adopted", "in_force"):
            self.adopted, self.end = True, until or self.end

    def is_new(self, stage, day, is_due):
        """Whether a step brings the act further than it was, or begins it again."""
        run_out = self.stage in ("adopted", "in_force") and self.end and self.end.last < day
        if self.stage in ENDS or run_out:
            return not is_due
        return self.stage is None or STAGES.index(self.stage) < STAGES.index(stage)

    def resume(self, date):
        """Ends a suspension as a step into force does."""
        self.lapsed = False
        if self.suspended:
            self.since, self.suspended, self.resumes = date.text, None, None

    def take(self, phase, date, until):
        if phase == "extended":
            return self.extend(date, until)
        if phase != "amended":
            self.pass_time(date.first)
        if phase in ("amended", "suspended") and self.stage is None:
            self.stage, self.adopted = "in_force", True  # since a day that is not recorded
        if phase in STAGES:
            self.advance(phase, date, until)
            if phase == "in_force":
                self.resume(date)
        elif phase == "due" and self.stage not in ENDS:
            self.advance("in_force", date, None if self.stage else until)
            if "M1" in self.rules:
                self.resume(date)
        elif phase == "suspended" and self.stage not in ENDS:
            self.suspended, self.resumes, self.lapsed = self.suspended or date.text, until, False
        elif phase in ENDS:
            if self.stage != phase:
                self.finish(phase, date.text, date.first)
            self.end = self.suspended = self.resumes = None

    def extend(self, date, until):
        if self.stage is None:
            self.stage, self.adopted = "in_force", True
        if "M2" in self.rules:
            self.begin_spell(date, until)
        else:
            self.move_end(date, until)

    def move_end(self, date, until):
        """Moves the running end: the suspension's, else the act's, even one that just passed."""
        over = self.stage in ("adopted", "in_force") and self.end and self.end.last < date.first
        runs = self.suspended and not (self.resumes and self.resumes.last < date.first)
        within = self.end is None or until.last <= self.end.last
        if self.suspended and not over and (runs or within):
            self.resumes = until
        elif self.stage in ("adopted", "in_force"):
            self.end = until

    def begin_spell(self, date, until):
        """Moves the running end; after an end that passed, a new spell begins on the step's day."""
        self.pass_time(date.first)
        within = self.end is None or until.last <= self.end.last
        if self.stage == "expired" and self.before in (None, "adopted", "in_force"):
            self.stage, self.since, self.end = self.before or "in_force", date.text, until
        elif self.suspended:
            self.resumes = until
        elif self.lapsed and within:
            self.suspended, self.resumes, self.lapsed = date.text, until, False
        elif self.stage in ("adopted", "in_force"):
            self.end = until

    def told(self):
        """Status, first and last day, as an answer gives them."""
        last = self.resumes if self.suspended else self.end
        return {"status": "suspended" if self.suspended else self.stage,
                "since": self.suspended or self.since, "until": last and last.text}


class Act:
    """A measure with its addressees, and the lives of companies whose status became their own."""

    def __init__(self, rules):
        self.rules, self.life, self.own = rules, Life(rules), {}
        self.addressees = {name: set() for name in (*CLASSES, "companies")}

    def take(self, phase, date, until, step, again):
        """Takes a turn of a step; `again` if it is the second one, which addresses no one else."""
        named, classes = addressed(step)
        if self.is_about_these(phase, named, classes, date.first):
            for company in sorted(named):
                self.own.setdefault(company, copy.copy(self.life)).take(phase, date, until)
            return
        if phase in (*STAGES, *ENDS, "due", "suspended") or "M2" in self.rules:
            self.pass_time(date.first)
        before = self.life.stage
        for life in (self.life, *self.own.values()):
            life.take(phase, date, until)
        if again:
            return
        further = before not in STAGES or self.life.stage in STAGES \
            and STAGES.index(before) < STAGES.index(self.life.stage)
        is_over = before is not None and before not in STAGES
        if further and phase in (*STAGES, "due") and (named or classes or is_over):
            self.addressees = {name: set() for name in self.addressees}
        self.addressees["companies"] |= named
        for name in classes:
            self.addressees[name] |= classes[name]

    def is_about_these(self, phase, named, classes, day):
        """Whether a step is about the companies alone that it names."""
        if "M3" not in self.rules or not named or classes or self.life.stage is None:
            return False
        others = any(self.addressees[name] for name in CLASSES) \
            or bool(self.addressees["companies"] - named)
        if phase in ("suspended", "extended", *ENDS):
            return others
        if phase not in (*STAGES, "due") or not named <= set(self.own):
            return False
        stage = "in_force" if phase == "due" else phase
        return not self.life.is_new(stage, day, phase == "due") and others

    def pass_time(self, day):
        for life in (self.life, *self.own.values()):
            life.pass_time(day)

    def whole(self):
        """The life of the act itself: one that has ended for all that it names has ended."""
        named = self.addressees["companies"]
        if named and named <= set(self.own) and not any(self.addressees[n] for n in CLASSES) \
                and all(self.own[n].stage in ENDS for n in named):
            return max((self.own[n] for n in sorted(named)), key=lambda life: life.ended)
        return self.life

    def exceptions(self):
        """The companies whose status, first or last day differ from the act's."""
        return [{"company": company} | life.told() for company, life in sorted(self.own.items())
                if life.told() != self.whole().told()]


def addressed(step):
    """The companies that a step names, and the classes of companies that it addresses."""
    addressees = step.get("addressees") or {}
    classes = {name: {True} if name == "all" else set(addressees[name])
               for name in CLASSES if addressees.get(name)}
    return set(addressees.get("companies", [])), classes


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


def powers_of(step):
    """The powers under which a step was issued: a list, in version 1 a single one."""
    under = step.get("under") or []
    return [under] if isinstance(under, str) else under


def measures(log, clocks):
    """Every measure of a log that has begun, by its key."""
    groups = collections.defaultdict(list)
    for event in in_view(log, clocks):
        if event.type == "government_measure":
            groups[event.get("measure")].append(event)
    answers, uses = {}, collections.Counter()
    for key, steps in groups.items():
        turns = sorted((t for s in steps for t in turns_of(s)
                        if s.day(t[2], clocks) <= clocks.to), key=lambda t: t[0])
        if not turns:
            continue
        act, taken = Act(clocks.rules), []
        for _, phase, date, until, step in turns:
            act.take(phase, date, until, step, step in taken)
            taken += [step] if step not in taken else []
        act.pass_time(clocks.to)
        answers[key] = act.whole().told() | {
            "events": [s.id for s in taken], "power": any(s.get("power") for s in taken),
            "for": act.exceptions()}
        if "M5" in clocks.rules:
            answers[key]["title"] = taken[-1].get("title")
        under = [powers_of(s) for s in taken if powers_of(s)]
        if act.life.adopted and under:
            uses.update(under[-1])
    for key, answer in answers.items():
        answer["uses"] = uses[key]
        answer["dormant"] = answer.pop("power") and answer["status"] == "in_force" \
            and not uses[key]
        if "M3" not in clocks.rules:
            del answer["for"]
    return answers
