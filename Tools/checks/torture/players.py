"""Clients that append and read, by the command line and over HTTP, and write down what they saw."""

import http.client
import json
import random
import re
import signal
import subprocess
import threading
import time
from urllib.parse import urlencode

from checker import ACKNOWLEDGED, REFUSED, UNKNOWN, Append, Read
from desk import (BAD_DATA, BUSY, CANNOT_CREATE, FINE, INPUT_OUTPUT, gives_reason)

# Companies on which many clients record, so that something may be new on them.
SHARED = [f"shared-{number}" for number in range(4)]
# How long one command or request may take; more is taken for a hang.
PATIENCE = 90
PART = 1_000
NEW_EVENTS = re.compile(r"since \d+ the log has new events on '[^']*', at ([^;]*);")


class Journal:
    """What all clients sent and were told, in one list, by one clock."""

    def __init__(self):
        self.appends, self.reads, self.wrong, self.final = [], [], [], []
        self.operations = 0
        self.lock = threading.Lock()

    def count(self):
        with self.lock:
            self.operations += 1

    def lines(self):
        """The journal as text, to look at what went wrong."""
        for entry in self.appends + self.reads:
            yield json.dumps({"kind": type(entry).__name__} | vars(entry))
        yield json.dumps({"kind": "Log", "events": self.final, "wrong": self.wrong})


class Player(threading.Thread):
    """A client: so many operations, each picked by chance."""

    def __init__(self, name, scene, seed, operations):
        super().__init__(name=name)
        self.scene, self.journal, self.operations = scene, scene.journal, operations
        self.chance = random.Random(f"{seed} {name}")
        # What it has last seen, to expect it; and what may or may not have been recorded.
        self.head, self.doubtful, self.batches = 0, [], 0

    def run(self):
        try:
            for _ in range(self.operations):
                kind = self.chance.choices(list(self.kinds), self.kinds.values())[0]
                self.journal.count()
                getattr(self, kind)()
        except Exception as error:
            self.journal.wrong.append(f"{self.name} was surprised by {error!r}")
            raise

    def append_something(self):
        """A new batch, under a condition or none, or one whose fate is unknown, once more."""
        if self.doubtful and self.chance.random() < 0.7:
            self.attempt(Append(self.name, 0, self.doubtful.pop()))
            return
        append = Append(self.name, 0, self.batch())
        what = self.chance.random()
        if what < 0.25:
            append.head_expected = self.head
        elif what < 0.4:
            append.nothing_since = (self.head, self.chance.choice(SHARED))
        self.attempt(append)

    def attempt(self, append):
        self.journal.appends.append(append)
        append.sent = time.monotonic()
        self.send(append)
        if append.outcome == UNKNOWN:
            self.doubtful.append(append.events)
        if append.outcome == ACKNOWLEDGED:
            self.head = max(self.head, *(position for position, _ in append.places.values()))

    def batch(self):
        self.batches += 1
        count = self.chance.choice([1, 1, 2, 3, 8])
        return [event(f"{self.name}-{self.batches}-{number}-of-{count}",
                      self.chance.choice([None, *SHARED])) for number in range(count)]

    def refused(self, append, said, is_for_now=False):
        """Takes note of a refusal, and of what it says of the log."""
        append.outcome, append.answered = REFUSED, time.monotonic()
        if is_for_now:
            return
        if append.head_expected is not None and said.startswith("the log's head is "):
            # "the log's head is 5, not 3": it has read the head.
            self.saw(append.sent, int(said.split()[4].rstrip(",")))
            if self.head == append.head_expected:
                self.journal.wrong.append(f"{self.name} expected {self.head}, was told {said}")
        elif append.nothing_since and (found := NEW_EVENTS.match(said)):
            # "since 3 the log has new events on 'shared-1', at 5": it has read them.
            append.said_new = [int(number) for number in re.findall(r"\d+", found[1])]
        else:
            self.journal.wrong.append(f"an append by {self.name} is refused: {said}")

    def saw(self, sent, size, events=(), root=None):
        self.head = size
        self.journal.reads.append(
            Read(self.name, sent, time.monotonic(), size, list(events), root))

    def acknowledged(self, append, receipt):
        append.answered, append.outcome = time.monotonic(), ACKNOWLEDGED
        append.previous = receipt["previousHead"]
        append.places = {entry["id"]: (entry["position"], entry["wasThere"])
                         for entry in receipt["events"]}


class CommandLine(Player):
    """Runs the program for each operation."""

    kinds = {"append_something": 50, "export": 6, "status": 20, "show": 14, "posture": 10}

    def send(self, append):
        words = ["append", "--from", "-", "--json"]
        if append.head_expected is not None:
            words += ["--expect-head", append.head_expected]
        if append.nothing_since:
            since, company = append.nothing_since
            words += ["--expect-nothing-since", since, "--company", company]
        done = self.command(words, "".join(
            json.dumps(content) + "\n" for _, content in append.events))
        try:
            self.acknowledged(append, json.loads(done.out))
        except ValueError:
            if done.out and done.returncode >= 0:
                self.journal.wrong.append(f"{self.name} was answered with half a receipt")
            if done.returncode in (BAD_DATA, BUSY):
                self.refused(append, done.err.split("stance: ")[-1], done.returncode == BUSY)
            elif done.returncode == FINE:
                self.journal.wrong.append(f"{self.name}: an append ended with 0 and no receipt")

    def export(self):
        sent = time.monotonic()
        done = self.command(["export"])
        if done.returncode == FINE:
            found = [json.loads(line) for line in done.out.splitlines()]
            # All but the key's event.
            events = [(n + (n >= self.scene.key_at), content["id"], content)
                      for n, content in enumerate(found, 1)]
            self.saw(sent, len(found) + 1, events)

    def status(self):
        sent = time.monotonic()
        done = self.command(["status", "--json"])
        if done.returncode == FINE:
            self.saw(sent, json.loads(done.out)["head"])

    def show(self):
        if not self.head:
            return
        sent, position = time.monotonic(), self.chance.randint(1, self.head)
        done = self.command(["show", str(position), "--json"])
        if done.returncode == FINE:
            answer = json.loads(done.out)
            self.saw(sent, answer["log"]["size"], [read(answer["data"]["event"])],
                     answer["log"]["root"])

    def posture(self):
        sent = time.monotonic()
        done = self.command(["posture", "--to", "2022-05-06", "--json"])
        if done.returncode == FINE:
            log = json.loads(done.out)["log"]
            self.saw(sent, log["size"], root=log["root"])

    def command(self, words, text=None):
        """Runs the program; it ends as it should, unless it was struck or the disk was full."""
        process = self.scene.start(map(str, words), text)
        with self.scene.exposed(process):
            try:
                process.out, process.err = process.communicate(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                self.journal.wrong.append(f"'stance {words[0]}' did not end in {PATIENCE} s")
                process.send_signal(signal.SIGKILL)
                process.out, process.err = process.communicate()
                process.struck = True
        expected = {FINE, BUSY, INPUT_OUTPUT, CANNOT_CREATE}
        if words[0] == "append":
            expected.add(BAD_DATA)
        if not process.struck and (process.returncode not in expected or
                                   process.returncode != FINE and not gives_reason(process)):
            self.journal.wrong.append(f"'stance {words[0]}' ended with {process.returncode}: "
                                      f"{process.err.strip()}")
        return process


class Network(Player):
    """Asks the server, over a connection that it keeps while it can."""

    kinds = {"append_something": 45, "events": 25, "posture": 15, "health": 15}

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.connection = None
        # Of each address, the tag and what it stands for.
        self.known = {}

    def run(self):
        super().run()
        self.close()

    def send(self, append):
        query = {}
        if append.head_expected is not None:
            query["expectHead"] = append.head_expected
        if append.nothing_since:
            query["expectNothingSince"], query["company"] = append.nothing_since
        answer = self.request("POST", "/api/events?" + urlencode(query), json.dumps(
            [content for _, content in append.events]),
            {"Authorization": f"Bearer {self.scene.token}", "Content-Type": "application/json"})
        if answer is None:
            return
        status, _, body = answer
        if status in (200, 201):
            self.acknowledged(append, body)
        elif 400 <= status < 500 or body.get("code") in ("busy", "ending", "history_refused"):
            self.refused(append, f"{body.get('detail')} ({status})", status == 503)

    def events(self):
        """A part of the log, from somewhere on; a 304 says that it is as it was."""
        after = self.chance.randint(0, self.head) // PART * PART
        self.ask(f"/api/events?after={after}&limit={PART}", lambda body: (
            body["log"]["size"], [read(found) for found in body["events"]], None))

    def posture(self):
        self.ask("/posture.json?to=2022-05-06", lambda body: (
            body["log"]["size"], [], body["log"]["root"]))

    def health(self):
        self.ask("/health", lambda body: (body["head"], [], None))

    def ask(self, target, understand):
        sent = time.monotonic()
        tag, seen = self.known.get(target, (None, None))
        answer = self.request("GET", target, fields={"If-None-Match": tag} if tag else {})
        if answer is None:
            return
        status, fields, body = answer
        if status == 200:
            seen = understand(body)
            if fields.get("ETag"):
                self.known[target] = fields["ETag"], seen
        elif status != 304 or not tag:
            if status != 503:
                self.journal.wrong.append(f"{target} is answered with {status}: {body}")
            return
        self.saw(sent, *seen)

    def request(self, method, target, body=None, fields={}):
        """The status, the fields and the document of an answer; None if none came."""
        begun = time.monotonic()
        try:
            if not self.connection:
                self.connection = http.client.HTTPConnection(
                    "127.0.0.1", self.scene.port, timeout=PATIENCE)
            self.connection.request(method, target, body, fields)
            answer = self.connection.getresponse()
            content = answer.read()
            return answer.status, answer.headers, json.loads(content) if content else {}
        except (OSError, http.client.HTTPException) as error:
            if time.monotonic() - begun > PATIENCE - 1:
                self.journal.wrong.append(f"{target} was not answered in {PATIENCE} s: {error}")
            self.close()
            # The server is away for a moment.
            time.sleep(0.2)
            return None

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None


def event(id, company=None):
    """An event, by its id and what it is on: a new company, or one that others write on too."""
    if company is None:
        return id, {"type": "company_registered", "v": 2, "id": id, "company": id,
                    "name": f"Firm {id} " + "x" * 100, "country": "CN"}
    return id, {"type": "declined_comment", "v": 2, "id": id, "company": company,
                "markets": ["RU"], "occurred": "2022-05-06", "published": "2022-05-06",
                "evidence": [{"publisher": "A paper", "grade": "B2"}], "note": id}


def read(found):
    """The position, the id and the content of an event as a report has it."""
    content = {name: value for name, value in found["event"].items()
               if name not in ("recorded", "recorder")}
    return found["position"], found["id"], content
