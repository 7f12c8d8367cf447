"""What the shapes say of each check: its name, severity, words, ground, example and remedy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rdflib import RDF, SH, SKOS, Namespace, URIRef
from rdflib import Literal as RdfLiteral

from kg import terms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rdflib import Graph
    from rdflib.term import Node

    from kg.messages import Language

CHECK = Namespace(terms.BASE + "check#")
"""The project's annotations of shapes: ``ground``, ``remedy``, ``onlyFrom`` and ``across``."""

Severity = Literal["violation", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("violation", "warning", "info")
SEVERITY_OF: Mapping[Node | None, Severity] = {
    SH.Violation: "violation",
    SH.Warning: "warning",
    SH.Info: "info",
}


@dataclass(frozen=True, slots=True)
class Words:
    """A text in Chinese and English; a language that a shape lacks has the other's words."""

    zh: str
    en: str

    def in_language(self, language: Language) -> str:
        """Return the text in one language."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Target:
    """How a shape says which nodes it is about: ``kind`` is the SHACL property, ``value`` its value."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Check:
    """One shape. ``group`` names the file of the project that it comes from, ``own`` a user's.

    ``select`` is its query with all prefixes, None if the shape has no SPARQL constraint. ``across``: it also
    compares a report with other reports of a store.
    """

    shape: str
    name: str
    group: str
    severity: Severity
    message: Words
    ground: Words | None = None
    example: Words | None = None
    remedy: Words | None = None
    select: str | None = None
    targets: tuple[Target, ...] = ()
    across: bool = False


_TARGETS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)


def name_of(shape: str) -> str:
    """Return the name of a check: the end of its shape's IRI."""
    return shape.removeprefix(terms.SHAPE_BASE).rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def read_checks(graph: Graph, group: str) -> list[Check]:
    """Return the checks of one file, by IRI; a ground or remedy of the whole file counts for each of them."""
    shapes = {n for kind in (SH.NodeShape, SH.PropertyShape) for n in graph.subjects(RDF.type, kind)}
    return [_read(graph, shape, group) for shape in sorted(n for n in shapes if isinstance(n, URIRef))]


def _read(graph: Graph, shape: URIRef, group: str) -> Check:
    message = _words(graph, shape, SH.message)
    return Check(
        shape=str(shape),
        name=name_of(shape),
        group=group,
        severity=SEVERITY_OF.get(graph.value(shape, SH.severity), "violation"),
        message=message or Words(name_of(shape), name_of(shape)),
        ground=_words(graph, shape, CHECK.ground) or _of_file(graph, CHECK.ground),
        example=_words(graph, shape, SKOS.example),
        remedy=_words(graph, shape, CHECK.remedy) or _of_file(graph, CHECK.remedy),
        select=_select(graph, shape),
        targets=tuple(
            Target(str(kind).rpartition("#")[2], value)
            for kind in _TARGETS
            for value in sorted(map(str, graph.objects(shape, kind)))
        ),
        across=(shape, CHECK.across, CHECK.Reports) in graph,
    )


def _of_file(graph: Graph, annotation: URIRef) -> Words | None:
    for ontology in graph.subjects(SH.declare):
        return _words(graph, ontology, annotation)
    return None


def _words(graph: Graph, node: Node, annotation: URIRef) -> Words | None:
    found = {m.language: str(m) for m in graph.objects(node, annotation) if isinstance(m, RdfLiteral)}
    if not found:
        return None
    other = found.get(None) or next(iter(found.values()))
    return Words(found.get("zh", other), found.get("en", other))


def _select(graph: Graph, shape: URIRef) -> str | None:
    constraint = graph.value(shape, SH.sparql)
    query = graph.value(constraint, SH.select) if constraint is not None else None
    if query is None:
        return None
    declared = {
        (str(graph.value(entry, SH.prefix)), str(graph.value(entry, SH.namespace)))
        for source in graph.objects(constraint, SH.prefixes)
        for entry in graph.objects(source, SH.declare)
    }
    head = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in sorted(declared))
    return head + str(query)
