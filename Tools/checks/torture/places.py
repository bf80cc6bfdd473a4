"""Places in which a log cannot grow or be written: full disks, read-only files and folders."""

import os
import resource
import shutil
import socket
import subprocess

from desk import FINE, INPUT_OUTPUT, NO_PERMISSION, Batch, Desk, Lost, make_desk

NOBODY = 65534


def run(table, program, folder, rounds):
    full_disk(table, program, folder)
    table.row("files that may grow no further (RLIMIT_FSIZE)",
              limited(make_desk(program, folder / "limited", events=50), rounds))
    table.row("few threads, open files or bytes of memory",
              scarce(make_desk(program, folder / "scarce", events=600, is_signed=False)))
    read_only(table, make_desk(program, folder / "locked", events=600, is_signed=False),
              folder)


def full_disk(table, program, folder):
    place = folder / "disk"
    place.mkdir()
    if os.getuid() != 0 or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", place],
            capture_output=True).returncode:
        table.note("a disk that fills up (tmpfs)", "only root may mount one")
        return

    def attempt(check, *arguments):
        desk = make_desk(program, place / "desk", events=50)
        try:
            check(desk, *arguments)
        finally:
            shutil.rmtree(desk.folder)

    try:
        table.row("a disk that fills up (tmpfs)", [
            ("append", lambda: attempt(fill, 100)), ("import", lambda: attempt(fill, 2_000)),
            ("export", lambda: attempt(overflow, "export", "-o", "events.jsonl")),
            ("backup", lambda: attempt(overflow, "backup", "copy.sqlite"))])
    finally:
        subprocess.run(["umount", place], check=True)


def fill(desk, count):
    """Appends until the disk is full: it says so, loses nothing, and continues once there is room."""
    ballast = desk.folder / "ballast"
    ballast.write_bytes(bytes(500_000))
    for _ in range(1_000):
        done = desk.append(count)
        if done.returncode != FINE:
            break
    if done.returncode != INPUT_OUTPUT:
        raise Lost(f"on a full disk an append ended with {done.returncode}: {done.err.strip()}")
    desk.expect(FINE, "verify")
    ballast.unlink()
    desk.check()


def overflow(desk, *words):
    """A result that the disk has no room for is not there afterwards, and the log is unchanged."""
    before = sorted(path.name for path in desk.folder.iterdir())
    ballast = desk.folder / "ballast"
    with open(ballast, "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
    try:
        desk.expect(INPUT_OUTPUT, *words)
    finally:
        ballast.unlink()
    after = sorted(path.name for path in desk.folder.iterdir())
    if [name for name in after if not name.endswith(("-wal", "-shm"))] != \
            [name for name in before if not name.endswith(("-wal", "-shm"))]:
        raise Lost(f"something was left over: {set(after) - set(before)}")
    desk.check()


def limited(desk, rounds):
    """Appends of a size under a limit that comes closer round by round."""
    for number in range(rounds):
        limit = (number + 1) * 16_384
        yield f"limit of {limit} bytes", lambda: under_limit(desk, limit)


def under_limit(desk, limit):
    def set_limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = desk.append(100, preexec_fn=set_limit)
    if done.returncode not in (FINE, INPUT_OUTPUT):
        raise Lost(f"ended with {done.returncode}: {done.err.strip()}")
    desk.check()


def scarce(desk):
    """Each command does what it is for, or says what it lacks: no crash, and no waiting without end."""
    more = desk.folder / "more.jsonl"
    more.write_text(Batch(300).lines)
    more.chmod(0o644)
    desk.folder.chmod(0o777)
    for path in desk.folder.iterdir():
        if path.is_file():
            os.chown(path, *([NOBODY, NOBODY] if os.getuid() == 0 else [-1, -1]))
    limits = [(resource.RLIMIT_NPROC, count) for count in (1, 3, 5, 9, 13)] + \
        [(resource.RLIMIT_NOFILE, count) for count in (4, 6, 7, 8, 10, 12, 16, 24, 27, 40)] + \
        [(resource.RLIMIT_AS, count << 20) for count in (60, 110, 150)]
    # A server that has all it needs finds its address taken, whatever the limits come to on a machine.
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        commands = [["posture"], ["append", "--from", str(more), "--dry-run"], ["verify"],
                    ["backup", "copy.sqlite"], ["export", "-o", "events.jsonl"],
                    ["serve", "--read-only", "--listen", address]]
        for kind, count in limits:
            for words in commands:
                yield (f"{words[0]} under limit {kind} of {count}",
                       lambda kind=kind, count=count, words=words:
                       starved(desk, kind, count, words))
    yield "afterwards", desk.check


def starved(desk, kind, count, words):
    process = desk.start(
        *words, preexec_fn=lambda: resource.setrlimit(kind, (count, count)), **unprivileged())
    try:
        _, says = process.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise Lost("it waits without end") from None
    finally:
        for name in ("copy.sqlite", "events.jsonl"):
            (desk.folder / name).unlink(missing_ok=True)
    # With too little memory the system does not load the program at all, or Swift ends it by a signal.
    if kind == resource.RLIMIT_AS and (process.returncode == 127 or process.returncode < 0):
        return
    if process.returncode not in (FINE, 70, 73, INPUT_OUTPUT) \
            or process.returncode != FINE and "stance: " not in says:
        raise Lost(f"ended with {process.returncode}: {says.strip()[:200]}")


def read_only(table, desk, folder):
    """Files and folders that the user may not write; run as `nobody` if the superuser runs it."""
    posture = ["posture", "--to", "today"]
    answer = desk.expect(FINE, *posture).out
    add = ["append", "company_registered", "--id", "x", "--company", "x", "--name", "X",
           "--country", "CN"]
    locked, folder_only = {desk.log.name: 0o444, ".": 0o555}, {desk.log.name: 0o666, ".": 0o555}
    hidden = {desk.log.name: 0o000}

    def attempt(modes, words, status, prepare=None):
        copy = desk.copy(folder / "copy")
        try:
            for left in (copy.journal, copy.index):
                left.unlink(missing_ok=True)
            if prepare:
                prepare(copy)
            for name, mode in modes.items():
                (copy.folder / name).chmod(mode)
            done = copy.expect(status, *words, **unprivileged())
            if words == posture and status == FINE and not prepare and done.out != answer:
                raise Lost("the answer is another")
            for name in reversed(modes):
                (copy.folder / name).chmod(0o755)
            copy.check()
        finally:
            copy.folder.chmod(0o755)
            shutil.rmtree(copy.folder)

    def without_index(copy):
        copy.leave_journal()
        copy.index.unlink()

    def by_link(copy):
        """The -wal file is beside the log itself, not beside the link."""
        without_index(copy)
        (copy.folder / "link.sqlite").symlink_to(copy.log.name)

    table.row("a log that the user may not write", [
        ("read", lambda: attempt(locked, posture, FINE)),
        ("verify", lambda: attempt(locked, ["verify"], FINE)),
        ("append", lambda: attempt(locked, add, NO_PERMISSION)),
        ("append, only the folder locked", lambda: attempt(folder_only, add, NO_PERMISSION)),
        ("read, only the folder locked", lambda: attempt(folder_only, posture, FINE)),
        ("read, unreadable", lambda: attempt(hidden, posture, NO_PERMISSION)),
        ("backup", lambda: attempt(locked, ["backup", "x.sqlite"], NO_PERMISSION)),
        ("read, -wal left", lambda: attempt(locked, posture, FINE, Desk.leave_journal)),
        ("append, -wal left", lambda: attempt(locked, add, NO_PERMISSION, Desk.leave_journal)),
        ("read, -wal left, no index",
         lambda: attempt(locked, posture, NO_PERMISSION, without_index)),
        ("the same by a symbolic link",
         lambda: attempt(locked, [*posture, "--log", "link.sqlite"], NO_PERMISSION, by_link)),
    ])


def unprivileged():
    """How to start a program with only the rights of an ordinary user."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.getuid() == 0 else {}
