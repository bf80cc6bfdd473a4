"""The logs whose pages are looked at: the founding corpus, and what is at the edges."""

import json
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CORPUS = ROOT / "Events" / "china-tech-russia"
PROGRAM = os.environ.get("STANCE", str(ROOT / ".build" / "release" / "stance"))

# What tries to run, to leave its place, or to break the layout.
HOSTILE = ("</script><script>document.title='broken'</script><img src=x onerror=alert(1)>"
           "\"' onmouseover=alert(2) ]]> --> &copy; \u202edrow \u2066 \u001b[31m 🚁 联想 الصين ")
# The longest word that the log takes.
LONG = "W" * 4_000


class Log:
    """One log, and the pages that are made of it."""

    def __init__(self, name: str, folder: Path, events: list):
        self.name = name
        self.path = folder / f"{name}.sqlite"
        self.folder = folder
        self.run("init")
        if events:
            file = folder / f"{name}.jsonl"
            file.write_text("".join(line if isinstance(line, str) else json.dumps(line) + "\n"
                                    for line in events))
            self.run("append", "--from", str(file))

    def run(self, *arguments: str) -> bytes:
        environment = {**os.environ, "STANCE_LOG": str(self.path)}
        return subprocess.run([PROGRAM, *arguments], env=environment, check=True,
                              capture_output=True, timeout=120).stdout

    def page(self, name: str, *arguments: str) -> Path:
        """Writes a report as a page and returns the file."""
        file = self.folder / f"{self.name}-{name}.html"
        self.run("report", *arguments, "--format", "html", "-o", str(file))
        return file


def all_logs(folder: Path) -> list:
    founding = [line for name in ["companies", "bodies", "events"]
                for line in (CORPUS / f"{name}.jsonl").read_text().splitlines(keepends=True)]
    return [
        Log("founding", folder, founding), Log("empty", folder, []),
        Log("single", folder, single("acme", "Acme")), Log("far-apart", folder, far_apart()),
        Log("hostile", folder, hostile()),
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
    """One company's events ten years from each other."""
    steps = [("2004-05-01", "operating"), ("2014-05-01", "reducing"), ("2024-05-01", "suspended")]
    return [registered("acme", "Acme")] + [
        event("public_announcement", f"acme-{day}", day, company="acme", markets=["RU"],
              level=level) for day, level in steps]


def hostile() -> list:
    """Hostile and very long texts in every field that takes text."""
    body = {"type": "body_registered", "v": 1, "id": "ministry-registered", "body": "ministry",
            "name": HOSTILE[:200], "jurisdiction": "CN", "sector": HOSTILE[:100]}
    company = {**registered("hostile", HOSTILE[:200]), "aliases": [HOSTILE[:200], LONG[:200]],
               "names": {"ar": "الصين", "zh": "联想"}, "sector": HOSTILE[:100]}
    source = {"publisher": HOSTILE[:200], "title": LONG[:500], "quote": HOSTILE[:200],
              "url": "https://example.org/?a='&b=%22%3E%3Cscript%3E", "grade": "B2"}
    told = {"note": LONG, "tags": ["hostile"], "evidence": [source]}
    return [
        body, company, registered("long", LONG[:300]),
        event("public_announcement", "hostile-says", "2022-03-01", company="hostile",
              markets=["RU"], level="exited", effective="2022-12-31", reason=HOSTILE,
              lines=[HOSTILE[:100]]) | told,
        event("silent_reduction", "hostile-cuts", "2022-03~", company="hostile", markets=["RU"],
              level="suspended", cause=HOSTILE, extent=HOSTILE) | told,
        event("silent_reduction", "long-cuts", "2022-03-05", company="long", markets=["RU"],
              level="reducing", cause=LONG) | told,
        event("compliance_review", "hostile-review", "2022-03-06", company="hostile",
              markets=["RU"], phase="concluded", outcome=HOSTILE) | told,
        event("government_measure", "measure-in-force", "2022-02-24", body="ministry",
              markets=["RU"], measure="measure", title=HOSTILE, instrument="sanctions",
              phase="in_force", push="withdraw", power=True) | told,
        event("government_statement", "hostile-statement", "2022-03-07", body="ministry",
              markets=["RU"], speaker=HOSTILE[:100], act="urge", push="stay",
              addressees={"companies": ["hostile"]}) | told,
        event("pressure", "hostile-pressure", "2022-03-08", markets=["RU"],
              by={"role": "supplier", "names": [HOSTILE[:100], LONG[:100]]},
              addressees={"companies": ["hostile"]}, push="withdraw") | told,
        event("trade_statistic", "hostile-trade", "2022-04-20", body="ministry", reporter="CN",
              partner="RU", product={"name": HOSTILE[:100]}, period="2022-03",
              value="1.5", unit=HOSTILE[:50],
              change={"percent": "-40", "qualifier": HOSTILE[:50]}, companies=["hostile"]) | told,
    ]
