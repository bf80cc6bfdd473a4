"""The pages that `stance serve` gives, looked at as files are."""

import json
import urllib.parse
from functools import partial

# Values for the parameters of the addresses in the interface's description.
NAMES = {"company": "lenovo", "market": "RU", "event": "lenovo-2022-03-halts-shipments",
         "type": "silent_reduction"}
QUERIES = {"/search": {"q": "联想"}, "/changes": {"fromTo": "2022-02-24"},
           "/replay": {"from": "2022-02-24", "step": "month"}}
DAY = {"to": "2022-05-06"}


def pages(server) -> list:
    """The address of every page in the description, by its name."""
    paths = json.loads(server.get("/openapi.json"))["paths"]
    found = []
    for path, operations in paths.items():
        answers = operations.get("get", {}).get("responses", {})
        if "text/html" not in answers.get("200", {}).get("content", {}):
            continue
        takes = {parameter["name"] for parameter in operations["get"].get("parameters", [])}
        for query in [{}, DAY] if DAY.keys() <= takes else [{}]:
            address = path.format(**NAMES)
            query = {**QUERIES.get(path, {}), **query}
            if query:
                address += "?" + urllib.parse.urlencode(query)
            name = path.strip("/").replace("/", "-").replace("{", "").replace("}", "")
            found.append((f"served-{name}{'-then' if DAY.items() <= query.items() else ''}",
                          address))
    return found


def served_looks(server, folder):
    """A look at each page of the server, to be taken in any browser."""
    found = pages(server)
    yield lambda browser: browser.check(
        len(found) >= 20, f"the server describes {len(found)} pages only")
    for name, address in found:
        yield partial(look_at, server, folder, name, address)
    yield partial(search, server)


def look_at(server, folder, name, address, browser) -> None:
    browser.look(server.origin + address, name)
    browser.read_without_script(server.origin + address, name, [])
    (folder / f"{name}.html").write_bytes(server.get(address))


def search(server, browser) -> None:
    page = browser.open(server.origin + "/search?q=%E8%81%94%E6%83%B3", "search")
    browser.check("Lenovo" in page.inner_text("main"), "联想 does not find Lenovo")
    page.context.close()


def hear_of_news(server, browser) -> None:
    """An open page announces an event that another process appends."""
    page = browser.open(server.origin + "/board", "live")
    page.wait_for_timeout(500)
    server.desk.run("append", "company_registered", "--id", "newcomer-registered",
                    "--company", "newcomer", "--name", "Newcomer", "--country", "CN")
    try:
        page.wait_for_selector("#live a", timeout=15_000)
        shown = page.inner_text("#live")
    except Exception:
        shown = "nothing"
    browser.check("1 new event" in shown, f"an open page says {shown!r} after a new event")
    page.context.close()
