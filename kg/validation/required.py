"""What a graph must hold for a query to find anything in it: where that lacks, the query can be spared."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pyoxigraph import DefaultGraph, Literal, NamedNode
from rdflib import Literal as RdfLiteral
from rdflib import URIRef
from rdflib.plugins.sparql.algebra import translateQuery

from kg.sparql_syntax import parse_query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

Pattern = tuple[NamedNode, NamedNode | Literal | None]
"""A property, and its value where the query names one."""
Star = frozenset[Pattern]
"""What one node must have, all of it."""

_THROUGH = (
    "SelectQuery",
    "Project",
    "Distinct",
    "OrderBy",
    "Slice",
    "Filter",
    "Extend",
    "ToMultiSet",
    "Group",
)
_HERE = DefaultGraph()
_RULED_OUT = "FILTER NOT EXISTS"


@lru_cache(maxsize=512)
def required(query: str) -> tuple[Star, ...]:
    """Return stars without each of which a SELECT query has no solution (those that are easily seen).

    They are of the patterns that every solution matches; what is optional, negated or one of several
    alternatives does not count. Of a query that counts without grouping nothing is required.
    """
    found: dict[object, set[Pattern]] = defaultdict(set)
    for subject, predicate, value in _patterns(translateQuery(parse_query(query)).algebra):
        if isinstance(predicate, URIRef):
            found[subject].add((NamedNode(str(predicate)), _constant(value)))
    return tuple(
        sorted((frozenset(star) for star in found.values()), key=lambda star: sorted(map(str, star)))
    )


class Presence:
    """Tells whether a store holds what queries require; what it has looked up it remembers."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._found: dict[Pattern, set[object]] = {}

    def allows(self, stars: tuple[Star, ...]) -> bool:
        """Tell whether there is a node for each of the stars."""
        return all(self._has(star) for star in stars)

    def _has(self, star: Star) -> bool:
        sets = sorted((self._subjects(pattern) for pattern in star), key=len)
        return bool(sets) and bool(sets[0].intersection(*sets[1:]) if sets[0] else ())

    def _subjects(self, pattern: Pattern) -> set[object]:
        if pattern not in self._found:
            quads = self._store.quads_for_pattern(None, *pattern, _HERE)
            self._found[pattern] = {quad.subject for quad in quads}
        return self._found[pattern]


def relaxed(query: str) -> str:
    """Return a query without what its outermost group rules out (``FILTER NOT EXISTS``): it finds no less.

    It is quicker to run, and where it finds nothing the query itself finds nothing.
    """
    text, depth, place = [], 0, 0
    body = query.index("WHERE")
    while place < len(query):
        here = query[place]
        if depth == 1 and query.startswith(_RULED_OUT, place) and place > body:
            place = _end_of_group(query, place + len(_RULED_OUT))
            continue
        depth += (here == "{") - (here == "}") if place > body else 0
        text.append(here)
        place += 1
    return "".join(text)


def _end_of_group(query: str, place: int) -> int:
    """Return where the group ends that opens next."""
    depth = 0
    while True:
        depth += (query[place] == "{") - (query[place] == "}")
        place += 1
        if depth == 0 and query[place - 1] == "}":
            return place


def _patterns(part: Any) -> Iterator[tuple[object, object, object]]:
    name = getattr(part, "name", "")
    if name == "BGP":
        yield from part.triples
    elif name == "Join":
        yield from _patterns(part.p1)
        yield from _patterns(part.p2)
    elif name in ("LeftJoin", "Minus"):
        yield from _patterns(part.p1)
    elif name == "AggregateJoin":
        if part.p.get("expr"):
            yield from _patterns(part.p)
    elif name in _THROUGH:
        yield from _patterns(part.p)


def _constant(term: object) -> NamedNode | Literal | None:
    """Return a term that is no variable, as the store has it; numbers can be written in several ways: None."""
    if isinstance(term, URIRef):
        return NamedNode(str(term))
    if isinstance(term, RdfLiteral) and term.datatype is None and not term.language:
        return Literal(str(term))
    return None
