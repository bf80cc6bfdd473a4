"""Dates as exact as their sources (EDTF), with their first and last days."""

import calendar
import datetime
import functools
import math
import re


def ordinal(year, month, day):
    return datetime.date(year, month, day).toordinal()


def iso(day):
    return datetime.date.fromordinal(day).isoformat()


class Date:
    """An EDTF date as its text, its earliest and its latest day; an open end is infinite."""

    def __init__(self, text):
        self.text = text
        self.first, self.last = span(text)
        self.interval = "/" in text

    def day(self, clocks):
        """The day on which the date counts as reached; an interval is no doubt, but a duration."""
        if not clocks.strict:
            return self.first
        if self.interval and "W11" in clocks.rules:
            start = self.text.split("/")[0]
            return span(start)[1] if start not in ("", "..") else -math.inf
        return self.last


@functools.cache
def span(text):
    """The earliest and the latest day of an EDTF text."""
    if text[0] in "[{":
        parts = [p for q in text[1:-1].split(",") for p in [q.split("..")] if p != [""]]
        ends = [(span(p[0])[0] if p[0] else -math.inf, span(p[-1])[1] if p[-1] else math.inf)
                for p in parts]
        return min(e[0] for e in ends), max(e[1] for e in ends)
    if "/" in text:
        start, end = text.split("/")
        return (span(start)[0] if start not in ("", "..") else -math.inf,
                span(end)[1] if end not in ("", "..") else math.inf)
    text = re.sub("[?~%]", "", text)
    year, *rest = text.split("-")
    years = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if not rest or rest[0] == "XX":
        return ordinal(years[0], 1, 1), ordinal(years[1], 12, 31)
    month = int(rest[0])
    if month > 12:
        length, base = {33: 3, 34: 3, 35: 3, 36: 3, 37: 4, 38: 4, 39: 4, 40: 6, 41: 6}[month], \
            (33 if month < 37 else 37 if month < 40 else 40)
        start, end = (month - base) * length + 1, (month - base + 1) * length
        return (ordinal(years[0], start, 1),
                ordinal(years[0], end, calendar.monthrange(years[0], end)[1]))
    if len(rest) == 1 or rest[1] == "XX":
        return (ordinal(years[0], month, 1),
                ordinal(years[0], month, calendar.monthrange(years[0], month)[1]))
    return (ordinal(years[0], month, int(rest[1])),) * 2
