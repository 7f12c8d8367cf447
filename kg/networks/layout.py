"""Where the nodes of a network are drawn.

The same network always gets the same places. Small networks are laid out by the length of their shortest paths
(Kamada and Kawai), middling ones by forces (Fruchterman and Reingold). Large ones are laid out in parts: each
community by itself, then the communities as discs among each other. So the time grows with the number of
nodes and not with its square, and clusters can be seen. Parts that no edge links lie side by side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from kg.networks.measures import LIMIT, SEED, as_graph, communities
from kg.networks.packing import Points, pack, sunflower

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.networks.model import Network

SPACE = 100.0
"""The distance between neighbouring nodes that a layout aims at."""
_BY_PATHS = 120
_BY_FORCES = 400
_DIGITS = 1
_ROUNDS = 100


def layout(network: Network) -> Mapping[str, tuple[float, float]]:
    """Return the place of every node, by its id. The middle is at 0, 0.

    Networks of more than ``measures.LIMIT`` edges are laid out as a disc in the order of their kinds.
    """
    names = [node.id for node in network.nodes]
    if len(network.edges) > LIMIT:
        names = [node.id for node in sorted(network.nodes, key=lambda node: (node.kind, node.id))]
        points = sunflower(len(names))
    else:
        points = _by_parts(as_graph(network).to_undirected(), names, len(names) <= _BY_PATHS)
    points = (points - points.mean(axis=0)) * SPACE if names else points
    return {
        name: (round(float(x), _DIGITS) + 0.0, round(float(y), _DIGITS) + 0.0)
        for name, (x, y) in zip(names, points, strict=True)
    }


def _by_parts(graph: nx.Graph, names: Sequence[str], by_paths: bool = False) -> Points:
    """Lay out the components of a graph side by side, the largest in the middle."""
    components = sorted(map(sorted, nx.connected_components(graph)), key=lambda part: (-len(part), part))
    parts = [_component(_part(graph, part), part, by_paths) for part in components]
    centres = sunflower(len(parts)) * float(_radii(parts).mean()) if parts else np.zeros((0, 2))
    return _assembled(components, parts, centres, names)


def _component(graph: nx.Graph, names: Sequence[str], by_paths: bool) -> Points:
    """Lay out a connected graph, with about one unit between neighbours."""
    if len(names) <= 2:  # below each other, since names are wide
        return np.column_stack((np.zeros(len(names)), -np.arange(len(names))))
    if len(names) <= _BY_FORCES:
        return _spread(_small(graph, names, by_paths))
    parts = communities(graph)
    if len(parts) == 1:
        return sunflower(len(names))
    placed = [_by_parts(_part(graph, part), part) for part in parts]
    return _assembled(parts, placed, _among(_quotient(graph, parts), placed), names)


def _small(graph: nx.Graph, names: Sequence[str], by_paths: bool) -> Points:
    if by_paths:
        places = nx.kamada_kawai_layout(graph, weight=None)
    else:
        places = nx.spring_layout(graph, seed=SEED, iterations=_ROUNDS, method="force", weight=None)
    return np.array([places[name] for name in names], dtype=float)


def _among(graph: nx.Graph, parts: Sequence[Points]) -> Points:
    """Lay out communities among each other, so far apart as their discs are large."""
    names = sorted(graph)
    if len(names) > _BY_FORCES:
        return sunflower(len(names)) * float(_radii(parts).mean()) * 2
    places = nx.spring_layout(graph, seed=SEED, iterations=_ROUNDS, method="force")
    return np.array([places[name] for name in names], dtype=float) * float(_radii(parts).sum())


def _quotient(graph: nx.Graph, parts: Sequence[Sequence[str]]) -> nx.Graph:
    """Return the graph of the parts, by their numbers."""
    number = {name: place for place, part in enumerate(parts) for name in part}
    quotient = nx.Graph()
    quotient.add_nodes_from(range(len(parts)))
    for source, target, data in sorted(graph.edges(data=True), key=lambda edge: sorted(edge[:2])):
        ends = number[source], number[target]
        if ends[0] != ends[1]:
            former = quotient.get_edge_data(*ends, {"weight": 0.0})["weight"]
            quotient.add_edge(*ends, weight=former + data["weight"])
    return quotient


def _part(graph: nx.Graph, names: Sequence[str]) -> nx.Graph:
    """Return a part of a graph, its nodes and edges in a fixed order, on which layouts and communities depend.

    (A subgraph of networkx goes through its nodes in the order of a set, which differs from run to run.)
    """
    inside = set(names)
    part = nx.Graph()
    part.add_nodes_from(names)
    for name in names:
        for other in sorted(inside.intersection(graph[name])):
            part.add_edge(name, other, weight=graph[name][other]["weight"])
    return part


def _spread(points: Points) -> Points:
    """Scale points so that the nearest neighbours are about one unit apart."""
    between = np.sqrt(((points[:, None, :] - points[None, :, :]) ** 2).sum(axis=2))
    np.fill_diagonal(between, np.inf)
    nearest = float(np.median(between.min(axis=1)))
    return (points - points.mean(axis=0)) / nearest if nearest > 0 else sunflower(len(points))


def _radii(parts: Sequence[Points]) -> Points:
    return np.array([np.sqrt((part**2).sum(axis=1)).max(initial=0) + 1 for part in parts])


def _assembled(
    names: Sequence[Sequence[str]], parts: Sequence[Points], centres: Points, order: Sequence[str]
) -> Points:
    """Put the parts at places near these centres; return the points in an order of names."""
    if not parts:
        return np.zeros((0, 2))
    parts = [part - part.mean(axis=0) for part in parts]
    placed = pack(centres, _radii(parts)) if len(parts) <= _BY_FORCES * 5 else centres
    found = {
        name: point
        for part, points, centre in zip(names, parts, placed, strict=True)
        for name, point in zip(part, points + centre, strict=True)
    }
    return np.array([found[name] for name in order])
