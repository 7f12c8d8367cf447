"""The nodes that reports share: areas, periods, bodies, programs, documents, honourees.

What the graph says of such a node is a function of its key alone. What a single report says of it stands on
the report's statements. So a node is the same whichever report names it, and goes when none does so any more.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Triple

from kg import terms
from kg.graph import iris, keys, organisations
from kg.graph.literals import chinese, day, integer
from kg.graph.literals import plain as text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.areas import Area
    from kg.graph.keys import Key, Known
    from kg.model import Period

_AREA_CLASSES = {
    "country": terms.COUNTRY,
    "province": terms.PROVINCE,
    "city": terms.CITY,
    "county": terms.DISTRICT,
    "township": terms.TOWNSHIP_CLASS,
}


@dataclass(frozen=True, slots=True)
class Entity:
    """A node that reports share, with all triples about it and about the nodes that these name in turn."""

    node: NamedNode
    triples: tuple[Triple, ...]


Piece = Triple | Entity
"""What a description is made of: a triple, or an entity to be described beside it."""


def link(subject: NamedNode, predicate: NamedNode, entity: Entity) -> tuple[Piece, Piece]:
    """Return the triple that names an entity, and the entity."""
    return Triple(subject, predicate, entity.node), entity


def entity(node: NamedNode, *pieces: Piece) -> Entity:
    """Return a node's entity, with the triples of the entities among the pieces."""
    triples: dict[Triple, None] = {}
    for piece in pieces:
        triples.update(dict.fromkeys((piece,) if isinstance(piece, Triple) else piece.triples))
    return Entity(node, tuple(triples))


@lru_cache(maxsize=1 << 10)
def period(span: Period) -> Entity:
    """Describe a period: a year, some months, or some years."""
    node = iris.period(span)
    classes = [terms.PERIOD_CLASS]
    if span.first == span.last and "-" not in span.first:
        classes.append(terms.CALENDAR_YEAR)
    return entity(
        node,
        *(Triple(node, terms.RDF_TYPE, kind) for kind in classes),
        Triple(node, terms.START, day(_first_day(span.first))),
        Triple(node, terms.END, day(_last_day(span.last))),
        Triple(node, terms.YEAR, integer(span.year)),
    )


def _first_day(time: str) -> date:
    """Return the first day of a year (``2023``) or a month (``2023-09``)."""
    return date(int(time[:4]), int(time[5:] or 1), 1)


def _last_day(time: str) -> date:
    """Return the last day of a year (``2023``) or a month (``2023-09``)."""
    year, month = int(time[:4]), int(time[5:] or 12)
    return date(year, month, calendar.monthrange(year, month)[1])


@lru_cache(maxsize=1 << 13)
def area(code: str, known: Known) -> Entity:
    """Describe an area, all above it, and the one that has replaced it.

    It is valid from the first day of the first year to the last day of the last year in which the revisions
    of GB/T 2260 allow it to have been. Raises LookupError if the gazetteer lacks the code.
    """
    node = iris.area(code)
    found = known.gazetteer.area(code)
    if found is None:
        raise LookupError(code)
    successor = known.gazetteer.replaced_by(code)
    return entity(
        node,
        *_area_triples(node, found, known),
        *(link(node, terms.WITHIN, area(found.parent, known)) if found.parent else ()),
        *(link(node, terms.REPLACED_BY, area(successor, known)) if successor else ()),
    )


def _area_triples(node: NamedNode, found: Area, known: Known) -> Iterator[Triple]:
    yield Triple(node, terms.RDF_TYPE, terms.AREA)
    yield Triple(node, terms.RDF_TYPE, _AREA_CLASSES[found.level])
    yield Triple(node, terms.CODE, text(found.code))
    yield Triple(node, terms.RDFS_LABEL, chinese(found.name))
    for name in found.former:
        yield Triple(node, terms.SKOS_ALT_LABEL, chinese(name))
    yield Triple(node, terms.FULL_NAME, text(known.gazetteer.full_name(found.code) or found.name))
    for code in (found.code, *known.gazetteer.ancestors(found.code)):
        yield Triple(node, terms.IN_AREA, iris.area(code))
    first, last = known.gazetteer.first_year(found), known.gazetteer.last_year(found)
    if first > date.min.year:
        yield Triple(node, terms.VALID_FROM, day(date(first, 1, 1)))
    if last < date.max.year:
        yield Triple(node, terms.VALID_UNTIL, day(date(last, 12, 31)))


@lru_cache(maxsize=1 << 12)
def body(area_code: str | None, name: str, known: Known) -> Entity:
    """Describe a public body by its area's code and its full name: its kind, and the body it is a part of."""
    key = keys.body_key(area_code, name)
    node = iris.body(key)
    kind = organisations.kind(key.name, known.vocabulary)
    parent = organisations.parent(key, known)
    return entity(
        node,
        Triple(node, terms.RDF_TYPE, terms.BODY),
        *_name_and_area(node, key, known),
        *((Triple(node, terms.RDF_TYPE, terms.BUREAU),) if kind and kind.bureau else ()),
        *((Triple(node, terms.BODY_TYPE, NamedNode(kind.iri)),) if kind else ()),
        *(link(node, terms.PART_OF, body(parent.area, parent.name, known)) if parent else ()),
    )


@lru_cache(maxsize=1 << 12)
def program(area_code: str | None, name: str, known: Known) -> Entity:
    """Describe a program by its area's code and its name."""
    key = keys.program_key(area_code, name, known)
    node = iris.program(key)
    return entity(node, Triple(node, terms.RDF_TYPE, terms.PROGRAM_CLASS), *_name_and_area(node, key, known))


@lru_cache(maxsize=1 << 12)
def honouree(area_code: str | None, name: str, known: Known) -> Entity:
    """Describe who or what was honoured, by the code of the area it belongs to and its name."""
    key = keys.honouree_key(area_code, name)
    node = iris.honouree(key)
    return entity(node, Triple(node, terms.RDF_TYPE, terms.HONOUREE), *_name_and_area(node, key, known))


@lru_cache(maxsize=1 << 12)
def document(area_code: str | None, title: str, known: Known) -> Entity:
    """Describe a document that reports name, by the code of the area that names it and its title."""
    key = keys.document_key(area_code, title, known)
    node = iris.document(key)
    return entity(
        node,
        Triple(node, terms.RDF_TYPE, terms.DOCUMENT_CLASS),
        Triple(node, terms.DCTERMS_TITLE, text(key.name)),
    )


def _name_and_area(node: NamedNode, key: Key, known: Known) -> Iterator[Piece]:
    yield Triple(node, terms.RDFS_LABEL, chinese(key.name))
    if key.area:
        yield from link(node, terms.OF_AREA, area(key.area, known))
