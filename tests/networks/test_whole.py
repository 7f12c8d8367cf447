"""All networks of whole reports, in all formats."""

import json

import networkx as nx
import pytest

from kg.networks import library
from kg.networks.export import ENDINGS, export, save, see
from tests.networks import gexf_rules, readers
from tests.networks.test_gexf import schema_findings

NAMES = [projection.name for projection in library.projections()]
ALL = pytest.mark.parametrize("name", NAMES)


@pytest.fixture(scope="session")
def seen(built):
    """All networks of a store, with their looks."""
    return {name: see(name, store=built) for name in NAMES}


@ALL
def test_every_network_is_valid_and_read_back_equal(name, seen, tmp_path):
    network, looks = seen[name]
    assert network.nodes
    files = {ending: save(network, looks, tmp_path / f"{name}{ending}").files for ending in ENDINGS}
    document = files[".gexf"][0].read_bytes()
    assert (gexf_rules.findings(document), schema_findings(document)) == ([], [])
    expected = {node.id: node.label for node in network.nodes}
    ends = sorted((edge.source, edge.target) for edge in network.edges)
    for read in (
        nx.read_gexf(files[".gexf"][0]),
        nx.read_graphml(files[".graphml"][0], force_multigraph=True),
        nx.node_link_graph(json.loads(files[".json"][0].read_text("utf-8")), edges="edges"),
    ):
        assert {node: data["label"] for node, data in read.nodes(data=True)} == expected
        assert read.number_of_edges() == len(ends)
        assert sorted(
            nx.DiGraph(read).edges if read.is_directed() else map(sorted, nx.Graph(read).edges)
        ) == sorted(set(ends) if read.is_directed() else map(list, set(ends)))


@ALL
def test_every_node_has_a_name_and_a_kind_that_the_header_names(name, seen):
    network, _ = seen[name]
    kinds = library.projection(name).kinds
    assert {node.kind for node in network.nodes} <= set(kinds)
    assert [node for node in network.nodes if node.label == node.id] == []


@ALL
@readers.needs_node
def test_gephi_lites_reader_reads_the_same(name, seen, tmp_path):
    network, looks = seen[name]
    [file] = save(network, looks, tmp_path / "out.gexf").files
    read = readers.read(file)
    assert read["type"] == ("directed" if network.directed else "undirected")
    nodes = {node["id"]: node for node in read["nodes"]}
    assert set(nodes) == {node.id for node in network.nodes}
    for node in network.nodes:
        columns = (column.name for column in network.node_columns)
        expected = {key: value for key, value in zip(columns, node.values, strict=True) if value is not None}
        look = looks[node.id]
        expected |= {"label": node.label, "kind": node.kind, "x": look.x, "y": look.y, "size": look.size}
        assert {key: nodes[node.id].get(key) for key in expected} == expected
    edges = {edge["id"]: (edge["source"], edge["target"], edge["weight"]) for edge in read["edges"]}
    if network.directed:
        assert edges == {edge.id: (edge.source, edge.target, edge.weight) for edge in network.edges}
    assert set(edges) == {edge.id for edge in network.edges}


def test_a_second_export_is_the_same(built, tmp_path):
    for number in (1, 2):
        export("district-program", tmp_path / f"{number}.gexf", store=built)
    assert (tmp_path / "1.gexf").read_bytes() == (tmp_path / "2.gexf").read_bytes()


@readers.needs_browser
def test_a_browser_draws_it(seen, tmp_path):
    network, looks = seen["district-program"]
    [file] = save(network, looks, tmp_path / "out.gexf").files
    said = readers.draw(file, tmp_path / "shot.png")
    assert "error" not in said
    assert (said["nodes"], said["edges"]) == (len(network.nodes), len(network.edges))
    assert said["drawn"] == len(network.nodes)
    assert said["labels"] == sorted(node.label for node in network.nodes)
    assert readers.colours(tmp_path / "shot.png") >= {kind.colour for kind in network.kinds.values()}
