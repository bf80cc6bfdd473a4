"""A signed log in a folder of its own, made by the program that is judged."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ORIGIN = "stance.example.org/log"


class SignedLog:
    """A log with a key; `state` is where the machine remembers what it signed last."""

    def __init__(self, folder: Path, name: str = "stance.sqlite", state: str = "state"):
        self.folder = folder
        self.environment = {
            "PATH": os.environ["PATH"], "STANCE_LOG": name, "STANCE_RECORDER": "desk",
            "XDG_CONFIG_HOME": str(folder / "config"), "XDG_STATE_HOME": str(folder / state)}
        self.run("init")

    def new_key(self) -> str:
        return self.run("key", "new", ORIGIN).strip()

    def append(self, start: int, end: int, name: str = "Firm") -> None:
        """Appends one registration for each number."""
        lines = [
            json.dumps({"type": "company_registered", "v": 1, "id": f"firm-{n}-registered",
                        "company": f"firm-{n}", "name": f"{name} {n}", "country": "CN"})
            for n in range(start, end)
        ]
        (self.folder / "events.jsonl").write_text("\n".join(lines) + "\n")
        self.run("append", "--from", "events.jsonl")

    def run(self, *words: str) -> str:
        """Runs a command that must succeed; answers what it printed."""
        result = self.attempt(*words)
        if result.returncode != 0:
            sys.exit(f"stance {' '.join(words)} ended with {result.returncode}: {result.stderr}")
        return result.stdout

    def attempt(self, *words: str) -> subprocess.CompletedProcess:
        program = os.environ.get("STANCE", str(ROOT / ".build" / "release" / "stance"))
        return subprocess.run(
            [Path(program).resolve(), *words], cwd=self.folder, capture_output=True, text=True,
            env=self.environment, timeout=120)
