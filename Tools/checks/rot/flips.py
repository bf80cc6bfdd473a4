"""Turns bits of logs, by a program of ours that does it in memory on all cores."""

import json
import shutil
import sqlite3
import subprocess
from pathlib import Path

from original import Original
from program import CORPUS, ORIGIN, ROOT, Desk

ROT = ROOT / ".build" / "release" / "stance-rot"
# A run takes one flip in a number of them, unless it is to take all.
SHARE = 10


def flips(folder: Path, chosen) -> int:
    """Turns the bits that were chosen; answers how many of them went unnoticed."""
    desk = Desk(folder / "rotting")
    small, large, ahead = (desk.folder / f"{name}.sqlite" for name in ("small", "large", "ahead"))
    desk.run("key", "new", ORIGIN)
    make_small(desk, small)
    make_large(desk, large, chosen.events)
    make_ahead(desk, ahead)
    wrong = 0
    share = "all flips" if chosen.whole else f"one flip in {SHARE}"
    print(f"\n{share}, seed {chosen.seed}")
    print(f"{'bits turned':44} {'tried':>7} {'found':>7} {'no log':>7} {'same':>7} {'older':>7} "
          f"{'WRONG':>6} {'seconds':>8}")
    for name, words in [
        (f"each byte of a log of {small.stat().st_size >> 10} KiB", [small]),
        (f"random bytes of one of {large.stat().st_size >> 10} KiB",
         [large, "--flips", str(chosen.flips)]),
        ("headers and random bytes of a -wal", [ahead, "--wal", "--flips", "1000"]),
    ]:
        words += ["--folder", desk.folder, "--seed", str(chosen.seed)]
        words += [] if chosen.whole else ["--one-in", str(SHARE)]
        done = subprocess.run([ROT, *words], capture_output=True, text=True)
        lines = done.stdout.splitlines()
        if done.returncode not in (0, 1) or not lines:
            kept = ROOT / ".build" / "rot"
            shutil.rmtree(kept, ignore_errors=True)
            shutil.copytree(desk.folder, kept)
            print(f"{name:44} CRASHED with {done.returncode}; the copies are in {kept}\n"
                  f"{done.stderr[-2000:]}")
            wrong += 1
            continue
        counts = lines[0].split()
        print(f"{name:44} " + " ".join(f"{count:>7}" for count in counts[:5])
              + f" {counts[5]:>6} {counts[6]:>8}")
        for line in lines[1:6]:
            print(f"  {line}")
        wrong += len(lines) > 1
    return wrong


def make_small(desk: Desk, log: Path):
    """A log with rows in every table: a few companies and events of each type, signed twice."""
    desk.run("init", "--log", log)
    wanted = {"lenovo", "xiaomi", "dji", "didi", "cn-mofcom", "cn-gacc"}
    known, lines, seen = set(wanted), [], {}
    for file in CORPUS:
        for line in file.read_text().splitlines():
            event = json.loads(line)
            own = event.get("company") or event.get("body")
            few = seen.get(event["type"], 0) < (2 if file.stem == "events" else 6)
            if own in known and few and not ({"denies", "under", "measure"} & set(event)):
                seen[event["type"]] = seen.get(event["type"], 0) + 1
                lines.append(line)
    (desk.folder / "small.jsonl").write_text("\n".join(lines) + "\n")
    Original.append(desk, log, desk.folder / "small.jsonl")
    desk.run("checkpoint", "--log", log)
    desk.run("append", "retraction", "--retracts", json.loads(lines[-1])["id"],
             "--id", "taken-back", "--reason", "It was wrong.", "--published", "2022-06-01",
             "--log", log)


def make_large(desk: Desk, log: Path, count: int):
    """The founding corpus, and moves of its companies without end."""
    desk.run("init", "--log", log)
    for file in CORPUS:
        Original.append(desk, log, file)
    lines = [json.dumps({
        "id": f"move-{n}", "type": "silent_reduction", "v": 1,
        "company": ["lenovo", "xiaomi", "dji", "didi"][n % 4],
        "markets": [["RU", "BY", "UA"][n % 3]], "level": ["reducing", "suspended"][n % 2],
        "occurred": f"2022-{1 + n % 12:02}-{1 + n % 28:02}",
        "published": f"2022-{1 + n % 12:02}-{1 + n % 28:02}",
        "evidence": [{"publisher": f"A paper of {n}", "grade": "B2"}]}) for n in range(count)]
    (desk.folder / "large.jsonl").write_text("\n".join(lines) + "\n")
    Original.append(desk, log, desk.folder / "large.jsonl")


def make_ahead(desk: Desk, log: Path):
    """A log whose last events are in its write-ahead log only, as while a program has it open."""
    work = desk.folder / "work.sqlite"
    desk.run("init", "--log", work)
    *registrations, events = CORPUS
    for file in registrations:
        Original.append(desk, work, file)
    reader = sqlite3.connect(work, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM event").fetchone()
    Original.append(desk, work, events)
    for end in ("", "-wal"):
        shutil.copy(str(work) + end, str(log) + end)
    reader.close()
