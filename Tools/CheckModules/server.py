"""`stance serve` on a log and a port of its own, for the checks that ask it."""

import signal
import subprocess
import urllib.request
from pathlib import Path


class Server:
    """The program serving a log until the block ends."""

    def __init__(self, program, log: Path):
        self.program, self.log = program, log

    def __enter__(self):
        self.process = subprocess.Popen(
            [self.program, "serve", "--log", self.log, "--listen", "127.0.0.1:0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.origin = self.process.stdout.readline().split()[-1].rstrip("/")
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()

    def get(self, address: str) -> bytes:
        with urllib.request.urlopen(self.origin + address, timeout=30) as answer:
            return answer.read()
