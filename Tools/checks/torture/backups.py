"""Backups that are restored over a log that has grown since."""

from desk import FINDING, FINE, Lost, gives_reason, make_desk


def run(table, program, folder, rounds):
    desk = make_desk(program, folder / "restored", events=20)
    table.row("an older backup restored over a signed log",
              ((f"round {n}", lambda: restore(desk)) for n in range(rounds)))


def restore(desk):
    """What was signed after the backup is missed, and nothing is appended to the older log."""
    desk.expect(FINE, "backup", "older.sqlite")
    desk.expect(FINE, "checkpoint", "-o", "kept.checkpoint")
    desk.append(3)
    log, kept = desk.log, desk.folder / "kept.sqlite"
    log.rename(kept)
    (desk.folder / "older.sqlite").rename(log)
    older = log.read_bytes()
    desk.expect(FINDING, "verify")
    done = desk.append()
    desk.batches.pop()
    if done.returncode != FINDING or not gives_reason(done):
        raise Lost(f"the older log took an append, which ended with {done.returncode}")
    desk.expect(FINDING, "checkpoint")
    if log.read_bytes() != older:
        raise Lost("the older log was changed")
    # On a machine that signed nothing, a checkpoint that was kept shows the same.
    kept.replace(log)
    desk.check()
    desk.expect(FINE, "verify", "--since", "kept.checkpoint")
