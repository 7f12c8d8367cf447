import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError, QueryError
from kg.networks import library
from kg.networks.project import project
from tests.networks.small import edges, header, projected, rows, seen, store, values


def test_rows_are_edges_and_nodes_are_described_by_any_of_them():
    network = projected(
        rows(
            "source sourceLabel sourceKind sourceSize target targetLabel weight note",
            "'a' '甲' 'k' 3 'b' '乙' 2 '注'",
            "'b' UNDEF 'm' UNDEF 'c' UNDEF UNDEF UNDEF",
        )
    )
    assert edges(network) == {("甲", "", "乙"): 2, ("乙", "", "c"): 1}
    assert {node.label: node.kind for node in network.nodes} == {"甲": "k", "乙": "m", "c": ""}
    assert values(network, "甲") == {"size": 3}
    assert values(network, "乙") == {"size": None}
    assert [edge.values for edge in network.edges] == [("注",), (None,)]


def test_ids_lose_what_all_have_in_common():
    [node] = projected(rows("source", "<https://w3id.org/rol-kg/area/320402>")).nodes
    assert node.id == "area/320402"


def test_the_same_edge_in_two_rows_is_one():
    network = projected(
        rows("source target weight years", "'a' 'b' 2 '2021 2020'", "'b' 'a' 0.5 '2021'"), directed="no"
    )
    [edge] = network.edges
    assert (edge.source, edge.target, edge.weight, edge.years) == ("a", "b", 2.5, (2020, 2021))


def test_direction_and_kind_tell_edges_apart():
    query = rows("source target kind", "'a' 'b' 'x'", "'b' 'a' 'x'", "'a' 'b' 'y'")
    assert len(projected(query, directed="yes").edges) == 3
    assert len(projected(query, directed="no").edges) == 2


def test_a_row_without_a_target_is_a_node_alone_if_the_header_wants_it():
    query = rows("source target", "'a' 'b'", "'c' UNDEF")
    assert [node.id for node in projected(query).nodes] == ["a", "b", "c"]
    assert [node.id for node in projected(query, more="# alone: no\n").nodes] == ["a", "b"]


def test_years_of_nodes_are_those_of_their_edges_unless_they_have_their_own():
    query = rows("source sourceYears target years", "'a' '1999 x 1998' 'b' '2021'", "'b' UNDEF 'c' '2023'")
    years = {node.id: node.years for node in projected(query, directed="yes").nodes}
    assert years == {"a": (1998, 1999), "b": (2021, 2023), "c": (2023,)}


def test_minimum_weight_takes_nodes_with_it_but_not_those_that_were_alone():
    query = rows("source target weight", "'a' 'b' 1", "'b' 'c' 3", "'d' UNDEF UNDEF")
    network = projected(query, minimum_weight=2)
    assert [node.id for node in network.nodes] == ["b", "c", "d"]
    assert list(edges(network)) == [("b", "", "c")]


def test_lists_are_sorted():
    network = projected(rows("source target who", "'a' 'b' 'z\\ny\\nz'"))
    assert network.edges[0].values == ("y; z",)


def test_types_of_attributes():
    query = rows("source sourceA sourceB sourceC sourceD", "'x' 1 1.5 1 true", "'y' 2 2 '1' false")
    network = projected(query)
    assert {column.name: column.type for column in network.node_columns} == {
        "a": "integer", "b": "double", "c": "string", "d": "boolean",
    }  # fmt: skip
    assert network.nodes[1].values == (2, 2.0, "1", False)


def test_kinds_without_a_line_in_the_header_get_a_colour():
    network = projected(
        rows("source sourceKind", "'x' 'k'", "'y' 'm'"), more="# kind k: 甲; alpha; #010203\n"
    )
    assert network.kinds["k"].colour == "#010203"
    assert network.kinds["m"].colour != network.kinds["k"].colour


@given(st.permutations([("'a'", "'b'", 1), ("'b'", "'c'", 2), ("'a'", "'b'", 0.1), ("'c'", "'a'", 0.7)]))
def test_the_order_of_rows_does_not_matter(lines):
    query = rows("source target weight", *(" ".join(map(str, line)) for line in lines))
    network = projected(query)
    assert network == projected(rows("source target weight", *sorted(" ".join(map(str, x)) for x in lines)))


def test_an_empty_answer_is_an_empty_network():
    network = projected(rows("source target"))
    assert (network.nodes, network.edges, network.kinds) == ((), (), {})


@pytest.mark.parametrize("weight", ["'much'", "-1", "'NaN'^^<http://www.w3.org/2001/XMLSchema#double>"])
def test_a_weight_that_is_none(weight):
    with pytest.raises(QueryError) as caught:
        projected(rows("source target weight", f"'a' 'b' {weight}"))
    assert caught.value.code == "network-weight"


@pytest.mark.parametrize("query", ["SELECT ?a { ?a ?b ?c }", "ASK {}", "CONSTRUCT { ?a ?b ?c } { ?a ?b ?c }"])
def test_a_query_without_sources(query):
    with pytest.raises(QueryError) as caught:
        projected(query)
    assert caught.value.code == "network-columns"


def test_a_filter_that_the_network_lacks():
    with pytest.raises(QueryError) as caught:
        seen(store(), "program-diffusion", year=[2022])
    assert caught.value.code == "network-filter"
    assert "area, type" in caught.value.in_language("en")


@pytest.mark.parametrize(
    ("given_", "code"),
    [
        ({"area": ["999999"]}, None),
        ({"year": ["22"]}, "year-invalid"),
        ({"status": ["maybe"]}, "status-unknown"),
    ],
)
def test_a_filter_that_does_not_fit(given_, code):
    with pytest.raises(KgError) as caught:
        seen(store(), "district-program", **given_)
    assert code is None or caught.value.code == code


def test_a_broken_query_of_ones_own_is_told_with_its_line():
    projection = library.parse(header("SELECT ?source { ?source ?p"), "mine.rq")
    with pytest.raises(QueryError):
        project(ox.Store(), projection, {})
