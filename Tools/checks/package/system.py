"""A Debian in a folder, without a network of its own or a way out, to install packages on."""

import shutil
import subprocess
import sys
from pathlib import Path

from program import ROOT

SUITE = "bookworm"
# What the package depends on beside what every Debian has.
INCLUDED = "libsqlite3-0,adduser"
BASE = ROOT / ".build" / f"debian-{SUITE}"


class System:
    """A copy of a small Debian; commands run in it as root and reach nothing but themselves."""

    def __init__(self, root: Path):
        self.root = root

    def __enter__(self):
        if not (BASE / "usr/bin/dpkg").exists() or not (BASE / "made").exists():
            shutil.rmtree(BASE, ignore_errors=True)
            made = subprocess.run(
                ["debootstrap", "--variant=minbase", f"--include={INCLUDED}", SUITE, BASE],
                capture_output=True, text=True)
            if made.returncode != 0:
                sys.exit(f"debootstrap ended with {made.returncode}\n{made.stdout[-2000:]}")
            (BASE / "made").touch()
        subprocess.run(["cp", "--archive", BASE, self.root], check=True)
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.root)

    def copy(self, *files: Path) -> None:
        for file in files:
            shutil.copy(file, self.root)
            (self.root / file.name).chmod(0o644)

    def run(self, *words: str):
        """Runs a command; answers what was wrong."""
        done = subprocess.run(self.within(words), capture_output=True, text=True, timeout=120)
        return done.returncode and f"ends with {done.returncode}\n{done.stdout}{done.stderr}"

    def verify(self, unit: str):
        """The parts of this system's unit that systemd does not understand."""
        done = subprocess.run(
            ["systemd-analyze", "verify", "--man=no", f"--root={self.root}", unit],
            capture_output=True, text=True)
        # So small a system lacks the usual targets.
        return [line for line in done.stderr.splitlines()
                if "stance" in line and ".target not found" not in line]

    def serves(self, command: list, wanted: list):
        """Starts a server and asks it; answers what was wrong, to its end by SIGTERM."""
        asked = "\n".join(
            f"curl --silent --output /dev/null --write-out '%{{http_code}}\\n' '{address}'"
            for address, _ in wanted)
        # The loopback interface of the new network, and curl, are this machine's.
        script = f"""
            ip link set lo up
            mount -t proc proc "$0/proc"
            chroot "$0" "$@" >/dev/null 2>&1 &
            for _ in $(seq 100); do
              curl --silent --output /dev/null http://127.0.0.1:8080/health && break
              sleep 0.1
            done
            {asked}
            kill %1; wait %1; echo "ended with $?"
            """
        done = subprocess.run(["unshare", "--net", "--mount", "bash", "-c", script, self.root, *command],
                              capture_output=True, text=True, timeout=120)
        expected = "\n".join([status for _, status in wanted] + ["ended with 0"])
        return done.stdout.strip() != expected and f"{done.stdout}{done.stderr}"

    def within(self, words) -> list:
        # A Swift program reads its arguments from /proc; the mount goes with the namespace.
        return ["unshare", "--net", "--mount", "bash", "-c",
                'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"', self.root,
                "env", "DEBIAN_FRONTEND=noninteractive",
                "PATH=/usr/sbin:/usr/bin:/sbin:/bin", *words]
