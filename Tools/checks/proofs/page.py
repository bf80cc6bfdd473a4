"""Runs the commands of Events/CHECKING.md as a stranger would, and compares what they print.

The stranger has the Go tools, what the log's owner handed out, and no program of ours: `stance` is
used here only to make the files that the page begins with.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

from authority import Authority
from program import CORPUS, ORIGIN, ROOT
from signedlog import SignedLog
from verifiers import GO_VERIFIER
from witness import Witness

PAGE = ROOT / "Events" / "CHECKING.md"
EVENT = "lenovo-2022-03-halts-shipments"

# What differs from log to log: hashes, keys and times.
VARYING = [
    (re.compile(r"[0-9a-f]{64}"), "<hash>"),
    (re.compile(r"[A-Za-z0-9+/]{43}="), "<root>"),
    (re.compile(r"\+[0-9a-f]{8}\+[A-Za-z0-9+/=]{40,}"), "<key>"),
    (re.compile(r"(\+|log-key-)[0-9a-f]{8}\b"), "<key>"),
    (re.compile(r"[A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4} GMT"), "<time>"),
    (re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z"), "<time>"),
]


def check(folder: Path) -> int:
    """Runs the page; answers how many of its commands print something else."""
    published = publish(folder)
    shutil.copytree(GO_VERIFIER, published / "GoVerifier")
    environment = {
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(folder),
        "GOCACHE": str(ROOT / ".build" / "go-cache"), "LC_ALL": "C.UTF-8"}
    steps = list(commands(PAGE.read_text()))
    wrong = 0
    for command, expected in steps:
        result = subprocess.run(
            ["bash", "-c", command], cwd=published, env=environment, text=True, timeout=120,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if steady(result.stdout) != steady(expected):
            print(f"page: $ {command}\nprints\n{result.stdout}but the page has\n{expected}")
            wrong += 1
    if not steps:
        print("page: it has no commands")
        wrong = 1
    print(f"page: {len(steps)} commands, {wrong} of them print something else")
    return wrong


def publish(folder: Path) -> Path:
    """Makes what the page begins with, from the founding corpus."""
    log = SignedLog(folder)
    key = log.new_key()
    witness = Witness(folder / "witness", "witness.example/one")
    witness.trust(ORIGIN, key)
    *registrations, events = CORPUS
    for file in registrations:
        log.run("append", "--from", file)
    log.run("checkpoint", "-o", "kept.checkpoint")
    log.run("append", "--from", events)
    with witness:
        log.run("cosign", *witness.asking)
    log.run("export", "--tiles", "published/log")
    log.run("prove", EVENT, "-o", "published/claim.tlog-proof")
    log.run("prove", "--since", "kept.checkpoint", "-o", "published/grown.proof")
    published = folder / "published"
    shutil.copy(folder / "kept.checkpoint", published)
    (published / "log.vkey").write_text(f"{key}\n")
    (published / "witness.vkey").write_text(f"{witness.vkey}\n")

    authority = Authority(folder / "authority")
    log.run("anchor", "query", "-o", "head.tsq")
    authority.answer(folder / "head.tsq", folder / "head.tsr")
    log.run("anchor", "reply", "head.tsr")
    log.run("anchor", "export", "-o", "published/stamped.tsr")
    shutil.copy(folder / "authority" / "tsa.pem", published / "authority.pem")

    keep_file(folder / "kept", published / "kept", authority)
    shutil.copy(Path(__file__).parent / "root.sh", published)

    replaced_by = log.run("key", "rotate").strip()
    log.append(0, 1)
    log.run("prove", f"log-key-{replaced_by.split('+')[1]}", "-o", "published/rotation.tlog-proof")
    log.run("prove", "firm-0-registered", "-o", "published/later.tlog-proof")
    log.run("prove", "--since", "kept.checkpoint", "-o", "published/later.proof")
    return published


def keep_file(folder: Path, published: Path, authority: Authority):
    """A file that a small log of its own keeps, with its proof and a time stamp."""
    log = SignedLog(folder)
    log.new_key()
    log.append(0, 6)
    (folder / "page.html").write_text(
        "<!doctype html><title>An example</title><p>Saved to show how a file is kept.\n")
    log.run("capture", "page.html", "--url", "https://example.org/news",
            "--captured", "2026-11-30T21:10Z")
    log.append(6, 8)
    log.run("checkpoint")
    log.run("prove", "capture-4fb4aef3fd9e1bf7", "-o", "kept.tlog-proof", "--with-captures")
    shutil.copytree(folder / "kept.captures", published)
    log.run("anchor", "query", "-o", "head.tsq")
    authority.answer(folder / "head.tsq", folder / "head.tsr")
    log.run("anchor", "reply", "head.tsr")
    log.run("anchor", "export", "-o", published / "stamped.tsr")


def commands(page: str):
    """The commands of the page's console blocks, with what each prints."""
    for block in re.findall(r"^```console\n(.*?)^```", page, re.M | re.S):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            lines = part.splitlines(keepends=True)
            count = 1
            while lines[count - 1].endswith("\\\n"):
                count += 1
            yield "".join(lines[:count]).rstrip("\n"), "".join(lines[count:])


def steady(text: str) -> str:
    """The text without what differs from log to log."""
    for pattern, name in VARYING:
        text = pattern.sub(name, text)
    return text
