"""The virtual environments of the check scripts: each has the packages of its own judges.

What goes into one is in the `requirements.txt` beside the check's `run`: every package, also those
that others need, in one version and with the SHA-256 of its files. pip installs nothing else, so a
check judges tomorrow as it does today, and a package that was replaced on its index is refused. A
file's first lines say what it was made from, and how to make it again for newer versions.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

from program import ROOT


def enter(name: str, *options: str, requirements: Path | None = None) -> None:
    """Continues the script under `.build/venv-NAME`, which is made again if its packages changed."""
    environment = ROOT / ".build" / f"venv-{name}"
    if Path(sys.prefix) == environment:
        return
    file = requirements or Path(sys.argv[0]).resolve().parent / "requirements.txt"
    python = environment / "bin" / "python"
    wanted = "\n".join([*options, file.read_text()])
    # Written last, so that an interrupted environment is made again.
    done = environment / "packages"
    if not done.exists() or done.read_text() != wanted:
        venv.create(environment, with_pip=True, clear=True)
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *options,
             "--require-hashes", "--requirement", file], check=True)
        done.write_text(wanted)
    os.execv(python, [str(python), *sys.argv])
