"""How nodes are drawn: places from a layout, sizes by weight, colours by kind."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from kg.networks.model import Look

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.networks.model import Network

SMALLEST, LARGEST = 12.0, 60.0
"""Diameters of discs, in the units of ``layout.SPACE``."""


def looks(network: Network, places: Mapping[str, tuple[float, float]]) -> Mapping[str, Look]:
    """Return how every node is drawn, by its id. The area of a disc follows the weight of the node's edges."""
    weights: dict[str, float] = defaultdict(float)
    for edge in network.edges:
        weights[edge.source] += edge.weight
        weights[edge.target] += edge.weight
    most = max(weights.values(), default=0.0)
    return {
        node.id: Look(*places[node.id], _size(weights[node.id], most), network.kinds[node.kind].colour)
        for node in network.nodes
    }


def _size(weight: float, most: float) -> float:
    share = math.sqrt(max(weight, 0.0) / most) if most > 0 else 0.0
    return round(SMALLEST + (LARGEST - SMALLEST) * share, 1)
