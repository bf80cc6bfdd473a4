"""Whether JSON is a CloudEvent, by the text of version 1.0.2 and of its JSON format, and not by a library:
those in use accept names, types and times that the text does not."""

import base64
import binascii
import datetime
import json
import re

OWN = ["id", "source", "specversion", "type", "datacontenttype", "dataschema", "subject", "time",
       "data", "data_base64"]
PLACEHOLDER = "... base64 encoded string ..."  # in examples of the text itself


def faults(event):
    """What is wrong with an event, each in a few words."""
    event = {name: value for name, value in event.items() if value is not None or name == "data"}
    for name in ["id", "source", "specversion", "type"]:
        if not event.get(name):
            yield f"no {name}"
    if event.get("specversion") != "1.0":
        yield "another version"
    for name, value in event.items():
        if not re.fullmatch("[a-z0-9]+", name) and name != "data_base64":
            yield f"the name {name}"
        if name in ("data", "data_base64"):
            continue
        if isinstance(value, (dict, list, float)):
            yield f"the type of {name}"
        if isinstance(value, int) and not -2**31 <= value < 2**31:
            yield f"the size of {name}"
        if isinstance(value, str) and re.search(r"[\x00-\x1f\x7f-\x9f]", value):
            yield f"a control character in {name}"
    if "data" in event and "data_base64" in event:
        yield "data twice"
    if event.get("subject") == "":
        yield "an empty subject"
    for name in ["time", "recordedtime"]:
        if name in event and not is_instant(event[name]):
            yield f"{name} is no instant of RFC 3339"
    if not re.match("[a-zA-Z][a-zA-Z0-9+.-]*:", event.get("dataschema", "a:")):
        yield "a schema without scheme"
    if not isinstance(event.get("sequence", ""), str):
        yield "a sequence that is no text"
    if not is_base64(event.get("data_base64", "")):
        yield "data that is not in base 64"


def is_instant(text):
    if not re.fullmatch(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", text):
        return False
    try:
        datetime.datetime.fromisoformat(re.sub(r"\.\d+", "", text.upper().replace("Z", "+00:00")))
        return True
    except ValueError:
        return False


def is_base64(text):
    try:
        base64.b64decode(text, validate=True)
        return True
    except binascii.Error:
        return text == PLACEHOLDER


def judge(batch, lines, vectors):
    """Judges a batch beside the lines of an export, and the judge itself by vectors."""
    for number, line in enumerate(vectors, start=1):
        vector = json.loads(line)
        yield f"CloudEvents, vector {number}", (not list(faults(vector["event"]))) == vector["valid"]
    events = json.loads(batch)
    yield "CloudEvents: as many as lines", len(events) == len(lines) > 100
    for event, line in zip(events, lines):
        wrong = list(faults(event))
        yield f"CloudEvents: {event.get('id')}: {', '.join(wrong)}", not wrong
        yield f"CloudEvents, content of {event.get('id')}", event["data"] == json.loads(line)
    order = [event["sequence"] for event in events]
    yield "CloudEvents: in order", order == sorted(set(order))
