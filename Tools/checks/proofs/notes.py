"""Signed notes with something in them changed."""

import base64

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def signatures(note: str):
    """The signature lines, without their newlines."""
    return note.split("\n\n", 1)[1].splitlines()


def with_signatures(note: str, lines) -> str:
    return note.split("\n\n", 1)[0] + "\n\n" + "".join(f"{line}\n" for line in lines)


def with_signature(note: str, index: int, line: str) -> str:
    lines = signatures(note)
    return with_signatures(note, [*lines[:index], line, *lines[index + 1:]])


def without_signature(note: str, index: int) -> str:
    lines = signatures(note)
    return with_signatures(note, lines[:index] + lines[index + 1:])


def with_changed_signature(note: str, index: int) -> str:
    def flip(blob: bytearray) -> None:
        blob[-20] ^= 1

    return with_changed_blob(note, index, flip)


def with_earlier_time(note: str) -> str:
    """The cosignature with the hour before in it: its time comes after four bytes of key ID."""

    def backdate(blob: bytearray) -> None:
        blob[4:12] = (int.from_bytes(blob[4:12], "big") - 3600).to_bytes(8, "big")

    return with_changed_blob(note, 1, backdate)


def with_changed_blob(note: str, index: int, change) -> str:
    name, encoded = signatures(note)[index].rsplit(" ", 1)
    blob = bytearray(base64.b64decode(encoded))
    change(blob)
    return with_signature(note, index, f"{name} {base64.b64encode(bytes(blob)).decode()}")


def signed_by_another(note: str) -> str:
    """The log's signature replaced by one of an unpublished key, under the same ID."""
    text = note.split("\n\n", 1)[0] + "\n"
    signature = Ed25519PrivateKey.generate().sign(text.encode())

    def replace(blob: bytearray) -> None:
        blob[4:] = signature

    return with_changed_blob(note, 0, replace)


def with_line(note: str, index: int, line: str) -> str:
    lines = note.split("\n")
    return "\n".join([*lines[:index], line, *lines[index + 1:]])
