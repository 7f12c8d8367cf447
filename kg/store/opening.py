"""Opening the graph on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
import traceback
from contextlib import contextmanager

_LOCKED = ("lock hold by", "while lock file")
_DATABASE = "CURRENT"
"""A file that every RocksDB database has."""


@contextmanager
def writing(folder: Path) -> Iterator[ox.Store]:
    """Open a store, or make one where there is none yet. One process at a time can have it open for writing.

    Raises StoreError if the path is a file, or a folder that holds something else, if another process
    writes to the store, or if the system refuses access, now or later.
    """
    store = _open(folder)
    try:
        yield store
    except BaseException as error:
        # The store closes once nothing refers to it: an error that somebody keeps must not keep it open.
        traceback.clear_frames(error.__traceback__)
        if isinstance(error, OSError):
            raise StoreError("store-unusable", path=folder, detail=str(error)) from None
        raise


def _open(folder: Path) -> ox.Store:
    if folder.is_file():
        raise StoreError("store-is-file", path=folder)
    try:
        if folder.is_dir() and any(folder.iterdir()) and not (folder / _DATABASE).exists():
            raise StoreError("store-is-none", path=folder)
        folder.mkdir(parents=True, exist_ok=True)
        return ox.Store(str(folder))
    except OSError as error:
        raise _explained(folder, error) from error


def open_for_reading(folder: Path) -> ox.Store:
    """Open a store that nobody writes to while it is read. Raises StoreError if there is none."""
    if not (folder / _DATABASE).exists():
        if not folder.exists():
            raise StoreError("store-missing", path=folder)
        raise StoreError("store-is-file" if folder.is_file() else "store-is-none", path=folder)
    try:
        return ox.Store.read_only(str(folder))
    except OSError as error:
        raise _explained(folder, error) from error


def _explained(folder: Path, error: OSError) -> StoreError:
    detail = str(error)
    if any(words in detail.lower() for words in _LOCKED):
        return StoreError("store-in-use", path=folder)
    return StoreError("store-unusable", path=folder, detail=detail)
