"""All that is known of nodes and edges as one row of values each, for formats without places of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.networks.model import Column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.networks.model import Edge, Look, Network, Node, Value

_YEARS = (Column("year", "integer"), Column("years", "string"))
_NODE = (Column("label", "string"), Column("kind", "string"), Column("kindLabel", "string"), *_YEARS)
_LOOK = (Column("x", "double"), Column("y", "double"), Column("size", "double"), Column("color", "string"))
_EDGE = (Column("kind", "string"), Column("weight", "double"), *_YEARS)


def node_columns(network: Network, looks: Mapping[str, Look]) -> tuple[Column, ...]:
    """Return the columns of nodes: label, kind, years, the network's own, and looks if there are any."""
    return (*_NODE, *network.node_columns, *(_LOOK if looks else ()))


def node_values(network: Network, node: Node, looks: Mapping[str, Look]) -> tuple[Value, ...]:
    """Return a node's values in the order of ``node_columns``."""
    look = looks.get(node.id)
    drawn = (look.x, look.y, look.size, look.colour) if look else ()
    kind = network.kinds[node.kind]
    return (node.label, node.kind or None, kind.label_zh, *_timed(node.years), *node.values, *drawn)


def edge_columns(network: Network) -> tuple[Column, ...]:
    """Return the columns of edges: kind, weight, years, the network's own."""
    return (*_EDGE, *network.edge_columns)


def edge_values(edge: Edge) -> tuple[Value, ...]:
    """Return an edge's values in the order of ``edge_columns``."""
    return (edge.kind or None, edge.weight, *_timed(edge.years), *edge.values)


def _timed(years: Sequence[int]) -> tuple[Value, Value]:
    return (years[0], " ".join(map(str, years))) if years else (None, None)
