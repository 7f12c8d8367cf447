"""The engine for bulk: the core constraints by ``shacl`` (Rust), the SPARQL constraints by a store.

Both are asked only about what may be wrong: a look at the graph's lines tells at which nodes (``suspects``,
``candidates``), and only what can be seen from there goes into a store. It is for the project's own shapes,
which are of a plain form: SPARQL constraints stand on node shapes with a name. That it finds what pySHACL finds
is tested on every shape and on graphs that are bent at random.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, Variable, parse
from rdflib import SH

from kg.validation.candidates import Seeker
from kg.validation.core import core_results
from kg.validation.demands import THIS, demand
from kg.validation.findings import row_of, selected
from kg.validation.results import Result
from kg.validation.suspects import Look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

    from kg.validation.candidates import Line
    from kg.validation.checks import Check
    from kg.validation.demands import Demand
    from kg.validation.findings import Rows
    from kg.validation.index import Index
    from kg.validation.shapes import Shapes

_THIS = Variable("this")


@dataclass(frozen=True, slots=True)
class _Query:
    """A SPARQL constraint, the nodes that it is about, and what a graph must hold for it to find anything."""

    check: Check
    select: str
    targets: tuple[tuple[str, str], ...]
    demand: Demand


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
    return _Query(check, select, targets, demand(select, only))


def _sparql(store: Store, index: Index, queries: tuple[_Query, ...], rows: Rows) -> Iterator[Result]:
    look, seeker = Look(index), Seeker(index)
    about: list[tuple[_Query, set[str]]] = []
    lines: set[Line] = set()
    for query in queries:
        known = {THIS: look.targets(query.targets)}
        found = seeker.seek(query.demand, known) if known[THIS] else None
        if found is not None:
            about.append((query, set(found[THIS])))
            lines.update(seeker.around(query.demand, known))
    text = "".join([f"{subject} {predicate} {value} .\n" for subject, predicate, value in lines])
    store.load(text.encode(), RdfFormat.N_TRIPLES)
    for query, nodes in about:
        for node in nodes:
            yield from _violations(store, query, node, rows)


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
