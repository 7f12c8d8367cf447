"""Which nodes of a graph a query can be about, so that it is run on these only, or not at all.

The nodes are those that have what the query asks of each of them, and, of two that it compares, those that may
stand in that relation. There may be too many among them, never too few.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kg.validation.demands import THIS
from kg.validation.index import Values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.validation.algebra import Pattern, Term
    from kg.validation.demands import Comparison, Demand, Excluded, Filter, Route, Step
    from kg.validation.expressions import Function
    from kg.validation.index import Index

Nodes = frozenset[str] | set[str]
Candidates = dict["Term", Nodes]
"""The nodes that each node of a query can be."""
Column = tuple[Mapping[str, str], set[str]]
"""A value of each node, and the nodes that have several."""
Line = tuple[str, str, str]
_MOST = 4000
"""So many pairs are looked at; where there are more, the store is quicker."""


class Seeker:
    """Seeks candidates in one graph; what one query has asked the next finds ready."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._steps: dict[Step, Column] = {}
        self._having: dict[tuple[tuple[str, ...], str], Nodes] = {}

    def seek(
        self, demand: Demand, known: Mapping[Term, Nodes], *, excluding: bool = True
    ) -> Candidates | None:
        """Return the candidates for a group; None if it has no solution. ``known`` are those for outer nodes.

        ``excluding``: without those that have what the query rules out.
        """
        found = self._stars(demand, known)
        if excluding:
            self._exclude(demand, found)
        if all(found.values()) and self._linked(demand, found):
            for one in demand.filters:
                found[one.node] = self._kept(one, found)
            possible = all(found.values()) and all(self._comparable(one, found) for one in demand.comparisons)
        else:
            possible = False
        if not demand.needed:
            return found
        if not possible or not all(self._present(one, found, excluding) for one in demand.present):
            return None
        return (
            found if all(self.seek(one, {}) is not None or not one.needed for one in demand.apart) else None
        )

    def around(self, demand: Demand, known: Mapping[Term, Nodes]) -> Iterator[Line]:
        """Yield the lines of the graph that a query can see.

        Among them is what it rules out, of all nodes that have what it asks: in these lines alone, where a node
        may stand for another part of the query, it must be ruled out as it is in the whole graph.
        """
        candidates = self.seek(demand, known, excluding=False)
        if candidates is None:
            return
        nodes = {**known, **candidates}
        for pattern in demand.patterns:
            yield from self._lines(pattern, nodes.get(pattern.subject) if pattern.certain else None)
        for one in demand.inner:
            yield from self.around(one, nodes)
        for one in demand.apart:
            yield from self.around(one, {})

    def _stars(self, demand: Demand, known: Mapping[Term, Nodes]) -> Candidates:
        found: Candidates = {}
        for node, patterns in demand.stars.items():
            sets = sorted([self._with(pattern) for pattern in patterns], key=len)
            if node in known:
                sets.insert(0, known[node])
            elif not node.startswith("?"):
                sets.insert(0, frozenset((node,)))
            found[node] = sets[0].intersection(*sets[1:]) if sets[0] else sets[0]
            if demand.needed and not found[node]:
                return found
        if THIS in known:
            found.setdefault(THIS, known[THIS])
        return found

    def _exclude(self, demand: Demand, found: Candidates) -> None:
        for excluded in demand.without:
            node = excluded.pattern.subject
            if found.get(node):
                found[node] = found[node] - self._excluded(excluded)

    def _excluded(self, excluded: Excluded) -> Nodes:
        """Return the nodes that certainly have what a query rules out."""
        pattern = excluded.pattern
        if not excluded.filters:
            return self._with(pattern)
        pairs = [pair for predicate in pattern.properties or () for pair in self._index.pairs(predicate)]
        return {
            node
            for node, value in pairs
            if all(one.holds({**one.bound, pattern.value: value}) is True for one in excluded.filters)
        }

    def _with(self, pattern: Pattern) -> Nodes:
        """Return the nodes that have what a pattern asks."""
        fixed = "" if pattern.value.startswith("?") else pattern.value
        properties = pattern.properties or ()
        if (properties, fixed) not in self._having:
            sets = [self._index.subjects(p, fixed) if fixed else self._index.all_with(p) for p in properties]
            self._having[properties, fixed] = sets[0] if len(sets) == 1 else frozenset().union(*sets)
        return self._having[properties, fixed]

    def _linked(self, demand: Demand, found: Candidates) -> bool:
        """Leave those nodes that lead to candidates, and those that candidates lead to."""
        for pattern in demand.links:
            if pattern.value not in found or pattern.properties is None:
                continue
            ends = found[pattern.value]
            if len(ends) == 1:
                (end,) = ends
                leading = set().union(*(self._index.subjects(p, end) for p in pattern.properties))
                found[pattern.subject] = found[pattern.subject] & leading
                continue
            pairs = [pair for p in pattern.properties for pair in self._pairs(p, found[pattern.subject])]
            found[pattern.subject] = {start for start, end in pairs if end in ends}
            found[pattern.value] = ends & {end for _, end in pairs}
        return all(found.values())

    def _present(self, demand: Demand, found: Candidates, excluding: bool) -> bool:
        within = self.seek(demand, found, excluding=excluding)
        if within is not None:
            found.update({node: nodes for node, nodes in within.items() if node in found})
        return within is not None and all(found.values())

    def _kept(self, one: Filter, found: Candidates) -> Nodes:
        """Return the candidates for a node of which a filter may hold."""
        nodes, row = found[one.node], _row(one.bound, found)
        if len(one.routes) == 1:
            (name, route) = next(iter(one.routes.items()))
            if len(route) == 1:
                pairs = [pair for predicate in route[0] for pair in self._pairs(predicate, nodes)]
                fits = {v: one.holds({**row, name: v}) is not False for v in {value for _, value in pairs}}
                return {node for node, value in pairs if fits[value]}
        columns = self._columns(one.routes)
        return {node for node in nodes if not _fill(row, node, columns) or one.holds(row) is not False}

    def _columns(self, routes: Mapping[Term, Route]) -> list[tuple[Term, list[Column]]]:
        return [(name, [self._column(step) for step in route]) for name, route in routes.items()]

    def _column(self, step: Step) -> Column:
        if step not in self._steps:
            whole = Values([pair for predicate in step for pair in self._index.pairs(predicate)])
            self._steps[step] = whole.one_value, whole.repeated
        return self._steps[step]

    def _comparable(self, one: Comparison, found: Candidates) -> bool:
        """Tell whether there are two nodes, of those that end at the same, for which all may hold."""
        row = _row(one.bound, found)
        left, right = (self._side(one, side, found) for side in (0, 1))
        if left is None or right is None:
            return True
        if sum(len(rows) * len(right.get(ends, ())) for ends, rows in left.items()) > _MOST:
            return True
        pairs = ((a, b) for ends, rows in left.items() if ends in right for a in rows for b in right[ends])
        return any(all(holds({**row, **a, **b}) is not False for holds in one.holds) for a, b in pairs)

    def _side(
        self, one: Comparison, side: int, found: Candidates
    ) -> dict[tuple[str, ...], list[dict[Term, str]]] | None:
        """Return what is reached from the candidates for one of two nodes, by where both must end."""
        rows: dict[tuple[str, ...], list[dict[Term, str]]] = defaultdict(list)
        ends = [self._column(pair[side]) for pair in one.same]
        columns = self._columns(one.routes[side])
        for node in found[one.nodes[side]]:
            row: dict[Term, str] = {}
            if not _fill(row, node, columns) or any(node in repeated for _, repeated in ends):
                return None
            rows[tuple(values[node] for values, _ in ends)].append(row)
        return rows

    def _pairs(self, predicate: str, nodes: Nodes) -> Iterable[tuple[str, str]]:
        """Return the uses of a property at some nodes."""
        values = self._index.one_value(predicate)
        if len(nodes) * 3 < len(values) and not self._index.repeated(predicate):
            return [(node, values[node]) for node in nodes if node in values]
        return [pair for pair in self._index.pairs(predicate) if pair[0] in nodes]

    def _lines(self, pattern: Pattern, nodes: Nodes | None) -> Iterator[Line]:
        for predicate in self._index.properties if pattern.properties is None else pattern.properties:
            pairs = self._index.pairs(predicate) if nodes is None else self._pairs(predicate, nodes)
            for subject, value in pairs:
                if pattern.value.startswith("?") or value == pattern.value:
                    yield subject, predicate, value


def _fill(row: dict[Term, Any], node: str, columns: list[tuple[Term, list[Column]]]) -> bool:
    """Put what is reached from a node into a row; return False where it is not one thing by each route."""
    for name, steps in columns:
        here: str | None = node
        for values, repeated in steps:
            if here in repeated:
                return False
            here = values.get(here)  # type: ignore[arg-type]
        if here is None:
            return False
        row[name] = here
    return True


def _row(bound: Mapping[Term, Function], found: Candidates) -> dict[Term, str | Function]:
    """Return what every row has: the expressions with names, and the node that the query is about."""
    row: dict[Term, str | Function] = dict(bound)
    about = found.get(THIS, ())
    if len(about) == 1:
        row[THIS] = next(iter(about))
    return row
