"""Findings as triples: one node each, in the words of SHACL, so that a store can be asked for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Triple

from kg import terms
from kg.graph.iris import digest
from kg.graph.literals import chinese, english

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.validation.findings import Finding

FOUND_IN = NamedNode(terms.ROL + "foundIn")
SOURCE_SHAPE = NamedNode(terms.SH + "sourceShape")
RESULT = NamedNode(terms.SH + "ValidationResult")
SEVERITIES = {
    "violation": NamedNode(terms.SH + "Violation"),
    "warning": NamedNode(terms.SH + "Warning"),
    "info": NamedNode(terms.SH + "Info"),
}


def finding_triples(findings: Iterable[Finding]) -> Iterator[Triple]:
    """Describe findings on reports; those on nodes that belong to no report are left out.

    Each is ``{report}/finding/{check}/{16 hex}``, the digits a hash of the nodes that it names, so the same
    report has the same triples whenever it is read.
    """
    for finding in findings:
        if finding.report is not None:
            yield from _triples(finding, finding.report)


def _triples(finding: Finding, report: str) -> Iterator[Triple]:
    key = "|".join((finding.focus, finding.path or "", finding.value or ""))
    node = NamedNode(f"{report}/finding/{finding.check}/{digest(key)}")
    yield Triple(node, terms.RDF_TYPE, RESULT)
    yield Triple(node, FOUND_IN, NamedNode(report))
    yield Triple(node, _sh("focusNode"), NamedNode(finding.focus))
    yield Triple(node, SOURCE_SHAPE, NamedNode(finding.shape))
    yield Triple(node, _sh("sourceConstraintComponent"), NamedNode(finding.component))
    yield Triple(node, _sh("resultSeverity"), SEVERITIES[finding.severity])
    yield Triple(node, _sh("resultMessage"), chinese(finding.message_zh))
    yield Triple(node, _sh("resultMessage"), english(finding.message_en))
    if finding.other is not None:
        yield Triple(node, _sh("value"), NamedNode(finding.other))


def _sh(name: str) -> NamedNode:
    return NamedNode(terms.SH + name)
