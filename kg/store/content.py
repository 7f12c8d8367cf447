"""What a store's graph holds: its reports, and the triples that belong to a report and to nothing else."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeGuard

import pyoxigraph as ox

from kg import terms
from kg.validation.storing import FOUND_IN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

GRAPH = ox.DefaultGraph()
_ENTITIES = (
    terms.AREA_BASE,
    terms.BODY_BASE,
    terms.DOCUMENT_BASE,
    terms.HONOUREE_BASE,
    terms.PERIOD_BASE,
    terms.PROGRAM_BASE,
)


def is_entity(term: object) -> TypeGuard[ox.NamedNode]:
    """Tell whether a term is shared by reports: an area, body, document, honouree, period or program."""
    return isinstance(term, ox.NamedNode) and term.value.startswith(_ENTITIES)


def is_of_reports(term: object) -> bool:
    """Tell whether a term is a report, a statement, evidence, or an entity that they name."""
    return isinstance(term, ox.NamedNode) and term.value.startswith((terms.REPORT_BASE, *_ENTITIES))


def reports(store: ox.Store) -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    """Return, by report id, the source keys and the program that read the report."""
    sources: dict[str, set[str]] = defaultdict(set)
    for report, key in _values(store, terms.DCTERMS_SOURCE):
        sources[report].add(key)
    readers = dict(_values(store, terms.EXTRACTED_WITH))
    return {report: frozenset(sources.get(report, ())) for report in {*sources, *readers}}, readers


def text(store: ox.Store, report: str) -> str:
    """Return the text of a report in the store (empty if the store lacks it)."""
    quads = store.quads_for_pattern(_node(report), terms.SCHEMA_TEXT, None, GRAPH)
    return next((_value(quad.object) for quad in quads), "")


def triples_of(store: ox.Store, report: str) -> set[ox.Triple]:
    """Return what a report, its statements and their evidence say, and what checks found in it."""
    node = _node(report)
    links = (terms.STATED_IN, FOUND_IN)
    parts = {q.subject for link in links for q in store.quads_for_pattern(None, link, node, GRAPH)}
    found = {triple for subject in (node, *parts) for triple in about(store, subject)}
    evidence = {triple.object for triple in found if triple.predicate == terms.EVIDENCE}
    return found.union(*(about(store, subject) for subject in evidence))


def entities_of(store: ox.Store, triples: Iterable[ox.Triple]) -> set[ox.Triple]:
    """Return the triples of the entities that triples name, and of those that these name in turn."""
    named = _reachable(store, (triple.object for triple in triples))
    return {triple for node in named for triple in about(store, node)}


def about(store: ox.Store, subject: object) -> Iterator[ox.Triple]:
    """Yield the triples of a subject (none for a literal)."""
    if not isinstance(subject, ox.NamedNode):
        return iter(())
    return (quad.triple for quad in store.quads_for_pattern(subject, None, None, GRAPH))


def orphans(store: ox.Store, removed: Set[ox.Triple], kept: Set[ox.NamedNode]) -> set[ox.Triple]:
    """Return the triples of the entities that nothing names once ``removed`` is gone.

    ``kept`` are entities that are named anyway. An entity lives if a report, or an entity that lives, names
    it.
    """
    candidates = _reachable(store, (triple.object for triple in removed))
    leaving: set[object] = {triple.subject for triple in removed} | candidates
    named = {node for node in candidates if node in kept or _is_named(store, node, leaving)}
    living = _reachable(store, named)
    return {triple for node in candidates - living for triple in about(store, node)}


def _is_named(store: ox.Store, node: ox.NamedNode, leaving: Set[object]) -> bool:
    quads = store.quads_for_pattern(None, None, node, GRAPH)
    return any(quad.subject not in leaving for quad in quads)


def _reachable(store: ox.Store, nodes: Iterable[object]) -> set[ox.NamedNode]:
    found: set[ox.NamedNode] = set()
    queue = [node for node in nodes if is_entity(node)]
    while queue:
        node = queue.pop()
        if node not in found:
            found.add(node)
            queue.extend(triple.object for triple in about(store, node) if is_entity(triple.object))
    return found


def _node(report: str) -> ox.NamedNode:
    return ox.NamedNode(terms.REPORT_BASE + report)


def _values(store: ox.Store, predicate: ox.NamedNode) -> Iterator[tuple[str, str]]:
    """Yield the values of a property of reports, each with the report's id."""
    for quad in store.quads_for_pattern(None, predicate, None, GRAPH):
        subject = _value(quad.subject)
        if subject.startswith(terms.REPORT_BASE):
            yield subject.removeprefix(terms.REPORT_BASE), _value(quad.object)


def _value(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""
