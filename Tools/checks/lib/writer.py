"""Events of every type with one text in every field that takes text, by Events/schema.json.

A text that is longer than a field takes is cut to its length.
"""

import json
import re

from program import ROOT

SCHEMA = json.loads((ROOT / "Events" / "schema.json").read_text(encoding="utf-8"))

URLS = ["https://evil.example/)[x](y)", "https://evil.example/?a=&copy;&#x3c;b",
        "https://evil.example/*_a_*~~b~~",
        "https://evil.example/'(x)$y$!", "https://evil.example/:tada:@b.example"]
# The pattern of a field that takes any text.
TEXT = "\\S"


class Writer:
    """Makes events of the schema whose texts are all one text."""

    def __init__(self, text: str, number: int):
        self.text, self.number = text, number
        self.company, self.body = f"firm-{number}", f"body-{number}"
        self.measure = f"measure-{number}"

    def events(self):
        """An event of each type, each after those that it refers to."""
        types = [shape["$ref"].rsplit("/", 1)[1] for shape in SCHEMA["oneOf"]]
        # Only the program itself writes a key's event, and no text of it is free.
        types.remove("log_key")
        first = ["company_registered", "body_registered", "government_measure"]
        last = ["correction", "retraction"]
        order = first + [name for name in types if name not in first + last] + last
        return [self.value(SCHEMA["$defs"][name], name) for name in order]

    def value(self, shape, path: str):
        """A value of a shape, with every member that it may have."""
        if "$ref" in shape:
            return self.value(SCHEMA["$defs"][shape["$ref"].rsplit("/", 1)[1]], path)
        if "const" in shape:
            return shape["const"]
        if "enum" in shape:
            values = shape["enum"]
            return "RU" if "RU" in values else values[self.number % len(values)]
        if "oneOf" in shape:
            return self.value(shape["oneOf"][0], path)
        if shape.get("type") == "boolean":
            return True
        if shape.get("type") == "integer":
            return 7
        if shape.get("type") == "array":
            return [self.value(shape["items"], path)]
        if "properties" in shape:
            return self.members(shape, path)
        if shape.get("type") == "object":
            return {"en": self.cut(shape.get("additionalProperties", {}))}
        pattern = shape.get("pattern", TEXT)
        return self.cut(shape) if pattern == TEXT else self.formed(pattern)

    def cut(self, shape) -> str:
        """As much of the text as a field of a shape takes."""
        return self.text[:shape.get("maxLength")]

    def formed(self, pattern: str):
        """A value of a pattern that lets no hostile text through."""
        candidates = ["2022-03-08", "en", "plain", "B2", "12.5", "8517", "Q1", "0" * 64,
                      "1" * 18 + "04",
                      "text/html", URLS[self.number % len(URLS)]]
        return next(value for value in candidates if re.search(pattern, value))

    def members(self, shape, path: str):
        found = {}
        for name, member in shape["properties"].items():
            value = self.member(f"{path}.{name}", member)
            if value is not None:
                found[name] = value
        return found

    def member(self, path: str, shape):
        """A member's value; None for those that would need more than a text to be right."""
        kind, name = path.split(".")[0], path.rsplit(".", 1)[1]
        if path.count(".") == 1 and name == "id":
            return f"{kind.replace('_', '-')}-{self.number}"
        names = {"company": self.company, "body": self.body, "measure": self.measure,
                 "companies": [self.company], "denies": [f"public-announcement-{self.number}"],
                 "follows": [self.measure],
                 "corrects": f"pressure-{self.number}", "retracts": f"denial-{self.number}"}
        left_out = {"parent", "under", "used_by", "until", "power", "effective", "all",
                    "merged_into"}
        if name == "level" and kind in ("public_announcement", "silent_reduction"):
            # A stop of some lines is never more.
            return "reducing"
        if name in left_out or path == "trade_statistic.body":
            return None
        if name == "replacement":
            return self.value(SCHEMA["$defs"]["pressure"], "pressure")
        return names.get(name) or self.value(shape, path)
