"""The ways to forge a log: through SQLite, in the file itself, and with the program."""

import hashlib
import json
import sqlite3
from pathlib import Path

from original import EVENT

# Forgeries through SQLite, with the triggers dropped and put back.

def edit(log: Path, *statements):
    """Runs statements on a log as if it had no triggers; no one sees that they were gone."""
    database = sqlite3.connect(log, isolation_level=None)
    triggers = database.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        database.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        if callable(statement):
            statement(database)
        else:
            database.execute(statement)
    for _, sql in triggers:
        database.execute(sql)
    database.close()


def tree(database):
    """Computes the Merkle tree again over the events' bytes (RFC 6962), as a forger would."""
    waiting = []
    for position, leaf in database.execute(
            "SELECT position, json FROM event ORDER BY position").fetchall():
        node, level = hashlib.sha256(b"\0" + leaf).digest(), 0
        nodes = node
        while waiting and waiting[-1][0] == level:
            node = hashlib.sha256(b"\1" + waiting.pop()[1] + node).digest()
            nodes += node
            level += 1
        waiting.append((level, node))
        database.execute("UPDATE event SET nodes = ? WHERE position = ?", (nodes, position))


def other_words(database):
    """Puts other words into an event's bytes; no column or derived row has them."""
    changed, = database.execute("SELECT json FROM event WHERE id = ?", (EVENT,)).fetchone()
    event = json.loads(changed)
    event["evidence"][0]["publisher"] = "A forger"
    database.execute("UPDATE event SET json = ? WHERE id = ?", (canonical(event), EVENT))


def swap(database):
    """Exchanges the content of two events in a row of the same company and day, columns and all."""
    columns = [row[1] for row in database.execute("PRAGMA table_info(event)")][1:]
    rows = [database.execute(f"SELECT {', '.join(columns)} FROM event WHERE position = ?",
                             (position,)).fetchone() for position in (300, 301)]
    database.execute("UPDATE event SET id = 'between' WHERE position = 300")
    for position, row in ((301, rows[0]), (300, rows[1])):
        setting = ", ".join(f"{column} = ?" for column in columns)
        database.execute(f"UPDATE event SET {setting} WHERE position = ?", (*row, position))


def remove(position):
    """The statements that remove an event with every row that refers to it."""
    return [f"DELETE FROM {table} WHERE {column} = {position}" for table, column in [
        ("move", "source"), ("subject", "position"), ("amendment", "position"),
        ("registration", "source"), ("event", "position")]]


LAST = "(SELECT max(position) FROM event)"
REWIND = "UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'event'"


def through_sqlite(size):
    """The ways to change a log of this size through SQLite, with what must be said about each."""
    return [
        ("a trigger dropped", [lambda db: None], "the schema's 'event_no_update'"),
        ("bytes of an event edited", [other_words], "the tree's nodes at"),
        ("the same, no longer canonical",
         ["UPDATE event SET json = CAST(json || ' ' AS BLOB) WHERE position = 7"],
         "the bytes at 7 are not canonical"),
        ("bytes that are no event", ["UPDATE event SET json = x'7B7D' WHERE position = 7"],
         "the event at 7 cannot be read"),
        ("a typed column edited",
         [f"UPDATE event SET occurred_earliest = 0 WHERE id = '{EVENT}'"],
         "the column 'occurred_earliest' differs from the event"),
        ("a column that postures are folded from edited",
         [f"UPDATE move SET level = 0 WHERE position = "
          f"(SELECT position FROM event WHERE id = '{EVENT}')"], "the table 'move' lacks what"),
        ("a move invented",
         ["INSERT INTO move SELECT company, 'UA', earliest, latest, published_earliest, position, "
          "source, act, published_latest, level, disclosed, grade, due_earliest, due_latest, "
          "denies, traits, certain, published_certain, due_certain, sources, lines FROM move WHERE level = 3 AND market = 'RU' LIMIT 1"],
         "the table 'move' holds 1 rows that no event implies"),
        ("the last event deleted", [f"DELETE FROM event WHERE position = {LAST}"],
         "that does not exist"),
        ("the last event deleted with all that refers to it", remove(size),
         f"the log ends at {size - 1}, but positions up to {size} were given"),
        ("the same, and the positions given forgotten",
         remove(size) + ["DELETE FROM sqlite_sequence"], "positions only up to"),
        ("the same, and the tree rebuilt",
         remove(size) + [REWIND, tree],
         f"a head of {size} events was signed, but there are fewer"),
        ("an event in the middle deleted", ["DELETE FROM event WHERE position = 300"],
         "there is a gap before position 301"),
        ("the same with all that refers to it", remove(300),
         "there is a gap before position 301"),
        ("two events exchanged", [swap], "the tree's nodes at 300"),
        ("a node of the tree edited",
         ["UPDATE event SET nodes = zeroblob(length(nodes)) WHERE position = 100"],
         "the tree's nodes at 100"),
        ("an event edited, and the tree rebuilt", [other_words, tree],
         "are not those whose head was signed"),
        ("a checkpoint's signature edited",
         ["UPDATE checkpoint SET note = CAST(substr(note, 1, length(note) - 9) || "
          "substr(note, length(note) - 7, 1) || substr(note, length(note) - 7) AS BLOB)"],
         "is not signed by the log's key"),
        ("a checkpoint's root edited",
         ["UPDATE checkpoint SET note = CAST(replace(note, char(10) || size || char(10), "
          "char(10) || '7' || char(10)) AS BLOB)"],
         f"the checkpoint stored at {size} cannot be read"),
    ]


# Forgeries in the file itself, which SQLite's quick check does not see.

def exchange_entries(log: Path, tree: str):
    """Exchanges two entries of the first leaf of a b-tree, so that look-ups in it go astray."""
    database = sqlite3.connect(log)
    size, = database.execute("PRAGMA page_size").fetchone()
    page, = database.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = ?", (tree,)).fetchone()
    database.close()
    content = bytearray(log.read_bytes())

    def number(place, length):
        return int.from_bytes(content[place:place + length], "big")

    # sqlite.org/fileformat2.html, 1.6: the kind of page, 12 bytes of header above leaves and 8 on
    # them, then the start of each entry.
    while content[(page - 1) * size] in (2, 5):
        start = (page - 1) * size
        page = number(start + number(start + 12, 2), 4)
    first, second = ((page - 1) * size + 8 + 2 * index for index in (3, 5))
    content[first:first + 2], content[second:second + 2] = (
        content[second:second + 2], content[first:first + 2])
    log.write_bytes(content)


# Forgeries with the program itself: a new log of changed events, sound in itself.

def forged_events(events):
    """The ways to change a history, as what a forger would import."""
    lines = [json.loads(line) for line in events]
    place = next(i for i, event in enumerate(lines) if event["id"] == EVENT)
    edited = json.loads(events[place])
    edited["level"] = "reducing"
    inserted = dict(edited, id=EVENT + "-more", level="exited")
    dump = [canonical(event).decode() for event in lines]
    yield "an event edited", dump[:place] + [canonical(edited).decode()] + dump[place + 1:]
    yield "an event inserted", dump[:place] + [canonical(inserted).decode()] + dump[place:]
    yield "an event omitted", [line for line, event in zip(dump, lines)
                                if EVENT not in json.dumps(event)]
    # Two of which the second does not refer to the first.
    first = next(i for i in range(200, len(dump)) if lines[i]["id"] not in dump[i + 1])
    yield "two events exchanged", (
        dump[:first] + [dump[first + 1], dump[first]] + dump[first + 2:])


def canonical(event) -> bytes:
    """RFC 8785 for events, whose names are all ASCII and whose numbers are integers."""
    return json.dumps(event, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
