"""What a cosigned log hands out, as a folder; and what a forger with the log's key could make."""

import shutil
from pathlib import Path

from program import ORIGIN
from signedlog import SignedLog
from verifiers import POSITION
from witness import Witness

OLDER = 100
KEPT = 259
ALL = 700


def make(folder: Path) -> Path:
    """Makes the folder `sound`, and beside it `forged`, `older` and `other` to tamper with."""
    log = SignedLog(folder)
    key = log.new_key()
    witness = Witness(folder / "witness", "witness.example/one")
    witness.trust(ORIGIN, key)
    with witness:
        log.append(0, OLDER)
        log.run("checkpoint")
        log.run("cosign", *witness.asking)
        log.run("export", "--tiles", "older")
        log.append(OLDER, KEPT)
        log.run("checkpoint", "-o", "kept.checkpoint")
        log.append(KEPT, ALL)
        log.run("cosign", *witness.asking)
    log.run("checkpoint", "-o", "new.checkpoint")
    log.run("prove", str(POSITION), "-o", "event.tlog-proof")
    log.run("prove", str(POSITION + 1), "-o", "other.tlog-proof")
    log.run("prove", "--since", "kept.checkpoint", "-o", "grown.proof")
    log.run("export", "--tiles", "tiles")

    # The same key, on a machine that remembers nothing: another history, signed properly.
    forger = SignedLog(folder, name="forged.sqlite", state="forger")
    forger.append(0, KEPT, name="Other firm")
    forger.run("checkpoint", "-o", "forged-kept.checkpoint")
    forger.append(KEPT, ALL)
    forger.run("export", "--tiles", "forged")

    sound = folder / "sound"
    sound.mkdir()
    (sound / "log.vkey").write_text(key + "\n")
    (sound / "witness.vkey").write_text(witness.vkey + "\n")
    for name in ["new.checkpoint", "kept.checkpoint", "event.tlog-proof", "event.event.json",
                 "grown.proof"]:
        shutil.copy(folder / name, sound / name)
    shutil.copytree(folder / "tiles", sound / "tiles")
    return sound
