"""The table that torture prints, and the counts in it."""

import sys

from desk import Lost

WIDTH = 58


class Table:
    """Counts what was tried, row by row; the seed is printed with all that was lost."""

    def __init__(self, seed):
        self.seed, self.lost = seed, 0
        print(f"{'fault tried':{WIDTH}} {'rounds':>6} {'survived':>8} {'lost':>5}")
        print("─" * (WIDTH + 22))

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
        print(f"{name:{WIDTH}} {tried:6} {tried - len(lost):8} {len(lost):5}")
        for line in lost[:5]:
            print(f"  seed {self.seed}, {line}")
        if len(lost) > 5:
            print(f"  and {len(lost) - 5} more")
        sys.stdout.flush()

    def note(self, name, reason):
        """Says what could not be tried on this machine."""
        print(f"{name:{WIDTH}} not tried: {reason}")
        sys.stdout.flush()
