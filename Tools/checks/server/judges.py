"""What other programs say about the interface: its description, and what it does under load."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

from program import ROOT
from served import Site

SECONDS = int(os.environ.get("WRK_SECONDS", "60"))
CONNECTIONS = 200


def description(site: Site):
    """The description of the interface is OpenAPI 3.1."""
    from openapi_spec_validator import OpenAPIV31SpecValidator

    status, body = site.answer("/openapi.json")
    if status != 200:
        yield f"/openapi.json answers {status}"
        return
    for error in OpenAPIV31SpecValidator(json.loads(body)).iter_errors():
        yield f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def schemathesis(site: Site):
    """The description is true, and nothing that is sent makes the server fail."""
    token = site.desk.run("token", "new").strip()
    # One worker: Python's own parser, which hypothesis calls, is not safe with more.
    result = subprocess.run(
        [str(Path(sys.prefix) / "bin" / "schemathesis"), "run", f"{site.origin}/openapi.json",
         "--url", site.origin, "--exclude-path", "/live", "--workers", "1",
         "--request-timeout", "60",
         "--phases", "examples,coverage,fuzzing", "--max-examples", "10", "--seed", "20220506",
         "--checks", "not_a_server_error,status_code_conformance,content_type_conformance,"
         "response_schema_conformance,unsupported_method",
         "-H", f"Authorization: Bearer {token}", "--no-color"],
        cwd=site.desk.folder, capture_output=True, text=True, timeout=900)
    if result.returncode != 0:
        (ROOT / ".build" / "schemathesis.log").write_text(result.stdout + result.stderr)
        yield f"schemathesis ended with {result.returncode}, see .build/schemathesis.log"
    for fault in site.faults():
        yield f"the journal has {json.dumps(fault)[:300]}"


def load(site: Site):
    """200 connections for a minute while another process appends: no error, no wrong answer."""
    ending = threading.Event()
    appended = []

    def append():
        while not ending.is_set():
            name = f"load-{len(appended)}"
            site.desk.run("append", "company_registered", "--id", name, "--company", name,
                     "--name", name, "--country", "CN")
            appended.append(name)
            ending.wait(0.2)

    wrong = []

    def compare():
        """What the page answers at a position is what the command line answers."""
        while not ending.is_set():
            status, body = site.answer("/company/lenovo.json?to=2022-05-06", timeout=60)
            position = json.loads(body)["query"]["at"]
            expected = site.desk.run("report", "company", "lenovo", "--to", "2022-05-06", "--json",
                                "--at", str(position))
            if status != 200 or body.decode() != expected:
                wrong.append(f"at {position} the page differs from the command line")
            ending.wait(1)

    threads = [threading.Thread(target=work) for work in (append, compare)]
    for thread in threads:
        thread.start()
    paths = ["/board", "/company/lenovo", "/timeline.json"]
    results = []
    for path in paths:
        results.append((path, subprocess.run(
            ["wrk", "--threads", "1", "--connections", str(CONNECTIONS),
             "--duration", f"{max(1, SECONDS // len(paths))}s", "--timeout", "30s", "--latency",
             f"{site.origin}{path}"], capture_output=True, text=True)))
    ending.set()
    for thread in threads:
        thread.join()
    yield from wrong
    for path, result in results:
        lines = [line.strip() for line in result.stdout.splitlines()]
        found = [line for line in lines if line.startswith(("Requests/sec", "99%"))]
        print(f"  {path}: {', '.join(' '.join(line.split()) for line in found)}")
        for line in lines:
            if "Socket errors" in line or "Non-2xx" in line:
                yield f"{path}: {line}"
        if result.returncode != 0:
            yield f"wrk ended with {result.returncode}: {result.stderr[:200]}"
    if not appended:
        yield "nothing was appended meanwhile"
    yield from (f"the journal has {json.dumps(fault)[:300]}" for fault in site.faults())
