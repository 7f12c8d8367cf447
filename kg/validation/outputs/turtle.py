"""Findings as a standard SHACL validation report in Turtle."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from rdflib import RDF, SH, BNode, Graph, Literal, URIRef

from kg import terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.messages import Language
    from kg.validation.examine import Examined
    from kg.validation.findings import Finding

_SEVERITY = {"violation": SH.Violation, "warning": SH.Warning, "info": SH.Info}


def write_turtle(examined: Sequence[Examined], language: Language, output: IO[str]) -> None:  # noqa: ARG001
    """Write a ``sh:ValidationReport``; messages are in both languages."""
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in (("sh", terms.SH), ("rol", terms.ROL), ("shape", terms.SHAPE_BASE)):
        graph.bind(prefix, namespace)
    report = BNode("report")
    found = [located.finding for one in examined for located in one.findings]
    graph.add((report, RDF.type, SH.ValidationReport))
    graph.add((report, SH.conforms, Literal(not found)))
    for number, finding in enumerate(found):
        node = BNode(f"result{number}")
        graph.add((report, SH.result, node))
        _add(graph, node, finding)
    output.write(graph.serialize(format="turtle"))


def _add(graph: Graph, node: BNode, finding: Finding) -> None:
    graph.add((node, RDF.type, SH.ValidationResult))
    graph.add((node, SH.focusNode, _term(finding.focus)))
    graph.add((node, SH.resultSeverity, _SEVERITY[finding.severity]))
    graph.add((node, SH.sourceConstraintComponent, URIRef(finding.component)))
    graph.add((node, SH.resultMessage, Literal(finding.message_zh, lang="zh")))
    graph.add((node, SH.resultMessage, Literal(finding.message_en, lang="en")))
    if finding.shape:
        graph.add((node, SH.sourceShape, URIRef(finding.shape)))
    if finding.path:
        graph.add((node, SH.resultPath, URIRef(finding.path)))
    if finding.value is not None:
        graph.add((node, SH.value, _term(finding.value)))
    if finding.report:
        graph.add((node, URIRef(terms.ROL + "foundIn"), URIRef(finding.report)))


def _term(text: str) -> URIRef | Literal:
    return (
        URIRef(text)
        if text.startswith(("http://", "https://", "urn:")) and " " not in text
        else Literal(text)
    )
