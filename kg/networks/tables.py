"""Two CSV tables, one of nodes and one of edges, as Gephi's Data Laboratory imports them (and spreadsheets)."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from kg.networks.flat import edge_columns, edge_values, node_columns, node_values
from kg.networks.values import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.networks.model import Look, Network, Value

_BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes a CSV file for one in the encoding of the country."""


def node_lines(network: Network, looks: Mapping[str, Look]) -> Iterator[str]:
    """Yield the table of nodes, a line at a time. Gephi knows ``Id`` and ``Label``; the rest are attributes."""
    columns = [column.name for column in node_columns(network, looks)]
    yield _BYTE_ORDER_MARK + _line(["Id", *("Label" if name == "label" else name for name in columns)])
    for node in network.nodes:
        yield _line([node.id, *node_values(network, node, looks)])


def edge_lines(network: Network) -> Iterator[str]:
    """Yield the table of edges, a line at a time. Gephi knows ``Source``, ``Target``, ``Type``, ``Id``, ``Weight``."""
    names = [column.name for column in edge_columns(network)]
    known = ["Source", "Target", "Type", "Id"]
    yield _BYTE_ORDER_MARK + _line([*known, *("Weight" if name == "weight" else name for name in names)])
    direction = "Directed" if network.directed else "Undirected"
    for edge in network.edges:
        yield _line([edge.source, edge.target, direction, edge.id, *edge_values(edge)])


def _line(values: Sequence[Value]) -> str:
    output = io.StringIO()
    csv.writer(output, lineterminator="\n").writerow(written(value) for value in values)
    return output.getvalue()
