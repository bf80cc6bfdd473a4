"""The two rule sets, as values that the judge's one reading asks what holds."""

import dataclasses

# What stance/2 changed, by its number on the page; what has none has a word of its own.
CHANGES = frozenset(
    ["W%d" % n for n in range(1, 20)] + ["M%d" % n for n in range(1, 6)]
    + ["denials", "registrations"])


@dataclasses.dataclass(frozen=True)
class Rules:
    """A rule set: its name, and how it differs from the first one."""

    name: str
    changes: frozenset

    def __contains__(self, change):
        return change in self.changes

    def without(self, change):
        """These rules as they would be if one change had been forgotten."""
        return Rules(self.name, self.changes - {change})


RULES = {name: Rules(name, changes)
         for name, changes in [("stance/1", frozenset()), ("stance/2", CHANGES)]}
