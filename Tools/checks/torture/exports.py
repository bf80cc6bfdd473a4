"""Whether what the program wrote for others is complete: exports, tile folders, backups."""

import base64
import hashlib
import json

from desk import FINE, Lost, ids_in


def check_export(desk, path):
    """An exported file does not exist, or has the log's first events in complete lines."""
    if not path.exists():
        return
    text = path.read_text()
    if text and not text.endswith("\n"):
        raise Lost("the exported file ends in the middle of a line")
    try:
        ids = ids_in(text)
    except json.JSONDecodeError:
        raise Lost("the exported file has half a line") from None
    if ids != desk.ids()[:len(ids)] or len(ids) < len(desk.batches[0].ids):
        raise Lost("the exported file is not the log's")


def check_backup(desk, path):
    """A backup does not exist, or is a sound log with the log's first events."""
    if not path.exists():
        return
    name = str(path)
    # As another user would check it: this one's memory is ahead of a copy that was made before.
    stranger = {"XDG_CONFIG_HOME": str(desk.folder / "none"),
                "XDG_STATE_HOME": str(desk.folder / "none")}
    desk.expect(FINE, "verify", "--log", name, environment=stranger)
    ids = desk.ids(log=name)
    if ids != desk.ids()[:len(ids)]:
        raise Lost("the backup is not the log's")


def check_tiles(folder):
    """A tile folder has no checkpoint, or every tile that its checkpoint covers."""
    checkpoint = folder / "checkpoint"
    if not checkpoint.exists():
        return
    _, size, root = checkpoint.read_text().split("\n")[:3]
    size = int(size)
    leaves = []
    for path, width in spans(folder / "tile" / "entries", size):
        leaves += [hashlib.sha256(b"\0" + entry).digest() for entry in entries(path, width)]
    if base64.b64encode(tree_hash(leaves)).decode() != root:
        raise Lost("the entries in the tile folder are not those of its checkpoint")
    level, hashes = 0, leaves
    while hashes:
        for place, (path, width) in enumerate(spans(folder / "tile" / str(level), len(hashes))):
            if read(path) != b"".join(hashes[place * 256:place * 256 + width]):
                raise Lost(f"{path} is not the tile that the checkpoint covers")
        hashes = [tree_hash(hashes[start:start + 256])
                  for start in range(0, len(hashes) - 255, 256)]
        level += 1


def spans(folder, size):
    """The tiles of a level for a number of hashes: their paths and how many each holds."""
    for number in range((size + 255) // 256):
        width = min(256, size - 256 * number)
        name = f"{number % 1000:03}"
        if number >= 1000:
            name = f"x{number // 1000:03}/{name}"
        yield folder / (name if width == 256 else f"{name}.p/{width}"), width


def entries(path, width):
    content = read(path)
    for _ in range(width):
        length = int.from_bytes(content[:2], "big")
        yield content[2:2 + length]
        content = content[2 + length:]


def read(path):
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Lost(f"{path} is not there") from None


def tree_hash(hashes):
    """The hash of a Merkle tree over leaf hashes (RFC 6962, 2.1)."""
    if len(hashes) == 1:
        return hashes[0]
    if not hashes:
        return hashlib.sha256(b"").digest()
    split = 1 << (len(hashes) - 1).bit_length() - 1
    return hashlib.sha256(
        b"\1" + tree_hash(hashes[:split]) + tree_hash(hashes[split:])).digest()
