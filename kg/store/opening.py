"""Opening the graph on disk."""

from __future__ import annotations

import re
import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LOCKED = ("lock hold by", "while lock file")
_DATABASE = "CURRENT"
"""A file that every RocksDB database has; the others below may be there before it, if its making was cut
short."""
_UNFINISHED = re.compile(r"LOCK|LOG(?:\..*)?|IDENTITY|(?:MANIFEST|OPTIONS)-\d+|\d+\.(?:log|dbtmp)")


@contextmanager
def writing(folder: Path) -> Iterator[ox.Store]:
    """Open a store for writing, which one process at a time can do; make one where there is none yet.

    Raises StoreError if the path is a file, or a folder that holds something else, if another process
    writes to the store, or if the system refuses access, now or later.
    """
    store = _open(folder)
    try:
        yield store
    except BaseException as error:
        # The store closes once nothing refers to it: an error that somebody keeps must not keep it open.
        traceback.clear_frames(error.__traceback__)
        if _is_of_the_database(error):
            raise _explained(folder, error) from None
        raise


def open_for_reading(folder: Path) -> ox.Store:
    """Open a store that nobody writes to while it is read. Raises StoreError if there is none."""
    refuse_none(folder)
    try:
        return ox.Store.read_only(str(folder))
    except (OSError, RuntimeError) as error:
        raise _explained(folder, error) from error


def refuse_none(folder: Path) -> None:
    """Raise StoreError unless a folder holds a store."""
    if not (folder / _DATABASE).exists():
        if not folder.exists():
            raise StoreError("store-missing", path=folder)
        raise StoreError("store-is-file" if folder.is_file() else "store-is-none", path=folder)


def _open(folder: Path) -> ox.Store:
    if folder.is_file():
        raise StoreError("store-is-file", path=folder)
    try:
        if folder.is_dir() and not _may_become_store(folder):
            raise StoreError("store-is-none", path=folder)
        folder.mkdir(parents=True, exist_ok=True)
        return ox.Store(str(folder))
    except (OSError, RuntimeError) as error:
        raise _explained(folder, error) from error


def _may_become_store(folder: Path) -> bool:
    """Tell whether a folder is a store, empty, or the remains of a store whose making was cut short."""
    if (folder / _DATABASE).exists():
        return True
    return all(_UNFINISHED.fullmatch(path.name) for path in folder.iterdir())


def _is_of_the_database(error: BaseException) -> bool:
    return isinstance(error, OSError) or (isinstance(error, RuntimeError) and "Corruption" in str(error))


def _explained(folder: Path, error: BaseException) -> StoreError:
    detail = str(error)
    if any(words in detail.lower() for words in _LOCKED):
        return StoreError("store-in-use", path=folder)
    return StoreError("store-unusable", path=folder, detail=detail)
