"""A real browser looks at pages: what it loads, shows, prints, and how its sliders move."""

import json
import random
import subprocess
from datetime import date, timedelta
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import pictures

WIDTHS = [360, 768, 1440]
# Tables scroll in boxes of their own; nothing else may be wider than the window.
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
ROWS = """() => [...document.querySelectorAll('.replay tbody tr')].filter(row => !row.hidden)
  .map(row => [row.cells[1].textContent, ...[...row.querySelectorAll('bdi, b, span')].map(
    cell => cell.textContent.trim().replace(/\\s+/g, ' '))])"""


class Browser:
    """One Chromium for all pages; gathers what is wrong with them."""

    def __init__(self, pictures: Path):
        self.pictures = pictures
        self.wrong: list = []
        self.looks = 0
        self.playwright = sync_playwright().start()
        # The sandbox needs what a container does not give; the pages are our own.
        self.chromium = self.playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])

    def close(self) -> None:
        self.chromium.close()
        self.playwright.stop()

    def check(self, is_right: bool, what: str) -> None:
        self.looks += 1
        if not is_right:
            self.wrong.append(what)
            print(f"wrong: {what}")

    def open(self, address: str, name: str, width: int = 1440, **context):
        """A page in a window of its own, whose errors and foreign requests are wrong."""
        page = self.chromium.new_context(
            viewport={"width": width, "height": 900}, **context).new_page()
        origin = "/".join(address.split("/")[:3])
        page.on("console", lambda message: message.type in ("error", "warning") and self.check(
            False, f"{name}: console says {message.text}"))
        page.on("pageerror", lambda error: self.check(False, f"{name}: {error}"))
        page.on("dialog", lambda dialog: self.check(False, f"{name}: a dialog: {dialog.message}"))
        page.on("request", lambda request: self.check(
            request.url.startswith((origin, f"blob:{origin}", "data:")), f"{name}: asks for {request.url}"))
        page.goto(address)
        return page

    def look(self, address: str, name: str) -> None:
        """Loads a page in every width, and in the dark: nothing overflows, axe finds nothing."""
        # The dark has other colours and the same sizes: one width shows them all.
        for scheme, widths in [("light", WIDTHS), ("dark", WIDTHS[-1:])]:
            for width in widths:
                page = self.open(address, name, width, color_scheme=scheme)
                over = page.evaluate(OVERFLOW)
                self.check(over <= 0, f"{name}: {over} pixels too wide at {width}, {scheme}")
                self.check(page.title() not in ("", "broken"), f"{name}: has no title of its own")
                page.screenshot(path=self.pictures / f"{name}-{width}-{scheme}.png", full_page=True)
                if width != 768:
                    for found in Axe().run(page).response["violations"]:
                        places = [node["target"] for node in found["nodes"][:3]]
                        self.check(False, f"{name}: axe at {width}, {scheme}: {found['id']}: "
                                          f"{found['help']}: {places}")
                page.context.close()

    def read_without_script(self, address: str, name: str, texts: list) -> None:
        """Without JavaScript everything can be read, and no control is without effect."""
        page = self.open(address, name, java_script_enabled=False)
        # What is folded can be unfolded without script.
        shown = page.locator("main").text_content()
        for text in texts:
            self.check(text in shown, f"{name}: without script there is no {text!r}")
        self.check(page.locator("input[type=range]:visible").count() == 0,
                   f"{name}: a slider is shown that cannot move")
        page.context.close()

    def print(self, address: str, name: str, texts: list) -> None:
        """Prints on A4 and Letter: a running head, page x of y, all the text, no picture split."""
        for paper in ["A4", "Letter"]:
            page = self.open(address, name)
            marks = page.evaluate(pictures.MARK)
            file = self.pictures / f"{name}-{paper}.pdf"
            page.pdf(path=file, format=paper, prefer_css_page_size=False, print_background=True)
            page.context.close()
            sheets = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True,
                                    check=True, text=True).stdout.split("\f")[:-1]
            for number, sheet in enumerate(sheets, 1):
                self.check(f"page {number} of {len(sheets)}" in sheet,
                           f"{name}: sheet {number} on {paper} has no number")
                self.check("As of " in sheet and "rules stance/2" in sheet,
                           f"{name}: sheet {number} on {paper} does not name its query")
            for number, is_tall in enumerate(marks):
                top, end = ([n for n, sheet in enumerate(sheets, 1) if f"picture{number}{edge}" in sheet]
                            for edge in ("top", "end"))
                self.check(len(top) == len(end) == 1 and (is_tall or top == end),
                           f"{name}: picture {number} on {paper} begins on {top}, ends on {end}")
            # Columns are side by side, so only words stay together.
            for word in {word for text in texts for word in text.split()}:
                self.check(word in " ".join(sheets), f"{name}: {word!r} is not printed on {paper}")

    # Sliders

    def replay(self, address: str, name: str, answer, moves: int, seed: int) -> None:
        """Moves both sliders at random and compares each frame with the program's own answer.

        `answer(to, known_by)` writes the same report for two days and returns its file.
        """
        chance = random.Random(seed)
        page = self.open(address, name)
        ends = {slider: [int(page.get_attribute(f"#replay-{slider}", end)) for end in ("min", "max")]
                for slider in ("as-of", "known-by")}
        strips = 0
        for move in range(moves):
            to, known_by = (chance.randint(*ends[slider]) for slider in ("as-of", "known-by"))
            for slider, day in (("as-of", to), ("known-by", known_by)):
                page.evaluate("""([id, day]) => {
                  const slider = document.getElementById(id);
                  slider.value = day;
                  slider.dispatchEvent(new Event('input', {bubbles: true}));
                }""", [f"replay-{slider}", day])
            frame = page.evaluate(ROWS)
            crossed, wrong = page.evaluate(pictures.CROSSED)
            self.check(not wrong, f"{name}: seed {seed}, move {move}, to {iso(to)}, known by "
                                  f"{iso(known_by)}: the line crosses {wrong[:3]}")
            strips += crossed
            labels = page.evaluate(pictures.LABELS)
            self.check(all(f"as of {iso(to)}" in label for label in labels),
                       f"{name}: to {iso(to)} the lines say {labels}")
            still = self.open(answer(iso(to), iso(known_by)), f"{name} still",
                              java_script_enabled=False)
            expected = still.evaluate(ROWS) if still.locator(".replay").count() else []
            still.context.close()
            self.check(frame == expected,
                       f"{name}: seed {seed}, move {move}, to {iso(to)}, known by {iso(known_by)}: "
                       f"shows {difference(frame, expected)}")
        self.check(strips > 0 or not page.locator(".picture [data-strip]").count(),
                   f"{name}: no line ever crosses a strip")
        page.context.close()

    def steer(self, address: str, name: str) -> None:
        """Both sliders by keyboard and by mouse, the buttons, and what is announced."""
        page = self.open(address, name, reduced_motion="reduce")
        drawn = page.evaluate(pictures.DRAWN)
        for slider in ["as-of", "known-by"]:
            control = page.locator(f"#replay-{slider}")
            control.focus()
            day = lambda: int(control.input_value())  # noqa: E731
            words = {"as-of": "as of", "known-by": "known by"}[slider]

            def follow(by: str) -> None:
                """The lines in the pictures are at the slider's day."""
                wrong = page.evaluate(pictures.ASTRAY, [f"{words} {iso(day())}", slider])
                self.check(not wrong, f"{name}: {slider} moved by {by}, {wrong[:3]}")

            low, high = (int(control.get_attribute(end)) for end in ("min", "max"))
            page.keyboard.press("Home")
            self.check(day() == low, f"{name}: Home does not go to the first day of {slider}")
            follow("Home")
            page.keyboard.press("ArrowRight")
            self.check(day() == low + 1, f"{name}: an arrow does not move {slider} by a day")
            page.keyboard.press("PageUp")
            far = day()
            self.check(far > low + 2, f"{name}: Page Up does not move {slider} far")
            follow("Page Up")
            page.keyboard.press("PageDown")
            self.check(day() < far - 1, f"{name}: Page Down does not move {slider} back")
            page.keyboard.press("End")
            self.check(day() == high, f"{name}: End does not go to the last day of {slider}")
            box = control.bounding_box()
            page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            self.check(low < day() < high, f"{name}: a click does not move {slider}")
            follow("a click")
            spoken = control.get_attribute("aria-valuetext")
            self.check(iso(day()) in spoken, f"{name}: {slider} says {spoken!r} for {iso(day())}")
            page.keyboard.press("End")
            self.check(pictures.is_same(page.evaluate(pictures.DRAWN), drawn),
                       f"{name}: at the end of {slider} a picture is not as before")
        news = page.locator("#replay-news")
        page.locator("#replay-as-of").focus()
        page.keyboard.press("Home")
        first = int(page.locator("#replay-as-of").input_value())
        page.click("#replay-forward")
        self.check(int(page.locator("#replay-as-of").input_value()) > first,
                   f"{name}: a step goes nowhere")
        self.check("changed" in news.inner_text(), f"{name}: a step is not reported")
        before = page.locator("#replay-as-of").input_value()
        page.wait_for_timeout(1500)
        self.check(page.locator("#replay-as-of").input_value() == before,
                   f"{name}: it plays without being asked")
        page.click("#replay-play")
        page.wait_for_timeout(3500)
        page.click("#replay-play")
        after = page.locator("#replay-as-of").input_value()
        self.check(after > before, f"{name}: it does not play")
        page.wait_for_timeout(3000)
        self.check(page.locator("#replay-as-of").input_value() == after,
                   f"{name}: it does not pause")
        page.context.close()


def iso(day: int) -> str:
    return (date(1970, 1, 1) + timedelta(days=day)).isoformat()


def difference(left: list, right: list) -> str:
    for first, second in zip(left, right):
        if first != second:
            return json.dumps([first, second], ensure_ascii=False)[:400]
    return f"{len(left)} rows instead of {len(right)}"
