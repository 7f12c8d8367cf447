import dataclasses

import pytest

from kg.networks import measures
from kg.networks.measures import communities, measured
from tests.networks import small

PATH = [(0, 1), (1, 2), (2, 3), (3, 4)]
LABELS = ["甲", "乙", "丙", "丁", "戊"]


def of(network, name):
    place = [column.name for column in network.node_columns].index(name)
    return {node.label: node.values[place] for node in network.nodes}


def test_degrees_count_every_edge_and_add_weights():
    network = measured(small.network(LABELS, [(0, 1), (1, 2)], kinds=("x", "y")))
    assert of(network, "degree") == {"甲": 2, "乙": 4, "丙": 2, "丁": 0, "戊": 0}
    assert of(network, "weightedDegree") == {"甲": 2.0, "乙": 5.0, "丙": 3.0, "丁": 0.0, "戊": 0.0}


def test_betweenness_of_a_path_is_highest_in_the_middle():
    undirected = of(measured(small.network(LABELS, PATH, directed=False)), "betweenness")
    assert undirected == {"甲": 0, "乙": 0.5, "丙": pytest.approx(2 / 3), "丁": 0.5, "戊": 0}
    directed = of(measured(small.network(LABELS, PATH, directed=True)), "betweenness")
    assert directed["丙"] == pytest.approx(1 / 3)


def test_page_rank_adds_up_to_one_and_follows_direction():
    found = of(measured(small.network(LABELS, PATH, directed=True)), "pageRank")
    assert sum(found.values()) == pytest.approx(1, abs=1e-6)
    assert sorted(found, key=found.__getitem__) == LABELS


def test_communities_are_numbered_from_the_largest():
    clique = [(a, b) for a in range(4) for b in range(a)]
    network = small.network([*"甲乙丙丁戊己庚"], [*clique, (5, 4), (6, 5), (6, 4), (3, 4)], directed=False)
    assert of(measured(network), "community") == {
        "甲": 1, "乙": 1, "丙": 1, "丁": 1, "戊": 2, "己": 2, "庚": 2,
    }  # fmt: skip


def test_what_takes_long_is_left_out_of_large_networks(monkeypatch):
    monkeypatch.setattr(measures, "LIMIT", 3)
    columns = [column.name for column in measured(small.network(LABELS, PATH)).node_columns]
    assert columns[-2:] == ["degree", "weightedDegree"]


def test_large_betweenness_is_sampled_and_always_the_same(monkeypatch):
    network = small.network([str(number) for number in range(40)], [(n, n + 1) for n in range(39)])
    exact = of(measured(network), "betweenness")
    monkeypatch.setattr(measures, "_STEPS", 400)
    sampled = of(measured(network), "betweenness")
    assert sampled != exact
    assert sampled == of(measured(network), "betweenness")


@pytest.mark.parametrize("labels", [[], ["甲"], ["甲", "乙"]])
def test_networks_without_edges(labels):
    network = measured(small.network(labels, []))
    assert len(network.node_columns) == 4 + 5 or not labels
    assert [node.values[4:6] for node in network.nodes] == [(0, 0.0)] * len(labels)


def test_weights_of_zero():
    network = small.network(LABELS, PATH)
    weightless = dataclasses.replace(
        network, edges=tuple(dataclasses.replace(edge, weight=0.0) for edge in network.edges)
    )
    assert sum(map(len, communities(measures.as_graph(weightless)))) == len(LABELS)
    measured(weightless)
