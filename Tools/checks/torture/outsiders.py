"""Those to whom a log's head is shown, and whether the log keeps what they signed."""

import json
import re
import sqlite3

from authority import Authority
from desk import FINE, Lost
from loopback import Witness


class Outsiders:
    """A time-stamping authority and a witness, who outlive the programs that ask them."""

    def __init__(self, folder):
        folder.mkdir()
        self.authority = Authority(folder / "authority")
        self.witness = Witness(folder / "witness")

    def __enter__(self):
        self.witness.__enter__()
        return self

    def __exit__(self, *reason):
        self.witness.__exit__(*reason)

    def stamp(self, desk, name):
        """Has the log's head stamped; answers the command that keeps the stamp, and its file."""
        query, reply = desk.folder / f"{name}.tsq", desk.folder / f"{name}.tsr"
        desk.expect(FINE, "anchor", "query", "-o", query.name)
        self.authority.answer(query, reply)
        return ["anchor", "reply", reply.name], reply

    @property
    def asking(self):
        """The words that ask the witness, with time enough for a busy machine."""
        return ["cosign", self.witness.url, "--witness", self.witness.vkey, "--timeout", "60"]

    def check_stamp(self, desk, done, reply):
        """A stamp that was acknowledged is kept, and one that comes again is kept once."""
        if done.out.startswith("kept") and kept(desk, reply) != 1:
            raise Lost("a stamp that was taken in is not there")
        desk.expect(FINE, "anchor", "reply", reply.name)
        if kept(desk, reply) != 1:
            raise Lost(f"a stamp is there {kept(desk, reply)} times")

    def check_cosigned(self, desk, done):
        """A cosignature that was acknowledged is kept, and the witness cosigns the next head."""
        size = cosigned(done)
        if size is not None and last_cosigned(desk) < size:
            raise Lost(f"the cosignature of the head of {size} events is not there")
        size = cosigned(desk.expect(FINE, *self.asking))
        if size is None or last_cosigned(desk) < size:
            raise Lost("what the witness cosigned next is not there")


def kept(desk, reply):
    """How often the log has a reply."""
    # Read-only, so that closing it moves nothing of the -wal file.
    database = sqlite3.connect(f"file:{desk.log}?mode=ro", uri=True, timeout=60)
    try:
        return database.execute(
            "SELECT count(*) FROM anchor WHERE reply = ?", (reply.read_bytes(),)).fetchone()[0]
    finally:
        database.close()


def cosigned(done):
    """How many events are covered by the head that the program says is cosigned now."""
    said = re.search(r"cosigned the head of (\d+) events", done.out)
    return int(said[1]) if said else None


def last_cosigned(desk):
    head = json.loads(desk.expect(FINE, "status", "--json").out)["cosigned"]
    return head["size"] if head else -1
