"""The engine for bulk: what is certain is found in an index of the graph's lines, the rest by slower engines.

The core constraints are checked by ``shacl`` (Rust) at the nodes at which they may be broken (``suspects``). The SPARQL
constraints are functions over the index (``translation``), and a store is asked where these cannot tell. It is for the
project's own shapes, which are of a plain form: SPARQL constraints stand on node shapes with a name. That it finds what
pySHACL finds is tested on every shape and on graphs that are bent at random.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, Variable, parse
from rdflib import SH

from kg.validation.algebra import parsed, uses_of
from kg.validation.core import core_results
from kg.validation.findings import row_of, selected
from kg.validation.results import Result
from kg.validation.suspects import Look
from kg.validation.translation import translated
from kg.validation.values import ERRORS, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Store

    from kg.validation.checks import Check
    from kg.validation.findings import Row, Rows
    from kg.validation.index import Index
    from kg.validation.shapes import Shapes
    from kg.validation.suspects import Targets
    from kg.validation.translation import Finds

_THIS = Variable("this")


@dataclass(frozen=True, slots=True, eq=False)
class _Query:
    """A SPARQL constraint and the nodes that it is about.

    ``finds`` has its rows where all is certain, None if it is not all known here. ``uses`` are the properties that it
    looks at, with the value that it seeks or nothing; None for all.
    """

    check: Check
    select: str
    names: tuple[str, ...]
    targets: Targets
    finds: Finds | None
    uses: frozenset[tuple[str, str]] | None

    def rows(self, index: Index, node: str) -> list[Row] | None:
        """Return what the query finds at a node, None where that is not certain."""
        if self.finds is None:
            return None
        try:
            return [_row(self.names, texts) for texts in self.finds(index, node)]
        except ERRORS:
            return None


def results(store: Store, index: Index, shapes: Shapes, rows: Rows) -> set[Result]:
    """Check a graph. What the store has to be asked about is put into it, what SPARQL constraints say into rows.

    Raises GraphError if a shape cannot be used.
    """
    return {*core_results(index, shapes), *_sparql(store, index, _queries(shapes), rows)}


@lru_cache(maxsize=8)
def _queries(shapes: Shapes) -> tuple[_Query, ...]:
    return tuple(_query(check, check.select) for check in shapes.checks.values() if check.select is not None)


def _query(check: Check, select: str) -> _Query:
    nodes = [target.value for target in check.targets if target.kind == "targetNode"]
    only = nodes[0] if len(check.targets) == len(nodes) == 1 else None
    targets = tuple((str(SH[target.kind]), f"<{target.value}>") for target in check.targets)
    query, names = parsed(select, only), selected(select)
    return _Query(check, select, names, targets, translated(query, names), uses_of(query))


def _sparql(store: Store, index: Index, queries: tuple[_Query, ...], rows: Rows) -> Iterator[Result]:
    look = Look(index)
    unsure: list[tuple[_Query, str]] = []
    for query in queries:
        for node in look.targets(query.targets):
            found = query.rows(index, node)
            if found is None:
                unsure.append((query, node))
            elif found:
                yield from _told(query, text(node), found, rows)
    if unsure:
        store.load(_lines(index, {query for query, _ in unsure}).encode(), RdfFormat.N_TRIPLES)
    for query, node in unsure:
        term = _term(node)
        if not isinstance(term, BlankNode | Triple):  # such have no name to be told by
            this: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {_THIS: term}
            solutions = store.query(query.select, substitutions=this)
            said = [row_of(solution, query.names) for solution in solutions]  # type: ignore[union-attr]
            yield from _told(query, term.value, said, rows)


def _told(query: _Query, focus: str, found: list[Row], rows: Rows) -> Iterator[Result]:
    check, component = query.check, str(SH.SPARQLConstraintComponent)
    rows[check.shape, focus] = found
    for row in found:
        yield Result(check.shape, focus, None, row.get("value", focus), check.severity, component=component)


def _row(names: Iterable[str], texts: Iterable[str | None]) -> Row:
    return {name: text for name, text in zip(names, texts, strict=True) if text is not None}


def _lines(index: Index, queries: Iterable[_Query]) -> str:
    """Return what queries look at, as N-Triples."""
    seen: set[tuple[str, str]] = set()
    for query in queries:
        seen |= {(one, "") for one in index.columns} if query.uses is None else query.uses
    return "".join(
        f"{node} {predicate} {value} .\n"
        for predicate, sought in seen
        for node, value in index.columns[predicate].pairs
        if sought in ("", value)
    )


def _term(written: str) -> NamedNode | Literal | BlankNode | Triple:
    if written.startswith("<"):
        return NamedNode(written[1:-1])
    term: NamedNode | Literal | BlankNode | Triple
    (term,) = (quad.object for quad in parse(f"<urn:s> <urn:p> {written} .", RdfFormat.N_TRIPLES))
    return term
