"""Measures of a network as attributes of its nodes, so that they can be sorted, filtered and drawn by.

Degrees are always counted. The others take time that grows faster than the network, so that of networks of
more than ``LIMIT`` edges they are left out: programs such as Gephi compute them on demand.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

import networkx as nx

from kg.networks.model import Column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.networks.model import ColumnType, Network, Value

LIMIT = 200_000
"""The most edges of a network whose paths and communities are measured."""
SEED = 42
_STEPS = 4_000_000
"""How many edges betweenness may walk along; it takes a sample of the nodes where all would be more."""
_MEASURES: Mapping[str, ColumnType] = {
    "degree": "integer",
    "weightedDegree": "double",
    "betweenness": "double",
    "pageRank": "double",
    "community": "integer",
}
_DIGITS = 8


def measured(network: Network) -> Network:
    """Return the network with ``degree``, ``weightedDegree``, ``betweenness``, ``pageRank``, ``community``.

    Direction counts for betweenness and PageRank. Betweenness is from 0 to 1, of large networks an estimate
    from a sample with a fixed seed. Communities (Louvain, by weight) are numbered from the largest, from 1.
    """
    found: dict[str, Mapping[str, Value]] = dict(_degrees(network))
    if len(network.edges) <= LIMIT and network.nodes:
        graph = as_graph(network)
        found["betweenness"] = _rounded(_betweenness(graph))
        found["pageRank"] = _rounded(nx.pagerank(graph, weight="weight"))
        found["community"] = {
            node: number for number, nodes in enumerate(communities(graph), 1) for node in nodes
        }
    return with_columns(network, {name: (_MEASURES[name], values) for name, values in found.items()})


def as_graph(network: Network) -> nx.Graph:
    """Return the network as a graph of networkx, parallel edges as one with their weights added."""
    graph = nx.DiGraph() if network.directed else nx.Graph()
    graph.add_nodes_from(node.id for node in network.nodes)
    for edge in network.edges:
        former = graph.get_edge_data(edge.source, edge.target, {"weight": 0.0})["weight"]
        graph.add_edge(edge.source, edge.target, weight=former + edge.weight)
    return graph


def communities(graph: nx.Graph) -> list[list[str]]:
    """Return communities (Louvain, fixed seed), the largest first, each sorted."""
    undirected = nx.Graph()
    undirected.add_nodes_from(sorted(graph))
    for source, target, weight in sorted(graph.edges(data="weight")):
        former = undirected.get_edge_data(source, target, {"weight": 0.0})["weight"]
        undirected.add_edge(source, target, weight=former + weight)
    weight = "weight" if undirected.size(weight="weight") > 0 else None
    found = nx.community.louvain_communities(undirected, weight=weight, seed=SEED)
    return sorted((sorted(nodes) for nodes in found), key=lambda nodes: (-len(nodes), nodes))


def with_columns(network: Network, columns: Mapping[str, tuple[ColumnType, Mapping[str, Value]]]) -> Network:
    """Return the network with more attributes of nodes: by name the type, and the values by the node's id."""
    nodes = tuple(
        replace(node, values=(*node.values, *(values.get(node.id) for _, values in columns.values())))
        for node in network.nodes
    )
    added = tuple(Column(name, kind) for name, (kind, _) in columns.items())
    return replace(network, nodes=nodes, node_columns=(*network.node_columns, *added))


def _degrees(network: Network) -> Mapping[str, Mapping[str, Value]]:
    degree = dict.fromkeys((node.id for node in network.nodes), 0)
    weighted: dict[str, float] = defaultdict(float, dict.fromkeys(degree, 0.0))
    for edge in network.edges:
        for end in (edge.source, edge.target):
            degree[end] += 1
            weighted[end] += edge.weight
    return {"degree": degree, "weightedDegree": _rounded(weighted)}


def _betweenness(graph: nx.Graph) -> Mapping[str, float]:
    sample = max(1, _STEPS // max(1, graph.number_of_edges()))
    return nx.betweenness_centrality(  # type: ignore[no-any-return]
        graph, k=sample if sample < len(graph) else None, seed=SEED
    )


def _rounded(values: Mapping[str, float]) -> Mapping[str, float]:
    """Round away the last digits, in which machines may differ."""
    return {node: round(value, _DIGITS) for node, value in values.items()}
