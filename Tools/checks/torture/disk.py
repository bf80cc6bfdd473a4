"""A disk reconstructed from a trace (plug.c): what is sure to be on it, and any part of the rest.

Content is sure once its file was synchronized, a name once its folder was. Of all else a power cut
leaves what chance picks: any of the writes since, whole or up to some sector; of the changes of
names since the first few, as a file system with a journal keeps them in order.
"""

import struct
from pathlib import Path

SECTOR = 512


class Record:
    """One call: a letter, the path it was about, a second path or bytes, and a place in the file."""

    def __init__(self, what, path, more, offset):
        self.what, self.path, self.more, self.offset = what, path, more, offset


def records(trace):
    content, place = trace.read_bytes(), 0
    while place < len(content):
        what = chr(content[place])
        name, length, offset = struct.unpack_from("<QQQ", content, place + 1)
        place += 25
        path = content[place:place + name].decode()
        more = content[place + name:place + name + length]
        place += name + length
        # SQLite makes the -shm file again from the -wal file.
        if not path.endswith("-shm"):
            yield Record(what, path, more, offset)


class File:
    """What a file was at its last synchronization, and what was done to it since."""

    def __init__(self, content=b""):
        self.content, self.later = content, []

    def synchronize(self):
        self.content, self.later = self.left(lambda _: True), []

    def left(self, is_kept):
        """The content with those of the later changes that are kept."""
        content = bytearray(self.content)
        for record in self.later:
            kept = is_kept(record)
            if kept is False:
                continue
            if record.what == "t":
                del content[record.offset:]
                content.extend(bytes(record.offset - len(content)))
            else:
                data = record.more if kept is True else record.more[:kept]
                content.extend(bytes(max(0, record.offset - len(content))))
                content[record.offset:record.offset + len(data)] = data
        return bytes(content)


class Disk:
    """The files under a folder; ``None`` means a folder."""

    def __init__(self, folder, forgets=False):
        self.folder, self.forgets = str(folder), forgets
        self.sure = {str(path): File(path.read_bytes()) if path.is_file() else None
                     for path in Path(folder).rglob("*") if not path.name.endswith("-shm")}
        self.names = dict(self.sure)
        self.renames = []

    def take(self, record):
        """Applies one call."""
        what, path = record.what, record.path
        if what in "wt":
            if path in self.names:
                self.names[path].later.append(record)
        elif what in "cmurl":
            self.change(self.names, record, File() if what == "c" else None)
        elif what == "s" and not self.forgets:
            self.synchronize(path)

    def change(self, names, record, file):
        """Changes the names, and remembers to do so on the disk."""
        self.apply(names, record, file)
        self.renames.append((record, file))

    @staticmethod
    def apply(names, record, file):
        what, path, new = record.what, record.path, record.more.decode()
        if what in "cm":
            names[path] = file
        elif what == "u":
            names.pop(path, None)
        elif path in names:
            names[new] = names[path]
            if what == "r":
                del names[path]

    def synchronize(self, path):
        file = self.names.get(path)
        if file:
            file.synchronize()
            return
        # A folder: the changes of the names in it are sure.
        rest = []
        for record, file in self.renames:
            if str(Path(record.path).parent) == path:
                self.apply(self.sure, record, file)
            else:
                rest.append((record, file))
        self.renames = rest

    def leave(self, folder, chance):
        """Writes what a power cut leaves into another folder."""
        names = dict(self.sure)
        for record, file in self.renames[:chance.randint(0, len(self.renames))]:
            self.apply(names, record, file)

        def is_kept(record):
            sectors = len(record.more) // SECTOR
            return chance.choice([True, False, chance.randint(0, sectors) * SECTOR])

        folder.mkdir()
        for path, file in sorted(names.items()):
            place = folder / Path(path).relative_to(self.folder)
            if file is None:
                place.mkdir(parents=True, exist_ok=True)
            elif str(Path(path).parent) in names or str(Path(path).parent) == self.folder:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(file.left(is_kept))
                place.chmod(0o600)
