"""Checks a graph against shapes and says what it finds, in words for people."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from pyoxigraph import Quad, Store, Triple
from pyshacl import Validator
from pyshacl.errors import ConstraintLoadError, ReportableRuntimeError, ShapeLoadError, ValidationFailure
from rdflib import SH, Graph
from rdflib import URIRef as RdfIri

from kg import terms
from kg.errors import GraphError
from kg.graph.vocabulary_graph import vocabulary_triples
from kg.validation.data import IndexedData
from kg.validation.shapes import Messages, load_shapes, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rdflib.term import Node

    from kg.validation.shapes import Shapes
    from kg.vocabulary import Vocabulary

Severity = Literal["violation", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("violation", "warning", "info")
_SEVERITIES: Mapping[Node | None, Severity] = {
    SH.Violation: "violation",
    SH.Warning: "warning",
    SH.Info: "info",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a check found.

    ``check`` is its stable name, the end of its shape's IRI. ``focus`` is the IRI of the node it was found
    at, or of the property if the check is about all its uses; ``path`` the property that is wrong there;
    ``value`` the value or the node at fault, where there is one.
    """

    severity: Severity
    check: str
    focus: str
    path: str | None
    value: str | None
    message_zh: str
    message_en: str


def validate(
    graph: Iterable[Triple] | Store, vocabulary: Vocabulary, shapes: Shapes | None = None
) -> list[Finding]:
    """Check a graph and return what is found, violations first, in a fixed order.

    Triples of a report are checked with what the vocabulary says of the concepts that they name; a store is
    checked as it is, with its vocabulary. ``shapes`` are by default the project's own.

    Raises GraphError if a shape cannot be used.
    """
    shapes = load_shapes() if shapes is None else shapes
    store = graph if isinstance(graph, Store) else _store(graph, vocabulary)
    findings = set(_findings(_report(store, shapes), shapes))
    return sorted(findings, key=_order)


def _order(finding: Finding) -> tuple[int, str, str, str, str]:
    rank = SEVERITIES.index(finding.severity)
    return rank, finding.check, finding.focus, finding.path or "", finding.value or ""


def _store(triples: Iterable[Triple], vocabulary: Vocabulary) -> Store:
    """Put triples in a store, with what the vocabulary says of the nodes that they name."""
    known, classes = _by_subject(vocabulary)
    found: dict[Triple, None] = dict.fromkeys(triples)
    named = [triple.object for triple in found]
    seen: set[object] = set()
    while named:
        node = named.pop()
        if node not in seen:
            seen.add(node)
            found.update(dict.fromkeys(known.get(node, ())))
            named.extend(triple.object for triple in known.get(node, ()))
    store = Store()
    store.extend(Quad(*triple) for triple in (*found, *classes))
    return store


@lru_cache(maxsize=2)
def _by_subject(vocabulary: Vocabulary) -> tuple[Mapping[object, list[Triple]], tuple[Triple, ...]]:
    """Return the triples of concepts and fixed individuals by subject, and those that order the classes."""
    triples = vocabulary_triples(vocabulary)
    notated = {triple.subject for triple in triples if triple.predicate == terms.SKOS_NOTATION}
    found: dict[object, list[Triple]] = defaultdict(list)
    for triple in triples:
        if triple.subject in notated:
            found[triple.subject].append(triple)
    return found, tuple(triple for triple in triples if triple.predicate == terms.RDFS_SUB_CLASS_OF)


def _report(store: Store, shapes: Shapes) -> Graph:
    """Run pySHACL and return its validation report."""
    try:
        validator = Validator(IndexedData(store), shacl_graph=shapes.graph, options={"inplace": True})
        validator.shacl_graph = shapes.prepared
        report: Graph = validator.run()[1]  # type: ignore[no-untyped-call]
    except (ConstraintLoadError, ReportableRuntimeError, ShapeLoadError, ValidationFailure) as error:
        detail = getattr(error, "message", None) or str(error)
        raise GraphError("shapes-unusable", detail=detail) from error
    return report


def _findings(report: Graph, shapes: Shapes) -> Iterator[Finding]:
    for result in report.objects(None, SH.result):
        shape = report.value(result, SH.sourceShape)
        messages = shapes.messages.get(shape) if isinstance(shape, RdfIri) else None
        messages = messages or _own_messages(report, result)
        path, value = report.value(result, SH.resultPath), report.value(result, SH.value)
        yield Finding(
            _SEVERITIES.get(report.value(result, SH.resultSeverity), "violation"),
            name_of(shape) if isinstance(shape, RdfIri) else "unnamed",
            str(report.value(result, SH.focusNode)),
            str(path) if isinstance(path, RdfIri) else None,
            str(value) if value is not None else None,
            messages.zh,
            messages.en,
        )


def _own_messages(report: Graph, result: Node) -> Messages:
    """Return the message of a result whose shape has no name and so none of its own."""
    text = "; ".join(sorted(str(message) for message in report.objects(result, SH.resultMessage)))
    return Messages(text, text)
