"""The rules that a report's graph must keep to be taken into the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import messages
from kg.errors import ReadError
from kg.validation import engines
from kg.validation.across import across, compared
from kg.validation.shapes import load_shapes
from kg.validation.storing import SOURCE_SHAPE, finding_triples
from kg.validation.validate import Finding, validate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.messages import Language
    from kg.vocabulary import Vocabulary


CONTRACT = "graph"
"""The shapes that a graph must keep to be asked. What a report gets wrong itself is stored beside it."""


class BrokenRulesError(ReadError):
    """A report whose graph breaks rules: ``findings`` are the violations."""

    def __init__(self, code: str, *, source: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(code, source=source, findings=findings)
        self.source = source
        self.findings = findings

    def in_language(self, language: Language) -> str:
        """Return the message in one language, with the first finding as an example."""
        first = self.findings[0]
        said = first.message_zh if language == "zh" else first.message_en
        example = f"{said} ({first.check}: {first.focus})"
        return messages.text(
            self.code, language, source=self.source, count=len(self.findings), finding=example
        )


def check(triples: Iterable[ox.Triple], vocabulary: Vocabulary, source: str) -> set[ox.Triple]:
    """Return what a report gets wrong itself, as triples to be stored with it; warnings of its form pass.

    Raises BrokenRulesError if its graph violates ``shapes/graph.ttl``.
    """
    shapes = load_shapes()
    findings = validate(triples, vocabulary, shapes, engines.for_bulk())
    form = [finding for finding in findings if shapes.checks[finding.shape].group == CONTRACT]
    broken = tuple(finding for finding in form if finding.severity == "violation")
    if broken:
        raise BrokenRulesError("report-violates", source=source, findings=broken)
    return set(finding_triples(finding for finding in findings if finding not in form))


def comparison(store: ox.Store) -> tuple[set[ox.Triple], set[ox.Triple]]:
    """Return what the store holds of comparisons between its reports, and what these find now."""
    shapes = load_shapes()
    nodes = {
        quad.subject
        for check in across(shapes)
        for quad in store.quads_for_pattern(None, SOURCE_SHAPE, ox.NamedNode(check.shape), ox.DefaultGraph())
    }
    former = {quad.triple for node in nodes for quad in store.quads_for_pattern(node, None, None)}
    return former, set(finding_triples(compared(store, shapes)))
