"""Small graphs by hand, in the shapes that every graph of the project has, and small networks."""

from __future__ import annotations

from itertools import count

import pyoxigraph as ox

from kg.networks import library
from kg.networks.model import Column, Edge, Kind, Network, Node
from kg.networks.project import project

PREFIXES = """
@prefix rol: <https://w3id.org/rol-kg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix area: <https://w3id.org/rol-kg/area/> .
@prefix type: <https://w3id.org/rol-kg/program-type/> .
@prefix period: <https://w3id.org/rol-kg/period/> .
@prefix r: <https://w3id.org/rol-kg/report/> .
@prefix body: <https://w3id.org/rol-kg/body/> .
@prefix program: <https://w3id.org/rol-kg/program/> .
@prefix document: <https://w3id.org/rol-kg/document/> .
@prefix honouree: <https://w3id.org/rol-kg/honouree/> .
"""
SHARED = """
rol:Realised skos:notation "realised" ; rdfs:label "已有"@zh, "realised"@en .
rol:Planned skos:notation "planned" ; rdfs:label "计划"@zh, "planned"@en .
rol:Issued skos:notation "issued" . rol:Studied skos:notation "studied" .
rol:NationalLevel skos:notation "national" ; rdfs:label "国家级"@zh, "national"@en .
area:320000 a rol:Area ; rol:code "320000" ; rdfs:label "江苏省"@zh ; rol:fullName "江苏省" ; rol:inArea area:320000 .
area:320402 a rol:Area ; rol:code "320402" ;
  rdfs:label "天宁区"@zh ; rol:fullName "江苏省常州市天宁区" ; rol:within area:320000 ;
  rol:inArea area:320402, area:320000 .
area:320404 a rol:Area ; rol:code "320404" ;
  rdfs:label "钟楼区"@zh ; rol:fullName "江苏省常州市钟楼区" ; rol:within area:320000 ;
  rol:inArea area:320404, area:320000 .
area:360102 a rol:Area ; rol:code "360102" ;
  rdfs:label "东湖区"@zh ; rol:fullName "江西省南昌市东湖区" ; rol:inArea area:360102 .
type:leniency a rol:ProgramType ; skos:notation "leniency" ;
  rdfs:label "包容审慎监管"@zh ; skos:prefLabel "包容审慎监管"@zh, "leniency"@en ;
  rol:inType type:leniency .
type:penalty-exemption-list a rol:ProgramType ; skos:notation "penalty-exemption-list" ;
  rdfs:label "免罚清单"@zh ; skos:prefLabel "免罚清单"@zh, "exemptions"@en ;
  rol:inType type:penalty-exemption-list, type:leniency .
type:mediation a rol:ProgramType ; skos:notation "mediation" ;
  rdfs:label "人民调解"@zh ; skos:prefLabel "人民调解"@zh, "mediation"@en ;
  rol:inType type:mediation .
program:1 a rol:Program ; rdfs:label "免罚清单一"@zh . program:2 a rol:Program ; rdfs:label "免罚清单二"@zh .
program:3 a rol:Program ; rdfs:label "老娘舅"@zh .
body:1 a rol:Body ; rdfs:label "天宁区司法局"@zh ; rol:partOf body:2 . body:2 a rol:Body ; rdfs:label "天宁区人民政府"@zh .
body:3 a rol:Body ; rdfs:label "司法部"@zh .
honouree:1 a rol:Honouree ; rdfs:label "王小明"@zh .
document:1 a rol:Document ; dcterms:title "行政处罚法" . document:2 a rol:Document ; dcterms:title "天宁区工作方案" .
r:1 a rol:Report, rol:Document ; dcterms:title "天宁区报告" ; rol:area area:320402 ; rol:coversYear 2022 .
r:2 a rol:Report, rol:Document ; rol:area area:360102 .
""" + "".join(f"period:{year} a rol:Period ; rol:year {year} .\n" for year in range(2020, 2026))

_numbers = count(1)


def statement(kind: str, what: str, *, area: str = "320402", year: int = 2022, report: str = "1") -> str:
    """Return the Turtle of a statement; ``what`` is what it says beside area, period and evidence."""
    place = f"{next(_numbers)}0-{next(_numbers)}9"
    evidence = f"<https://w3id.org/rol-kg/report/{report}#char={place}>"
    return (
        f"<https://w3id.org/rol-kg/report/{report}/{kind}/{place}> a rol:Statement, rol:{kind.title()} ; "
        f'rdfs:label "说法{place}"@zh ; rol:statedIn r:{report} ; rol:area area:{area} ; '
        f"rol:period period:{year} ; rol:evidence {evidence} ; {what} .\n"
        f'{evidence} oa:exact "原文{place}" .\n'
    )


def runs(area: str, kind: str, program: str, year: int, status: str = "Realised", more: str = "") -> str:
    """Return the Turtle of a statement that an area runs, or plans to run, a program of a type."""
    what = f"rol:program program:{program} ; rol:programType type:{kind} ; rol:status rol:{status}"
    return statement("implementation", f"{what} {more}", area=area, year=year)


def store(*statements: str) -> ox.Store:
    """Return a store in memory with the shared entities and these statements."""
    opened = ox.Store()
    opened.load((PREFIXES + SHARED + "".join(statements)).encode(), format=ox.RdfFormat.TURTLE)
    return opened


def header(query: str, *, directed: str = "no", more: str = "") -> str:
    """Return the text of a projection with a query."""
    return (
        "# id: mine\n# title: Mine\n# title@zh: 我的\n# description: Of mine.\n# description@zh: 我的网络。\n"
        f"# keywords: mine\n# directed: {directed}\n{more}{query}"
    )


def seen(opened: ox.Store, name: str, minimum_weight: float | None = None, **given: object) -> Network:
    """Return a network of a store."""
    return project(opened, library.projection(name), given, minimum_weight)  # type: ignore[arg-type]


def projected(
    query: str, *, directed: str = "no", more: str = "", minimum_weight: float | None = None
) -> Network:
    """Return the network of a query that needs no graph."""
    projection = library.parse(header(query, directed=directed, more=more), "mine.rq")
    return project(ox.Store(), projection, {}, minimum_weight)


def rows(columns: str, *lines: str) -> str:
    """Return a query whose rows are these."""
    names = " ".join(f"?{name}" for name in columns.split())
    return f"SELECT {names} {{ VALUES ({names}) {{ {' '.join(f'({line})' for line in lines)} }} }}"


def edges(network: Network) -> dict[tuple[str, str, str], float]:
    """Return the weights of a network's edges, by the labels of their ends and by kind."""
    labels = {node.id: node.label for node in network.nodes}
    return {(labels[edge.source], edge.kind, labels[edge.target]): edge.weight for edge in network.edges}


def values(network: Network, node: str) -> dict[str, object]:
    """Return the attributes of a node by its label."""
    [found] = [each for each in network.nodes if each.label == node]
    return dict(zip((column.name for column in network.node_columns), found.values, strict=True))


def network(
    labels: list[str], ends: list[tuple[int, int]], *, directed: bool = True, kinds: tuple[str, ...] = ("",)
) -> Network:
    """Return a network of nodes with these labels and edges between these places, one of each kind."""
    nodes = tuple(
        Node(
            f"n/{place:05}",
            label,
            "thing",
            (2020, 2021, 2023) if place % 2 else (),
            (place, label, place / 4, None),
        )
        for place, label in enumerate(labels)
    )
    found = {
        (nodes[a].id, nodes[b].id, kind): Edge(
            nodes[a].id, nodes[b].id, kind, 1 + a / 2, (2022,) if a % 2 else (), (labels[a],)
        )
        for a, b in (ends if directed else [tuple(sorted(pair)) for pair in ends])
        for kind in kinds
    }
    columns = (
        Column("number", "integer"),
        Column("text", "string"),
        Column("share", "double"),
        Column("none", "string"),
    )
    return Network(
        "small", "小网络", "Of <two> & more", directed, {"thing": Kind("thing", "东西", "things", "#4e79a7")},
        nodes, tuple(found[key] for key in sorted(found)), columns, (Column("by", "string"),),
    )  # fmt: skip
