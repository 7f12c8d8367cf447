"""GEXF 1.3 (https://gexf.net), which Gephi and Gephi Lite open.

Years are written twice: as spells, for Gephi's timeline, and as plain attributes ``year`` (the first) and
``years``, since other readers pass spells over.

The elements of ``viz:`` are in the namespace of GEXF itself. That is where the published schema (gexf.xsd,
dynamics.xsd) has them; the primer's example binds the prefix to another one, which the schema refuses. Readers
go by the prefix (graphology) or by the name behind it (Gephi); networkx reads no looks in either this or any
other way that the schema allows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.networks import xml
from kg.networks.model import Column
from kg.networks.values import number, present, spells, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.networks.model import Edge, Look, Network, Node, Value

NAMESPACE = "http://gexf.net/1.3"
_SCHEMA = f"{NAMESPACE} {NAMESPACE}/gexf.xsd"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_TYPES = {"integer": "long"}
_YEARS = (Column("year", "integer"), Column("years", "string"))
_KIND = (Column("kind", "string"), Column("kindLabel", "string"))


def lines(network: Network, looks: Mapping[str, Look]) -> Iterator[str]:
    """Yield a GEXF document, a line at a time; ``looks`` by node id, of all nodes or of none."""
    yield xml.DECLARATION
    yield xml.opened(
        "gexf",
        xmlns=NAMESPACE,
        xmlns__viz=NAMESPACE,
        xmlns__xsi=_INSTANCE,
        xsi__schemaLocation=_SCHEMA,
        version="1.3",
    )
    yield "\n"
    yield _meta(network)
    yield _graph(network)
    yield _declared("node", (*_KIND, *_YEARS, *network.node_columns))
    yield _declared("edge", (*_YEARS, *network.edge_columns))
    yield xml.opened("nodes", count=len(network.nodes)) + "\n"
    for node in network.nodes:
        yield _node(network, node, looks.get(node.id))
    yield "</nodes>\n" + xml.opened("edges", count=len(network.edges)) + "\n"
    for edge in network.edges:
        yield _edge(network, edge)
    yield "</edges>\n</graph>\n</gexf>\n"


def _meta(network: Network) -> str:
    content = (
        xml.element("creator", "rol-kg"),
        xml.element("keywords", xml.text(network.name)),
        xml.element("description", xml.text(f"{network.title}. {network.description}")),
    )
    return xml.element("meta", content) + "\n"


def _graph(network: Network) -> str:
    timed = any(node.years for node in network.nodes)
    return (
        xml.opened(
            "graph",
            defaultedgetype="directed" if network.directed else "undirected",
            idtype="string",
            mode="dynamic" if timed else "static",
            timeformat="date" if timed else None,
            timerepresentation="interval" if timed else None,
        )
        + "\n"
    )


def _declared(kind: str, columns: Sequence[Column]) -> str:
    content = (
        xml.empty("attribute", id=column.name, title=column.name, type=_TYPES.get(column.type, column.type))
        for column in columns
    )
    return xml.element("attributes", content, class_=kind, mode="static") + "\n"


def _node(network: Network, node: Node, look: Look | None) -> str:
    kind = network.kinds[node.kind].label_zh
    values = [("kind", node.kind), ("kindLabel", kind), *_timed(node.years)]
    content = [_values(values, network.node_columns, node.values), _spells(node.years)]
    if look is not None:
        red, green, blue = bytes.fromhex(look.colour[1:])
        content += (
            xml.empty("viz:color", r=red, g=green, b=blue),
            xml.empty("viz:position", x=number(look.x), y=number(look.y), z=0),
            xml.empty("viz:size", value=number(look.size)),
        )
    return xml.element("node", content, id=node.id, label=node.label) + "\n"


def _edge(network: Network, edge: Edge) -> str:
    content = (_values(_timed(edge.years), network.edge_columns, edge.values), _spells(edge.years))
    return (
        xml.element(
            "edge",
            content,
            id=edge.id,
            source=edge.source,
            target=edge.target,
            weight=number(edge.weight),
            kind=edge.kind or None,
            label=edge.kind or None,
        )
        + "\n"
    )


def _timed(years: Sequence[int]) -> list[tuple[str, Value]]:
    return [("year", years[0]), ("years", " ".join(map(str, years)))] if years else []


def _values(common: Sequence[tuple[str, Value]], columns: Sequence[Column], values: Sequence[Value]) -> str:
    pairs = (*common, *((column.name, value) for column, value in present(columns, values)))
    written_out = [xml.empty("attvalue", for_=name, value=written(value)) for name, value in pairs]
    return xml.element("attvalues", written_out) if written_out else ""


def _spells(years: Sequence[int]) -> str:
    found = [
        xml.empty("spell", start=f"{first:04}-01-01", end=f"{last:04}-12-31") for first, last in spells(years)
    ]
    return xml.element("spells", found) if found else ""
