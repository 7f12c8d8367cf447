"""The engine for bulk: the core constraints by ``shacl`` (Rust), the SPARQL constraints by the store itself.

It is for the project's own shapes, which are of a plain form: SPARQL constraints stand on node shapes with a
name. That it finds what pySHACL finds is tested on every shape and on graphs that are bent at random.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import shacl
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, RdfFormat, Triple, Variable, parse
from rdflib import SH, Graph

from kg import terms
from kg.errors import GraphError
from kg.validation.required import Presence, Star, relaxed, required
from kg.validation.results import Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

    from kg.validation.checks import Check, Severity, Target
    from kg.validation.shapes import Shapes

_SEVERITIES: dict[str, Severity] = {"Violation": "violation", "Warning": "warning", "Info": "info"}
_THIS = Variable("this")
_HERE = DefaultGraph()


@dataclass(frozen=True, slots=True)
class _Query:
    """A SPARQL constraint with what a graph must hold for it to find anything."""

    check: Check
    select: str
    relaxed: str
    needs: tuple[Star, ...]


@dataclass(frozen=True, slots=True)
class _Compiled:
    core: shacl.Shapes
    queries: tuple[_Query, ...]


def results(store: Store, text: str, shapes: Shapes) -> set[Result]:
    """Check the default graph of a store, and the same with all that its classes need as N-Triples.

    The core constraints are checked on the text, the SPARQL constraints in the store. Raises GraphError if a
    shape cannot be used.
    """
    compiled = _compile(shapes)
    return {*_core(text, compiled.core), *_sparql(store, compiled.queries)}


@lru_cache(maxsize=8)
def _compile(shapes: Shapes) -> _Compiled:
    core = Graph()
    for triple in shapes.graph:
        if triple[1] != SH.sparql:
            core.add(triple)
    try:
        compiled = shacl.Shapes.from_text(core.serialize(format="nt"), "ntriples")
    except ValueError as error:
        raise GraphError("shapes-unusable", detail=str(error)) from error
    queries = [
        _Query(check, check.select, relaxed(check.select), required(check.select))
        for check in shapes.checks.values()
        if check.select is not None
    ]
    return _Compiled(compiled, tuple(queries))


def _core(text: str, core: shacl.Shapes) -> Iterator[Result]:
    for found in core.validate_text(text, "ntriples").results:
        path = _iri(found.path)
        yield Result(
            _iri(found.source_shape) or "",
            _iri(found.focus_node) or _lexical(found.focus_node),
            path,
            found.value_plain if found.value is not None else None,
            _SEVERITIES.get(found.severity, "violation"),
            component=found.component_iri,
        )


def _iri(written: str | None) -> str | None:
    """Return the IRI that is written in angle brackets, None for anything else."""
    return written[1:-1] if written and written[0] == "<" and written[-1] == ">" else None


def _lexical(written: str) -> str:
    """Return the text of a literal that is written as in N-Triples; of a blank node its label."""
    if not written.startswith('"'):
        return written
    quad = next(iter(parse(f"<urn:s> <urn:p> {written} .", RdfFormat.N_TRIPLES)))
    return quad.object.value if isinstance(quad.object, Literal) else written


def _sparql(store: Store, queries: tuple[_Query, ...]) -> Iterator[Result]:
    presence = Presence(store)
    for query in queries:
        if presence.allows(query.needs):
            for node in {n for target in query.check.targets for n in _targets(store, target)}:
                yield from _violations(store, query, node)


def _violations(store: Store, query: _Query, node: NamedNode | Literal) -> Iterator[Result]:
    this: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {_THIS: node}
    if query.relaxed != query.select and not _any(store.query(query.relaxed, substitutions=this)):
        return
    for solution in store.query(query.select, substitutions=this):  # type: ignore[union-attr]
        value = _plain(solution["value"]) if _has_value(query.select) else None
        yield Result(
            query.check.shape,
            node.value,
            None,
            value or node.value,
            query.check.severity,
            component=str(SH.SPARQLConstraintComponent),
        )


def _any(solutions: object) -> bool:
    return next(iter(solutions), None) is not None  # type: ignore[call-overload]


def _has_value(select: str) -> bool:
    return "?value" in select.partition("WHERE")[0]


def _plain(term: object) -> str | None:
    return term.value if isinstance(term, NamedNode | Literal) else None


def _targets(store: Store, target: Target) -> Iterator[NamedNode | Literal]:
    """Yield the nodes that a shape is about (blank nodes have no name to be told by, and are left out)."""
    term = NamedNode(target.value)
    if target.kind == "targetNode":
        yield term
    elif target.kind == "targetClass":
        for kind in _with_narrower(store, term):
            quads = store.quads_for_pattern(None, terms.RDF_TYPE, kind, _HERE)
            yield from (quad.subject for quad in quads if isinstance(quad.subject, NamedNode))
    else:
        for quad in store.quads_for_pattern(None, term, None, _HERE):
            found = quad.subject if target.kind == "targetSubjectsOf" else quad.object
            if isinstance(found, NamedNode | Literal):
                yield found


def _with_narrower(store: Store, kind: NamedNode) -> set[NamedNode]:
    found = {kind}
    queue = [kind]
    while queue:
        for quad in store.quads_for_pattern(None, terms.RDFS_SUB_CLASS_OF, queue.pop(), _HERE):
            if isinstance(quad.subject, NamedNode) and quad.subject not in found:
                found.add(quad.subject)
                queue.append(quad.subject)
    return found
