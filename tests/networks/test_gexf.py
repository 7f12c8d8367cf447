"""GEXF 1.3: valid, and read back equal."""

import io
import os
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from lxml import etree

from kg.networks import gexf
from kg.networks.layout import layout
from kg.networks.looks import looks
from kg.networks.values import spells
from tests.networks import gexf_rules, small, texts

PLACES = (os.environ.get("GEXF_SCHEMA"), Path(__file__).parents[3] / "shared" / "gexf-1.3" / "gexf.xsd")
SCHEMA = next((Path(place) for place in PLACES if place and Path(place).is_file()), None)
NS = {"g": "http://gexf.net/1.3"}


def schema_findings(document):
    """Return what the published schema finds; nothing where it is not at hand."""
    if SCHEMA is None:
        return []
    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    schema.validate(etree.fromstring(document))
    return [str(error) for error in schema.error_log]


def written(network, *, placed=True):
    drawn = looks(network, layout(network)) if placed else {}
    return "".join(gexf.lines(network, drawn)).encode()


@pytest.mark.skipif(
    SCHEMA is None, reason="the published schema (gexf.xsd of GEXF 1.3) is in none of its places"
)
def test_schema_and_rules_agree_on_what_is_wrong():
    good = written(small.network(["甲", "乙"], [(0, 1)]))
    assert (schema_findings(good), gexf_rules.findings(good)) == ([], [])
    for old, new in (
        (b'version="1.3"', b'version="1.2"'),
        (b'<viz:size value="', b'<viz:size worth="'),
        (b"</nodes>", b"</nodes><nodes/>"),
        (b'source="n/00000"', b""),
        (b'type="long"', b'type="number"'),
        (b"viz:color", b"viz:colour"),
        (b'start="2020-01-01"', b'start="last year"'),
        (b'xmlns:viz="http://gexf.net/1.3"', b'xmlns:viz="http://gexf.net/1.3/viz"'),
    ):
        bad = good.replace(old, new)
        assert bad != good
        assert schema_findings(bad), new
        assert rules_refuse(bad), new


def rules_refuse(document):
    try:
        return gexf_rules.findings(document) != []
    except ValueError:  # a date that is none
        return True


@settings(max_examples=60, deadline=None)
@given(texts.labels)
def test_any_names_give_a_valid_file_that_tells_them_again(labels):
    ends = [(n, (n * 2 + 1) % len(labels)) for n in range(len(labels))]
    network = small.network(labels, ends)
    document = written(network)
    assert gexf_rules.findings(document) == []
    assert schema_findings(document) == []
    nodes = etree.fromstring(document).findall(".//g:node", NS)
    assert [node.get("label") for node in nodes] == labels


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("kinds", [("",), ("甲类", "乙类")])
def test_networkx_reads_it_back(directed, kinds):
    labels = [text for text in map(texts.clean, texts.NASTY) if text]
    ends = [(0, 1), (1, 2), (3, 0), (4, 5), (6, 7), (2, 6)]
    network = small.network(labels, ends, directed=directed, kinds=kinds)
    read = nx.read_gexf(written_to_stream(network))
    assert read.is_directed() == directed
    assert {name: data["label"] for name, data in read.nodes(data=True)} == {
        n.id: n.label for n in network.nodes
    }
    for node in network.nodes:
        columns = [column.name for column in network.node_columns]
        expected = {key: value for key, value in zip(columns, node.values, strict=True) if value is not None}
        found = read.nodes[node.id]
        assert {key: found[key] for key in columns if key in found} == expected
        assert found.get("year") == (node.years[0] if node.years else None)
    weights = {data["id"]: data["weight"] for _, _, data in read.edges(data=True)}
    assert weights == {edge.id: edge.weight for edge in network.edges}


def written_to_stream(network):
    return io.BytesIO(written(network))


def test_time_looks_and_types():
    document = etree.fromstring(written(small.network(["甲", "乙"], [(1, 0)])))
    graph = document.find("g:graph", NS)
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    second = document.findall(".//g:node", NS)[1]
    assert [(s.get("start"), s.get("end")) for s in second.findall(".//g:spell", NS)] == [
        ("2020-01-01", "2021-12-31"),
        ("2023-01-01", "2023-12-31"),
    ]
    values = {value.get("for"): value.get("value") for value in second.iter("{http://gexf.net/1.3}attvalue")}
    assert values == {
        "kind": "thing", "kindLabel": "东西", "year": "2020", "years": "2020 2021 2023",
        "number": "1", "text": "乙", "share": "0.25",
    }  # fmt: skip
    colour = second.find("g:color", NS)
    assert [colour.get(channel) for channel in "rgb"] == ["78", "121", "167"]
    types = {each.get("id"): each.get("type") for each in document.iter("{http://gexf.net/1.3}attribute")}
    assert (types["number"], types["share"], types["text"]) == ("long", "double", "string")


def test_without_years_and_places():
    network = small.network(["甲"], [])
    document = etree.fromstring(written(network, placed=False))
    assert document.find("g:graph", NS).get("mode") == "static"
    assert document.find(".//g:position", NS) is None


def test_an_empty_network_is_valid():
    document = written(small.network([], []))
    assert (gexf_rules.findings(document), schema_findings(document)) == ([], [])


def test_spells():
    assert list(spells(())) == []
    assert list(spells((2021,))) == [(2021, 2021)]
    assert list(spells((2019, 2021, 2022, 2023, 2025))) == [(2019, 2019), (2021, 2023), (2025, 2025)]
