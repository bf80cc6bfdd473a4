"""The virtual environments of the check scripts: each has the packages of its own judges."""

import os
import subprocess
import sys
import venv
from pathlib import Path

from program import ROOT


def enter(name: str, packages: list, *options: str) -> None:
    """Continues the script under `.build/venv-NAME`, which is made again if its packages changed."""
    environment = ROOT / ".build" / f"venv-{name}"
    if Path(sys.prefix) == environment:
        return
    python = environment / "bin" / "python"
    wanted = "\n".join([*options, *packages])
    # Written last, so that an interrupted environment is made again.
    done = environment / "packages"
    if not done.exists() or done.read_text() != wanted:
        venv.create(environment, with_pip=True, clear=True)
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, *options, *packages], check=True)
        done.write_text(wanted)
    os.execv(python, [str(python), *sys.argv])
