"""Calls of the system that fail: the k-th write, fsync, open and rename of each command in turn.

A shim of our own (faults.c) is preloaded rather than Debian's libfiu: it fails exactly the k-th
call of a kind, on files of one folder alone, once or from then on, and can write by half; libfiu
fails the next call, all of them or some by chance, wherever they go, so that no sweep is exhaustive.
"""

import errno
import json
import random
import shutil

from desk import (BUSY, CANNOT_CREATE, FINE, INPUT_OUTPUT, NO_PERMISSION, Lost, gives_reason,
                  make_desk)
from exports import check_backup, check_export, check_tiles
from outsiders import Outsiders, cosigned
from shims import Missing, compiled

CALLS = ["write", "sync", "open", "rename"]
HALF = 0
# What a fault may end with: nothing came of it, or the program says what failed.
EXPECTED = [FINE, CANNOT_CREATE, INPUT_OUTPUT, BUSY, NO_PERMISSION]


def run(table, program, folder, seed, passes):
    try:
        shim = compiled("faults", folder)
    except Missing as reason:
        table.note("calls that fail", reason)
        return
    base = make_desk(program, folder / "faults", events=300)
    with Outsiders(folder / "around the faults") as outsiders:
        tasks = TASKS | {"anchor reply": anchor(outsiders), "cosign": cosign(outsiders)}
        for name, task in tasks.items():
            sweep = Sweep(base, task, shim, folder, random.Random(f"{seed} {name}"))
            table.row(f"every write, fsync, open and rename failing: {name}", sweep.rounds(passes))
        table.row("all fsyncs failing: nothing is acknowledged",
                  ((name, lambda task=task: unsynchronized(base, task, shim, folder))
                   for name, task in tasks.items()))


class Sweep:
    """One command, run once for each of its calls, which fails."""

    def __init__(self, base, task, shim, folder, chance):
        self.base, self.shim, self.folder = base, shim, folder
        self.task, self.check = task
        self.chance = chance
        self.hit = True

    def rounds(self, passes):
        for turn in range(passes):
            for call in CALLS:
                at, self.hit = 1, True
                while self.hit:
                    error, lasts = self.variation(call, at + turn)
                    label = (f"{call} {at}, {errno.errorcode.get(error, 'half written')}"
                             f"{', and all later ones' if lasts else ''}")
                    yield label, lambda: self.attempt(call, at, error, lasts)
                    at += 1

    def variation(self, call, number):
        if call == "write" and number % 4 == 3:
            return HALF, False
        return self.chance.choice([errno.EIO, errno.ENOSPC]), number % 2 == 0

    def attempt(self, call, at, error, lasts):
        with Fault(self.base, self.shim, self.folder, call, at, error, lasts) as fault:
            done = self.task(fault.desk, fault.environment)
            self.hit = fault.was_hit
            if done.returncode not in EXPECTED:
                raise Lost(f"ended with {done.returncode}: {done.err.strip()}")
            if done.returncode != FINE and not gives_reason(done):
                raise Lost(f"ended with {done.returncode} and gave no reason")
            if not self.hit and done.returncode != FINE:
                raise Lost(f"ended with {done.returncode} without a fault: {done.err.strip()}")
            self.check(fault.desk, done)
            fault.desk.check()


class Fault:
    """A copy of a desk, and the settings under which calls on its files fail."""

    def __init__(self, base, shim, folder, call, at, error, lasts):
        self.folder, self.note = folder / "faulty", folder / "fault.note"
        self.clear()
        self.desk = base.copy(self.folder)
        self.environment = {
            "LD_PRELOAD": str(shim), "TORTURE_FOLDER": str(self.folder), "TORTURE_CALL": call,
            "TORTURE_AT": str(at), "TORTURE_ERROR": str(error), "TORTURE_LASTS": str(int(lasts)),
            "TORTURE_NOTE": str(self.note)}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.clear()

    @property
    def was_hit(self):
        return self.note.exists()

    def clear(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.note.unlink(missing_ok=True)


def unsynchronized(base, task, shim, folder):
    run, check = task
    with Fault(base, shim, folder, "sync", 1, errno.EIO, True) as fault:
        done = run(fault.desk, fault.environment)
        if not fault.was_hit or done.returncode == FINE or done.out:
            raise Lost("it is acknowledged although nothing could be made durable")
        check(fault.desk, done)
        fault.desk.check()


def append(desk, environment):
    return desk.append(1, environment=environment)


def import_file(desk, environment):
    return desk.append(200, environment=environment)


def propose(desk, environment):
    _, _, done = desk.propose(2, environment=environment)
    return done


def accept(desk, environment):
    batch, desk.proposal, _ = desk.propose(2)
    desk.batches.append(batch)
    done = desk.run("accept", desk.proposal, "--expect-head", str(desk.head),
                    environment=environment)
    batch.note(done)
    return done


def checkpoint(desk, environment):
    desk.append(2)
    return desk.run("checkpoint", "-o", "head.checkpoint", environment=environment)


def backup(desk, environment):
    return desk.run("backup", "copy.sqlite", environment=environment)


def export(desk, environment):
    return desk.run("export", "-o", "events.jsonl", environment=environment)


def tiles(desk, environment):
    return desk.run("export", "--tiles", "tiles", environment=environment)


def init(desk, environment):
    return desk.run("init", "--log", "new.sqlite", environment=environment)


def key(desk, environment):
    return desk.run("key", "new", "other.example.org/log",
                    environment=environment | new_key(desk))


def rotate(desk, environment):
    return desk.run("key", "rotate", environment=environment)


def new_key(desk):
    return {"STANCE_KEY": str(desk.folder / "keys" / "new")}


def check_checkpoint(desk, done):
    if done.returncode == FINE:
        desk.expect(FINE, "verify", "--since", "head.checkpoint")
    desk.expect(FINE, "checkpoint", "-o", "head.checkpoint")


def check_proposed(desk, done):
    """It waits if the program said so; a file that is half written is none that waits."""
    waiting = json.loads(desk.expect(FINE, "inbox", "--json").out)["proposals"]
    if done.returncode == FINE and len(waiting) != 1:
        raise Lost(f"{len(waiting)} proposals wait")


def check_accepted(desk, done):
    desk.check_accepted(desk.proposal)
    desk.batches[-1].is_acknowledged = True


def check_new_backup(desk, done):
    path = desk.folder / "copy.sqlite"
    check_backup(desk, path)
    if done.returncode == FINE and not path.exists():
        raise Lost("the backup is not there")


def check_new_export(desk, done):
    check_export(desk, desk.folder / "events.jsonl")


def check_new_tiles(desk, done):
    check_tiles(desk.folder / "tiles")
    desk.expect(FINE, "export", "--tiles", "tiles")
    check_tiles(desk.folder / "tiles")


def check_init(desk, done):
    if done.returncode != FINE and desk.run("status", "--log", "new.sqlite").returncode != FINE:
        desk.expect(FINE, "init", "--log", "new.sqlite")
    desk.expect(FINE, "verify", "--log", "new.sqlite")


def check_key(desk, done):
    if done.returncode != FINE and desk.run("key", "show", environment=new_key(desk)).returncode:
        desk.expect(FINE, "key", "new", "other.example.org/log", environment=new_key(desk))
    desk.expect(FINE, "key", "show", environment=new_key(desk))


def nothing(desk, done):
    """What `Desk.check` looks at says all."""


def check_rotation(desk, done):
    """An interrupted rotation is finished by the next."""
    desk.expect(FINE, "key", "rotate")


def anchor(outsiders):
    """Stamps of a head, and what is kept of them."""
    def task(desk, environment):
        words, _ = outsiders.stamp(desk, "head")
        return desk.run(*words, environment=environment)

    return task, lambda desk, done: outsiders.check_stamp(desk, done, desk.folder / "head.tsr")


def cosign(outsiders):
    """A head that a witness is asked to cosign; the program also says that it was asked and failed."""
    def task(desk, environment):
        done = desk.run(*outsiders.asking, environment=environment)
        done.out = done.out if cosigned(done) else ""
        return done

    return task, outsiders.check_cosigned


# Each command, and what must hold afterwards.
TASKS = {"append": (append, nothing), "import of a file": (import_file, nothing),
         "propose": (propose, check_proposed), "accept": (accept, check_accepted),
         "checkpoint": (checkpoint, check_checkpoint), "backup": (backup, check_new_backup),
         "export": (export, check_new_export), "export --tiles": (tiles, check_new_tiles),
         "init": (init, check_init), "key new": (key, check_key),
         "key rotate": (rotate, check_rotation)}
