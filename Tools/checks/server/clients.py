"""Bad clients: they do not stop others, and are sent away."""

import http.client
import socket
import time

from served import Site


def slow_clients(site: Site):
    """1,500 clients that never finish their request do not stop others, and are sent away."""
    slow = []
    for number in range(1_500):
        client = site.connect()
        client.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-A: " if number % 2 else b"G")
        slow.append(client)
    for _ in range(20):
        start = time.monotonic()
        status, _ = site.answer("/health")
        if status != 200 or time.monotonic() - start > 1:
            yield f"/health answers {status} after {time.monotonic() - start:.1f} s"
    refused = site.connect()
    refused.sendall(b"POST /api/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\n")
    if b" 401 " not in refused.recv(65536):
        yield "an event without a token is not refused before it has come"
    refused.sendall(b"body")
    trickle = site.connect()
    trickle.sendall(b"POST /api/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n")
    deadline = time.monotonic() + 50
    try:
        while time.monotonic() < deadline:
            trickle.sendall(b"x")
            time.sleep(1)
        yield "a body that comes a byte a second is read without end"
    except OSError:
        pass
    left = 0
    for client in [*slow, refused]:
        client.settimeout(0.1)
        try:
            left += 1 if client.recv(65536) else 0
        except socket.timeout:
            left += 1
        except OSError:
            pass
        client.close()
    if left:
        yield f"{left} clients that never finish are still connected"


def unread_answers(site: Site):
    """A client that asks and never reads is sent away, and costs the others nothing."""
    _, answer = site.answer("/timeline.json")
    client = socket.socket()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    client.settimeout(60)
    client.connect(("127.0.0.1", site.port))
    # More than the buffers of two sockets hold.
    client.sendall(b"GET /timeline.json HTTP/1.1\r\nHost: localhost\r\n\r\n" * 100)
    if site.answer("/health")[0] != 200:
        yield "/health does not answer"
    # Longer than the server lets an answer wait.
    time.sleep(40)
    read = 0
    try:
        while block := client.recv(1 << 20):
            read += len(block)
    except ConnectionError:
        pass
    except socket.timeout:
        yield "the connection is open still"
    if read >= 100 * len(answer):
        yield f"the client was waited for, and got all {read} bytes"
    client.close()


def oversized(site: Site):
    """What is too long is refused without being read to its end."""
    for name, head in [
        ("address", b"GET /" + b"a" * 100_000), ("field", b"GET / HTTP/1.1\r\nX: " + b"a" * 100_000),
        ("fields", b"GET / HTTP/1.1\r\n" + b"X: a\r\n" * 20_000),
    ]:
        client = site.connect()
        try:
            client.sendall(head)
            answer = client.recv(1000)
        except ConnectionError:
            answer = b""
        if answer and b" 400 " not in answer.split(b"\r\n")[0] and b" 431 " not in answer:
            yield f"too long a {name} is answered with {answer[:60]!r}"
        client.close()
    token = site.desk.run("token", "new").strip()
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=30)
    connection.request("POST", "/api/events", body=b" " * 9_000_000, headers={
        "Authorization": f"Bearer {token}", "Content-Type": "application/json"})
    if connection.getresponse().status != 413:
        yield "nine million bytes of body are not refused"
    connection.close()


def other_hosts(site: Site):
    """A foreign name that leads here is not answered (DNS rebinding)."""
    for host, expected in [("localhost", 200), (f"127.0.0.1:{site.port}", 200), ("[::1]:80", 200),
                           ("rebound.example", 421), (f"rebound.example:{site.port}", 421)]:
        connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
        connection.request("GET", "/company/lenovo.json", headers={"Host": host})
        answer = connection.getresponse()
        if answer.status != expected:
            yield f"{host} is answered with {answer.status}"
        if expected == 421 and answer.getheader("Content-Type") != "application/problem+json":
            yield f"{host} is answered with {answer.getheader('Content-Type')}"
        connection.close()


def many_questions(site: Site):
    """More questions than are answered at once: some are refused, with a time to try again."""
    asked = [site.ask(f"/replay.json?from={year}-01-01&to={year}-12-31&step=day")
             for year in range(1826, 2026)]
    start = time.monotonic()
    status, _ = site.answer("/health")
    if status != 200 or time.monotonic() - start > 2:
        yield f"/health answers {status} after {time.monotonic() - start:.1f} s"
    statuses = []
    for client in asked:
        head = client.recv(65536)
        statuses.append(head.split(b" ")[1])
        if statuses[-1] == b"503" and b"retry-after:" not in head.lower():
            yield "a 503 does not say when to ask again"
        client.close()
    if set(statuses) != {b"200", b"503"}:
        yield f"{len(asked)} questions at once are answered with {set(statuses)}"
