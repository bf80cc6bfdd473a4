"""What narrows an answer: which postures are asked for, and who stands for a group of companies."""

import collections

from view import DEPTH, merged, rank, registrations

LEVELS = [*DEPTH]
READINGS = ["in_line", "quiet_retreat", "pledged", "unkept_word", "no_word", "unconfirmed"]
MARKETS = ["RU", "UA", "BY", "IR"]
GRADES = ["A1", "B2", "C3", "E5", "F6"]

# What is asked of a company or a market, and what of its posture; a rule for groups, or None.
Choice = collections.namedtuple("Choice", "markets countries sectors readings levels bases grade"
                                          " stale contested roll")


def some(rng, values):
    """Mostly none of some values, else one or two of them."""
    return rng.sample(values, rng.randint(1, 2)) if rng.random() < 0.25 else []


def any_choice(rng):
    """Some of the options that narrow a list of postures."""
    return Choice(
        markets=some(rng, MARKETS), countries=some(rng, ["CN", "DE"]),
        sectors=some(rng, ["beer", "CARS"]), readings=some(rng, READINGS),
        levels=some(rng, LEVELS), bases=some(rng, ["reported", "declared"]),
        grade=rng.choice(GRADES) if rng.random() < 0.2 else None,
        stale=rng.random() < 0.1, contested=rng.random() < 0.1,
        roll=rng.choice([None, "worst", "best", "any"]))


def words(choice):
    """The choice as options of the program."""
    found = []
    for name, values in [("market", choice.markets), ("country", choice.countries),
                         ("reading", choice.readings), ("level", choice.levels),
                         ("basis", choice.bases)]:
        found += [word for value in values for word in ("--" + name, value)]
    if choice.grade:
        found += ["--grade", choice.grade]
    found += [flag for flag, is_set in [("--stale", choice.stale),
                                        ("--contested", choice.contested)] if is_set]
    return found + (["--unit", "parent", "--roll", choice.roll] if choice.roll else [])


def sector_words(choice):
    """The sectors as options, which are refused if no company has one of them."""
    return [word for value in choice.sectors for word in ("--sector", value)]


def fits_company(choice, registered, company, market):
    """Whether a choice asks for a company in a market."""
    content = registered.get(company, {})
    return (not choice.markets or market in choice.markets) \
        and (not choice.countries or content.get("country") in choice.countries) \
        and (not choice.sectors
             or content.get("sector", "").lower() in {s.lower() for s in choice.sectors})


def fits_posture(choice, posture):
    """Whether a choice asks for what a posture says."""
    known = posture["conduct.level"] != "unknown"
    letter, digit = (posture["conduct.grade"] if known else "--")
    return (not choice.readings or posture["reading"] in choice.readings) \
        and (not choice.levels or known and posture["conduct.level"] in choice.levels) \
        and (not choice.bases or known and posture["conduct.basis"] in choice.bases) \
        and (choice.grade is None or known
             and rank(letter + "1")[1] <= rank(choice.grade)[1]
             and rank("A" + digit)[2] <= rank(choice.grade)[2]) \
        and (not choice.stale or posture["stale"] is not None) \
        and (not choice.contested or bool(posture["contested"]))


def head(registered, company, clocks):
    """The company to which a company belongs, through others or not, as each is now."""
    end, seen = company, {company}
    while "parent" in registered.get(end, {}):
        end = merged(registered, registered[end]["parent"], clocks)
        if end in seen:
            return company
        seen.add(end)
    return end


def chosen(log, clocks, choice, found):
    """Of postures by company and market those that a choice has: who is shown, for which group."""
    registered = registrations(log, clocks)
    asked = {subject: posture for subject, posture in found.items()
             if isinstance(subject, tuple) and fits_company(choice, registered, *subject)}
    if not choice.roll:
        return {(company, company, market) for (company, market), posture in asked.items()
                if fits_posture(choice, posture)}
    groups = collections.defaultdict(list)
    for company, market in sorted(asked):
        if choice.roll != "any" or fits_posture(choice, asked[company, market]):
            groups[head(registered, company, clocks), market].append(company)
    shown = set()
    for (group, market), members in groups.items():
        depths = {m: DEPTH.get(asked[m, market]["conduct.level"]) for m in members}
        known = [m for m in members if depths[m] is not None] or members
        side = min if choice.roll == "worst" else max
        first = side(known, key=lambda m: depths[m] or 0)
        if fits_posture(choice, asked[first, market]):
            shown.add((group, first, market))
    return shown
