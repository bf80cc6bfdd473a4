"""A binary package for Debian, made with dpkg's own tools."""

import email.utils
import gzip
import shutil
import subprocess
from pathlib import Path

CONTROL = """\
Package: stance
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: ca-certificates, curl, librsvg2-bin, openssl
Section: misc
Priority: optional
Description: record of what companies say and do about a market
 An append-only log of what companies say and what they do about a market
 under political pressure, with the sources of each claim. It answers what was
 known when, as text, pages, pictures and data, and can prove what it says.
 .
 The package has a service that shows a log as a web page on this machine; it
 is not started until there is a log.
"""

COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: stance
Comment: What is linked into the program has licences of its own; they are in
 third-party-notices.gz beside this file.

Files: *
Copyright: {holder}
License: Expat

License: Expat
{text}
"""


# Swift's Foundation, which is linked in, has a zlib of its own.
OVERRIDES = "stance: embedded-library zlib *\n"


def package(tree: Path, output: Path, sources: Path, version: str, commit: dict) -> Path:
    """Makes the package of a tree, which gets a folder DEBIAN for it."""
    said = {key: value for line in run("dpkg-architecture").splitlines()
            for key, value in [line.split("=", 1)]}
    architecture = said["DEB_HOST_ARCH"]
    overrides = tree / "usr" / "share" / "lintian" / "overrides" / "stance"
    overrides.parent.mkdir(parents=True)
    overrides.write_text(OVERRIDES)
    changelog(tree / "usr" / "share" / "doc" / "stance" / "changelog.gz", version, commit)
    size = sum(file.stat().st_size for file in tree.rglob("*") if file.is_file()) // 1024
    depends = dependencies(tree, output)
    control = tree / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(CONTROL.format(
        version=version, architecture=architecture, maintainer=commit["maintainer"], size=size,
        depends=depends))
    for name in ["postinst", "prerm", "postrm"]:
        shutil.copyfile(sources / name, control / name)
        (control / name).chmod(0o755)
    sums = [f"{run('md5sum', file).split()[0]}  {file.relative_to(tree)}\n"
            for file in sorted((tree / "usr").rglob("*")) if file.is_file()]
    (control / "md5sums").write_text("".join(sums))
    file = output / f"stance_{version}_{architecture}.deb"
    run("env", f"SOURCE_DATE_EPOCH={commit['time']}", "dpkg-deb", "--root-owner-group", "-Zxz",
        "--build", tree, file)
    return file


def dependencies(tree: Path, output: Path) -> str:
    """What the program is linked to, as packages with the versions that it needs."""
    # dpkg-shlibdeps asks for the files of a source package, which this is not.
    debian = output / "shlibs" / "debian"
    debian.mkdir(parents=True)
    (debian / "control").write_text("Source: stance\n\nPackage: stance\nArchitecture: any\n")
    found = run("dpkg-shlibdeps", "-O", tree / "usr" / "bin" / "stance", folder=debian.parent)
    shutil.rmtree(debian.parent)
    return f"{found.strip().removeprefix('shlibs:Depends=')}, adduser"


def changelog(file: Path, version: str, commit: dict) -> None:
    day = email.utils.formatdate(commit["time"])
    text = (f"stance ({version}) unstable; urgency=medium\n\n  * As of {commit['day']}.\n\n"
            f" -- {commit['maintainer']}  {day}\n")
    with open(file, "wb") as out, gzip.GzipFile("", "wb", 9, out, mtime=0) as packed:
        packed.write(text.encode())


def copyright_of(licence: str) -> str:
    """Debian's form of the project's licence: its holder, and its text."""
    lines = licence.strip().splitlines()
    holder = next(line for line in lines if line.startswith("Copyright"))
    start = lines.index(holder) + 1
    text = "\n".join(f" {line.strip() or '.'}" for line in lines[start:]).strip("\n .")
    return COPYRIGHT.format(holder=holder.removeprefix("Copyright (c) "), text=f" {text}.")


def run(*words, folder=None) -> str:
    return subprocess.run([str(word) for word in words], cwd=folder, check=True,
                          stdout=subprocess.PIPE, text=True).stdout
