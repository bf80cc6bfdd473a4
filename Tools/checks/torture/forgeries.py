"""Histories that are made up: a sound one, and each way in which one can be unsound.

A check that accepts any of these would find nothing.
"""

from checker import ACKNOWLEDGED, REFUSED, UNKNOWN, Append, Read, Verdict
from desk import Lost


def told():
    """Each made-up history, by name, as something that must be noticed."""
    for name, forge in FORGERIES.items():
        yield name, lambda forge=forge: noticed(forge)
    yield "a sound history is accepted", accepted


def accepted():
    verdict = Sound().verdict()
    if verdict.lost or verdict.wrong:
        raise Lost(f"it is refused: {(verdict.lost + verdict.wrong)[0]}")


def noticed(forge):
    sound = Sound()
    kind = forge(sound)
    verdict = sound.verdict()
    if not getattr(verdict, kind):
        raise Lost("it is accepted")


class Sound:
    """Appends of six events by three clients, and what was read meanwhile."""

    def __init__(self):
        content = {f"e{n}": {"id": f"e{n}", "company": f"firm-{n % 2}"} for n in range(1, 10)}
        self.content = content
        self.final = [(f"e{n}", content[f"e{n}"]) for n in range(1, 7)]
        self.one = self.append("a", 0, 10, [1])
        self.two = self.append("b", 1, 9, [2, 3])
        # Killed, and recorded; found to be there by the next attempt.
        self.killed = Append("c", 11, self.events([4]))
        self.again = self.append("c", 13, 15, [4], was_there=True, previous=4)
        self.five = self.append("a", 20, 22, [5])
        self.five.head_expected = 4
        self.six = self.append("b", 24, 26, [6])
        self.six.nothing_since = (4, "firm-0")
        self.refused = Append("c", 24, self.events([7]), head_expected=3, answered=25,
                              outcome=REFUSED)
        # Killed before it recorded anything, and sent once more.
        self.futile = Append("b", 12, self.events([6]), head_expected=4)
        # Killed, and never recorded.
        self.gone = Append("a", 26, self.events([8, 9]), outcome=UNKNOWN)
        self.appends = [self.one, self.two, self.killed, self.again, self.futile, self.five,
                        self.six, self.refused, self.gone]
        self.first = self.read("r", 5, 8, 3)
        self.late = self.read("r", 16, 18, 4)
        self.head = Read("s", 27, 29, 6, root="root of 6")
        self.reads = [self.first, self.late, self.head]

    def events(self, numbers):
        return [(f"e{n}", self.content[f"e{n}"]) for n in numbers]

    def append(self, client, sent, answered, numbers, was_there=False, previous=None):
        return Append(
            client, sent, self.events(numbers), answered=answered, outcome=ACKNOWLEDGED,
            previous=numbers[0] - 1 if previous is None else previous,
            places={f"e{n}": (n, was_there) for n in numbers})

    def read(self, client, sent, answered, size):
        return Read(client, sent, answered, size,
                    [(n, id, content) for n, (id, content) in enumerate(self.final[:size], 1)])

    def verdict(self):
        return Verdict(self.appends, self.reads, self.final, lambda size: f"root of {size}")


def lost(history):
    history.final.pop()
    history.reads.remove(history.head)
    return "lost"


def lost_in_the_middle(history):
    history.final.remove(history.final[3])
    return "wrong"


def twice(history):
    history.final.append(history.final[0])
    return "wrong"


def reordered(history):
    history.final[4:6] = reversed(history.final[4:6])
    for append, position in [(history.five, 6), (history.six, 5)]:
        append.places = {id: (position, False) for id in append.places}
        append.previous = position - 1
        append.head_expected = append.nothing_since = None
    return "wrong"


def two_at_one_position(history):
    history.six.places = {"e6": (5, False)}
    history.six.previous = 4
    return "wrong"


def acknowledged_elsewhere(history):
    history.two.places = {"e2": (3, False), "e3": (4, False)}
    history.two.previous = 2
    return "wrong"


def batch_torn_apart(history):
    history.final[0:3] = [history.final[1], history.final[0], history.final[2]]
    history.one.places, history.one.previous = {"e1": (2, False)}, 1
    history.two.places, history.two.previous = {"e2": (1, False), "e3": (3, False)}, 0
    history.reads.remove(history.first)
    return "wrong"


def half_a_batch(history):
    history.final.append(("e8", history.content["e8"]))
    return "wrong"


def other_content(history):
    history.final[2] = ("e3", {"id": "e3", "company": "another"})
    return "wrong"


def refused_and_recorded(history):
    history.final.append(("e7", history.content["e7"]))
    return "wrong"


def never_sent(history):
    history.final.append(("x", {"id": "x"}))
    return "wrong"


def new_twice(history):
    history.again.places, history.again.previous = {"e4": (4, False)}, 3
    history.killed.outcome, history.killed.answered = ACKNOWLEDGED, 12
    history.killed.places, history.killed.previous = {"e4": (4, False)}, 3
    return "wrong"


def head_not_expected(history):
    history.five.head_expected = 3
    return "wrong"


def head_not_expected_and_killed(history):
    history.killed.head_expected = 2
    return "wrong"


def something_since(history):
    history.six.nothing_since = (3, "firm-0")
    return "wrong"


def refused_for_nothing(history):
    history.refused.head_expected, history.refused.nothing_since = None, (4, "firm-1")
    history.refused.said_new = [6]
    return "wrong"


def stale_after_own_append(history):
    """The client that was told of 5 is shown 4."""
    history.reads.append(history.read("a", 23, 24, 4))
    return "wrong"


def stale_after_another_attempt(history):
    """What the second attempt found to be there is there from then on."""
    history.reads.append(history.read("s", 15.5, 15.8, 3))
    return "wrong"


def stale_head_of_an_append(history):
    history.six.places, history.six.previous = {"e6": (6, False)}, 4
    return "wrong"


def backwards(history):
    """A client is shown less than before, although no acknowledgement forbids it."""
    history.reads += [history.read("r", 2, 3, 3), history.read("r", 4, 5, 1)]
    return "wrong"


def backwards_across_clients(history):
    history.reads += [history.read("r", 2, 3, 3), history.read("s", 4, 5, 1)]
    return "wrong"


def from_the_future(history):
    history.reads.append(history.read("s", 18, 19, 5))
    return "wrong"


def no_prefix(history):
    history.late.events = [history.late.events[0], history.late.events[2]]
    history.late.events[1] = (2, *history.late.events[1][1:])
    return "wrong"


def longer_than_the_log(history):
    history.reads.append(Read("s", 30, 31, 7))
    return "wrong"


def two_roots(history):
    history.reads.append(Read("s", 30, 31, 6, root="another"))
    return "wrong"


def another_root(history):
    history.head.root = "another"
    return "wrong"


FORGERIES = {
    "an acknowledged event is lost": lost,
    "one in the middle is lost": lost_in_the_middle,
    "an event is there twice": twice,
    "two appends are in the wrong order": reordered,
    "two appends got one position": two_at_one_position,
    "an append is elsewhere than it was told": acknowledged_elsewhere,
    "a batch is torn apart": batch_torn_apart,
    "half a killed batch is there": half_a_batch,
    "an event has other content": other_content,
    "a refused append is recorded": refused_and_recorded,
    "an event that no one sent": never_sent,
    "one event is new to two appends": new_twice,
    "a head that was not expected": head_not_expected,
    "the same, and the writer was killed": head_not_expected_and_killed,
    "something on the company since": something_since,
    "a refusal for what is not on the company": refused_for_nothing,
    "a stale read after one's own append": stale_after_own_append,
    "a stale read after a second attempt": stale_after_another_attempt,
    "an append that saw a stale head": stale_head_of_an_append,
    "a client reads backwards": backwards,
    "another client reads backwards": backwards_across_clients,
    "a read shows what was sent later": from_the_future,
    "a read that is no prefix": no_prefix,
    "a read longer than the log": longer_than_the_log,
    "one size with two roots": two_roots,
    "a root that is not the log's": another_root,
}
