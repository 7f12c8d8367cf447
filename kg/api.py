"""The project's verbs as functions; the command line is a thin layer over them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kg import areas, pipeline
from kg import vocabulary as vocabularies
from kg.errors import ReadError
from kg.given import NOTHING_GIVEN
from kg.graph.describe import describe
from kg.reading.source import Source
from kg.store import dump as dumping
from kg.store import opening
from kg.store.build import build
from kg.store.remove import remove
from kg.validation import validate as checks
from kg.validation.checker import Checker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyoxigraph import Triple

    from kg.graph.serialise import Format
    from kg.model import Facts, Given
    from kg.validation.validate import Finding
    from kg.vocabulary import Vocabulary

__all__ = ["Checker", "build", "dump", "extract", "graph", "remove", "validate"]


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
    report = Source(given.source or called, called, data, given)
    return pipeline.read_facts(report, _load(words), areas.load())


def validate(
    source: str | Path | bytes,
    *,
    given: Given = NOTHING_GIVEN,
    name: str | None = None,
    words: Sequence[str | Path] = (),
) -> list[Finding]:
    """Read a report as ``extract`` does, check its graph, and return what is found, violations first.

    Raises ReadError as ``extract`` does, GraphError if a shape cannot be used.
    """
    return checks.validate(graph(extract(source, given=given, name=name, words=words), words), _load(words))


def graph(facts: Facts, words: Sequence[str | Path] = ()) -> list[Triple]:
    """Return what a report says as sorted triples; ``words`` as they were given to ``extract``."""
    loaded = _load(words)
    return describe(facts, loaded, areas.load(), pipeline.extracted_with(loaded))


def dump(
    store: str | Path = "kg-store",
    format: Format = "nt",  # noqa: A002
    output: BinaryIO | None = None,
) -> bytes:
    """Write a store's graph, sorted, as ``nt``, ``ttl`` or ``jsonld`` to ``output``; without one, return it.

    Raises StoreError if there is no store.
    """
    database = opening.open_for_reading(Path(store))
    memory = io.BytesIO()
    dumping.dump(database, output or memory, format)
    return memory.getvalue()


def _load(words: Sequence[str | Path]) -> Vocabulary:
    return vocabularies.load(Path(path) for path in words)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError("file-missing", path=path) from error
    except OSError as error:
        raise ReadError("file-unreadable", path=path, detail=error.strerror) from error
