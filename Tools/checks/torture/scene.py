"""One log with a server on it, and what is done to both while clients use them."""

import contextlib
import json
import random
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.request

from desk import FINE, Lost

SHORT = 0.05


class Scene:
    """A desk, the server of its log, and the programs that can be struck just now."""

    def __init__(self, desk, journal, outside, settings):
        self.desk, self.journal, self.outside, self.settings = desk, journal, outside, settings
        self.token = desk.expect(FINE, "token", "new", "--recorder", "network").out.strip()
        self.port, self.server, self.key_at = 0, None, 0
        self.alive, self.lock = [], threading.Lock()

    def start(self, words, text=None):
        process = self.desk.start(*words, text=text, environment=self.settings)
        process.struck = False
        return process

    @contextlib.contextmanager
    def exposed(self, process):
        """Lets a program be struck until the block ends."""
        with self.lock:
            self.alive.append(process)
        try:
            yield
        finally:
            with self.lock:
                self.alive.remove(process)

    def serve(self):
        """Starts the server, on the port that it had before, however often it takes."""
        end = time.monotonic() + 60
        while True:
            with open(self.outside / "server.journal", "ab") as journal:
                server = subprocess.Popen(
                    [self.desk.program, "serve", "--listen", f"127.0.0.1:{self.port}"],
                    cwd=self.desk.folder, env=self.desk.environment | self.settings,
                    stdout=subprocess.PIPE, stderr=journal, text=True)
            line = server.stdout.readline()
            if line:
                self.port = int(line.split()[-1].rstrip("/").rsplit(":", 1)[1])
                self.server = server
                return
            server.wait()
            server.stdout.close()
            if time.monotonic() > end:
                raise Lost(f"the server does not start: it ends with {server.returncode}")
            time.sleep(SHORT)

    def end_server(self, number):
        """Ends the server with a signal; if it ends by itself or late, that is wrong."""
        if self.server.poll() is not None:
            self.journal.wrong.append(f"the server ended by itself with {self.server.returncode}")
        self.server.send_signal(number)
        try:
            status = self.server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.journal.wrong.append("the server did not end")
            self.server.kill()
            status = self.server.wait()
        self.server.stdout.close()
        if number == signal.SIGTERM and status != 0:
            self.journal.wrong.append(f"after SIGTERM the server ended with {status}")

    def ask(self, target, events=None):
        """The status and the document that answer a question, or an append of these events."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{target}")
        if events is not None:
            request.data = json.dumps(events).encode()
            request.add_header("Authorization", f"Bearer {self.token}")
            request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.loads(error.read())


class Nemesis(threading.Thread):
    """Does harm of all kinds, one after another, until it is told to stop."""

    kinds = {"kill_writer": 5, "end_writer": 3, "stop_writer": 3, "kill_server": 2,
             "end_server": 2, "stop_server": 1, "step_clock": 4, "fill_disk": 2}

    def __init__(self, scene, seed, clock, disk_is_small):
        super().__init__(name="nemesis")
        self.scene, self.clock, self.chance = scene, clock, random.Random(f"{seed} nemesis")
        self.kinds = dict(self.kinds)
        if not disk_is_small:
            del self.kinds["fill_disk"]
        if not clock:
            del self.kinds["step_clock"]
        self.is_over, self.faults = threading.Event(), {}

    def run(self):
        while not self.is_over.wait(self.chance.uniform(0.02, 0.2)):
            kind = self.chance.choices(list(self.kinds), self.kinds.values())[0]
            try:
                if getattr(self, kind)() is not False:
                    self.faults[kind] = self.faults.get(kind, 0) + 1
            except Exception as error:
                self.scene.journal.wrong.append(f"{kind}: {error!r}")
                if not isinstance(error, Lost):
                    raise

    def strike(self, number):
        """Sends a signal to one of the programs that run now; False if there is none."""
        end = time.monotonic() + 1
        # A moment in its short life.
        time.sleep(self.chance.uniform(0, 0.03))
        while time.monotonic() < end:
            with self.scene.lock:
                if self.scene.alive:
                    process = self.chance.choice(self.scene.alive)
                    process.struck = process.struck or number != signal.SIGSTOP
                    process.send_signal(number)
                    return process
            time.sleep(0.001)
        return False

    def kill_writer(self):
        return self.strike(signal.SIGKILL)

    def end_writer(self):
        return self.strike(signal.SIGTERM)

    def stop_writer(self):
        process = self.strike(signal.SIGSTOP)
        if process:
            time.sleep(self.chance.uniform(0.05, 1.5))
            process.send_signal(signal.SIGCONT)
        return process

    def kill_server(self):
        self.scene.end_server(signal.SIGKILL)
        self.scene.serve()

    def end_server(self):
        self.scene.end_server(signal.SIGTERM)
        self.scene.serve()

    def stop_server(self):
        self.scene.server.send_signal(signal.SIGSTOP)
        time.sleep(self.chance.uniform(0.05, 1.5))
        self.scene.server.send_signal(signal.SIGCONT)

    def step_clock(self):
        """Mostly by seconds, sometimes by a day; back as often as ahead."""
        span = self.chance.choice([10, 3_000, 3_000, 60_000, 86_400_000])
        # In one step, as programs read it all the time.
        new = self.clock.with_suffix(".new")
        new.write_text(str(self.chance.randint(-span, span)))
        new.replace(self.clock)

    def fill_disk(self):
        """Fills the disk for a moment; then the server works again."""
        ballast = self.scene.desk.folder / "ballast"
        try:
            with open(ballast, "wb", buffering=0) as file:
                with contextlib.suppress(OSError):
                    while True:
                        file.write(bytes(65536))
                with contextlib.suppress(OSError):
                    while True:
                        file.write(bytes(512))
            time.sleep(self.chance.uniform(0.1, 0.8))
        finally:
            ballast.unlink(missing_ok=True)
        status, body = self.scene.ask("/health")
        if status != 200:
            self.scene.journal.wrong.append(
                f"after the disk had been full, /health answers {status}: {body}")
