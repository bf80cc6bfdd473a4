"""Manual pages, made from what the program says of its commands (`--experimental-dump-help`)."""

import json
import re
import subprocess
from pathlib import Path


def write(program: Path, folder: Path, version: str, day: str) -> list:
    """Writes a page for the program and for each command; answers their files."""
    said = subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True)
    root = json.loads(said.stdout)["command"]
    folder.mkdir(parents=True, exist_ok=True)
    pages = []
    for path, command in commands([root["commandName"]], root):
        page = folder / f"{'-'.join(path)}.1"
        page.write_text(manual(path, command, f"stance {version}", day), encoding="utf-8")
        pages.append(page)
    return pages


def commands(path: list, command: dict):
    """The command and all below it, each with the words that name it."""
    yield path, command
    for sub in shown(command.get("subcommands", [])):
        if sub["commandName"] != "help":
            yield from commands([*path, sub["commandName"]], sub)


def shown(parts: list) -> list:
    return [part for part in parts if part.get("shouldDisplay", True)]


def manual(path: list, command: dict, source: str, day: str) -> str:
    """One page in the macros of man(7)."""
    arguments = shown(command.get("arguments", []))
    subcommands = [sub for sub in shown(command.get("subcommands", []))
                   if sub["commandName"] != "help"]
    name = "-".join(path)
    lines = [f'.TH "{escaped(name.upper())}" 1 "{day}" "{source}" "stance"', ".nh", ".SH NAME",
             f"{escaped(name)} \\- {escaped(sentence(command['abstract']))}", ".SH SYNOPSIS",
             f".B {escaped(' '.join(path))}"]
    lines += [escaped("<subcommand>")] if subcommands else map(usage, arguments)
    sections = described(command.get("discussion", ""))
    lines += [".SH DESCRIPTION", escaped(command["abstract"]), *sections["DESCRIPTION"]]
    if subcommands:
        lines += [".SH COMMANDS"]
        for sub in subcommands:
            lines += [".TP", f"\\fB{escaped('-'.join([*path, sub['commandName']]))}\\fR(1)",
                      escaped(sub["abstract"])]
    if arguments:
        lines += [".SH OPTIONS"]
        for argument in arguments:
            lines += [".TP", label(argument), *detail(argument)]
    for title, body in sections.items():
        if title != "DESCRIPTION":
            lines += [f".SH {title}", *body]
    related = [path[:-1]] if len(path) > 1 else []
    related += [[*path, sub["commandName"]] for sub in subcommands]
    if related:
        lines += [".SH SEE ALSO", ",\n".join(f".BR {escaped('-'.join(words))} (1)"
                                             for words in related).replace("(1),", "(1) ,")]
    return "\n".join(lines) + "\n"


def sentence(text: str) -> str:
    """The abstract as a page's heading has it: in lower case, without its full stop."""
    first = text.split()[0]
    text = text if first.isupper() and len(first) > 1 else text[0].lower() + text[1:]
    return " ".join(text.split()).removesuffix(".")


def described(discussion: str) -> dict:
    """The paragraphs of a discussion by their headings; those without one describe."""
    found, title = {"DESCRIPTION": []}, "DESCRIPTION"
    for paragraph in re.split(r"\n\s*\n", discussion.strip("\n")):
        lines = paragraph.split("\n")
        title = "DESCRIPTION"
        if re.fullmatch(r"[A-Z][A-Z ]+", lines[0]):
            title, lines = lines[0], lines[1:]
        body = found.setdefault(title, [])
        if body or title == "DESCRIPTION":
            body.append(".PP")
        is_literal = False
        for line in lines:
            if line.startswith("  ") != is_literal:
                is_literal = not is_literal
                body.append(".EX" if is_literal else ".EE")
            body.append(escaped(line))
        if is_literal:
            body.append(".EE")
    return found


def usage(argument: dict) -> str:
    text = label(argument, all_names=False) + (" ..." if argument.get("isRepeating") else "")
    return f"[{text}]" if argument.get("isOptional") else text


def label(argument: dict, all_names: bool = True) -> str:
    """How an argument is written: its names in bold, its value in italics."""
    value = f"\\fI{escaped(argument.get('valueName', 'value'))}\\fR"
    if argument["kind"] == "positional":
        return value
    names = argument["names"] if all_names else [argument["preferredName"]]
    dashes = {"short": "-", "long": "--", "longWithSingleDash": "-"}
    text = ", ".join(f"\\fB{escaped(dashes[name['kind']] + name['name'])}\\fR" for name in names)
    return text if argument["kind"] == "flag" else f"{text} {value}"


def detail(argument: dict) -> list:
    """What an argument means, which values it takes, and its default."""
    lines = [escaped(argument.get("abstract") or "")]
    if argument.get("discussion"):
        lines += [".IP", escaped(" ".join(argument["discussion"].split()))]
    if argument.get("allValues"):
        lines.append(escaped(f"Values: {', '.join(argument['allValues'])}."))
    if argument.get("defaultValue"):
        lines.append(escaped(f"Default: {argument['defaultValue']}."))
    return [line for line in lines if line]


def escaped(text: str) -> str:
    """The text as troff shows it letter by letter."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.M)
