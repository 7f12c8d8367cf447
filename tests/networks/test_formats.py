"""GraphML, CSV, JSON and DOT: read back by others, and equal."""

import csv
import io
import json
import re
import shutil
import subprocess

import networkx as nx
import pytest
from hypothesis import given, settings

from kg.networks import dot, graphml, node_link, tables
from kg.networks.layout import layout
from kg.networks.looks import looks
from tests.networks import small, texts

GRAPHVIZ = shutil.which("dot")
LABELS = [text for text in map(texts.clean, texts.NASTY) if text]
ENDS = [(0, 1), (1, 2), (3, 0), (4, 5), (6, 7), (2, 6)]
DIRECTED = pytest.mark.parametrize("directed", [True, False])


def drawn(network):
    return looks(network, layout(network))


def check(network, found, ends):
    """Compare a graph of networkx with a network: ``ends`` by edge id."""
    assert {name: data["label"] for name, data in found.nodes(data=True)} == {
        n.id: n.label for n in network.nodes
    }
    for node in network.nodes:
        names = [column.name for column in network.node_columns]
        expected = {key: value for key, value in zip(names, node.values, strict=True) if value is not None}
        assert {key: found.nodes[node.id][key] for key in expected} == expected
        assert found.nodes[node.id].get("years", "") == " ".join(map(str, node.years))
    assert {name: (set(pair), weight) for name, (pair, weight) in ends.items()} == {
        edge.id: ({edge.source, edge.target}, edge.weight) for edge in network.edges
    }


@DIRECTED
def test_graphml(directed):
    network = small.network(LABELS, ENDS, directed=directed, kinds=("x", "y"))
    text = "".join(graphml.lines(network, drawn(network)))
    read = nx.parse_graphml(text, force_multigraph=True)
    assert read.is_directed() == directed
    ends = {key: ((a, b), data["weight"]) for a, b, key, data in read.edges(keys=True, data=True)}
    check(network, read, ends)
    look = drawn(network)["n/00000"]
    assert (read.nodes["n/00000"]["x"], read.nodes["n/00000"]["color"]) == (look.x, look.colour)


@DIRECTED
def test_node_link_json(directed):
    network = small.network(LABELS, ENDS, directed=directed, kinds=("x", "y"))
    read = nx.node_link_graph(json.loads("".join(node_link.lines(network, drawn(network)))), edges="edges")
    assert (read.is_directed(), read.is_multigraph()) == (directed, True)
    ends = {data["id"]: ((a, b), data["weight"]) for a, b, data in read.edges(data=True)}
    check(network, read, ends)


def test_cytoscape_json():
    network = small.network(LABELS, ENDS)
    document = json.loads("".join(node_link.cytoscape_lines(network, drawn(network))))
    read = nx.MultiDiGraph()
    read.add_nodes_from((node["data"]["id"], node["data"]) for node in document["elements"]["nodes"])
    ends = {
        edge["data"]["id"]: ((edge["data"]["source"], edge["data"]["target"]), edge["data"]["weight"])
        for edge in document["elements"]["edges"]
    }
    check(network, read, ends)
    assert {node["data"]["name"] for node in document["elements"]["nodes"]} == set(LABELS)
    look = drawn(network)["n/00000"]
    assert document["elements"]["nodes"][0]["position"] == {"x": look.x, "y": look.y}


@DIRECTED
def test_csv(directed):
    network = small.network(LABELS, ENDS, directed=directed)
    nodes = rows(tables.node_lines(network, drawn(network)))
    assert [(row["Id"], row["Label"], row["kind"]) for row in nodes] == [
        (n.id, n.label, "thing") for n in network.nodes
    ]
    assert nodes[3]["share"] == "0.75"
    edges = rows(tables.edge_lines(network))
    assert [(row["Source"], row["Target"], row["Id"], float(row["Weight"])) for row in edges] == [
        (edge.source, edge.target, edge.id, edge.weight) for edge in network.edges
    ]
    assert {row["Type"] for row in edges} == {"Directed" if directed else "Undirected"}


def rows(lines):
    text = "".join(lines)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


@settings(max_examples=60, deadline=None)
@given(texts.labels)
def test_any_names_come_back(labels):
    network = small.network(labels, [(n, 0) for n in range(len(labels))])
    looked = dict.fromkeys(())
    read = nx.parse_graphml("".join(graphml.lines(network, looked)), force_multigraph=True)
    assert [data["label"] for _, data in sorted(read.nodes(data=True))] == labels
    assert [row["Label"] for row in rows(tables.node_lines(network, looked))] == labels
    document = json.loads("".join(node_link.lines(network, looked)))
    assert [node["label"] for node in document["nodes"]] == labels
    unquoted = [
        re.sub(r"\\(.)", r"\1", label)
        for label in re.findall(r'\[label="((?:[^"\\]|\\.)*)", class=', dotted(network))
    ]
    assert unquoted == [label for label in labels if label]


def dotted(network):
    return "".join(dot.lines(network, {}))


def test_dot():
    network = small.network(['甲"\\', "乙"], [(0, 1)], kinds=("x",))
    assert '"n/00000" -> "n/00001" [weight="1", class="x"];' in dotted(network)
    assert '"n/00000" [label="甲\\"\\\\", class="thing"];' in dotted(network)
    undirected = small.network(["甲", "乙"], [(0, 1)], directed=False)
    assert '"n/00000" -- "n/00001"' in dotted(undirected)
    placed = "".join(dot.lines(network, drawn(network)))
    assert 'fillcolor="#4e79a7"' in placed


@pytest.mark.skipif(GRAPHVIZ is None, reason="Graphviz is not installed")
def test_graphviz_reads_it():
    network = small.network(LABELS, ENDS)
    done = subprocess.run(
        [GRAPHVIZ, "-Tplain"],
        input=dotted(network),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.count("\nnode ") == len(LABELS)
