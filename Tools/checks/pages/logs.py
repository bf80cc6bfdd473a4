"""The logs whose pages are looked at: the founding corpus, and edge cases."""

import json
from pathlib import Path

from program import CORPUS, Desk
from writer import Writer

# What tries to run, to leave its place, or to break the layout.
HOSTILE = ("</script><script>document.title='broken'</script><img src=x onerror=alert(1)>"
           "\"' onmouseover=alert(2) ]]> --> &copy; \u202edrow \u2066 \u001b[31m 🚁 联想 الصين ")
# The longest word that the log takes.
LONG = "W" * 4_000


class Log(Desk):
    """One log, and the pages that are made of it."""

    def __init__(self, name: str, folder: Path, events: list):
        super().__init__(folder, log=f"{name}.sqlite")
        self.name = name
        self.run("init")
        if events:
            self.run("append", "--from", "-", text="".join(
                line if isinstance(line, str) else json.dumps(line) + "\n" for line in events))

    def page(self, name: str, *arguments: str) -> Path:
        """Writes a report as a page and returns the file."""
        file = self.folder / f"{self.name}-{name}.html"
        self.run("report", *arguments, "--format", "html", "-o", file)
        return file


def all_logs(folder: Path) -> list:
    founding = [line for file in CORPUS for line in file.read_text().splitlines(keepends=True)]
    return [
        Log("founding", folder, founding), Log("empty", folder, []),
        Log("single", folder, single("acme", "Acme")), Log("far-apart", folder, far_apart()),
        # Those whose addresses, which the HTML checker reads as well, are as it wants them.
        Log("hostile", folder, Writer(HOSTILE, 1).events() + Writer(LONG, 2).events()),
    ]


def registered(slug: str, name: str) -> dict:
    return {"type": "company_registered", "v": 1, "id": f"{slug}-registered", "company": slug,
            "name": name, "country": "CN"}


def event(kind: str, name: str, day: str, text: str = "A daily", **fields) -> dict:
    return {"type": kind, "v": 1, "id": name, "occurred": day, "published": day,
            "evidence": [{"publisher": text, "grade": "B2"}], **fields}


def single(slug: str, name: str) -> list:
    return [registered(slug, name),
            event("silent_reduction", f"{slug}-cuts", "2022-04-01", company=slug, markets=["RU"],
                  level="reducing")]


def far_apart() -> list:
    """One company's events, ten years apart."""
    steps = [("2004-05-01", "operating"), ("2014-05-01", "reducing"), ("2024-05-01", "suspended")]
    return [registered("acme", "Acme")] + [
        event("public_announcement", f"acme-{day}", day, company="acme", markets=["RU"],
              level=level) for day, level in steps]
