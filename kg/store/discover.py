"""Which files to read, and under which source keys: files and folders named by the user, in a fixed order."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ReadError, UsageError
from kg.store import state

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ENDINGS = frozenset({".htm", ".html", ".md", ".shtml", ".txt"})
"""How the names of files end that are read when a folder is named. A file that is named itself is always
read."""


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A file to read and the key that it has unless the manifest gives it another."""

    key: str
    path: Path


@dataclass(frozen=True, slots=True)
class Discovery:
    """The files to read, sorted by key, and what was passed over: hidden files and unknown endings."""

    found: tuple[Found, ...]
    skipped: tuple[Path, ...]


def discover(sources: Iterable[Path], ignored: Iterable[Path] = ()) -> Discovery:
    """List the files below the sources; ``ignored`` are neither read nor listed (a manifest, the store).

    A file's key is its path relative to the folder that the user named, with ``/``; of a file named itself,
    its name. Symbolic links to folders are not followed. Raises ReadError if a source is not there.
    """
    left_aside = {path.resolve() for path in ignored}
    found: dict[tuple[str, Path], Found] = {}
    skipped: dict[Path, None] = {}
    for source in sources:
        for path in _files(source, left_aside):
            if path == source or _is_readable(path):
                item = Found(_key(path, source), path)
                found.setdefault((item.key, path.resolve()), item)
            else:
                skipped[path] = None
    return Discovery(tuple(sorted(found.values())), tuple(sorted(skipped)))


def refuse_shared_keys(found: Sequence[Found]) -> None:
    """Raise UsageError if two files have one key: neither could be told from a new version of the other."""
    owners: dict[str, Path] = {}
    for item in found:
        other = owners.setdefault(item.key, item.path)
        if other.resolve() != item.path.resolve():
            raise UsageError("source-key-shared", key=item.key, path=other, other=item.path)


def _files(source: Path, left_aside: set[Path]) -> Iterator[Path]:
    """Yield a file itself; of a folder, in order, all files below it and the folders that are passed over."""
    if source.is_file():
        yield source
        return
    if not source.is_dir():
        raise ReadError("source-special" if source.exists() else "file-missing", path=source)
    for folder, folders, names in os.walk(source, onerror=_refuse):
        here = Path(folder)
        folders.sort()
        for name in list(folders):
            path = here / name
            if path.resolve() in left_aside or state.is_store(path):
                folders.remove(name)
            elif name.startswith(".") or path.is_symlink():
                folders.remove(name)
                yield path
        yield from (here / name for name in sorted(names) if (here / name).resolve() not in left_aside)


def _refuse(error: OSError) -> None:
    raise ReadError("folder-unreadable", path=error.filename, detail=error.strerror) from error


def _is_readable(path: Path) -> bool:
    if path.name.startswith(".") or path.stem.lower() == "readme":  # it is about the reports, not one of them
        return False
    return path.suffix.lower() in ENDINGS and path.is_file()


def _key(path: Path, source: Path) -> str:
    """Return the path below the source as text that is the same on every machine."""
    relative = path.name if path == source else path.relative_to(source).as_posix()
    return unicodedata.normalize("NFC", os.fsencode(relative).decode("utf-8", "backslashreplace"))
