"""Whether what clients sent, had acknowledged and read fits one append-only log.

The model: there is one list of events. An append puts its events at its end in one step, at some
moment between the sending and the answer; a read sees the list as it is at some such moment. All
times are of one clock that never steps. Nothing here knows how the program works.
"""

import bisect
import itertools
from dataclasses import dataclass, field

ACKNOWLEDGED, REFUSED, UNKNOWN = "acknowledged", "refused", "unknown"
NEVER = float("inf")


@dataclass
class Append:
    """Events that a client sent together, under a condition or none, and what it was told."""

    client: str
    sent: float
    events: list  # of (id, content)
    head_expected: int | None = None
    nothing_since: tuple | None = None  # (position, company)
    answered: float = NEVER
    outcome: str = UNKNOWN
    # What an acknowledgement says: the head before, and of each id the position and whether it had
    # been there before.
    previous: int | None = None
    places: dict = field(default_factory=dict)
    # If it was refused because something is new on a company: where.
    said_new: list = field(default_factory=list)


@dataclass
class Read:
    """What a client was shown: how long the log was, and perhaps some of its events or its root."""

    client: str
    sent: float
    answered: float
    size: int
    events: list = field(default_factory=list)  # of (position, id, content)
    root: str | None = None


class Verdict:
    """What does not fit: acknowledged events that are lost, and all else that is wrong."""

    def __init__(self, appends, reads, final, root_at=None):
        """`final` is the log at the end, (id, content) in order; `root_at` gives the root of its
        first events, by their number."""
        self.appends, self.reads, self.final, self.root_at = appends, list(reads), final, root_at
        self.lost, self.wrong = [], []
        self.place = {}
        for position, (id, _) in enumerate(final, 1):
            if id in self.place:
                self.wrong.append(f"{id} is recorded at {self.place[id]} and again at {position}")
            self.place.setdefault(id, position)
        self.check_origins()
        for append in appends:
            self.check_append(append)
            self.check_conditions(append)
        self.begun, self.sure = self.intervals()
        self.check_refusals()
        self.check_real_time()
        self.check_reads()
        self.check_roots()

    def check_origins(self):
        """Each event in the log was sent, with that content, by an append that was not refused."""
        sent, refused = {}, set()
        for append in self.appends:
            for id, content in append.events:
                if append.outcome == REFUSED:
                    refused.add(id)
                else:
                    sent[id] = content
        for position, (id, content) in enumerate(self.final, 1):
            if id not in sent:
                was = "refused" if id in refused else "never sent"
                self.wrong.append(f"{id} at {position} was {was}")
            elif content != sent[id]:
                self.wrong.append(f"{id} at {position} is recorded with other content")

    def check_append(self, append):
        """All of its events are there, or none; and where it was said that they are."""
        found = [self.place[id] for id, _ in append.events if id in self.place]
        if append.outcome == ACKNOWLEDGED:
            for id, _ in append.events:
                if id not in self.place:
                    self.lost.append(f"{id}, acknowledged to {append.client}, is not there")
                elif id not in append.places:
                    self.wrong.append(f"{append.client} was not told where {id} is")
                elif append.places[id][0] != self.place[id]:
                    self.wrong.append(f"{id}, acknowledged to {append.client} at "
                                      f"{append.places[id][0]}, is at {self.place[id]}")
            new = [position for position, was_there in append.places.values() if not was_there]
            if new != list(range((append.previous or 0) + 1, (append.previous or 0) + 1 + len(new))):
                self.wrong.append(f"{append.client} was told that {new} follow {append.previous}")
        elif 0 < len(found) < len(append.events):
            self.wrong.append(f"{len(found)} of {len(append.events)} events of an append by "
                              f"{append.client} are there: {append.events[0][0]}")
        if found and found != list(range(found[0], found[0] + len(found))):
            self.wrong.append(f"the events of an append by {append.client} are at {found}")

    def check_conditions(self, append):
        """What was recorded under a condition was recorded while it held."""
        new = [position for position, was_there in append.places.values() if not was_there]
        if append.outcome != ACKNOWLEDGED or not new:
            # If the outcome is unknown, it must have held all the same, unless it was another attempt
            # that recorded them.
            new = [self.place[id] for id, _ in append.events if id in self.place]
            if append.outcome != UNKNOWN or not new or self.is_repeated(append):
                return
        first = min(new)
        if append.head_expected is not None and first != append.head_expected + 1:
            self.wrong.append(f"{append.client} expected the head {append.head_expected} and its "
                              f"append is at {first}")
        if append.nothing_since:
            since, company = append.nothing_since
            for position in range(since + 1, min(first, len(self.final) + 1)):
                if self.final[position - 1][1].get("company") == company:
                    self.wrong.append(f"{append.client} expected nothing on {company} since {since}: "
                                      f"{position} was there before {first}")
                    break

    def is_repeated(self, append):
        """Whether its events were sent again, and that may have recorded them."""
        return any(other is not append and other.events[0][0] == append.events[0][0]
                   and (other.outcome == UNKNOWN or other.outcome == ACKNOWLEDGED
                        and not other.places[append.events[0][0]][1])
                   for other in self.appends if other.outcome != REFUSED)

    def intervals(self):
        """Of each position, after what moment it was recorded, and before which."""
        begun, sure = [NEVER] * (len(self.final) + 1), [NEVER] * (len(self.final) + 1)
        for id, attempts in self.attempts().items():
            if id not in self.place:
                continue
            told = [append for append in attempts if append.outcome == ACKNOWLEDGED]
            new = [append for append in told if not append.places.get(id, (0, True))[1]]
            if len(new) > 1:
                self.wrong.append(f"{id} was new both to {new[0].client} and to {new[1].client}")
            # If it was new to one, whatever was tried before had recorded nothing; else any may have,
            # and at any time: what a killed program left may count once the log is opened again.
            begun[self.place[id]] = min(append.sent for append in new or attempts)
            sure[self.place[id]] = min((append.answered for append in new or told), default=NEVER)
        return begun, sure

    def attempts(self):
        """Of each event, the appends that may have recorded it."""
        found = {}
        for append in self.appends:
            if append.outcome != REFUSED:
                for id, _ in append.events:
                    found.setdefault(id, []).append(append)
        return found

    def check_refusals(self):
        """What a refusal says is new is on that company, after that position, and was sent before."""
        for append in self.appends:
            since, company = append.nothing_since or (0, None)
            for position in append.said_new:
                if not (since < position <= len(self.final)
                        and self.final[position - 1][1].get("company") == company
                        and self.begun[position] < append.answered):
                    self.wrong.append(f"{append.client} was refused for {position}, which is not new "
                                      f"on {company} since {since}")

    def check_real_time(self):
        """What was acknowledged before another was sent comes before it in the log."""
        earliest, at = NEVER, None
        for position in range(len(self.final), 0, -1):
            if earliest < self.begun[position] < NEVER:
                self.wrong.append(f"{position} was sent after {at} had been acknowledged")
            if self.sure[position] < earliest:
                earliest, at = self.sure[position], position

    def check_reads(self):
        """Reads show the log as it was at one moment between question and answer."""
        reads = self.reads + list(self.told())
        ends = sorted((end, position) for position, end in enumerate(self.sure) if end < NEVER)
        moments = [end for end, _ in ends]
        reached = list(itertools.accumulate((position for _, position in ends), max))
        last_begun = list(itertools.accumulate(
            (moment if moment < NEVER else 0 for moment in self.begun), max))
        # The longest of the reads that had been answered by a moment.
        answered = sorted(reads, key=lambda read: read.answered)
        answers = [read.answered for read in answered]
        longest = list(itertools.accumulate(answered, lambda a, b: b if b.size > a.size else a))
        for read in reads:
            what = f"{read.client} read {read.size} events"
            for position, id, content in read.events:
                if position > len(self.final) or self.final[position - 1][0] != id:
                    self.wrong.append(f"{what}: {id} at {position} is not what is there at the end")
                    break
                if self.final[position - 1][1] != content:
                    self.wrong.append(f"{what}: {id} has other content at the end")
                    break
            if read.size > len(self.final):
                self.wrong.append(f"{what}, and there are {len(self.final)} at the end")
                continue
            before = bisect.bisect_left(moments, read.sent)
            if before and reached[before - 1] > read.size:
                self.wrong.append(f"{what} after {reached[before - 1]} had been acknowledged")
            if last_begun[read.size] > read.answered:
                self.wrong.append(f"{what} before the last of them was sent")
            before = bisect.bisect_left(answers, read.sent)
            if before and longest[before - 1].size > read.size:
                other = longest[before - 1]
                self.wrong.append(f"{what} after {other.client} had read {other.size}")

    def told(self):
        """The head before an append is something that the append has read."""
        for append in self.appends:
            if append.outcome == ACKNOWLEDGED and append.previous is not None:
                yield Read(append.client, append.sent, append.answered, append.previous)

    def check_roots(self):
        """A size has one root, and it is that of the log's first events."""
        roots = {}
        for read in self.reads:
            if read.root is None:
                continue
            if roots.setdefault(read.size, read.root) != read.root:
                self.wrong.append(f"{read.client} read another root of {read.size} events")
        for size, root in roots.items():
            if self.root_at and size <= len(self.final) and self.root_at(size) != root:
                self.wrong.append(f"the root that was read of {size} events is not theirs")
