"""Writing what follows from a store: to a file, or to a second store; never into the one that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import UsageError
from kg.reasoning.entailment import entail, rules
from kg.store import opening

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FILES = {".nt": ox.RdfFormat.N_TRIPLES, ".ttl": ox.RdfFormat.TURTLE}


def write(store: Path, out: Path) -> int:
    """Write a store's graph with all that follows from it, and return the number of triples written.

    ``out`` is a file whose name ends in .nt (where a triple that follows twice stands twice) or .ttl, or the folder
    of a new store. Raises UsageError if it is the store that is read or already there, StoreError if there is no
    store.
    """
    if out.resolve() == store.resolve() or store.resolve() in out.resolve().parents:
        raise UsageError("reason-same-store", path=out)
    if out.exists():
        raise UsageError("reason-exists", path=out)
    opened = opening.open_for_reading(store)
    if out.suffix in _FILES:
        with out.open("wb") as output:
            counted = _Counted(_followed(opened))
            ox.serialize(counted, output, format=_FILES[out.suffix])
        return counted.number
    with opening.writing(out) as second:
        second.bulk_extend(ox.Quad(*triple) for triple in _followed(opened))
        return len(second)


class _Counted:
    """Triples that are counted as they pass."""

    def __init__(self, triples: Iterator[ox.Triple]) -> None:
        self._triples = triples
        self.number = 0

    def __iter__(self) -> Iterator[ox.Triple]:
        for triple in self._triples:
            self.number += 1
            yield triple


def _followed(store: ox.Store) -> Iterator[ox.Triple]:
    quads = store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    return entail((quad.triple for quad in quads), rules())
