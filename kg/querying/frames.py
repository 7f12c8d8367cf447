"""Answers for other libraries: data frames of pandas, graphs of networkx."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from kg.querying.results import Result, Value

_OTHER_ENDS = ("otherArea", "program", "award", "title", "type", "indicator", "body", "topic")
"""What an area is linked to, the likeliest first."""
_NAMES = {"area": "areaName", "otherArea": "otherName", "body": "bodyName"}


def data_frame(result: Result) -> pd.DataFrame:
    """Return the rows as a data frame: decimals as floats. Raises UsageError if pandas is missing."""
    try:
        import pandas as pd  # noqa: PLC0415 (an optional part)
    except ImportError:
        raise UsageError("extra-missing", package="pandas", extra="pandas") from None
    rows = [{column: _plain(value) for column, value in row.items()} for row in result.rows]
    return pd.DataFrame(rows, columns=list(result.columns)).convert_dtypes()


def network(result: Result) -> nx.MultiGraph[Any]:
    """Return the rows as edges between areas and what the rows say of them.

    Nodes are pairs of a column and its value, with a ``label``; each row is an edge with the other columns.
    Raises UsageError if the rows do not link areas to anything.
    """
    other = next((column for column in _OTHER_ENDS if column in result.columns), None)
    if other is None or "area" not in result.columns:
        raise UsageError("links-columns", columns=", ".join(result.columns), known=", ".join(_OTHER_ENDS))
    graph: nx.MultiGraph[Any] = nx.MultiGraph()
    for row in result.rows:
        ends = [_node(graph, row, column) for column in ("area", other) if row[column] is not None]
        if len(ends) == len(("area", other)):
            graph.add_edge(*ends, **_attributes(row, ("area", other)))
    return graph


def _node(graph: nx.MultiGraph[Any], row: Mapping[str, Value], column: str) -> tuple[str, str]:
    node = (column.removeprefix("other").lower(), str(row[column]))
    graph.add_node(node, label=row.get(_NAMES.get(column, column)) or row[column])
    return node


def _attributes(row: Mapping[str, Value], ends: Sequence[str]) -> dict[str, Any]:
    named = {*ends, *(_NAMES[end] for end in ends if end in _NAMES)}
    return {key: _plain(value) for key, value in row.items() if key not in named and value is not None}


def _plain(value: Value) -> Any:
    return float(value) if isinstance(value, Decimal) else value
