"""A real witness cosigns a growing log, round after round, and refuses every other history."""

import time
from pathlib import Path

from program import ORIGIN
from signedlog import SignedLog
from witness import Witness

ROUNDS = 5


def check(folder: Path) -> int:
    """Holds the dialogue; answers how many steps went wrong."""
    dialogue = Dialogue(folder)
    started = time.monotonic()
    try:
        dialogue.hold()
    finally:
        for witness in dialogue.witnesses:
            witness.stop()
    print(f"witness: {dialogue.held} steps in {time.monotonic() - started:.1f} s, "
          f"{dialogue.wrong} of them wrong")
    return dialogue.wrong


class Dialogue:
    """The log, two witnesses and the policy that asks both."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.wrong = 0
        self.held = 0
        self.log = SignedLog(folder)
        self.key = self.log.new_key()
        self.size = 0
        self.witnesses = [Witness(folder / name, f"witness.example/{name}")
                          for name in ["one", "two"]]

    def hold(self) -> None:
        one, two = self.witnesses
        self.grow(3)
        self.log.run("checkpoint")
        self.step("a witness that is not running", 75, "cannot be reached", one)
        one.start()
        self.step("a log that the witness does not know", 66, "does not know this log", one)
        one.stop()
        for witness in self.witnesses:
            witness.trust(ORIGIN, self.key)
            witness.start()

        for number in range(ROUNDS):
            self.grow(7 * number + 1)
            self.step(f"round {number + 1}: {self.head} events", 0, f"of {self.head} events", one)
        self.step("the same head again", 0, f"of {self.head} events", one)
        one.stop()
        one.start()
        self.grow(4)
        self.step("after the witness was restarted", 0, f"of {self.head} events", one)

        self.policy("all")
        self.expect("the second has not cosigned yet", 1, "not a quorum", "verify", "--policy", "policy")
        self.step("all of a policy", 0, "the policy's quorum is met")
        self.expect("a quorum", 0, "a quorum under the policy; unwitnessed: the last 0",
                    "verify", "--policy", "policy")
        two.stop()
        self.grow(2)
        self.step("a witness of the policy is away", 75, "no quorum yet")
        self.policy("any")
        self.step("one of two is enough", 0, "the policy's quorum is met")
        two.start()

        self.restored_backup(one)
        self.other_histories(one)
        self.foreign_key(one)

    def restored_backup(self, witness: Witness) -> None:
        """A backup lacks the last cosignature, so that the witness has to name the size it is at."""
        self.grow(5)
        self.log.run("backup", "backup.sqlite")
        self.step("before a backup is restored", 0, f"of {self.head} events", witness)
        older = self.folder / "older.sqlite"
        for ending in ["", "-wal", "-shm"]:
            path = self.folder / f"stance.sqlite{ending}"
            if path.exists():
                path.rename(f"{older}{ending}")
        (self.folder / "backup.sqlite").rename(self.folder / "stance.sqlite")
        self.grow(6)
        before = conflicts(witness)
        self.step("a backup that was brought up to date", 0, f"of {self.head} events", witness)
        self.count("the witness named its size once", conflicts(witness) == before + 1)

    def other_histories(self, witness: Witness) -> None:
        """What the log's own memory forbids is done on a machine that remembers nothing."""
        self.expect("an older copy of the log", 1, "this is an older copy", "cosign",
                    *witness.asking, "--log", "older.sqlite")
        forger = SignedLog(self.folder, name="forged.sqlite", state="forger")
        forger.append(0, self.size + 10, name="Other firm")
        forger.run("checkpoint")
        before = self.log.run("checkpoint")
        found = forger.attempt("cosign", *witness.asking)
        self.count("another history under the same key",
                   found.returncode == 1 and "saw another history" in found.stderr, found)
        self.count("the witness kept what it had seen", self.log.run("checkpoint") == before)
        self.step("and goes on with the log", 0, f"of {self.head} events", witness)

    def foreign_key(self, witness: Witness) -> None:
        """Another key under the log's name is not trusted, and no witness's signature but its own."""
        stranger = SignedLog(self.folder, name="stranger.sqlite", state="stranger")
        stranger.environment["XDG_CONFIG_HOME"] = str(self.folder / "stranger-config")
        stranger.new_key()
        stranger.append(0, 3)
        stranger.run("checkpoint")
        found = stranger.attempt("cosign", *witness.asking)
        self.count("a key that the witness does not trust",
                   found.returncode == 77 and "does not trust" in found.stderr, found)
        self.expect("a key that is not the witness's", 65, "not by the key that was given",
                    "cosign", witness.url, "--witness", self.witnesses[1].vkey)

    @property
    def head(self) -> int:
        """The last position: with the first checkpoint the log's key was recorded as well."""
        return self.size + 1

    def grow(self, count: int) -> None:
        """Appends events; each append signs its head once there was a checkpoint."""
        self.log.append(self.size, self.size + count)
        self.size += count

    def policy(self, threshold: str) -> None:
        lines = [f"log {self.key}"]
        lines += [f"witness {name} {witness.vkey} {witness.url}"
                  for name, witness in zip("AB", self.witnesses)]
        lines += [f"group both {threshold} A B", "quorum both"]
        (self.folder / "policy").write_text("\n".join(lines) + "\n")

    def step(self, name: str, status: int, words: str, witness: Witness = None) -> None:
        """Asks one witness, or all of the policy."""
        asked = witness.asking if witness else ["--policy", "policy", "--timeout", "60"]
        self.expect(name, status, words, "cosign", *asked)

    def expect(self, name: str, status: int, words: str, *command: str) -> None:
        found = self.log.attempt(*command)
        self.count(name, found.returncode == status and words in found.stdout + found.stderr, found)

    def count(self, name: str, holds: bool, found=None) -> None:
        self.held += 1
        if holds:
            return
        self.wrong += 1
        print(f"witness: wrong: {name}", f"{found.returncode} {found.stdout}{found.stderr}"
              if found else "")


def conflicts(witness: Witness) -> int:
    """How often the witness has said that it knows another size."""
    return (witness.folder / "serve.log").read_text().count("(409)")
