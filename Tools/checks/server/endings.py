"""SIGTERM: what the server still does, and how long it takes."""

import datetime
import select
import signal
import socket
import subprocess
import time

from served import Site

# As 'stance serve --help' says.
ENDING_SECONDS = 8


def ending(site: Site):
    """SIGTERM: what was asked is answered, streams end, nothing more is taken."""
    stream = site.connect()
    stream.sendall(b"GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n")
    stream.recv(100)
    idle = site.connect()
    start = time.monotonic()
    site.answer(ten_years_by_days(0))
    # As many as keep this machine busy for two seconds, however fast it is and busy already.
    # No more than are answered at once.
    count = min(60, 2 + int(2 / (time.monotonic() - start)))
    asked = [site.ask(ten_years_by_days(1 + number)) for number in range(count)]
    # Time for the server to have read the requests, and not enough to answer them all.
    time.sleep(0.3)
    ready, _, _ = select.select(asked, [], [], 0)
    if len(ready) == len(asked):
        yield "all was answered before the end: this check has to ask more"
    site.process.send_signal(signal.SIGTERM)
    yield from (wrong for client in asked if (wrong := unfinished(client)))
    yield from ended_in_time(site, time.monotonic())
    for client in [stream, idle]:
        client.settimeout(5)
        while client.recv(1 << 16):
            pass
        client.close()
    try:
        site.connect().close()
        yield "a connection is taken after the end"
    except ConnectionError:
        pass


def late_ending(site: Site):
    """SIGTERM: what takes longer than the server gives it does not keep it from ending."""
    asked = [site.ask(ten_years_by_days(100 + number)) for number in range(60)]
    body = site.connect()
    body.sendall(b"POST /api/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n")
    time.sleep(1)
    start = time.monotonic()
    site.process.send_signal(signal.SIGTERM)
    yield from ended_in_time(site, start)
    for client in [*asked, body]:
        client.close()


def ten_years_by_days(before: int) -> str:
    """What takes long to answer: almost 4,000 steps up to some days before the end of 2025."""
    last = datetime.date(2025, 12, 31) - datetime.timedelta(days=before)
    return f"/replay.json?from={last.year - 9}-01-01&to={last}&step=day"


def unfinished(client: socket.socket):
    """What is wrong with the answer that a client gets until its connection ends, if anything."""
    answer = b""
    try:
        while block := client.recv(1 << 20):
            answer += block
    except OSError as error:
        return f"a request in flight ends with {error}"
    finally:
        client.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        return f"a request in flight is answered with {answer[:60]!r}"
    lengths = [int(line.split()[1]) for line in head.split(b"\r\n")
               if line.lower().startswith(b"content-length")]
    return None if lengths == [len(body)] else "a request in flight is not answered to its end"


def ended_in_time(site: Site, start: float):
    """The server ends within its bound, plus a little for a busy machine."""
    try:
        status = site.process.wait(timeout=ENDING_SECONDS + 4 - (time.monotonic() - start))
    except subprocess.TimeoutExpired:
        yield f"the server did not end within {ENDING_SECONDS} seconds"
        return
    if status != 0:
        yield f"the server ended with {status}"
