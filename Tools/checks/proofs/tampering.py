"""Changes to what a log hands out, each of which at least two programs must refuse."""

import shutil
from pathlib import Path

import evidence
import verifiers
from kinds import KINDS

# How many other programs must refuse each kind of change.
NEEDED = 2


def check(folder: Path) -> int:
    """Prints who refuses which kind; answers how many judgements are wrong."""
    sound = evidence.make(folder)
    programs = [verifiers.Go(), verifiers.AicsTlog(), verifiers.MetamorphicLog()]
    wrong = 0
    for program in programs:
        if not program.judge(sound):
            print(f"{program.name} refuses unchanged evidence")
            wrong += 1
    width = max(len(name) for name, _ in KINDS)
    print("".ljust(width), *[program.name for program in programs], sep="  ")
    for name, change in KINDS:
        changed = folder / "changed"
        shutil.rmtree(changed, ignore_errors=True)
        shutil.copytree(sound, changed)
        change(changed, folder)
        assert differs(sound, changed), f"'{name}' changes nothing"
        refusals = [not program.judge(changed) for program in programs]
        words = [("refused" if refused else "·").ljust(len(program.name))
                 for refused, program in zip(refusals, programs)]
        enough = sum(refusals) >= NEEDED
        print(name.ljust(width), *words, "" if enough else "TOO FEW", sep="  ")
        wrong += 0 if enough else 1
    print(f"tampering: {len(KINDS)} kinds, each refused by {NEEDED} programs or more"
          if wrong == 0 else f"tampering: {wrong} judged wrongly")
    return wrong


def differs(first: Path, second: Path) -> bool:
    def contents(folder: Path):
        return {path.relative_to(folder): path.read_bytes()
                for path in folder.rglob("*") if path.is_file()}

    return contents(first) != contents(second)
