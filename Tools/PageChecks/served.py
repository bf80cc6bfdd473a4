"""The pages that `stance serve` gives, looked at as files are."""

import json
import signal
import subprocess
import urllib.parse
import urllib.request

from logs import PROGRAM

# What the addresses in the interface's description leave open.
NAMES = {"company": "lenovo", "market": "RU", "event": "lenovo-2022-03-halts-shipments"}
QUERIES = {"/search": {"q": "联想"}, "/changes": {"fromTo": "2022-02-24"},
           "/replay": {"from": "2022-02-24", "step": "month"}}
DAY = {"to": "2022-05-06"}


class Server:
    """The program serving a log on a port of its own, until the block ends."""

    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--log", self.log.path, "--listen", "127.0.0.1:0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.origin = self.process.stdout.readline().split()[-1].rstrip("/")
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def get(self, address: str) -> bytes:
        with urllib.request.urlopen(self.origin + address, timeout=30) as answer:
            return answer.read()

    def pages(self) -> list:
        """The address of every page that the description has, by its name."""
        paths = json.loads(self.get("/openapi.json"))["paths"]
        found = []
        for path, operations in paths.items():
            answers = operations.get("get", {}).get("responses", {})
            if "text/html" not in answers.get("200", {}).get("content", {}):
                continue
            for query in [{}, DAY]:
                address = path.format(**NAMES)
                query = {**QUERIES.get(path, {}), **query}
                if query:
                    address += "?" + urllib.parse.urlencode(query)
                name = path.strip("/").replace("/", "-").replace("{", "").replace("}", "")
                found.append((f"served-{name or 'home'}{'-then' if DAY.items() <= query.items() else ''}",
                              address))
        return found


def look_at_server(log, browser, folder) -> None:
    with Server(log) as server:
        pages = server.pages()
        browser.check(len(pages) >= 20, f"the server describes {len(pages)} pages only")
        for name, address in pages:
            browser.look(server.origin + address, name)
            browser.read_without_script(server.origin + address, name, [])
            (folder / f"{name}.html").write_bytes(server.get(address))
        search = browser.open(server.origin + "/search?q=%E8%81%94%E6%83%B3", "search")
        browser.check("Lenovo" in search.inner_text("main"), "联想 does not find Lenovo")
        search.context.close()
        hear_of_news(server, log, browser)


def hear_of_news(server, log, browser) -> None:
    """An open page tells of an event that another process appends."""
    page = browser.open(server.origin + "/", "live")
    page.wait_for_timeout(500)
    log.run("append", "company_registered", "--id", "newcomer-registered", "--company", "newcomer",
            "--name", "Newcomer", "--country", "CN")
    try:
        page.wait_for_selector("#live a", timeout=15_000)
        told = page.inner_text("#live")
    except Exception:
        told = "nothing"
    browser.check("1 new event" in told, f"an open page tells {told!r} of a new event")
    page.context.close()
