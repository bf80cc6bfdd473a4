"""`stance serve` on a desk's log and a port of its own, for the checks that ask it."""

import signal
import subprocess
import urllib.request

from program import Desk


class Server:
    """The program serving a log until the block ends; it logs to `journal` in the desk's folder."""

    def __init__(self, desk: Desk, *flags: str):
        self.desk, self.flags = desk, flags
        self.journal = desk.folder / "journal.jsonl"

    def __enter__(self):
        with open(self.journal, "wb") as journal:
            self.process = subprocess.Popen(
                [self.desk.program, "serve",
                 *([] if "--listen" in self.flags else ["--listen", "127.0.0.1:0"]), *self.flags], cwd=self.desk.folder,
                env=self.desk.environment, stdout=subprocess.PIPE, stderr=journal, text=True)
        self.origin = self.process.stdout.readline().split()[-1].rstrip("/")
        self.port = int(self.origin.rsplit(":", 1)[1])
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
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
