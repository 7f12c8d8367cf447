"""The report itself, as triples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Triple

from kg import terms
from kg.graph import entities, iris
from kg.graph.entities import Piece, link
from kg.graph.individuals import LEVELS, PARTS, REPORT_TYPES
from kg.graph.literals import day, integer, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.graph.keys import Known
    from kg.model import Facts, Head


def report(facts: Facts, known: Known, extracted_with: str) -> Iterator[Piece]:
    """Describe a report: what it is, where its text is from, what read it, and the text."""
    node = iris.report(facts.report_id)
    count = sum(map(len, statements(facts)))
    yield Triple(node, terms.RDF_TYPE, terms.REPORT)
    yield Triple(node, terms.RDF_TYPE, terms.DOCUMENT_CLASS)
    yield Triple(node, terms.DCTERMS_SOURCE, plain(facts.source))
    yield Triple(node, terms.EXTRACTED_WITH, plain(extracted_with))
    yield Triple(node, terms.STATEMENT_COUNT, integer(count))
    yield Triple(node, terms.SCHEMA_TEXT, plain(facts.text))
    yield from _kind(node, facts.head)
    yield from _place_and_time(node, facts.head, known)


def statements(facts: Facts) -> tuple[tuple[object, ...], ...]:
    """Return the statements of a report, kind by kind."""
    return facts.metrics, facts.awards, facts.citations, facts.implementations, facts.shortcomings


def _kind(node: NamedNode, head: Head) -> Iterator[Piece]:
    if head.type in REPORT_TYPES:
        yield Triple(node, terms.RDF_TYPE, REPORT_TYPES[head.type])
    if head.title:
        yield Triple(node, terms.DCTERMS_TITLE, plain(head.title))
    if head.document_number:
        yield Triple(node, terms.DOCUMENT_NUMBER, plain(head.document_number))
    if head.level:
        yield Triple(node, terms.LEVEL, LEVELS[head.level])
    for part in head.parts:
        yield Triple(node, terms.HAS_SECTION, PARTS[part])


def _place_and_time(node: NamedNode, head: Head, known: Known) -> Iterator[Piece]:
    if head.publisher:
        publisher = entities.body(head.publisher.area, head.publisher.name, known)
        yield from link(node, terms.DCTERMS_PUBLISHER, publisher)
    if head.area:
        yield from link(node, terms.OF_AREA, entities.area(head.area, known))
    if head.township:
        yield from link(node, terms.TOWNSHIP, entities.area(head.township, known))
    if head.issued:
        yield Triple(node, terms.DCTERMS_ISSUED, day(head.issued))
    if head.covers_year is not None:
        yield Triple(node, terms.COVERS_YEAR, integer(head.covers_year))
    if head.period:
        yield from link(node, terms.PERIOD, entities.period(head.period))
