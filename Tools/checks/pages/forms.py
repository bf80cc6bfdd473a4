"""A desk records in the browser alone: one proposes by keyboard, another looks and accepts."""

import json
import os
from functools import partial

from program import CORPUS, Desk
from server import Server

PHONE = {"width": 390, "height": 844}


def form_looks(folder):
    """Looks that change the log, each on a server of its own with two people at it."""
    for number, look in enumerate([proposed_and_accepted, corrected, rejected, without_script]):
        yield partial(at_desk, folder / f"forms-{number}", look)


def at_desk(folder, look, browser) -> None:
    os.makedirs(folder)
    desk = Desk(folder).make(*CORPUS)
    tokens = {role: desk.run("token", "new", "--recorder", name, "--role", role).strip()
              for name, role in [("A. Intern", "propose"), ("B. Reviewer", "review")]}
    with Server(desk, "--two-people") as server:
        look(browser, desk, server, tokens)


def opened(browser, server, address, name, **context):
    """A page of its own; what the server refuses is expected, and errors of scripts are not."""
    page = browser.chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **context}).new_page()
    page.on("pageerror", lambda error: browser.check(False, f"{name}: {error}"))
    page.on("request", lambda request: browser.check(
        request.url.startswith((server.origin, f"blob:{server.origin}")),
        f"{name}: asks for {request.url}"))
    page.goto(server.origin + address)
    return page


def judge(browser, page, name) -> None:
    """Nothing is wider than the window, and axe finds nothing, in the light and in the dark."""
    from axe_playwright_python.sync_playwright import Axe
    for scheme in ["light", "dark"]:
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page).response["violations"]
        browser.check(not found, f"{name}, {scheme}: {[v['id'] + str([n['target'] for n in v['nodes']][:3]) for v in found]}")
        page.screenshot(path=browser.pictures / f"{name}-{scheme}.png", full_page=True)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    browser.check(wide <= 0, f"{name}: {wide} pixels wider than the window")


def typed(page, identifier, text) -> None:
    """Reaches a field by Tab alone, and types into it."""
    for _ in range(200):
        if page.evaluate("document.activeElement?.id") == identifier:
            page.keyboard.type(text)
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{identifier} is not reached by Tab")


def proposed_and_accepted(browser, desk, server, tokens) -> None:
    page = opened(browser, server, "/propose/silent_reduction", "propose")
    judge(browser, page, "form-empty")
    # From here on by keyboard alone.
    page.keyboard.press("Tab")
    typed(page, "token-text", tokens["propose"])
    typed(page, "f-company", "Lenovo")
    typed(page, "f-markets", "RU")
    typed(page, "f-level", "exited")
    typed(page, "f-occurred", "2022-06~")
    page.wait_for_selector("[data-echoes=f-occurred]:has-text('June')")
    browser.check("about June 2022: 2022-06-01 to 2022-06-30" in page.inner_text("#event"),
                  "the date is not echoed")
    for _ in range(100):
        if page.evaluate("document.activeElement?.type") == "submit":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("#faults:not([hidden])")
    faults = page.inner_text("#faults")
    browser.check("Published is needed" in faults and "Publisher is needed" in faults, faults)
    browser.check(page.get_attribute("#f-published", "aria-invalid") == "true", "no aria-invalid")
    browser.check(page.evaluate("document.activeElement.id") == "faults", "faults get no focus")
    browser.check(page.locator("[aria-invalid=true]").count() == 2, "other fields are marked")
    judge(browser, page, "form-faults")
    page.focus("#f-published")
    page.keyboard.type("2022-06-20")
    typed(page, "f-evidence-publisher", "A daily")
    typed(page, "f-evidence-quote", "Lenovo has left.")
    page.keyboard.press("Tab")
    page.keyboard.type("B")
    page.keyboard.press("Tab")
    page.keyboard.type("2")
    page.click("text=Another source")
    page.keyboard.type("A weekly")
    page.fill("#f-evidence-2-quote", "It is gone.")
    typed(page, "own-why", "In today's paper.")
    page.wait_for_selector("#preview img")
    preview = page.inner_text("#preview")
    browser.check("Lenovo, RU: " in preview and "exited" in preview, preview)
    browser.check(page.locator("#preview img").count() == 2, "no strips before and after")
    browser.check("'Lenovo' is read as 'lenovo'" in preview, "the name is not echoed")
    judge(browser, page, "form-preview")
    page.set_viewport_size(PHONE)
    judge(browser, page, "form-phone")
    command = page.inner_text("#command")
    browser.check("--evidence-quote 'Lenovo has left.'" in command
                  and "--evidence-2-publisher 'A weekly'" in command, command)
    # A tab that is closed too early loses nothing but the token.
    again = page.context.new_page()
    again.goto(server.origin + "/propose/silent_reduction")
    browser.check(again.input_value("#f-evidence-quote") == "Lenovo has left.", "the draft is lost")
    browser.check(again.input_value("[data-grade=letter]") == "B", "the grade of the draft is lost")
    browser.check(again.input_value("#f-evidence-2-publisher") == "A weekly", "a source is lost")
    again.close()
    page.focus("button[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=it waits in the inbox")
    browser.check(not page.context.cookies(), "a cookie is set")
    head = json.loads(desk.run("status", "--json"))
    browser.check(head["waitingProposals"] == 1, "nothing waits")
    page.context.close()
    accepted(browser, desk, server, tokens, head["head"])


def accepted(browser, desk, server, tokens, head) -> None:
    page = opened(browser, server, "/inbox", "inbox", viewport=PHONE)
    browser.check("Give your token" in page.inner_text("#inbox"), "no token is asked for")
    page.fill("#token-text", tokens["review"])
    page.wait_for_selector("summary")
    page.click("summary")
    page.wait_for_selector("#inbox img")
    text = page.inner_text("#inbox")
    for part in ["By A. Intern", "In today's paper.", "Lenovo has left.", "What this would change"]:
        browser.check(part in text, f"the inbox does not say '{part}'")
    judge(browser, page, "inbox-phone")
    # The record moves on: the reviewer looks again before anything is recorded.
    desk.run("append", "silent_reduction", "--company", "lenovo", "--markets", "RU", "--level",
             "suspended", "--occurred", "2022-06-02", "--published", "2022-06-21",
             "--evidence-publisher", "Another daily", "--evidence-grade", "B2")
    page.click("text=Accept and record")
    page.wait_for_selector("text=the record has moved on")
    browser.check(json.loads(desk.run("status", "--json"))["head"] == head + 1,
                  "it is recorded unseen")
    page.wait_for_selector("#inbox img")
    page.click("text=Accept and record")
    page.wait_for_selector("text=Accepted and recorded.")
    page.click("text=Look at it")
    page.wait_for_load_state()
    browser.check("by B. Reviewer, proposed by A. Intern" in page.inner_text("main"),
                  "the event does not name both")
    page.context.close()


def corrected(browser, desk, server, tokens) -> None:
    """From an event's page to its correction, of which only what was changed is another."""
    page = opened(browser, server, "/event/lenovo-2022-03-halts-shipments", "correct")
    page.click("text=Correct or withdraw this event")
    page.wait_for_selector("#event")
    page.fill("#token-text", tokens["propose"])
    page.select_option("#f-level", "reducing")
    page.fill("#own-reason", "The report says: some.")
    # This event has sources beyond the first: they stay, and another comes behind them.
    page.click("text=Another source")
    page.keyboard.type("A second paper")
    page.check("#original")
    page.wait_for_selector("#preview h3")
    browser.check("suspended → reducing" in page.inner_text("#preview"), "no change is shown")
    judge(browser, page, "correct")
    page.click("button[type=submit]")
    page.wait_for_selector("text=it waits in the inbox")
    [proposal] = json.loads(desk.run("inbox", "--json"))["proposals"]
    [correction] = proposal["events"]
    before = json.loads(desk.run("show", "lenovo-2022-03-halts-shipments", "--json"))
    former = before["data"]["event"]["event"]
    now = correction["replacement"]
    changed = {key for key in {*former, *now} - {"recorded", "recorder"} if former.get(key) != now.get(key)}
    browser.check(changed == {"level", "evidence"}, f"the correction changes {changed}")
    browser.check(now["evidence"] == [*former["evidence"], {"publisher": "A second paper"}],
                  f"the sources are {now['evidence']}")
    browser.check(correction["published"] == former["published"], "it counts from another day")
    page.context.close()


def rejected(browser, desk, server, tokens) -> None:
    """A reviewer turns down; the proposer cannot decide, and withdraws another."""
    for name in ["one", "two"]:
        desk.run("propose", "company_registered", "--company", name, "--name", name.title(),
                 "--country", "CN", "--recorder", "A. Intern")
    page = opened(browser, server, "/inbox", "reject")
    page.fill("#token-text", tokens["review"])
    page.wait_for_selector("summary")
    page.click("section:first-of-type summary")
    page.click("section:first-of-type >> text=\"Reject\"")
    page.wait_for_selector("section:first-of-type .fault:has-text('Give a reason')")
    page.fill("section:first-of-type input[type=text]", "Not a company.")
    page.click("section:first-of-type >> text=\"Reject\"")
    page.wait_for_selector("text=Rejected.")
    page.fill("#token-text", tokens["propose"])
    # The list is made anew for another token, a moment after it was typed.
    page.wait_for_timeout(1_500)
    page.wait_for_selector("text=1 proposal waits.")
    page.click("summary")
    page.wait_for_selector("text=Withdraw")
    browser.check(page.locator("text=Accept and record").count() == 0, "one accepts alone")
    page.click("text=Withdraw")
    page.wait_for_selector("text=Withdrawn.")
    page.select_option("main > select", "rejected")
    page.wait_for_selector("text=2 rejected.")
    page.click("section:first-of-type summary")
    page.wait_for_selector("text=Not a company.")
    page.fill("#token-text", "no such token")
    page.wait_for_selector("#inbox .fault")
    browser.check("token" in page.inner_text("#inbox"), "an unknown token is not said")
    page.context.close()


def without_script(browser, desk, server, tokens) -> None:
    page = opened(browser, server, "/propose", "no script", java_script_enabled=False)
    page.click("text=The company does less, unannounced")
    page.wait_for_selector("#command")
    command = page.inner_text("#command")
    browser.check(command.startswith("stance propose silent_reduction")
                  and "--evidence-publisher" in command, command)
    browser.check("need a script" in page.inner_text("main"), "nothing says that a script is needed")
    page.goto(server.origin + "/inbox")
    browser.check("stance accept" in page.inner_text("main"), "the inbox names no command")
    page.context.close()
