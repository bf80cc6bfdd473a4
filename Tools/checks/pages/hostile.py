"""Hostile text in every field of every type of event, and what the pages made of it hold."""

import json
from functools import partial
from html.parser import HTMLParser

from browser import OVERFLOW
from logs import LONG, Log
from writer import Writer

TEXTS = [
    "</script><script>document.title='broken'</script>", "<img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(2)\" x=\"", "' onfocus='alert(3)' autofocus='", "]]></style></title><b>",
    "<!-- x", "<svg onload=alert(4)>", "javascript:alert(5)", "&copy; &#x3c;b&#x3e; &lt;",
    "\u202edrow \u2066isolated \u200fmark", "\x1b[31mred\x07", "line\u2028separator\nlines",
    "شركة الصين للتكنولوجيا", "联想集团有限公司", "🚁🏳️‍🌈👩🏽‍💻", LONG,
]
# Breaks in long words and days are marked as in the text.
MARKED = {"wbr", "time"}
# What no page has, no matter what was recorded.
NEVER = {"iframe", "object", "embed", "base", "form", "img", "link", "foreignobject", "use",
         "animate"}
TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Shape(HTMLParser):
    """The elements of a page with the names of their attributes, as a browser reads them."""

    def __init__(self, page: str):
        super().__init__(convert_charrefs=True)
        self.parts, self.wrong, self.pictures = [], [], 0
        if found := TURNING & set(page):
            self.wrong.append(f"raw {', '.join(f'U+{ord(c):04X}' for c in sorted(found))}")
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        if tag in NEVER or any(name.startswith("on") or name == "style" for name in names):
            self.wrong.append(f"<{tag} {' '.join(names)}>")
        for name, value in attributes:
            is_ours = (value or "").startswith(("#", "https://evil.example/"))
            if name in ("href", "src") and not is_ours:
                self.wrong.append(f"leads to {value!r}")
        # What fits into a picture depends on the text.
        self.pictures += tag == "svg"
        if not self.pictures and tag not in MARKED:
            self.parts.append(f"<{tag} {' '.join(names)}>")

    def handle_endtag(self, tag):
        if not self.pictures and tag not in MARKED:
            self.parts.append(f"</{tag}>")
        self.pictures -= tag == "svg"

    def handle_comment(self, data):
        self.wrong.append(f"a comment: {data[:40]!r}")


def hostile_looks(folder):
    """A look at each page of a log whose every field is hostile, to be taken in any browser."""
    # Apart from the pages that the HTML checker reads: it would judge the recorded addresses too.
    folder = folder / "fields"
    folder.mkdir()
    hostile = desk("hostile-fields", folder, TEXTS)
    plain = desk("plain-fields", folder, [f"Plain words {n}" for n in range(len(TEXTS))])
    reports = {"postures": ["postures"], "timeline": ["timeline"]}
    for number in range(len(TEXTS)):
        reports[f"firm-{number}"] = ["company", f"firm-{number}"]
    for name, report in reports.items():
        yield partial(look_at, hostile, plain, name, report)


def look_at(hostile, plain, name, report, browser) -> None:
    """A page has the elements that it has with plain words, and runs and loads nothing."""
    file = hostile.page(name, *report)
    found = Shape(file.read_text(encoding="utf-8"))
    expected = Shape(plain.page(name, *report).read_text(encoding="utf-8"))
    label = f"hostile text in every field, {name}"
    browser.check(not found.wrong, f"{label}: {found.wrong[:3]}")
    browser.check(not expected.wrong, f"plain words, {name}: {expected.wrong[:3]}")
    browser.check(found.parts == expected.parts,
                  f"{label}: {parting(found.parts, expected.parts)}")
    page = browser.open(file.as_uri(), label, width=360)
    over = page.evaluate(OVERFLOW)
    browser.check(over <= 0, f"{label}: {over} pixels too wide at 360")
    browser.check(page.title() != "broken", f"{label}: a script ran")
    page.context.close()


def desk(name: str, folder, texts: list) -> Log:
    return Log(name, folder, [event for number, text in enumerate(texts)
                              for event in Writer(text, number).events()])


def parting(left: list, right: list) -> str:
    """The first difference of two pages."""
    pairs = enumerate(zip(left, right))
    place = next((n for n, (one, other) in pairs if one != other), min(len(left), len(right)))
    return json.dumps([left[place - 2:place + 3], right[place - 2:place + 3]])
