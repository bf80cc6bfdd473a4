"""Many programs on one log at once: writers, readers, racers, and backups meanwhile."""

import itertools
import json
import threading
import time

from desk import BAD_DATA, BUSY, FINE, Batch, Lost, check_batches, ids_in, make_desk
from exports import check_backup

WRITERS, READERS, RACERS = 8, 4, 8


def run(table, program, folder, appends, races):
    crowd = Crowd(make_desk(program, folder / "crowd"), appends)
    crowd.run()
    table.row(f"{WRITERS} programs append {appends} times each",
              [(f"program {n}", writer.check) for n, writer in enumerate(crowd.writers)]
              + [("the whole log", crowd.check)])
    table.row(f"{READERS} readers meanwhile", crowd.reads)
    table.row("backups meanwhile", crowd.backups)
    racing(table, make_desk(program, folder / "race"), races)


class Crowd:
    """Writers, readers and one that makes backups, until the writers are done."""

    def __init__(self, desk, appends):
        self.desk = desk
        self.writers = [Writer(desk, appends) for _ in range(WRITERS)]
        self.reads, self.backups = [], []
        self.is_over = threading.Event()

    def run(self):
        others = [threading.Thread(target=self.read) for _ in range(READERS)]
        others.append(threading.Thread(target=self.back_up))
        writers = [threading.Thread(target=writer.run) for writer in self.writers]
        for thread in writers + others:
            thread.start()
        for thread in writers:
            thread.join()
        self.is_over.set()
        for thread in others:
            thread.join()

    def check(self):
        self.desk.batches = [batch for writer in self.writers for batch in writer.batches]
        self.desk.check()

    def read(self):
        before = []
        while not self.is_over.is_set():
            process = self.desk.run("export")
            replay = self.desk.run("posture", "--to", "today", "--json")
            self.reads.append((f"read {len(self.reads)}",
                               judged(check_read, process, replay, before)))
            before = ids_in(process.out) if process.returncode == FINE else before
            time.sleep(0.2)

    def back_up(self):
        for number in itertools.count():
            if self.is_over.is_set():
                return
            path = self.desk.folder / f"{number}.sqlite"
            self.backups.append((f"backup {number}", judged(self.check_backup, path)))
            path.unlink(missing_ok=True)
            time.sleep(0.5)

    def check_backup(self, path):
        self.desk.expect(FINE, "backup", path.name)
        check_backup(self.desk, path)
        check_whole(self.desk.ids(log=path.name))


class Writer:
    """One program after another that appends a batch, until enough have been acknowledged."""

    def __init__(self, desk, appends):
        self.desk, self.failure = desk, None
        self.batches = [Batch(1 + n % 3) for n in range(appends)]

    def run(self):
        for batch in self.batches:
            while not batch.is_acknowledged:
                done = self.desk.run("append", "--from", "-", text=batch.lines)
                batch.note(done)
                if done.returncode not in (FINE, BUSY):
                    self.failure = f"an append ended with {done.returncode}: {done.err.strip()}"
                    return

    def check(self):
        """Every append was acknowledged, and they are in the order in which they were made."""
        if self.failure:
            raise Lost(self.failure)
        place = {id: position for position, id in enumerate(self.desk.ids())}
        firsts = [place.get(batch.ids[0], -1) for batch in self.batches]
        if -1 in firsts or firsts != sorted(firsts):
            raise Lost("its appends are not there in their order")


def check_read(export, replay, before):
    """A reader sees whole batches, all that it saw before, and the same order."""
    for process in (export, replay):
        if process.returncode != FINE:
            raise Lost(f"it ended with {process.returncode}: {process.err.strip()}")
    ids = ids_in(export.out)
    if ids[:len(before)] != before:
        raise Lost("what was read before has changed")
    if json.loads(replay.out)["log"]["size"] < len(ids):
        raise Lost("a later replay knows less")
    check_whole(ids)


def check_whole(ids):
    """Every batch is complete and in one piece; its ids say how long it is."""
    for batch, found in itertools.groupby(ids, lambda id: id.split("-")[0]):
        found = list(found)
        count = int(found[0].rsplit("-", 1)[1])
        if found != [f"{batch}-{n}-of-{count}" for n in range(count)]:
            raise Lost(f"half a batch: {found}")


def racing(table, desk, races):
    """Racers on one expected head, while backups are made."""
    backups, is_over = [], threading.Event()

    def back_up():
        for number in itertools.count():
            if is_over.is_set():
                return
            path = desk.folder / f"{number}.sqlite"
            backups.append((f"backup {number}", judged(desk.expect, FINE, "backup", path.name)))
            path.unlink(missing_ok=True)
            time.sleep(0.2)

    beside = threading.Thread(target=back_up)
    beside.start()
    table.row(f"{RACERS} programs race for one expected head",
              ((f"race {n}", lambda: race(desk)) for n in range(races)))
    is_over.set()
    beside.join()
    table.row("backups meanwhile", backups)
    table.row("the raced log", [("whole", desk.check)])


def race(desk):
    head = desk.head
    batches = [Batch(1) for _ in range(RACERS)]
    racers = [desk.start("append", "--from", "-", "--expect-head", str(head), text=batch.lines)
              for batch in batches]
    for racer in racers:
        racer.out, racer.err = racer.communicate()
    for batch, racer in zip(batches, racers):
        batch.note(racer)
    desk.batches += batches
    won = sum(batch.is_acknowledged for batch in batches)
    if won != 1:
        raise Lost(f"{won} racers won")
    for racer in racers:
        if racer.returncode not in (FINE, BAD_DATA):
            raise Lost(f"a racer ended with {racer.returncode}: {racer.err.strip()}")
    check_batches(desk.batches, desk.ids())


def judged(check, *arguments):
    """Checks now, and reports when the table asks."""
    try:
        check(*arguments)
    except Lost as loss:
        found = loss
    else:
        found = None

    def tell():
        if found:
            raise found

    return tell
