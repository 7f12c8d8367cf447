"""DOT, the language of Graphviz (https://graphviz.org/doc/info/lang.html)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.networks.values import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.networks.model import Edge, Look, Network, Node

_POINTS = 72
"""Graphviz counts places in points and sizes in inches."""
_ESCAPED = re.compile(r'(["\\])')


def lines(network: Network, looks: Mapping[str, Look]) -> Iterator[str]:
    """Yield a graph in DOT, a line at a time. ``neato -n`` draws it with the places that it has."""
    yield f"{'digraph' if network.directed else 'graph'} {_quoted(network.name)} {{\n"
    yield f"  graph [label={_quoted(network.title)}];\n"
    yield "  node [shape=circle, style=filled, fixedsize=true, width=0.2];\n"
    for node in network.nodes:
        yield _node(node, looks.get(node.id))
    link = "->" if network.directed else "--"
    for edge in network.edges:
        yield _edge(edge, link)
    yield "}\n"


def _node(node: Node, look: Look | None) -> str:
    attributes = {"label": node.label, "class": node.kind}
    if look is not None:
        attributes |= {
            "pos": f"{number(look.x)},{number(look.y)}",
            "width": number(round(look.size / _POINTS, 3)),
            "fillcolor": look.colour,
        }
    return f"  {_quoted(node.id)} [{_listed(attributes)}];\n"


def _edge(edge: Edge, link: str) -> str:
    attributes = {"weight": number(edge.weight), "class": edge.kind}
    return f"  {_quoted(edge.source)} {link} {_quoted(edge.target)} [{_listed(attributes)}];\n"


def _listed(attributes: Mapping[str, str]) -> str:
    return ", ".join(f"{name}={_quoted(value)}" for name, value in attributes.items() if value)


def _quoted(text: str) -> str:
    return '"' + _ESCAPED.sub(r"\\\1", text) + '"'
