"""GraphML (http://graphml.graphdrawing.org), which yEd, igraph, networkx, Cytoscape and Gephi open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.networks import xml
from kg.networks.flat import edge_columns, edge_values, node_columns, node_values
from kg.networks.values import present, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.networks.model import Column, Look, Network, Value

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {"integer": "long"}


def lines(network: Network, looks: Mapping[str, Look]) -> Iterator[str]:
    """Yield a GraphML document, a line at a time; places, sizes and colours are plain attributes of nodes."""
    yield xml.DECLARATION + xml.opened("graphml", xmlns=NAMESPACE) + "\n"
    columns, edge_own = node_columns(network, looks), edge_columns(network)
    yield from _keys("node", columns)
    yield from _keys("edge", edge_own)
    yield xml.opened("graph", id="G", edgedefault="directed" if network.directed else "undirected") + "\n"
    for node in network.nodes:
        yield (
            xml.element("node", _data("node", columns, node_values(network, node, looks)), id=node.id) + "\n"
        )
    for edge in network.edges:
        data = _data("edge", edge_own, edge_values(edge))
        yield xml.element("edge", data, id=edge.id, source=edge.source, target=edge.target) + "\n"
    yield "</graph>\n</graphml>\n"


def _keys(kind: str, columns: Sequence[Column]) -> Iterator[str]:
    for column in columns:
        attributes = {"attr__name": column.name, "attr__type": _TYPES.get(column.type, column.type)}
        yield _dotted(xml.empty("key", id=f"{kind}-{column.name}", for_=kind, **attributes)) + "\n"


def _dotted(tag: str) -> str:
    """Write ``attr.name`` and ``attr.type``, which no keyword can be called."""
    return tag.replace(" attr:name=", " attr.name=").replace(" attr:type=", " attr.type=")


def _data(kind: str, columns: Sequence[Column], values: Sequence[Value]) -> Iterator[str]:
    for column, value in present(columns, values):
        yield xml.element("data", xml.text(written(value)), key=f"{kind}-{column.name}")
