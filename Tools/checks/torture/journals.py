"""-wal files as a killed writer leaves them: kept, missing, older, or another log's."""

import shutil

from desk import BAD_DATA, FINDING, Lost, make_desk

# The lengths of a -wal file's parts (sqlite.org/fileformat2.html, 4.1).
HEADER, FRAME = 32, 24 + 4096
EVENTS = 600


def run(table, program, folder):
    def attempt(check, is_signed=True):
        def tell():
            try:
                check(make_desk(program, folder / "journal", events=EVENTS, is_signed=is_signed))
            finally:
                shutil.rmtree(folder / "journal")

        return tell

    table.row("-wal files that a killed writer left", [
        ("kept", attempt(kept)), ("without its index", attempt(without_index)),
        ("missing, signed log", attempt(missing)),
        ("missing, unsigned log", attempt(missing_unsigned, is_signed=False)),
        ("older", attempt(older)), ("older file beneath", attempt(older_file)),
        ("another log's", attempt(foreign)), ("cut off", attempt(cut_off)),
        ("older, the log by a symbolic link", attempt(older_by_link)),
    ])


def kept(desk):
    desk.leave_journal()
    desk.check()


def without_index(desk):
    desk.leave_journal()
    desk.index.unlink()
    desk.check()


def missing(desk):
    """With it acknowledged events are gone: a signed log says so, and accepts no more."""
    desk.leave_journal()
    before = desk.journal.read_bytes()
    desk.journal.unlink()
    desk.expect(FINDING, "verify")
    refuse(desk, FINDING)
    put(desk, before)
    desk.check()


def missing_unsigned(desk):
    """An unsigned log is the older one that the file holds, sound in itself."""
    desk.leave_journal()
    gone = desk.batches.pop()
    desk.journal.unlink()
    desk.check()
    if set(gone.ids) & set(desk.ids()):
        raise Lost("half of what the -wal file held is there")


def older(desk):
    """An older one is put back over a file that has changed since."""
    desk.leave_journal()
    old = desk.journal.read_bytes()
    desk.append(40)
    if desk.journal.exists():
        raise Lost("the last writer left its -wal file, so that nothing is tried")
    strange(desk, old)


def older_by_link(desk):
    """SQLite looks for what is beside the file that the link leads to, and so does the check."""
    link = desk.folder / "link.sqlite"
    link.symlink_to(desk.log.name)
    desk.leave_journal()
    old = desk.journal.read_bytes()
    desk.append(40)
    file = desk.log.read_bytes()
    put(desk, old)
    for words in [["verify"], ["export"], ["checkpoint"]]:
        desk.expect(BAD_DATA, *words, "--log", link.name)
    if desk.log.read_bytes() != file:
        raise Lost("the log's file was changed")
    desk.journal.unlink()
    desk.check()


def older_file(desk):
    """An older copy of the file is used with a later -wal file."""
    copy = desk.folder / "older.sqlite"
    shutil.copy(desk.log, copy)
    desk.append(40)
    desk.leave_journal()
    later = desk.log.read_bytes()
    shutil.copy(copy, desk.log)
    for words in [["verify"], ["posture", "--to", "today"]]:
        desk.expect(BAD_DATA, *words)
    refuse(desk, BAD_DATA)
    desk.log.write_bytes(later)
    desk.check()


def foreign(desk):
    other = make_desk(desk.program, desk.folder / "other", events=EVENTS, is_signed=False)
    other.leave_journal()
    strange(desk, other.journal.read_bytes())


def cut_off(desk):
    """What was never made durable: the last append, which a power cut left in part."""
    desk.leave_journal()
    content = desk.journal.read_bytes()
    put(desk, content[:HEADER + FRAME + FRAME // 2])
    # Its signed head is remembered, so that the log is known to lack it.
    desk.expect(FINDING, "verify")
    put(desk, content)
    desk.check()


def strange(desk, content):
    """A -wal file that is not the log's is refused by every command; without it everything is there."""
    file = desk.log.read_bytes()
    put(desk, content)
    for words in [["verify"], ["posture", "--to", "today"], ["backup", "copy.sqlite"]]:
        desk.expect(BAD_DATA, *words)
    refuse(desk, BAD_DATA)
    if desk.log.read_bytes() != file:
        raise Lost("the log's file was changed")
    desk.journal.unlink()
    desk.check()


def refuse(desk, status):
    done = desk.append()
    desk.batches.pop()
    if done.returncode != status:
        raise Lost(f"an append ended with {done.returncode}, not {status}: {done.err.strip()}")


def put(desk, content):
    """Puts a -wal file beside the log, without the index that SQLite keeps of another."""
    desk.journal.write_bytes(content)
    desk.index.unlink(missing_ok=True)
