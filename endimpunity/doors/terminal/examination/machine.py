"""Whether the files and the disk of this installation are as they should be."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection

from endimpunity.doors.terminal.examination.finding import Finding

# SQLite rebuilds a table by writing it again, and a backup is a second copy:
# beside the database twice its size must be free, and one file to import.
COPIES = 2
MEBIBYTE = 1024 * 1024


def examine_machine() -> Iterator[Finding]:
    """Look at the home folder, the secret key, the translations and the disk."""
    home = Path(settings.ENDIMPUNITY_HOME)
    yield _home(home)
    yield _secret_key(home / "secret-key")
    yield _translations()
    if home.is_dir():
        yield _disk(home)


def _home(home: Path) -> Finding:
    if not home.is_dir() or not os.access(home, os.R_OK | os.W_OK | os.X_OK):
        says = f"{home} cannot be written: make it, or set ENDIMPUNITY_HOME."
        return Finding(what="home folder", good=False, says=says)
    mode = stat.S_IMODE(home.stat().st_mode)
    good = not mode & stat.S_IRWXO
    says = f"{home} is this installation's own."
    if not good:
        says = f"{home} is open to every user of this machine: chmod o-rwx {home}"
    return Finding(what="home folder", good=good, says=says)


def _secret_key(kept: Path) -> Finding:
    if not kept.exists():
        says = "It is given by ENDIMPUNITY_SECRET_KEY."
        return Finding(what="secret key", good=True, says=says)
    mode = stat.S_IMODE(kept.stat().st_mode)
    good = not mode & (stat.S_IRWXG | stat.S_IRWXO)
    says = "Only its owner can read it."
    if not good:
        says = f"Others can read {kept}: chmod 600 {kept}, and then change the key."
    return Finding(what="secret key", good=good, says=says)


def _translations() -> Finding:
    sources = [
        source
        for folder in settings.LOCALE_PATHS
        for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po"))
    ]
    stale = [source.parts[-3] for source in sources if not _compiled(source)]
    says = f"{len(sources)} catalogues are compiled."
    if stale:
        says = f"Not compiled: {', '.join(stale)}. Run `make install`."
    return Finding(what="translations", good=not stale, says=says)


def _compiled(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime


def _disk(home: Path) -> Finding:
    database = Path(str(connection.settings_dict["NAME"]))
    is_file = connection.vendor == "sqlite" and database.is_file()
    size = database.stat().st_size if is_file else 0
    wanted = COPIES * size + int(settings.ENDIMPUNITY_IMPORT_LARGEST_FILE)
    free = shutil.disk_usage(home).free
    says = f"{free // MEBIBYTE} MiB are free."
    if free < wanted:
        says += f" {wanted // MEBIBYTE} MiB should be, for an import and a backup."
    return Finding(what="disk", good=free >= wanted, says=says)
