"""The rows of an answer as a small network: two of its columns, linked where they stand in one row."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.networks.library import DEFAULT_COLOURS
from kg.networks.model import Edge, Kind, Network, Node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.pictures.library import Picture
    from kg.pictures.rows import Row

_NAMES = {"area": "地区", "areaName": "地区", "body": "机关单位", "program": "举措"}
"""What the columns hold, for the legend; others go by their own name."""


def linked(rows: Sequence[Row], picture: Picture, title: str) -> Network:
    """Return the network of the picture's two columns; the weight of an edge is how many rows it stands for."""
    source, target = picture.columns["source"], picture.columns["target"]
    pairs = Counter(
        (f"{source}/{row[source]}", f"{target}/{row[target]}")
        for row in rows
        if row[source] is not None and row[target] is not None
    )
    kinds = {
        name: Kind(name, _NAMES.get(name, name), name, colour)
        for name, colour in zip((source, target), DEFAULT_COLOURS, strict=False)
    }
    names = sorted({name for pair in pairs for name in pair})
    nodes = (Node(name, name.partition("/")[2], name.partition("/")[0]) for name in names)
    edges = (Edge(*pair, weight=float(count)) for pair, count in sorted(pairs.items()))
    return Network(picture.question, title, "", False, kinds, tuple(nodes), tuple(edges))
