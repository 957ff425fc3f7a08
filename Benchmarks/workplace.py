"""Where the work is done, and the archives that come and go there."""

import os
import shutil
import sys
from dataclasses import dataclass, field

from measuring import run

PEERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "peers")


@dataclass
class Site:
    """The programs, and a folder with the generated files."""

    entente: str
    warm: str
    words: str
    folder: str
    differences: list = field(default_factory=list)

    def path(self, name):
        return os.path.join(self.folder, name)

    @property
    def table(self):
        return self.path("partnerships.csv")

    @property
    def archive(self):
        """The archive that the last import filled."""
        return self.path("bench.entente")

    def ask(self, *arguments, limit=None):
        return run([[self.entente, *arguments]], self.folder, self.archive, limit)

    def peer(self, script, *arguments):
        return run([[sys.executable, os.path.join(PEERS, script), *arguments]], self.folder)

    def expect(self, what, found, expected):
        """Notes an answer that is not what it should be; the page tells, and the harness fails."""
        if found != expected:
            self.differences.append(f"{what}: {found} instead of {expected}")


def prepare(site):
    """An archive with the register of states and places: it is there before the partnerships are."""
    site.ask("init")
    site.ask("import", "actors.yml")
    os.rename(site.archive, site.path("register.entente"))
    for ending in ("-wal", "-shm"):
        if os.path.exists(site.archive + ending):
            os.rename(site.archive + ending, site.path("register.entente" + ending))


def copy_archive(source, target):
    """A fresh archive, with its side files if it has any, and without those that were there."""
    for ending in ("", "-wal", "-shm"):
        if os.path.exists(target + ending):
            os.remove(target + ending)
        if os.path.exists(source + ending):
            shutil.copyfile(source + ending, target + ending)


def import_once(site):
    copy_archive(site.path("register.entente"), site.archive)
    return site.ask("import", "partnerships.yml")
