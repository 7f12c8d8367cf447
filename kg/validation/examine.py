"""Reports examined: what was found in each, where it stands, and what it rests on."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from kg import terms
from kg.validation.across import across
from kg.validation.places import Place, Places, place_of, span_of
from kg.validation.profile import apply_profile
from kg.validation.validate import validate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Triple

    from kg.validation.checks import Check
    from kg.validation.findings import Finding
    from kg.validation.profile import Profile
    from kg.validation.shapes import Shapes
    from kg.validation.validate import Engine
    from kg.vocabulary import Vocabulary

_HERE = DefaultGraph()


@dataclass(frozen=True, slots=True)
class Located:
    """A finding with what its check says of it, and its places: its own and that of the other side."""

    finding: Finding
    check: Check | None = None
    place: Place | None = None
    other: Place | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement of a report, to be marked in its text. ``kind`` is metric, award, …."""

    start: int
    end: int
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Examined:
    """A report, a graph or a vocabulary file that was checked. ``text`` is None where there is none."""

    source: str
    findings: tuple[Located, ...]
    report: str | None = None
    text: str | None = None
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Means:
    """With what is examined."""

    vocabulary: Vocabulary
    shapes: Shapes
    profile: Profile
    engine: Engine


def examine_report(
    triples: Iterable[Triple], source: str, means: Means, compared: Iterable[Finding] | None = None
) -> Examined:
    """Check the graph of one report. ``compared``: what comparing it with other reports found, if that was done.

    Raises GraphError if a shape cannot be used.
    """
    store = Store()
    triples = list(triples)
    findings = validate(triples, means.vocabulary, means.shapes, means.engine)
    if compared is not None:
        alone = {check.shape for check in across(means.shapes)}
        findings = [*(finding for finding in findings if finding.shape not in alone), *compared]
    store.extend(_quads(triples))
    report = next((node for node in _reports(store)), None)
    return _examined(store, source, report, apply_profile(findings, means.profile), means.shapes)


def examine_graph(triples: Iterable[Triple], source: str, means: Means) -> list[Examined]:
    """Check a graph as a whole, and return what is found by report; what is of no report comes last."""
    triples = list(triples)
    store = Store()
    store.extend(_quads(triples))
    findings = apply_profile(validate(triples, means.vocabulary, means.shapes, means.engine), means.profile)
    by_report: dict[str | None, list[Finding]] = defaultdict(list)
    reports = _reports(store)
    for finding in findings:
        by_report[finding.report if finding.report in reports else None].append(finding)
    found = [_examined(store, source, report, by_report[report], means.shapes) for report in reports]
    if by_report[None] or not found:
        found.append(_examined(store, source, None, by_report[None], means.shapes))
    return found


def _examined(
    store: Store, source: str, report: str | None, findings: list[Finding], shapes: Shapes
) -> Examined:
    text = _value(store, report, terms.SCHEMA_TEXT) if report else None
    places = Places(text) if text is not None else None
    located = tuple(_located(finding, shapes, places) for finding in findings)
    return Examined(source, located, report, text, _facts(store, report) if report else ())


def _located(finding: Finding, shapes: Shapes, places: Places | None) -> Located:
    check = shapes.checks.get(finding.shape)
    if places is None:
        return Located(finding, check)
    other = span_of(finding.other) if finding.other and _is_of(finding.other, finding.report) else None
    return Located(finding, check, place_of(finding, places), places.at(*other) if other else None)


def _is_of(statement: str, report: str | None) -> bool:
    """Tell whether a statement is of a report: its place is then in that report's text."""
    return report is not None and statement.startswith(report + "/")


def _facts(store: Store, report: str) -> tuple[Fact, ...]:
    found = []
    for quad in store.quads_for_pattern(None, terms.STATED_IN, NamedNode(report), _HERE):
        node = quad.subject.value if isinstance(quad.subject, NamedNode) else ""
        span = span_of(node)
        if span is not None:
            kind = node.removeprefix(report + "/").partition("/")[0]
            found.append(Fact(*span, kind, _value(store, node, terms.RDFS_LABEL) or ""))
    return tuple(sorted(found, key=lambda fact: (fact.start, fact.end, fact.kind)))


def _reports(store: Store) -> list[str]:
    quads = store.quads_for_pattern(None, terms.RDF_TYPE, terms.REPORT, _HERE)
    return sorted(quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode))


def _value(store: Store, iri: str, predicate: NamedNode) -> str | None:
    for quad in store.quads_for_pattern(NamedNode(iri), predicate, None, _HERE):
        if isinstance(quad.object, Literal):
            return quad.object.value
    return None


def _quads(triples: Iterable[Triple]) -> Iterable[Quad]:
    return (Quad(*triple) for triple in triples)
