"""A folder with a log in it, the programs run on it, and what must be in the log afterwards."""

import itertools
import json
import os
import shutil
import signal
import subprocess
import tempfile

import program

FINE, FINDING, BAD_DATA, CANNOT_CREATE, INPUT_OUTPUT, BUSY, NO_PERMISSION = \
    0, 1, 65, 73, 74, 75, 77
# In seconds; a program that has not ended by then hangs.
PATIENCE = 300
ORIGIN = "stance.example.org/torture"


class Lost(Exception):
    """A promise was broken."""


class Batch:
    """Events that are appended together, and so are in the log together or not at all."""

    numbers = itertools.count(1)

    def __init__(self, count):
        number = next(Batch.numbers)
        # Each id says how many there are, so that one of them shows what else to look for.
        self.ids = [f"b{number}-{n}-of-{count}" for n in range(count)]
        self.is_acknowledged = False

    def note(self, done):
        """Takes note of what the program that appended it said, whatever became of it then."""
        self.is_acknowledged = done.returncode == FINE or done.out.startswith("recorded")

    @property
    def lines(self):
        return "".join(
            json.dumps({"type": "company_registered", "v": 1, "id": id, "company": id,
                        "name": f"Firm {id} " + "x" * 200, "country": "CN"}) + "\n"
            for id in self.ids)


class Desk(program.Desk):
    """The folder of one user, and what was appended there."""

    def __init__(self, executable, folder, log="log.sqlite"):
        super().__init__(folder, log, program=executable)
        self.environment |= {"PATH": "/usr/bin:/bin", "STANCE_RECORDER": "torture"}
        self.batches = []

    def copy(self, folder):
        """The same desk again, files and all."""
        shutil.copytree(self.folder, folder)
        desk = Desk(self.program, folder, self.log.name)
        desk.batches = list(self.batches)
        return desk

    def start(self, *words, text=None, environment=None, **more):
        """Starts the program; what it is to read is in a file, so that nothing has to feed it."""
        source = subprocess.DEVNULL
        if text is not None:
            source = tempfile.TemporaryFile()
            source.write(text.encode())
            source.seek(0)
        process = subprocess.Popen(
            [self.program, *words], cwd=self.folder, stdin=source, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, env=self.environment | (environment or {}), **more)
        if text is not None:
            source.close()
        return process

    def run(self, *words, **more):
        process = self.start(*words, **more)
        try:
            process.out, process.err = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise Lost(f"'stance {' '.join(words)}' did not end in {PATIENCE} s") from None
        return process

    def expect(self, status, *words, **more):
        """Runs the program, which must end with this status and, if it is not 0, say why."""
        done = self.run(*words, **more)
        if done.returncode != status:
            raise Lost(f"'stance {' '.join(words)}' ended with {done.returncode}, not {status}: "
                       f"{done.err.strip() or done.out.strip()}")
        if status not in (FINE, FINDING) and not gives_reason(done):
            raise Lost(f"'stance {' '.join(words)}' ended with {status} and gave no reason")
        return done

    def append(self, count=1, *words, **more):
        """Appends a batch; acknowledged if the program says so."""
        batch = Batch(count)
        self.batches.append(batch)
        done = self.run("append", "--from", "-", *words, text=batch.lines, **more)
        batch.note(done)
        return done

    def propose(self, count=1, **more):
        """Proposes a batch, which is in the log once it is accepted; answers its name too."""
        batch = Batch(count)
        done = self.run("propose", "--from", "-", "--json", text=batch.lines, **more)
        name = json.loads(done.out)["proposal"]["id"] if done.returncode == FINE else None
        return batch, name, done

    def check_accepted(self, name):
        """A proposal that was being accepted can be accepted now, or was put away."""
        again = self.run("accept", name, "--expect-head", str(self.head))
        if again.returncode not in (FINE, BAD_DATA):
            raise Lost(f"accepting again ended with {again.returncode}: {again.err.strip()}")
        waiting = json.loads(self.expect(FINE, "inbox", "--json").out)["proposals"]
        kept = json.loads(self.expect(FINE, "inbox", "list", "--state", "accepted", "--json").out)
        names = [proposal["id"] for proposal in kept["proposals"]]
        if [proposal["id"] for proposal in waiting].count(name) or names.count(name) != 1:
            raise Lost("an accepted proposal is not put away")

    def ids(self, log=None):
        """The ids of all events, in order."""
        words = ["--log", log] if log else []
        return ids_in(self.expect(FINE, "export", *words).out)

    @property
    def head(self):
        return json.loads(self.expect(FINE, "status", "--json").out)["head"]

    def check(self):
        """Everything acknowledged is there, nothing is there in part, and the log works."""
        self.expect(FINE, "verify")
        check_batches(self.batches, self.ids())
        done = self.append()
        if done.returncode != FINE:
            raise Lost(f"the next append ended with {done.returncode}: {done.err.strip()}")

    @property
    def journal(self):
        """The log's -wal file."""
        return self.folder / f"{self.log.name}-wal"

    @property
    def index(self):
        """The log's -shm file, SQLite's index of the -wal file."""
        return self.folder / f"{self.log.name}-shm"

    def leave_journal(self):
        """Leaves what killed programs leave: a -wal file with acknowledged events in it.

        A reader that waits for its output to be read has the log open, so that the writer, which is
        not the last to close it, moves nothing; then the reader is killed.
        """
        reader = self.start("export")
        reader.stdout.read(1)
        self.append(2)
        reader.send_signal(signal.SIGKILL)
        reader.communicate()
        if not self.journal.exists() or not self.journal.stat().st_size:
            raise Lost("no -wal file is left, so that nothing can be tried")


def gives_reason(done):
    """Whether a program that failed said why, after anything else it had to say."""
    return any(line.startswith("stance: ") for line in done.err.splitlines())


def ids_in(lines):
    return [json.loads(line)["id"] for line in lines.splitlines()]


def check_batches(batches, ids):
    """Batches are complete and in their own order, all acknowledged ones are there, and no others."""
    place = {id: position for position, id in enumerate(ids)}
    if len(place) != len(ids):
        raise Lost("an event is there twice")
    counted = 0
    for batch in batches:
        found = [place[id] for id in batch.ids if id in place]
        if not found and not batch.is_acknowledged:
            continue
        if len(found) < len(batch.ids):
            kind = "acknowledged" if batch.is_acknowledged else "unacknowledged"
            raise Lost(f"{len(found)} of {len(batch.ids)} events of an {kind} append are there")
        if found != list(range(found[0], found[0] + len(found))):
            raise Lost("the events of an append are not together")
        counted += len(found)
    if counted != len(ids):
        raise Lost(f"{len(ids) - counted} events are there that were not appended")


def make_desk(executable, folder, events=0, is_signed=True):
    """A new desk, with a log of this many events that signs its heads."""
    os.makedirs(folder)
    desk = Desk(executable, folder)
    desk.expect(FINE, "init")
    if is_signed:
        desk.expect(FINE, "key", "new", ORIGIN)
    if events:
        desk.append(events)
    if is_signed:
        desk.expect(FINE, "checkpoint")
    return desk
