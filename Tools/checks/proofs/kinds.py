"""The kinds of tampering: a name, and what it does to a folder of evidence.

A change sees the folder that it changes, and the one in which the evidence was made, with other
properly signed things.
"""

import base64
import shutil
from pathlib import Path

import notes

ENTRIES = "tiles/tile/entries/001"
LEAVES = "tiles/tile/0/001"
TOP = "tiles/tile/1/000.p/2"
# The places of a checkpoint: alone, in the folder of tiles, and after a proof.
CHECKPOINTS = ["new.checkpoint", "tiles/checkpoint"]


def flip(folder: Path, name: str) -> None:
    """Changes a bit in the last quarter of a file."""
    content = bytearray((folder / name).read_bytes())
    content[len(content) * 7 // 8] ^= 1
    (folder / name).write_bytes(content)


def on_lines(name: str, change):
    """A change of the lines of a proof, up to its first empty one."""

    def apply(folder: Path, _: Path) -> None:
        heading, rest = (folder / name).read_text().split("\n\n", 1)
        lines = change(heading.split("\n"))
        (folder / name).write_text("\n".join(lines) + "\n\n" + rest)

    return apply


def on_checkpoints(change):
    """A change of the new checkpoint in each file that has nothing else."""

    def apply(folder: Path, made: Path) -> None:
        for name in CHECKPOINTS:
            (folder / name).write_text(change((folder / name).read_text(), made))

    return apply


def on_file(name: str, change):
    """A change of a file's bytes."""

    def apply(folder: Path, _: Path) -> None:
        (folder / name).write_bytes(change((folder / name).read_bytes()))

    return apply


def replace(name: str, other: str):
    """Another properly made file in the place of one."""

    def apply(folder: Path, made: Path) -> None:
        shutil.copy(made / other, folder / name)

    return apply


def replace_tiles(other: str):
    """Another properly signed folder of tiles in the place of this one."""

    def apply(folder: Path, made: Path) -> None:
        shutil.rmtree(folder / "tiles")
        shutil.copytree(made / other, folder / "tiles")

    return apply


def swapped(lines, first: int, second: int):
    lines[first], lines[second] = lines[second], lines[first]
    return lines


def zeros(line: str) -> str:
    return base64.b64encode(bytes(len(base64.b64decode(line)))).decode()


def swapped_leaves(content: bytes) -> bytes:
    """The hashes of the event and of its neighbour, exchanged."""
    place = 43 * 32
    return (content[:place] + content[place + 32:place + 64] + content[place:place + 32]
            + content[place + 64:])


def changed_entry(folder: Path, _: Path) -> None:
    """Another name in the event's entry, of the same length."""
    event = (folder / "event.event.json").read_bytes()
    content = (folder / ENTRIES).read_bytes()
    (folder / ENTRIES).write_bytes(content.replace(event, event.replace(b"Firm", b"Form")))


KINDS = [
    # The event
    ("event: a bit changed", lambda folder, _: flip(folder, "event.event.json")),
    ("event: a space added", on_file("event.event.json", lambda content: content + b" ")),
    ("event: its neighbour instead", replace("event.event.json", "other.event.json")),
    # The proof that it is in the log
    ("bundle: the neighbour's index",
     on_lines("event.tlog-proof", lambda lines: [lines[0], "index 300", *lines[2:]])),
    ("bundle: a hash changed",
     on_lines("event.tlog-proof", lambda lines: [*lines[:2], zeros(lines[2]), *lines[3:]])),
    ("bundle: a hash removed", on_lines("event.tlog-proof", lambda lines: lines[:-1])),
    ("bundle: a hash added", on_lines("event.tlog-proof", lambda lines: [*lines, lines[-1]])),
    ("bundle: two hashes exchanged",
     on_lines("event.tlog-proof", lambda lines: swapped(lines, 2, 3))),
    ("bundle: the neighbour's proof", replace("event.tlog-proof", "other.tlog-proof")),
    # The proof that the log only grew
    ("growth: a hash changed",
     on_lines("grown.proof", lambda lines: [lines[0], zeros(lines[1]), *lines[2:]])),
    ("growth: a hash removed", on_lines("grown.proof", lambda lines: lines[:-1])),
    ("growth: two hashes exchanged", on_lines("grown.proof", lambda lines: swapped(lines, 1, 2))),
    ("growth: from another head than the one kept",
     replace("kept.checkpoint", "forged-kept.checkpoint")),
    # The signed head
    ("head: another log's name", on_checkpoints(lambda note, _: notes.with_line(note, 0, "x.org"))),
    ("head: one event more", on_checkpoints(lambda note, _: notes.with_line(
         note, 1, str(int(note.split("\n")[1]) + 1)))),
    ("head: another root",
     on_checkpoints(lambda note, _: notes.with_line(note, 2, zeros(note.split("\n")[2])))),
    ("head: a line added", on_checkpoints(lambda note, _: note.replace("\n\n", "\nmore\n\n", 1))),
    ("head: the log's signature removed",
     on_checkpoints(lambda note, _: notes.without_signature(note, 0))),
    ("head: the log's signature changed",
     on_checkpoints(lambda note, _: notes.with_changed_signature(note, 0))),
    ("head: signed by another key of that name",
     on_checkpoints(lambda note, _: notes.signed_by_another(note))),
    # The witness
    ("witness: its cosignature removed",
     on_checkpoints(lambda note, _: notes.without_signature(note, 1))),
    ("witness: its cosignature changed",
     on_checkpoints(lambda note, _: notes.with_changed_signature(note, 1))),
    ("witness: an earlier time claimed",
     on_checkpoints(lambda note, _: notes.with_earlier_time(note))),
    ("witness: its cosignature of an older head",
     on_checkpoints(lambda note, made: notes.with_signature(
         note, 1, notes.signatures((made / "older" / "checkpoint").read_text())[1]))),
    # The folder of tiles
    ("tiles: a bit of a leaf's hash changed", lambda folder, _: flip(folder, LEAVES)),
    ("tiles: two leaves exchanged", on_file(LEAVES, swapped_leaves)),
    ("tiles: a bit higher up changed", lambda folder, _: flip(folder, TOP)),
    ("tiles: a tile cut off", on_file(LEAVES, lambda content: content[:-32])),
    ("tiles: a tile removed", lambda folder, _: (folder / LEAVES).unlink()),
    ("tiles: an entry changed", changed_entry),
    # History
    ("history: an older state served as the newest", replace_tiles("older")),
    ("history: rewritten and re-signed with the log's key", replace_tiles("forged")),
]
