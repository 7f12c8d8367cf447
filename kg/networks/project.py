"""From the rows of a projection's query to a network.

A row is an edge. Its columns, of which only ``source`` is required:

* ``source``, ``target``: the nodes; a row without a target is about a node alone.
* ``sourceLabel``, ``sourceKind``, ``sourceYears`` and, for the node's own attributes, any ``sourceName``; the
  same with ``target``. A row may leave out what another row says of the node.
* ``kind``, ``weight`` (1 if left out), ``years``, and any other name for the edge's own attributes.

Years are written with spaces between them, as ``GROUP_CONCAT`` does. A text of several lines is a list; it
is sorted, since ``GROUP_CONCAT`` has no order of its own, and joined by semicolons. Rows of the same source, target and kind
are one edge: their weights are added, their years united; of other attributes the first stays.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

import pyoxigraph as ox

from kg import terms
from kg.errors import QueryError
from kg.networks.cleaning import clean
from kg.networks.columns import typed
from kg.networks.library import DEFAULT_COLOURS
from kg.networks.model import Edge, Kind, Network, Node
from kg.querying import bind, parameters, results
from kg.querying.run import answer

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from kg.networks.library import Projection
    from kg.networks.model import Value
    from kg.querying.parameters import Given

_Thing = TypeVar("_Thing", bound="Hashable")
_SHORT = 12
_ENDS = ("source", "target")
_NODE_COLUMN = re.compile(r"(?:source|target)(?:[A-Z].*)?")
_EDGE_COLUMNS = ("kind", "weight", "years")


def project(
    store: ox.Store, projection: Projection, given: Given, minimum_weight: float | None = None
) -> Network:
    """Ask the store and return the network.

    ``given`` are the filters, by the projection's parameters. Edges of less than the minimum weight are left
    out, and with them nodes that only they had linked.

    Raises QueryError if a filter is not the projection's or does not fit, or if the query is no SELECT with
    a column ``source``.
    """
    _check_filters(projection, given)
    text = bind.bind(projection.question, parameters.check(projection.question, given))
    solutions = answer(store, text, projection.name)
    if not isinstance(solutions, ox.QuerySolutions):
        raise QueryError("network-columns", name=projection.name, column="source")
    columns = tuple(variable.value for variable in solutions.variables)
    if "source" not in columns:
        raise QueryError("network-columns", name=projection.name, column="source")
    rows = _Rows(projection, columns)
    for solution in solutions:
        rows.add(solution)
    return rows.network(minimum_weight)


def _check_filters(projection: Projection, given: Given) -> None:
    known = [parameter.name for parameter in projection.question.parameters]
    for name, value in given.items():
        if value and name not in known:
            raise QueryError(
                "network-filter", network=projection.name, filter=name, known=", ".join(known) or "-"
            )


@dataclass(slots=True)
class _Gathered:
    """What the rows so far say of a node."""

    id: str
    values: list[Value]
    label: str = ""
    kind: str = ""
    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Side:
    """Where the columns of one end of an edge stand in a row."""

    id: int
    label: int | None
    kind: int | None
    years: int | None
    values: tuple[tuple[int, int], ...]
    """Pairs: where a value stands in the row, and where among the attributes of nodes."""


class _Rows:
    """Gathers the rows of an answer."""

    def __init__(self, projection: Projection, columns: Sequence[str]) -> None:
        self._projection = projection
        self._at = {name: place for place, name in enumerate(columns)}
        self._node_names = tuple(dict.fromkeys(n for side in _ENDS for n in _own_names(side, columns)))
        self._edge_names = tuple(
            name for name in columns if name not in _EDGE_COLUMNS and not _NODE_COLUMN.fullmatch(name)
        )
        self._sides = [self._side(end) for end in _ENDS if end in self._at]
        self._edge_places = tuple(self._at[name] for name in self._edge_names)
        self._nodes: dict[str, _Gathered] = {}
        self._edges: list[Edge] = []
        self._shared: dict[Hashable, Hashable] = {}

    def add(self, solution: ox.QuerySolution) -> None:
        """Add a row."""
        row = [results.value(term) for term in solution]
        ends = [self._add_node(row, side) for side in self._sides]
        if len(ends) < len(_ENDS) or not all(ends):
            return
        source, target = ends if self._projection.directed else sorted(ends)
        kind, weight, years = (self._in(row, name) for name in _EDGE_COLUMNS)
        values = tuple(self._short(_plain(row[place])) for place in self._edge_places)
        self._edges.append(
            Edge(
                source,
                target,
                self._share(clean(str(kind or ""))),
                1.0 if weight is None else _number(weight, self._projection.name),
                self._share(_years(years)),
                values,
            )
        )

    def network(self, minimum_weight: float | None) -> Network:
        """Return the network of the rows."""
        edges = list(_merged(self._edges))
        self._edges = []
        if minimum_weight is not None:
            edges = self._heavy(edges, minimum_weight)
        if not self._projection.alone:
            linked = {end for edge in edges for end in (edge.source, edge.target)}
            self._nodes = {name: node for name, node in self._nodes.items() if name in linked}
        names = sorted(self._nodes)
        node_columns, node_values = typed(self._node_names, [self._nodes[name].values for name in names])
        nodes = self._described(names, edges, node_values)
        edge_columns, edge_values = typed(self._edge_names, [edge.values for edge in edges])
        question = self._projection.question
        return Network(
            question.id,
            f"{question.title_zh} {question.title}",
            f"{question.description_zh} {question.description}",
            self._projection.directed,
            _kinds(self._projection, {node.kind for node in nodes}),
            nodes,
            tuple(edges) if not edge_columns else tuple(map(_with_values, edges, edge_values)),
            node_columns,
            edge_columns,
        )

    def _heavy(self, edges: list[Edge], minimum_weight: float) -> list[Edge]:
        kept = [edge for edge in edges if edge.weight >= minimum_weight]
        linked = {end for edge in edges for end in (edge.source, edge.target)}
        linked -= {end for edge in kept for end in (edge.source, edge.target)}
        for node in linked:
            del self._nodes[node]
        return kept

    def _described(
        self, names: Sequence[str], edges: Iterable[Edge], values: Iterable[tuple[Value, ...]]
    ) -> tuple[Node, ...]:
        """Return the nodes, which leave the gathered ones; one without years of its own has its edges'."""
        years: dict[str, set[int]] = defaultdict(set)
        for edge in edges:
            if edge.years:
                years[edge.source].update(edge.years)
                years[edge.target].update(edge.years)
        return tuple(
            self._node(self._nodes.pop(name), years.get(name, set()), own)
            for name, own in zip(names, values, strict=True)
        )

    def _node(self, found: _Gathered, years: set[int], values: tuple[Value, ...]) -> Node:
        own = found.years or self._share(tuple(sorted(years)))
        return Node(found.id, found.label or found.id, found.kind, own, values)

    def _side(self, end: str) -> _Side:
        return _Side(
            self._at[end],
            self._at.get(end + "Label"),
            self._at.get(end + "Kind"),
            self._at.get(end + "Years"),
            tuple(
                (self._at[_column(end, name)], place)
                for place, name in enumerate(self._node_names)
                if _column(end, name) in self._at
            ),
        )

    def _add_node(self, row: Sequence[results.Value], side: _Side) -> str:
        """Add what a row says of the node at one end; return its id, or nothing if there is none."""
        if row[side.id] is None:
            return ""
        name = clean(str(row[side.id]).removeprefix(terms.BASE))
        node = self._nodes.get(name)
        if node is None:
            node = self._nodes[name] = _Gathered(name, [None] * len(self._node_names))
        if side.label is not None and not node.label:
            node.label = clean(str(row[side.label] or ""))
        if side.kind is not None and not node.kind:
            node.kind = self._share(clean(str(row[side.kind] or "")))
        if side.years is not None and row[side.years] is not None:
            node.years = self._share(tuple(sorted({*node.years, *_years(row[side.years])})))
        for place, target in side.values:
            if node.values[target] is None and row[place] is not None:
                node.values[target] = self._short(_plain(row[place]))
        return node.id

    def _in(self, row: Sequence[results.Value], name: str) -> results.Value:
        return row[self._at[name]] if name in self._at else None

    def _share(self, thing: _Thing) -> _Thing:
        """Return the first thing equal to this one, so that equal ones are stored once."""
        return self._shared.setdefault(thing, thing)  # type: ignore[return-value]

    def _short(self, thing: Value) -> Value:
        """Share a text if it is so short that there may be others like it."""
        return self._share(thing) if isinstance(thing, str) and len(thing) <= _SHORT else thing


def _own_names(end: str, columns: Iterable[str]) -> Iterator[str]:
    """Yield the names of the attributes of nodes among the columns of one end (``sourceCode``: ``code``)."""
    for column in columns:
        name = column.removeprefix(end)
        if column.startswith(end) and name[:1].isupper() and name not in ("Label", "Kind", "Years"):
            yield name[0].lower() + name[1:]


def _column(end: str, name: str) -> str:
    return end + name[0].upper() + name[1:]


def _plain(value: results.Value) -> Value:
    """Return a value of the query as a value of the network."""
    if isinstance(value, Decimal):
        return float(value)
    if value is None or isinstance(value, bool | int):
        return value
    lines = str(value).removeprefix(terms.BASE).split("\n")
    return clean(lines[0]) if len(lines) == 1 else "; ".join(sorted({clean(line) for line in lines}))


def _number(value: results.Value, name: str) -> float:
    try:
        number = float(str(value))
    except ValueError:
        number = math.nan
    if not (math.isfinite(number) and number >= 0):
        raise QueryError("network-weight", name=name, value=value)
    return number


def _years(value: results.Value) -> tuple[int, ...]:
    """Read years with spaces between them; what is no year is passed over."""
    return tuple(sorted({int(part) for part in str(value or "").split() if part.isdecimal()}))


def _merged(edges: list[Edge]) -> Iterator[Edge]:
    """Yield the edges in their order, those of the same ends and kind as one. The list is sorted in place."""
    edges.sort(key=lambda edge: (edge.source, edge.target, edge.kind))
    for _, group in groupby(edges, key=lambda edge: (edge.source, edge.target, edge.kind)):
        same = list(group)
        yield same[0] if len(same) == 1 else _one(same)


def _one(same: list[Edge]) -> Edge:
    first = min(same, key=lambda edge: (edge.years, str(edge.values)))
    years = tuple(sorted({year for edge in same for year in edge.years}))
    weight = sum(sorted(edge.weight for edge in same))
    return Edge(first.source, first.target, first.kind, weight, years, first.values)


def _with_values(edge: Edge, values: tuple[Value, ...]) -> Edge:
    return Edge(edge.source, edge.target, edge.kind, edge.weight, edge.years, values)


def _kinds(projection: Projection, used: set[str]) -> Mapping[str, Kind]:
    """Return the kinds that nodes have, in the header's order, then those that it does not name."""
    kinds = {name: kind for name, kind in projection.kinds.items() if name in used}
    for place, name in enumerate(sorted(used - set(kinds))):
        kinds[name] = Kind(name, name or "-", name or "-", DEFAULT_COLOURS[place % len(DEFAULT_COLOURS)])
    return kinds
