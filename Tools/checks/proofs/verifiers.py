"""The programs that judge: each checks as much as it can of a folder of evidence.

A folder of evidence holds what a log hands out: `log.vkey`, `witness.vkey`, `new.checkpoint`,
`kept.checkpoint`, `event.tlog-proof` with `event.event.json`, `grown.proof`, and the folder `tiles`.
The event is at POSITION. What was kept, the event and the keys came to the reader by another way.
"""

import base64
import contextlib
import hashlib
import io
import os
import subprocess
from pathlib import Path

from program import ORIGIN, ROOT

POSITION = 300
GO_VERIFIER = Path(__file__).parent / "GoVerifier"


class Go:
    """Go's sumdb/note and sumdb/tlog, through the program in the folder GoVerifier."""

    name = "Go"

    def __init__(self):
        self.program = ROOT / ".build" / "check-log"
        build(self.program)

    def judge(self, folder: Path) -> bool:
        key = ["-key", text(folder, "log.vkey").strip()]
        witness = ["-witness", text(folder, "witness.vkey").strip()]
        event = ["-event", "event.event.json"]
        position = ["-position", str(POSITION)]
        return all(
            subprocess.run([self.program, *words], cwd=folder, capture_output=True,
                           timeout=60).returncode == 0
            for words in [
                ["checkpoint", *key, *witness, "new.checkpoint"],
                ["bundle", *key, *witness, *event, "event.tlog-proof"],
                ["growth", *key, "-kept", "kept.checkpoint", "grown.proof"],
                ["tiles", *key, *witness, "-kept", "kept.checkpoint", *position, *event, "tiles"],
                ["tiles", *key, "tiles"],
            ])


class AicsTlog:
    """aics-tlog: its command line on tiles, its library on proofs."""

    name = "aics-tlog"

    def judge(self, folder: Path) -> bool:
        keys = ["--log-key", text(folder, "log.vkey").strip(),
                "--witness-key", text(folder, "witness.vkey").strip(), "--quorum", "1"]
        tiles = ["--tiles", str(folder / "tiles"), *keys]
        index = ["--index", str(POSITION - 1)]
        return all(
            self.accepts(words)
            for words in [
                ["verify-checkpoint", "--note", str(folder / "new.checkpoint"), *keys,
                 "--origin", ORIGIN],
                ["verify-checkpoint", *tiles, "--origin", ORIGIN],
                ["verify-inclusion", *tiles, *index, "--leaf", str(folder / "event.event.json")],
                ["verify-inclusion", *tiles, *index, "--entry-out", str(folder / "entry")],
                ["verify-consistency", *tiles,
                 "--old-checkpoint", str(folder / "kept.checkpoint")],
            ]) and accepts(self.judge_proofs, folder)

    def accepts(self, words) -> bool:
        import aics_tlog.cli

        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            try:
                return aics_tlog.cli.main(words) == 0
            except SystemExit as ended:
                return ended.code == 0

    def judge_proofs(self, folder: Path) -> None:
        import aics_tlog

        key = aics_tlog.parse_vkey(text(folder, "log.vkey").strip())
        witness = aics_tlog.parse_vkey(text(folder, "witness.vkey").strip())

        def opened(note: str, witnesses):
            result = aics_tlog.verify_checkpoint(
                aics_tlog.parse_note(note), key, witnesses, len(witnesses),
                expected_origin=ORIGIN)
            assert result.log_ok and result.cosignature_count >= len(witnesses)
            return aics_tlog.parse_checkpoint(aics_tlog.parse_note(note).text)

        index, hashes, note = bundle(folder)
        head = opened(note, [witness])
        leaf = (folder / "event.event.json").read_bytes()
        assert aics_tlog.verify_leaf_inclusion(leaf, index, head.size, hashes, head.root)
        old, hashes, note = growth(folder)
        kept, head = opened(text(folder, "kept.checkpoint"), []), opened(note, [])
        assert aics_tlog.verify_consistency(old, head.size, kept.root, head.root, hashes)


class MetamorphicLog:
    """metamorphic-log: checkpoints and proofs, no tiles and no cosignatures."""

    name = "metamorphic-log"

    def judge(self, folder: Path) -> bool:
        return accepts(self.judge_all, folder)

    def judge_all(self, folder: Path) -> None:
        import metamorphic_log

        key = [text(folder, "log.vkey").strip()]
        metamorphic_log.checkpoint_verify(text(folder, "new.checkpoint"), key)
        index, hashes, note = bundle(folder)
        leaf = hashlib.sha256(b"\0" + (folder / "event.event.json").read_bytes()).digest()
        metamorphic_log.checkpoint_verify_inclusion(note, key, index, leaf, hashes)
        _, hashes, note = growth(folder)
        kept = text(folder, "kept.checkpoint")
        metamorphic_log.checkpoint_verify_consistency(kept, note, key, hashes)


def bundle(folder: Path):
    """The index, the hashes and the checkpoint of the event's proof."""
    heading, note = text(folder, "event.tlog-proof").split("\n\n", 1)
    lines = heading.split("\n")
    assert lines[0] == "c2sp.org/tlog-proof@v1"
    return number(lines[1], "index "), decoded(lines[2:]), note


def growth(folder: Path):
    """The old size, the hashes and the checkpoint of the proof of growth."""
    heading, note = text(folder, "grown.proof").split("\n\n", 1)
    lines = heading.split("\n")
    return number(lines[0], "old "), decoded(lines[1:]), note


def number(line: str, label: str) -> int:
    assert line.startswith(label)
    return int(line.removeprefix(label))


def decoded(lines):
    return [base64.b64decode(line, validate=True) for line in lines]


def text(folder: Path, name: str) -> str:
    return (folder / name).read_bytes().decode()


def accepts(check, folder: Path) -> bool:
    try:
        check(folder)
        return True
    except Exception:
        return False


def build(program: Path) -> None:
    """Builds the Go program against Debian's packages, as Events/CHECKING.md says."""
    subprocess.run(
        ["go", "build", "-o", program, "."], cwd=GO_VERIFIER, check=True,
        env={**os.environ, "GO111MODULE": "off", "GOPATH": "/usr/share/gocode",
             "GOCACHE": str(ROOT / ".build" / "go-cache"), "GOFLAGS": ""})
