"""The whole graph as a file: sorted, so that equal graphs give equal bytes."""

from __future__ import annotations

import heapq
import tempfile
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import pyoxigraph as ox

from kg.graph import serialise
from kg.store import content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.graph.serialise import Format

_IN_MEMORY = 200_000
"""So many triples are sorted at once; larger graphs are sorted piece by piece on disk and merged."""


def dump(store: ox.Store, output: BinaryIO, format: Format = "nt") -> None:  # noqa: A002
    """Write a store's graph as sorted lines (``nt``), or in the same order as ``ttl`` or ``jsonld``.

    Memory stays bounded however large the graph; the temporary folder must have room for twice its N-Triples.
    """
    with tempfile.TemporaryDirectory(prefix="rol-kg-") as folder:
        lines = _sorted_lines(store, Path(folder))
        if format == "nt":
            output.writelines(lines)
        else:
            triples = (quad.triple for line in lines for quad in ox.parse(line, ox.RdfFormat.N_TRIPLES))
            serialise.write(triples, output, format)


def _sorted_lines(store: ox.Store, folder: Path) -> Iterator[bytes]:
    raw = folder / "unsorted.nt"
    store.dump(str(raw), ox.RdfFormat.N_TRIPLES, from_graph=content.GRAPH)
    with ExitStack() as stack:
        runs: list[BinaryIO] = []
        with raw.open("rb") as file:
            while lines := sorted(islice(file, _IN_MEMORY)):
                path = folder / f"{len(runs)}.nt"
                with path.open("wb") as run:
                    run.writelines(lines)
                runs.append(stack.enter_context(path.open("rb")))
        raw.unlink()
        yield from heapq.merge(*runs)
