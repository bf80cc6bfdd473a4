"""Reads, looks at files, mappings, removals and allocations that fail: a sample of each command's.

A command makes too many of these calls to try each in every run, so the commands' calls are counted
first, and the row says how many of them were tried; another seed tries others. Swift ends a program
whose allocation fails in its own library: to die is one of the ways to end, to acknowledge what is
not there is none.
"""

import errno
import random

from desk import BAD_DATA, FINDING, FINE, Lost, gives_reason, make_desk
from faults import (EXPECTED, Fault, append, backup, check_checkpoint, check_init,
                    check_new_backup, check_new_export, checkpoint, export, init, nothing)
from shims import Missing, compiled

# How many calls of each kind are tried, and with what error.
CALLS = {"read": (8, [errno.EIO, errno.ESTALE]), "stat": (8, [errno.EIO, errno.EACCES]),
         "unlink": (4, [errno.EIO, errno.EPERM]), "map": (2, [errno.ENOMEM]),
         "close": (4, [errno.EIO])}
ALLOCATIONS = 24
BUG = 70
NEVER = 1_000_000_000


def run(table, program, folder, seed, passes):
    try:
        shim = compiled("faults", folder)
    except Missing:
        # Said by the part that tries every call.
        return
    base = make_desk(program, folder / "sampled", events=300)
    for name, task in TASKS.items():
        sample = Sample(base, task, shim, folder, random.Random(f"{seed} sampled {name}"))
        for what, calls in [("reads and the like",
                             {call: (count * passes, errors)
                              for call, (count, errors) in CALLS.items()}),
                            ("allocations", {"memory": (ALLOCATIONS * passes, [errno.ENOMEM])})]:
            rounds, all_calls = sample.rounds(calls)
            table.row(f"{what} failing: {name} ({len(rounds)} of {all_calls})", rounds)


class Sample:
    """One command, run once for each of some of its calls, which fails, alone or with all later."""

    def __init__(self, base, task, shim, folder, chance):
        self.base, self.shim, self.folder, self.chance = base, shim, folder, chance
        self.task, self.check = task
        self.answer = None

    def rounds(self, calls):
        """The rounds for some calls of each kind, and how many calls there are."""
        rounds, total = [], 0
        for call, (count, errors) in calls.items():
            made = self.count(call)
            total += made
            for at in sorted(self.chance.sample(range(1, made + 1), min(made, count))):
                error, lasts = self.chance.choice(errors), self.chance.random() < 0.5
                label = (f"{call} {at}, {errno.errorcode[error]}"
                         f"{', and all later ones' if lasts else ''}")
                rounds.append((label, lambda call=call, at=at, error=error, lasts=lasts:
                               self.attempt(call, at, error, lasts)))
        return rounds, total

    def count(self, call):
        """How many calls of a kind the command makes if none fails."""
        counted = self.folder / "calls"
        with Fault(self.base, self.shim, self.folder, call, NEVER, errno.EIO, False) as fault:
            done = self.task(fault.desk, fault.environment | {"TORTURE_COUNT": str(counted)})
            if done.returncode != FINE:
                raise Lost(f"without a fault it ended with {done.returncode}: {done.err.strip()}")
        self.answer = done.out
        return int(counted.read_text())

    def attempt(self, call, at, error, lasts):
        with Fault(self.base, self.shim, self.folder, call, at, error, lasts) as fault:
            done = self.task(fault.desk, fault.environment)
            if not self.may_end_with(done.returncode, call, error):
                raise Lost(f"ended with {done.returncode}: {(done.err or done.out).strip()}")
            if done.returncode > FINDING and not gives_reason(done):
                raise Lost(f"ended with {done.returncode} and gave no reason")
            if done.returncode == FINE and self.is_answer and done.out != self.answer:
                raise Lost("the answer is another")
            self.check(fault.desk, done)
            fault.desk.check()

    def may_end_with(self, status, call, error):
        if call == "memory":
            # Swift and C end a program without memory by SIGILL, SIGTRAP, SIGABRT or SIGSEGV.
            return status in EXPECTED + [BUG] or status < 0
        if call == "read" and error == errno.EIO:
            # SQLite reports what the disk cannot read as damage (SQLITE_IOERR_CORRUPTFS), and so
            # does the program.
            return status in EXPECTED + [BAD_DATA] + [FINDING] * (self.task is verify)
        return status in EXPECTED

    @property
    def is_answer(self):
        """Whether what the command says depends on the log alone."""
        return self.task in (posture, verify)


def posture(desk, environment):
    return desk.run("posture", "--to", "2022-05-06", environment=environment)


def verify(desk, environment):
    return desk.run("verify", environment=environment)


# Each command, and what must hold afterwards.
TASKS = {"append": (append, nothing), "checkpoint": (checkpoint, check_checkpoint),
         "backup": (backup, check_new_backup), "export": (export, check_new_export),
         "init": (init, check_init), "verify": (verify, nothing), "posture": (posture, nothing)}
