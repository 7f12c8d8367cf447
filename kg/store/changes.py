"""Changes to a store's graph, each of which happens as a whole or not at all.

One SPARQL update is one transaction, however many operations it has. A bulk load that is killed leaves the
graph as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.store import content

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_FEWEST_FOR_BULK = 8
"""From so many reports on a bulk load is faster than a transaction (and the store half as large)."""


def add(store: ox.Store, reports: Sequence[bytes]) -> None:
    """Add whole reports, as N-Triples, to a graph in which all that they name is described as they do."""
    if reports:
        load = store.bulk_load if len(reports) >= _FEWEST_FOR_BULK else store.load
        load(b"".join(reports), ox.RdfFormat.N_TRIPLES)


def replace(store: ox.Store, gone: Iterable[str], added: set[ox.Triple]) -> None:
    """Let reports go, by id, with the entities that nothing names any more; put triples in their place.

    ``added`` describes the entities that it names in full: what the graph had of them gives way.
    """
    removed: set[ox.Triple] = set()
    for report in gone:
        removed |= content.triples_of(store, report)
    named = {term for triple in added for term in (triple.subject, triple.object) if content.is_entity(term)}
    former = removed | content.orphans(store, removed, named)
    for node in named:
        former |= set(content.about(store, node))
    _exchange(store, former - added, added - former)


def replace_vocabulary(store: ox.Store, added: set[ox.Triple]) -> None:
    """Put triples in the place of all those that are of no report and of no entity."""
    quads = store.quads_for_pattern(None, None, None, content.GRAPH)
    former = {quad.triple for quad in quads if not content.is_of_reports(quad.subject)}
    _exchange(store, former - added, added - former)


def replace_findings(store: ox.Store, former: set[ox.Triple], added: set[ox.Triple]) -> None:
    """Put findings in the place of others."""
    _exchange(store, former - added, added - former)


def as_lines(triples: Iterable[ox.Triple]) -> bytes:
    """Return triples as sorted N-Triples."""
    return ox.serialize(sorted(triples, key=str), format=ox.RdfFormat.N_TRIPLES) or b""


def _exchange(store: ox.Store, removed: set[ox.Triple], added: set[ox.Triple]) -> None:
    operations = [
        f"{operation} DATA {{\n{as_lines(triples).decode()}}}"
        for operation, triples in (("DELETE", removed), ("INSERT", added))
        if triples
    ]
    if operations:
        store.update(";\n".join(operations))
