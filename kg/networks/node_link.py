"""JSON: as networkx reads it (``node_link_graph``), and as Cytoscape does (``.cyjs``)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kg.networks.flat import edge_columns, edge_values, node_columns, node_values
from kg.networks.values import present

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.networks.model import Edge, Look, Network, Node


def lines(network: Network, looks: Mapping[str, Look]) -> Iterator[str]:
    """Yield node-link JSON, a line at a time: ``nodes`` with ``id``, ``edges`` with ``source`` and ``target``."""
    head = {
        "directed": network.directed,
        "multigraph": True,
        "graph": {"name": network.name, "title": network.title, "description": network.description},
    }
    yield _json(head)[:-1] + ",\n"
    yield from _list("nodes", (_node(network, node, looks) for node in network.nodes))
    yield ",\n"
    yield from _list("edges", (_edge(network, edge) | {"key": edge.kind} for edge in network.edges))
    yield "}\n"


def cytoscape_lines(network: Network, looks: Mapping[str, Look]) -> Iterator[str]:
    """Yield Cytoscape's JSON, a line at a time."""
    head = {"data": {"name": network.name, "title": network.title, "description": network.description}}
    yield _json(head)[:-1] + ',\n"elements": {'
    yield from _list("nodes", (_placed(_node(network, node, looks)) for node in network.nodes))
    yield ",\n"
    yield from _list("edges", ({"data": _edge(network, edge)} for edge in network.edges))
    yield "}}\n"


def _node(network: Network, node: Node, looks: Mapping[str, Look]) -> dict[str, Any]:
    columns = node_columns(network, looks)
    values = present(columns, node_values(network, node, looks))
    return {"id": node.id} | {column.name: value for column, value in values}


def _edge(network: Network, edge: Edge) -> dict[str, Any]:
    values = present(edge_columns(network), edge_values(edge))
    ends = {"id": edge.id, "source": edge.source, "target": edge.target}
    return ends | {column.name: value for column, value in values}


def _placed(node: dict[str, Any]) -> dict[str, Any]:
    """Return a node as Cytoscape has it, which shows the attribute ``name``."""
    node = {"name": node["label"]} | node
    if "x" not in node:
        return {"data": node}
    return {"data": node, "position": {"x": node["x"], "y": node["y"]}}


def _list(name: str, things: Iterable[dict[str, Any]]) -> Iterator[str]:
    yield f'"{name}": ['
    between = "\n"
    for thing in things:
        yield between + _json(thing)
        between = ",\n"
    yield "\n]"


def _json(thing: dict[str, Any]) -> str:
    return json.dumps(thing, ensure_ascii=False)
