"""What the graph must hold for a group of a query, made ready to be looked for: properties of nodes, and filters."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from kg.validation.algebra import ANYTHING, Group, Pattern, Term, taken_apart, variables
from kg.validation.expressions import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.validation.expressions import Function

THIS = "?this"
Step = tuple[str, ...]
"""Properties by any of which one node leads to the next."""
Route = tuple[Step, ...]
"""The steps that lead from one node to another."""


@dataclass(frozen=True, slots=True)
class Filter:
    """An expression over what is reached from one node: a variable by each route."""

    node: Term
    routes: Mapping[Term, Route]
    holds: Function
    bound: Mapping[Term, Function]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Expressions over what is reached from two nodes; ``same`` are routes that must end at the same."""

    nodes: tuple[Term, Term]
    routes: tuple[Mapping[Term, Route], Mapping[Term, Route]]
    same: tuple[tuple[Step, Step], ...]
    holds: tuple[Function, ...]
    bound: Mapping[Term, Function]


@dataclass(frozen=True, slots=True)
class Excluded:
    """What a node must not have: a value of a property, of which all filters hold."""

    pattern: Pattern
    filters: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Demand:
    """A group of a query: what each of its nodes must have and must not have, and what must hold between them.

    ``inner`` are groups that see its nodes, ``apart`` those that do not; ``present`` must be there as well.
    ``needed``: without what the patterns ask there is no solution.
    """

    patterns: tuple[Pattern, ...]
    stars: Mapping[Term, tuple[Pattern, ...]]
    without: tuple[Excluded, ...]
    links: tuple[Pattern, ...]
    filters: tuple[Filter, ...]
    comparisons: tuple[Comparison, ...]
    present: tuple[Demand, ...]
    inner: tuple[Demand, ...]
    apart: tuple[Demand, ...]
    needed: bool


def demand(query: str, this: str | None = None) -> Demand:
    """Return what a SELECT query asks; ``this`` is the one node that it is about, where there is one only."""
    if this is None:
        return _demand(taken_apart(query))
    head, _, body = query.partition("WHERE")
    prefixes = head.rpartition("SELECT")[0]
    return _demand(taken_apart(f"{prefixes}SELECT * WHERE {body.replace('$this', f'<{this}>')}"))


def _demand(group: Group, outer: frozenset[Term] = frozenset()) -> Demand:
    stars: dict[Term, list[Pattern]] = defaultdict(list)
    for pattern in group.patterns:
        if pattern.certain:
            stars[pattern.subject].append(pattern)
    ends = {term for pattern in group.patterns for term in (pattern.subject, pattern.value)}
    known = frozenset((*outer, *ends, *group.bound))
    reach = _Reach(stars)
    expressions = [_expression(one, group.bound) for one in group.filters]
    return Demand(
        patterns=tuple(group.patterns),
        stars={node: tuple(stars[node]) for node in sorted(stars, key=lambda node: _rarity(stars[node]))},
        without=tuple(sole for one in group.absent if (sole := _sole(one, stars, known))),
        links=tuple(p for p in group.patterns if p.certain and p.value in {*stars, THIS}),
        filters=tuple(reach.filters(expressions)),
        comparisons=tuple(reach.comparisons(expressions)),
        present=tuple(_demand(one, known) for one in group.present),
        inner=tuple(_demand(one, known) for one in (*group.present, *group.absent, *group.more)),
        apart=tuple(map(_demand, group.apart)),
        needed=group.needed,
    )


def _rarity(patterns: Iterable[Pattern]) -> bool:
    """Order nodes: first those of which a certain value is asked, which few graphs have."""
    return all(pattern.value.startswith("?") for pattern in patterns)


def _sole(group: Group, stars: Mapping[Term, object], known: frozenset[Term]) -> Excluded | None:
    """Return what a group rules out that has one pattern only, about a node of the outer group and nothing else."""
    if len(group.patterns) != 1 or group.absent or group.present or group.more or group.apart:
        return None
    (pattern,) = group.patterns
    value = pattern.value
    open_end = value.startswith("?") and value not in {*known, THIS, ANYTHING}
    about_one = pattern.certain and pattern.subject in {*stars, THIS}
    expressions = [_expression(one, group.bound) for one in group.filters]
    if not about_one or not (open_end or not value.startswith("?")):
        return None
    if not all(one.names == {value} for one in expressions):
        return None
    route = {value: (pattern.properties or (),)}
    return Excluded(pattern, tuple(Filter(pattern.subject, route, e.holds, e.bound) for e in expressions))


@dataclass(frozen=True, slots=True)
class _Expression:
    """A filter, with all expressions that have names, and the names that it comes to in the end."""

    holds: Function
    bound: Mapping[Term, Function]
    names: frozenset[Term]


def _expression(expression: Any, bound: Mapping[Term, Any]) -> _Expression:
    names: set[Term] = set()
    queue, seen = list(variables(expression)), set[Term]()
    while queue:
        here = queue.pop()
        if here in bound and here not in seen:
            queue += variables(bound[here])
        elif here not in bound:
            names.add(here)
        seen.add(here)
    used = {term: compiled(bound[term]) for term in seen if term in bound}
    return _Expression(compiled(expression), used, frozenset(names))


class _Reach:
    """What is reached from each node of a group, by the properties that the group asks for."""

    def __init__(self, stars: Mapping[Term, Iterable[Pattern]]) -> None:
        self._stars = stars
        self._routes = {node: self._from(node) for node in stars}

    def filters(self, expressions: Iterable[_Expression]) -> Iterator[Filter]:
        """Yield what can be told of one node at a time."""
        for one in expressions:
            node = next((n for n, routes in self._routes.items() if one.names <= {*routes, THIS}), None)
            if node is not None and one.names - {THIS}:
                yield Filter(node, self._some(node, one.names), one.holds, one.bound)

    def comparisons(self, expressions: Iterable[_Expression]) -> Iterator[Comparison]:
        """Yield what can be told of two nodes at a time, but not of one."""
        found: dict[tuple[Term, Term], list[_Expression]] = defaultdict(list)
        for one in expressions:
            pair = self._pair(one.names - {THIS})
            if pair:
                found[pair].append(one)
        for (left, right), together in found.items():
            names = frozenset().union(*(one.names for one in together)) - {THIS}
            yield Comparison(
                (left, right),
                (self._some(left, names), self._some(right, names - self._routes[left].keys())),
                tuple(self._same(left, right)),
                tuple(one.holds for one in together),
                {name: function for one in together for name, function in one.bound.items()},
            )

    def _pair(self, names: frozenset[Term]) -> tuple[Term, Term] | None:
        if any(names <= routes.keys() for routes in self._routes.values()):
            return None
        for left, right in combinations(self._routes, 2):
            if names <= self._routes[left].keys() | self._routes[right].keys():
                return left, right
        return None

    def _some(self, node: Term, names: frozenset[Term]) -> dict[Term, Route]:
        return {name: route for name, route in self._routes[node].items() if name in names}

    def _same(self, left: Term, right: Term) -> Iterator[tuple[Step, Step]]:
        one, other = self._routes[left], self._routes[right]
        for name in sorted(one.keys() & other.keys() - {THIS}):
            if len(one[name]) == len(other[name]) == 1:
                yield one[name][0], other[name][0]

    def _from(self, node: Term) -> dict[Term, Route]:
        found: dict[Term, Route] = {node: ()}
        queue = [node]
        while queue:
            here = queue.pop(0)
            for pattern in self._stars.get(here, ()):
                value, properties = pattern.value, pattern.properties or ()
                if properties and value.startswith("?") and value not in {*found, ANYTHING}:
                    found[value] = (*found[here], properties)
                    queue.append(value)
        return found
