"""How much memory the server takes when it is asked for more than it may use."""

import json
import socket
import tempfile
import time
from pathlib import Path

from program import Desk
from server import Server

MEBIBYTES = 256
# What the kernel counts besides the server's own: pages of the log's file and of the program.
MAPPED = 128
COMPANIES, MONTHS = 2_000, 24


def large_log(folder: Path) -> Desk:
    """A log of some 50,000 events: what many companies said, month by month."""
    desk = Desk(folder)
    desk.run("init")
    levels = ["suspended", "operating"]
    with open(folder / "large.jsonl", "w") as file:
        for company in range(COMPANIES):
            slug = f"company-{company}"
            events = [{"id": f"{slug}-registered", "type": "company_registered", "v": 1,
                       "company": slug, "name": f"Company {company}", "country": "CN"}]
            for month in range(MONTHS):
                day = f"{2021 + month // 12}-{month % 12 + 1:02d}-{company % 28 + 1:02d}"
                events.append({
                    "id": f"{slug}-{month}", "type": "public_announcement", "v": 2,
                    "company": slug, "markets": ["RU"], "level": levels[month % 2],
                    "occurred": day, "published": day,
                    "evidence": [{"publisher": "A daily", "url": f"https://example.org/{slug}",
                                  "published": day, "quote": "words " * 30, "grade": "B2"}]})
            file.writelines(json.dumps(event) + "\n" for event in events)
    desk.run("append", "--from", folder / "large.jsonl")
    return desk


def memory(_):
    """Slow readers of the longest answers of a large log: bounded memory, and pages go on."""
    with tempfile.TemporaryDirectory() as name:
        desk = large_log(Path(name))
        # However slow this machine is: here memory is the bound, not time.
        with Server(desk, "--memory", str(MEBIBYTES), "--answer-time", "600") as server:
            yield from slow_readers(server)


def slow_readers(server: Server):
    """What is wrong while 40 clients ask for long answers and read a little of each."""
    clients = []
    head = json.loads(server.get("/health"))["head"]
    for number in range(40):
        client = socket.socket()
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.settimeout(400)
        client.connect(("127.0.0.1", server.port))
        target = ["/replay.json", "/events.json", "/events", "/timeline", "/events.csv"][number % 5]
        # Each question is another, so that no answer serves two of them.
        client.sendall(f"GET {target}?at={head - number} HTTP/1.1\r\nHost: localhost\r\n\r\n"
                       .encode())
        clients.append(client)
    statuses = {}
    for client in clients:
        status = client.recv(64).split(b" ")[1].decode()
        statuses[status] = statuses.get(status, 0) + 1
    # What is read of a long answer is little: its client keeps the rest waiting.
    start = time.monotonic()
    server.get("/health")
    if time.monotonic() - start > 5:
        yield "/health takes more than five seconds meanwhile"
    peak = peak_of(server.process.pid)
    print(f"  answers {statuses}, peak {peak} MiB of {MEBIBYTES}")
    if peak > MEBIBYTES + MAPPED:
        yield f"the server took {peak} MiB, and may take {MEBIBYTES}"
    # Whether one is too long by itself, or beside the others, depends on which of them come first.
    if not set(statuses) <= {"200", "413", "503"} or not {"413", "503"} & set(statuses):
        yield f"long answers are answered with {statuses}"
    for client in clients:
        client.close()


def peak_of(process: int) -> int:
    """The most memory that a process has had, in MiB."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) // 1024
    return 0
