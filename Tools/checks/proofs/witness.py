"""A real witness, aics-witness, on the loopback interface."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path


class Witness:
    """One witness with its key and memory in a folder; ended by its process id."""

    def __init__(self, folder: Path, name: str):
        self.folder = folder
        self.program = Path(sys.prefix) / "bin" / "aics-witness"
        self.process = None
        folder.mkdir()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/"
        self.vkey = self.call(
            "init", "--name", name, "--listen", f"127.0.0.1:{self.port}").split()[0]

    @property
    def asking(self) -> list:
        """How `stance cosign` asks it, with time enough for a busy machine."""
        return [self.url, "--witness", self.vkey, "--timeout", "60"]

    def trust(self, origin: str, vkey: str) -> None:
        self.call("add-log", "--origin", origin, "--vkey", vkey)

    def start(self) -> None:
        log = open(self.folder / "serve.log", "ab")
        self.process = subprocess.Popen(
            [self.program, "serve"], cwd=self.folder, stdout=log, stderr=log)
        log.close()
        for _ in range(200):
            if self.process.poll() is not None:
                sys.exit(f"the witness ended: {(self.folder / 'serve.log').read_text()}")
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.1)
        self.stop()
        sys.exit("the witness did not start within 20 seconds")

    def stop(self) -> None:
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None

    def call(self, *words: str) -> str:
        result = subprocess.run(
            [self.program, *words], cwd=self.folder, capture_output=True, text=True, timeout=60,
            env={"PATH": os.environ["PATH"]})
        if result.returncode != 0:
            sys.exit(f"aics-witness {' '.join(words)}: {result.stderr}")
        return result.stdout

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()
