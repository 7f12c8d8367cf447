"""The project's verbs as functions; the command line is a thin layer over them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kg import areas, pipeline
from kg import vocabulary as vocabularies
from kg.errors import ReadError
from kg.given import NOTHING_GIVEN
from kg.reading.source import Source
from kg.store import dump as dumping
from kg.store import opening
from kg.store.build import build

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import Facts, Given

__all__ = ["build", "dump", "extract"]


def extract(
    source: str | Path | bytes,
    *,
    given: Given = NOTHING_GIVEN,
    name: str | None = None,
    words: Sequence[str | Path] = (),
) -> Facts:
    """Read all that a report says: from a file, or from bytes, which ``name`` names.

    ``given`` says what the page does not, and wins over it; ``words`` are the user's own vocabulary files.
    Raises ReadError if the file is not there, cannot be opened, is empty or no text.
    """
    data, called = (source, "-") if isinstance(source, bytes) else (_bytes(Path(source)), Path(source).name)
    called = name or called
    words_ = vocabularies.load(Path(path) for path in words)
    return pipeline.read_facts(Source(given.source or called, called, data, given), words_, areas.load())


def dump(
    store: str | Path = "kg-store",
    format: dumping.Format = "nt",  # noqa: A002
    output: BinaryIO | None = None,
) -> bytes:
    """Write a store's graph, sorted, as ``nt``, ``ttl`` or ``jsonld`` to ``output``; without one, return it.

    Raises StoreError if there is no store.
    """
    database = opening.open_for_reading(Path(store))
    memory = io.BytesIO()
    dumping.dump(database, output or memory, format)
    return memory.getvalue()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError("file-missing", path=path) from error
    except OSError as error:
        raise ReadError("file-unreadable", path=path, detail=error.strerror) from error
