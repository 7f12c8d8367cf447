"""The engine for bulk: the core constraints by ``shacl`` (Rust), the SPARQL constraints by a store.

Both are asked only about what may be wrong: a look at the graph's lines tells at which nodes (``suspects`` for the
former, ``translation`` for the latter), and only what can be seen from there goes into a store. It is for the
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
from kg.validation.values import ERRORS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pyoxigraph import Store

    from kg.validation.checks import Check
    from kg.validation.findings import Rows
    from kg.validation.index import Index
    from kg.validation.shapes import Shapes

_THIS = Variable("this")


@dataclass(frozen=True, slots=True, eq=False)
class _Query:
    """A SPARQL constraint and the nodes that it is about.

    ``finds`` tells whether it finds anything at a node, as far as it can tell; None if that is not known for this
    query. ``uses`` are the properties that it looks at, with the value that it seeks or nothing; None for all.
    """

    check: Check
    select: str
    targets: tuple[tuple[str, str], ...]
    finds: Callable[[Index, str], bool] | None
    uses: frozenset[tuple[str, str]] | None

    def may_find(self, index: Index, node: str) -> bool:
        """Tell whether the query has to be asked about a node."""
        if self.finds is None:
            return True
        try:
            return self.finds(index, node)
        except ERRORS:
            return True


def results(store: Store, index: Index, shapes: Shapes, rows: Rows) -> set[Result]:
    """Check a graph. What the SPARQL constraints have to see of it is put into the store, what they say into rows.

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
    query = parsed(select, only)
    return _Query(check, select, targets, translated(query), uses_of(query))


def _sparql(store: Store, index: Index, queries: tuple[_Query, ...], rows: Rows) -> Iterator[Result]:
    look = Look(index)
    asked = [
        (query, node)
        for query in queries
        for node in look.targets(query.targets)
        if query.may_find(index, node)
    ]
    store.load(_lines(index, {query for query, _ in asked}).encode(), RdfFormat.N_TRIPLES)
    for query, node in asked:
        yield from _violations(store, query, node, rows)


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


def _violations(store: Store, query: _Query, written: str, rows: Rows) -> Iterator[Result]:
    node = _term(written)
    if isinstance(node, BlankNode | Triple):  # it has no name to be told by
        return
    names, shape = selected(query.select), query.check.shape
    this: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {_THIS: node}
    said = rows[shape, node.value] = []
    for solution in store.query(query.select, substitutions=this):  # type: ignore[union-attr]
        said.append(row_of(solution, names))
        value = _plain(solution["value"]) if "value" in names else None
        component = str(SH.SPARQLConstraintComponent)
        yield Result(shape, node.value, None, value or node.value, query.check.severity, component=component)


def _term(written: str) -> NamedNode | Literal | BlankNode | Triple:
    if written.startswith("<"):
        return NamedNode(written[1:-1])
    term: NamedNode | Literal | BlankNode | Triple
    (term,) = (quad.object for quad in parse(f"<urn:s> <urn:p> {written} .", RdfFormat.N_TRIPLES))
    return term


def _plain(term: object) -> str | None:
    return term.value if isinstance(term, NamedNode | Literal) else None
