"""Checks a graph against shapes and says what it finds, in words for people."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, Triple, serialize

from kg.validation import reference
from kg.validation.checks import SEVERITIES, Severity
from kg.validation.context import context
from kg.validation.findings import Finding, Rows, Teller
from kg.validation.index import Index
from kg.validation.shapes import load_shapes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.validation.context import Context
    from kg.validation.results import Result
    from kg.validation.shapes import Shapes
    from kg.vocabulary import Vocabulary

__all__ = ["SEVERITIES", "Data", "Engine", "Finding", "Severity", "prepare", "results", "validate"]
_DATATYPE = "#DatatypeConstraintComponent"
_ORDER = ("#LessThanConstraintComponent", "#LessThanOrEqualsConstraintComponent")
_ALL = (None, None, None, DefaultGraph())

Engine = Literal["reference", "fast"]


def validate(
    graph: Iterable[Triple] | Store,
    vocabulary: Vocabulary,
    shapes: Shapes | None = None,
    engine: Engine = "reference",
) -> list[Finding]:
    """Check a graph and return what is found, violations first, in a fixed order.

    Triples of reports are checked with what the vocabulary says of the concepts that they name; a store is
    checked as it is, with its vocabulary. ``shapes`` are by default the project's own. The ``fast`` engine is
    for these only: with shapes of the user the reference is taken.

    Raises GraphError if a shape cannot be used.
    """
    shapes = load_shapes() if shapes is None else shapes
    data = prepare(graph, vocabulary, shapes, engine)
    teller = Teller(data.store, shapes.checks, data.rows)
    findings = {teller.tell(result) for result in results(data, shapes)}
    return sorted(findings, key=lambda finding: finding.order)


@dataclass(frozen=True, slots=True)
class Data:
    """A graph made ready for an engine. ``index`` is of the same graph, None for the reference.

    Where there is an index, the store holds no more of the graph than the engine has had to see so far, and
    ``rows`` is what its queries have said.

    The fast engine needs of the ``vocabulary`` only the classes of the nodes that are named: the index knows
    them. What the vocabulary says of itself is not checked with each report again.
    """

    store: Store
    index: Index | None = None
    vocabulary: Context | None = None
    rows: Rows = field(default_factory=dict)


def prepare(graph: Iterable[Triple] | Store, vocabulary: Vocabulary, shapes: Shapes, engine: Engine) -> Data:
    """Make a graph ready: triples of reports with what the vocabulary says of the concepts that they name."""
    fast = engine == "fast" and not shapes.own
    if isinstance(graph, Store):
        triples = [quad.triple for quad in graph.quads_for_pattern(*_ALL)] if fast else []
        return Data(graph, Index(_lines(triples)) if fast else None)
    known = context(vocabulary)
    if fast:
        return Data(Store(), Index(_lines(graph), known.by_class, known.order, known.nodes), known)
    triples = list(dict.fromkeys(graph))
    store = Store()
    store.extend(Quad(*triple) for triple in (*triples, *known.classes, *known.about(triples)))
    return Data(store)


def results(data: Data, shapes: Shapes) -> set[Result]:
    """Return what an engine finds in a graph made ready for it, before it is put in words.

    A value of a wrong datatype is told as that; whether it is less than another, on which engines differ, is
    then no question.
    """
    found = _found(data, shapes)
    mistyped = {result.focus for result in found if result.component.endswith(_DATATYPE)}
    return {
        result for result in found if not result.component.endswith(_ORDER) or result.focus not in mistyped
    }


def _found(data: Data, shapes: Shapes) -> set[Result]:
    if data.index is None:
        return reference.results(data.store, shapes)
    from kg.validation import fast  # noqa: PLC0415 (what is not used need not be there)

    found = fast.results(data.store, data.index, shapes, data.rows)
    known = data.vocabulary
    return found if known is None else {result for result in found if not known.describes(result.focus)}


def _lines(triples: Iterable[Triple]) -> bytes:
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""
