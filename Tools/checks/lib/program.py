"""The built program, run in a folder of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
# What Tools/build-release made, or the program that STANCE names.
PROGRAM = Path(os.environ.get("STANCE", ROOT / ".build" / "release" / "stance")).resolve()
CORPUS = [ROOT / "Events" / "china-tech-russia" / f"{name}.jsonl"
          for name in ("companies", "bodies", "events")]
ORIGIN = "stance.example.org/log"


class Desk:
    """A folder with a log, settings and a memory of its own: one user of the program."""

    def __init__(self, folder, log="stance.sqlite", state="state", program=PROGRAM):
        if not Path(program).exists():
            sys.exit(f"{program} is not built; run Tools/build-release")
        self.program, self.folder = program, Path(folder)
        self.folder.mkdir(exist_ok=True)
        self.log = self.folder / log
        self.environment = {
            "PATH": os.environ["PATH"], "TZ": "UTC", "STANCE_LOG": str(self.log),
            "STANCE_RECORDER": "desk", "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_STATE_HOME": str(self.folder / state),
            # A crash is to be counted, not explained at length.
            "SWIFT_BACKTRACE": "enable=no"}

    def attempt(self, *words, text=None, timeout=300) -> subprocess.CompletedProcess:
        """Runs a command; its output is text with the line ends that the program wrote."""
        done = subprocess.run(
            [self.program, *map(str, words)], cwd=self.folder, env=self.environment,
            input=text.encode() if text is not None else None, capture_output=True, timeout=timeout)
        done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
        return done

    def run(self, *words, text=None) -> str:
        """Runs a command that must succeed; answers what it printed."""
        done = self.attempt(*words, text=text)
        if done.returncode != 0:
            sys.exit(f"stance {' '.join(map(str, words))} ended with {done.returncode}: "
                     f"{done.stdout}{done.stderr}")
        return done.stdout

    def make(self, *files):
        """Makes the log and records the events of these files; answers the desk itself."""
        self.run("init")
        for file in files:
            self.run("append", "--from", file)
        return self
