"""The plug is pulled: what is on the disk after a power cut at any moment of a series of commands."""

import random
import shutil

from desk import FINE, Desk, Lost, make_desk
from disk import Disk, records
from exports import check_backup, check_tiles
from shims import Missing, compiled

NEW_KEY = "keys/made/new"


def run(table, program, folder, seed, rounds):
    try:
        shim = compiled("plug", folder)
    except Missing as reason:
        table.note("power cuts", reason)
        return
    history = History(program, folder, shim)
    chance = random.Random(f"{seed} power cuts")
    table.row("power cut at any moment",
              ((f"cut {n}", lambda: history.cut(chance)) for n in range(rounds)))
    table.row("the same with every fsync ignored: is noticed",
              [("cuts", lambda: noticed(history, chance, rounds))])


def noticed(history, chance, rounds):
    """A check that finds nothing on such a disk would find nothing at all."""
    for _ in range(rounds):
        try:
            history.cut(chance, forgets=True)
        except Lost:
            return
    raise Lost("nothing noticed it")


class History:
    """A series of commands, all that they did to their files, and when each was acknowledged."""

    def __init__(self, program, folder, shim):
        self.desk = make_desk(program, folder / "plugged", events=60)
        self.base, self.place = folder / "unplugged", folder / "cut"
        self.trace, self.shim = folder / "trace", shim
        shutil.copytree(self.desk.folder, self.base)
        self.acknowledged = []
        self.key_at = None
        self.traced(lambda settings: self.desk.append(1, environment=settings))
        self.traced(lambda settings: self.desk.append(60, environment=settings))
        for words in [["checkpoint", "-o", "head.checkpoint"], ["backup", "copy.sqlite"],
                      ["export", "--tiles", "tiles"]]:
            self.traced(lambda settings: self.desk.expect(FINE, *words, environment=settings))
        self.traced(lambda settings: self.desk.append(3, environment=settings))
        self.traced(lambda settings: self.desk.expect(
            FINE, "key", "new", "other.example.org/log",
            environment=settings | {"STANCE_KEY": str(self.desk.folder / NEW_KEY)}))
        self.key_at = self.acknowledged[-1]
        self.traced(lambda settings: self.desk.expect(
            FINE, "key", "rotate", environment=settings))
        self.traced(lambda settings: self.desk.append(200, environment=settings))
        self.traced(lambda settings: self.desk.expect(
            FINE, "export", "--tiles", "tiles", environment=settings))
        self.records = list(records(self.trace))

    def traced(self, command):
        """Runs a command; it acknowledges with its first words on standard output, or at its end."""
        before = len(list(records(self.trace))) if self.trace.exists() else 0
        appended = len(self.desk.batches)
        command({"LD_PRELOAD": str(self.shim), "TORTURE_FOLDER": str(self.desk.folder),
                 "TORTURE_TRACE": str(self.trace)})
        made = list(records(self.trace))
        said = [number for number in range(before, len(made)) if made[number].what == "a"]
        at = said[0] + 1 if said else len(made)
        self.acknowledged.append(at)
        for batch in self.desk.batches[appended:]:
            if not batch.is_acknowledged:
                raise Lost("an append without a fault was not acknowledged")
            batch.acknowledged_at = at

    def cut(self, chance, forgets=False):
        """Cuts the power after some call, and looks at what is left."""
        # At the moment of an acknowledgement as often as anywhere.
        moment = chance.choice([chance.randint(0, len(self.records)),
                                chance.choice(self.acknowledged)])
        disk = Disk(self.base, forgets)
        for record in self.records[:moment]:
            disk.take(moved(record, self.desk.folder, self.base))
        try:
            disk.leave(self.place, chance)
            self.check(Desk(self.desk.program, self.place), moment)
        finally:
            shutil.rmtree(self.place, ignore_errors=True)

    def check(self, desk, moment):
        for batch in self.desk.batches:
            batch.is_acknowledged = getattr(batch, "acknowledged_at", 0) <= moment
        desk.batches = list(self.desk.batches)
        # Finishes an interrupted rotation.
        desk.expect(FINE, "key", "rotate")
        desk.check()
        check_backup(desk, desk.folder / "copy.sqlite")
        check_tiles(desk.folder / "tiles")
        if (desk.folder / "head.checkpoint").exists():
            desk.expect(FINE, "verify", "--since", "head.checkpoint")
        key = desk.folder / NEW_KEY
        if moment >= self.key_at or key.exists():
            desk.expect(FINE, "key", "show", environment={"STANCE_KEY": str(key)})


def moved(record, old, new):
    """The record as if it had been made in another folder."""
    old, new = str(old), str(new)
    path = record.path.replace(old, new, 1)
    more = record.more
    if record.what in "rl":
        more = more.replace(old.encode(), new.encode(), 1)
    return type(record)(record.what, path, more, record.offset)
