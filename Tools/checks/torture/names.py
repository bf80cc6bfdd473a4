"""One log under two names, and a log that two users share."""

import os
import shutil
import signal
import subprocess
from contextlib import contextmanager

from desk import FINE, Lost, make_desk

BAD_LOG = 65
# The owner of a shared log, and someone else who reads it.
OWNER, READER = 1000, 65534
ADD = ["append", "company_registered", "--id", "x", "--company", "x", "--name", "X",
       "--country", "CN"]


def run(table, program, folder):
    # More events than a pipe takes, so that an export that no one reads waits with the log open.
    desk = make_desk(program, folder / "named", events=600, is_signed=False)
    other = folder / "other"
    other.mkdir()
    table.row("one file under two names: hard links", [
        (" ".join(words[:2]), lambda words=words: linked(desk, other / "log.sqlite", words))
        for words in (ADD, ["status"], ["verify"], ["export"], ["backup", "copy.sqlite"])])
    if os.getuid() != 0:
        table.note("one file under two names: mounted elsewhere", "only root may mount it")
        table.note("a log that two users share", "only root may be both")
        return
    table.row("one file under two names: mounted elsewhere", [
        (" ".join(words[:2]), lambda words=words: mounted(desk, other / "log.sqlite", words))
        for words in (ADD, ["status"], ["verify"])])
    table.row("a log that two users share", [
        (words[0], lambda words=words: shared(program, folder / "shared", words))
        for words in (["status"], ["posture", "--to", "today"], ["verify"])])


def linked(desk, other, words):
    """Refused under both names; under the one that is left, all is as it was."""
    os.link(desk.log, other)
    try:
        for path in (desk.log, other):
            desk.expect(BAD_LOG, *words, "--log", str(path))
    finally:
        other.unlink()
    desk.check()


def mounted(desk, other, words):
    """Refused while a program has the log open by its own name, fine afterwards."""
    other.touch()
    subprocess.run(["mount", "--bind", desk.log, other], check=True)
    try:
        with opened(desk):
            desk.expect(BAD_LOG, *words, "--log", str(other))
            desk.append()
        desk.expect(FINE, "status", "--log", str(other))
    finally:
        for suffix in ("-wal", "-shm"):
            other.with_name(other.name + suffix).unlink(missing_ok=True)
        subprocess.run(["umount", other], check=True)
        other.unlink()
    desk.check()


def shared(program, folder, words):
    """What someone else's question leaves behind must not keep the owner from writing."""
    desk = make_desk(program, folder, events=50, is_signed=False)
    try:
        folder.chmod(0o777)
        for path in folder.iterdir():
            os.chown(path, OWNER, OWNER)
        as_owner = {"user": OWNER, "group": OWNER, "extra_groups": []}
        as_reader = {"user": READER, "group": READER, "extra_groups": []}
        before = desk.head
        desk.expect(FINE, *words, **as_reader)
        left = [path.name for path in folder.iterdir() if path.stat().st_uid == READER]
        if left:
            raise Lost(f"the reader left {', '.join(left)}")
        desk.expect(FINE, *ADD, **as_owner)
        # The reader sees what is new, also while a program of the owner has the log open.
        seen = desk.expect(FINE, "status", "--json", **as_reader).out
        if f'"head": {before + 1}' not in seen:
            raise Lost(f"the reader sees an older state: {seen}")
    finally:
        shutil.rmtree(folder)


@contextmanager
def opened(desk):
    """Another program has the log open."""
    reader = desk.start("export")
    reader.stdout.read(1)
    try:
        yield
    finally:
        reader.send_signal(signal.SIGKILL)
        reader.communicate()
