"""The server of a log of the founding events, and connections to it."""

import http.client
import json
import socket
from pathlib import Path

from program import CORPUS, Desk
from server import Server


class Site(Server):
    """The server, asked over connections that a check may spoil as it likes."""

    def __init__(self, folder: Path):
        super().__init__(Desk(folder).make(*CORPUS))

    def ask(self, target: str) -> socket.socket:
        """A connection over which something was asked."""
        client = self.connect()
        client.sendall(f"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        return client

    def answer(self, target: str, timeout: float = 10) -> tuple:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request("GET", target)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=60)

    def faults(self):
        """What the journal has besides answered requests and refused ones that are none."""
        lines = self.journal.read_text().splitlines()
        return [line for line in map(json.loads, lines)
                if line["event"] not in ("request", "refused") or line["status"] >= 500]
