"""A signed log in a folder of its own, made by the program that is judged."""

import json
from pathlib import Path

from program import ORIGIN, Desk


class SignedLog(Desk):
    """A log with a key; `state` is the folder in which the machine remembers what it signed last."""

    def __init__(self, folder: Path, name: str = "stance.sqlite", state: str = "state"):
        super().__init__(folder, name, state)
        self.make()

    def new_key(self) -> str:
        return self.run("key", "new", ORIGIN).strip()

    def append(self, start: int, end: int, name: str = "Firm") -> None:
        """Appends one registration for each number."""
        lines = [
            json.dumps({"type": "company_registered", "v": 1, "id": f"firm-{n}-registered",
                        "company": f"firm-{n}", "name": f"{name} {n}", "country": "CN"})
            for n in range(start, end)
        ]
        self.run("append", "--from", "-", text="\n".join(lines) + "\n")
