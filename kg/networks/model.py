"""A network as plain data: what a projection gives, and what measures, layouts and writers take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = str | int | float | bool | None
ColumnType = Literal["string", "integer", "double", "boolean"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of node: its id, its names, and its colour as ``#rrggbb``."""

    id: str
    label_zh: str
    label: str
    colour: str


@dataclass(frozen=True, slots=True)
class Column:
    """An attribute of nodes or edges, beside those that all have."""

    name: str
    type: ColumnType


@dataclass(frozen=True, slots=True)
class Node:
    """A node. ``id`` is the same in every build; ``values`` stand in the order of the network's columns.

    ``years`` are the years in which it was there, sorted; none if it is not bound to any.
    """

    id: str
    label: str
    kind: str
    years: tuple[int, ...] = ()
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge between the nodes of two ids. Parallel edges differ in ``kind``."""

    source: str
    target: str
    kind: str = ""
    weight: float = 1.0
    years: tuple[int, ...] = ()
    values: tuple[Value, ...] = ()

    @property
    def id(self) -> str:
        """The edge's id: the same in every build."""
        return "|".join(part for part in (self.source, self.kind, self.target) if part)


@dataclass(frozen=True, slots=True)
class Network:
    """A whole network: nodes by id, edges by source, target and kind.

    Edges that have no direction name the smaller id first.
    """

    name: str
    title: str
    description: str
    directed: bool
    kinds: Mapping[str, Kind]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    node_columns: tuple[Column, ...] = ()
    edge_columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """How a node is drawn: its place, the diameter of its disc in the same units, its colour as ``#rrggbb``."""

    x: float
    y: float
    size: float
    colour: str
