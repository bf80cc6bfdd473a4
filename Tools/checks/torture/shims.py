"""Our own preloaded libraries, built from the C files beside this one."""

import os
import shutil
import subprocess
from pathlib import Path


def compiled(name, folder):
    """Builds a library; raises ``Missing`` if that is not possible."""
    compiler = next(filter(None, map(shutil.which, ["clang", "gcc", "cc"])), None)
    if not compiler or os.uname().sysname != "Linux":
        raise Missing("needs Linux and a C compiler")
    library = folder / f"{name}.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-Werror", "-o", library,
                    Path(__file__).parent / f"{name}.c", "-ldl"], check=True)
    return library


class Missing(Exception):
    """What this machine lacks."""
