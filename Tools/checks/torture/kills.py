"""Programs that are killed at random moments while others continue to write."""

import json
import random
import signal
import subprocess
import time
from functools import partial

from desk import FINE, Batch, make_desk
from exports import check_backup, check_export, check_tiles
from outsiders import Outsiders

# Enough that each command takes a while; each round reads all of them several times.
EVENTS = 800


def run(table, program, folder, seed, rounds):
    desk = make_desk(program, folder / "killed", events=EVENTS)
    with Outsiders(folder / "around the killed") as outsiders:
        for name, task in [
            ("append", append), ("import of a file", import_file), ("accept", accept),
            ("checkpoint", checkpoint),
            ("export", export), ("export --tiles", tiles), ("backup", backup), ("init", init),
            ("anchor reply", partial(anchor, outsiders)), ("cosign", partial(cosign, outsiders)),
            ("key new", key), ("key rotate", rotate),
        ]:
            chance = random.Random(f"{seed} {name}")
            # Imports are many events, which the rounds after them would read again and again.
            place = desk.copy(folder / "killed importing") if task is import_file else desk
            longest = unhurried(place, task)
            table.row(f"killed: {name}",
                      ((f"round {n}", lambda n=n: one(place, task, n, longest, chance))
                       for n in range(rounds)))


def unhurried(desk, task):
    """How many seconds the task takes if it is not killed."""
    start = time.monotonic()
    process, check = task(desk, "unhurried")
    process.out, process.err = process.communicate()
    check(process)
    return time.monotonic() - start


def one(desk, task, number, longest, chance):
    """Kills the task, and an appender beside it, each at a moment of its own."""
    process, check = task(desk, number)
    beside, check_beside = append(desk, number)
    moments = sorted([(chance.uniform(0, longest * 1.1), process),
                      (chance.uniform(0, longest * 1.1), beside)], key=lambda pair: pair[0])
    start = time.monotonic()
    for moment, victim in moments:
        time.sleep(max(0, start + moment - time.monotonic()))
        victim.send_signal(signal.SIGKILL)
    for ended, check_ended in [(process, check), (beside, check_beside)]:
        ended.out, ended.err = ended.communicate()
        check_ended(ended)
    desk.check()


def appender(desk, count, **more):
    """Starts an append, and answers it with a function that notes its end."""
    batch = Batch(count)
    desk.batches.append(batch)
    return desk.start("append", "--from", "-", text=batch.lines, **more), batch.note


def append(desk, number):
    return appender(desk, 3)


def import_file(desk, number):
    return appender(desk, 200)


def accept(desk, number):
    """What a killed `accept` leaves is accepted by the next, and recorded once."""
    batch, name, _ = desk.propose(3)
    desk.batches.append(batch)

    def check(done):
        batch.note(done)
        desk.check_accepted(name)
        batch.is_acknowledged = True

    # Others append meanwhile: what would change is the same.
    seen = json.loads(desk.expect(FINE, "inbox", "show", name, "--json").out)["now"]
    return desk.start("accept", name, "--expect-head", str(seen["expectHead"]), "--expect-preview",
                      seen["expectPreview"]), check


def checkpoint(desk, number):
    return desk.start("checkpoint", "-o", "head.checkpoint"), lambda _: desk.expect(
        FINE, "checkpoint", "-o", "head.checkpoint")


def export(desk, number):
    path = desk.folder / f"{number}.jsonl"
    return desk.start("export", "-o", path.name), cleared(lambda: check_export(desk, path), path)


def tiles(desk, number):
    def check(_):
        check_tiles(desk.folder / "tiles")
        desk.expect(FINE, "export", "--tiles", "tiles")
        check_tiles(desk.folder / "tiles")

    return desk.start("export", "--tiles", "tiles"), check


def backup(desk, number):
    path = desk.folder / f"{number}.sqlite"
    return desk.start("backup", path.name), cleared(lambda: check_backup(desk, path), path)


def init(desk, number):
    """What a killed `init` leaves is nothing, or is made a log by the next."""
    path = desk.folder / f"{number}.new"

    def check(_):
        if desk.run("status", "--log", path.name).returncode != FINE:
            desk.expect(FINE, "init", "--log", path.name)
        desk.expect(FINE, "verify", "--log", path.name)

    return desk.start("init", "--log", path.name), cleared(lambda: check(None), path)


def anchor(outsiders, desk, number):
    words, reply = outsiders.stamp(desk, number)
    return desk.start(*words), lambda done: outsiders.check_stamp(desk, done, reply)


def cosign(outsiders, desk, number):
    return desk.start(*outsiders.asking), lambda done: outsiders.check_cosigned(desk, done)


def key(desk, number):
    """What a killed `key new` leaves is nothing, or a key that can be used."""
    path = desk.folder / f"{number}.key"
    settings = {"STANCE_KEY": str(path)}

    def check():
        if not path.exists():
            desk.expect(FINE, "key", "new", "other.example.org/log", environment=settings)
        desk.expect(FINE, "key", "show", environment=settings)

    words = ["key", "new", "other.example.org/log"]
    return desk.start(*words, environment=settings), cleared(check, path)


def rotate(desk, number):
    """A killed rotation is finished by the next."""
    return desk.start("key", "rotate"), lambda _: desk.expect(FINE, "key", "rotate")


def cleared(check, path):
    """The check, after which the file is removed with everything beside it."""
    def run(_):
        check()
        subprocess.run(f"rm -f '{path}'*", shell=True, check=True)

    return run
