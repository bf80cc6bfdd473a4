"""The table that torture prints, and the counts in it."""

import sys
import time

from desk import Lost

WIDTH = 58
# Of what was lost, as much as helps to find it.
LONGEST = 400


class Table:
    """Counts what was tried, row by row; the seed is printed with all that was lost."""

    def __init__(self, seed):
        self.seed, self.lost, self.since = seed, 0, time.monotonic()
        self.losses = []
        self.head("fault tried", "rounds", "survived", "lost")

    def head(self, name, *columns):
        """Begins rows of other columns."""
        print(f"{name:{WIDTH}}{cells(columns)} {'seconds':>8}")
        print("─" * (WIDTH + 10 * len(columns) + 9))

    def line(self, name, *numbers):
        """Prints one row, with the seconds since the one before it."""
        now = time.monotonic()
        print(f"{name:{WIDTH}}{cells(numbers)} {now - self.since:8.1f}")
        self.since = now

    def row(self, name, rounds):
        """Runs rounds, each a name and something to call, and prints their row."""
        tried, lost = 0, []
        for label, attempt in rounds:
            tried += 1
            try:
                attempt()
            except Lost as loss:
                lost.append(f"{label}: {loss}")
        self.lost += len(lost)
        self.line(name, tried, tried - len(lost), len(lost))
        self.tell(name, lost)

    def history(self, name, operations, faults, lost, wrong, keep=None):
        """Prints the row of a history; `keep` saves its journal if anything was not as it should."""
        self.lost += len(lost) + len(wrong)
        self.line(name, operations, faults, len(lost), len(wrong))
        self.tell(name, [f"lost: {line}" for line in lost] + [f"wrong: {line}" for line in wrong])
        if keep and (lost or wrong):
            print(f"  its journal is {keep()}")
        sys.stdout.flush()

    def tell(self, name, lost):
        """Prints what was lost, with the seed that loses it again."""
        lines = [f"  seed {self.seed}, {line[:LONGEST]}" for line in lost[:5]]
        if len(lost) > 5:
            lines.append(f"  and {len(lost) - 5} more")
        print(*lines, sep="\n", end="\n" if lines else "", flush=True)
        if lines:
            self.losses += [name, *lines]

    def summary(self):
        """Says at the end, if the rows above are far away, what was lost in which."""
        print(*self.losses, f"{self.lost} rounds lost something", sep="\n", flush=True)

    def detail(self, lines):
        """Says more about the row above."""
        for line in lines:
            print(f"  {line}")
        sys.stdout.flush()

    def note(self, name, reason):
        """Says what could not be tried on this machine."""
        print(f"{name:{WIDTH}} not tried: {reason}")
        sys.stdout.flush()


def cells(values):
    return "".join(f" {value:>9}" for value in values)
