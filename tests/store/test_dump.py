import io
import json

import pyoxigraph as ox
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg import terms
from kg.store import dump as dumping

NODES = st.sampled_from(
    [ox.NamedNode(terms.REPORT_BASE + name) for name in ("a", "a/b", "a#c", "b", "é", "中")]
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
TRIPLES = st.builds(ox.Triple, NODES, NODES, st.one_of(NODES, st.builds(ox.Literal, TEXTS)))


def dumped(triples, format_="nt"):
    store, output = ox.Store(), io.BytesIO()
    store.extend(ox.Quad(*triple) for triple in triples)
    dumping.dump(store, output, format_)
    return output.getvalue()


@settings(max_examples=50, deadline=None)
@given(st.lists(TRIPLES), st.sampled_from([1, 3, 200]))
def test_lines_are_sorted_and_complete_however_many_fit_in_memory(triples, fit):
    original, dumping._IN_MEMORY = dumping._IN_MEMORY, fit
    try:
        lines = dumped(triples).splitlines(keepends=True)
    finally:
        dumping._IN_MEMORY = original
    assert lines == sorted(set(lines))
    assert {quad.triple for quad in ox.parse(b"".join(lines), ox.RdfFormat.N_TRIPLES)} == set(triples)


@settings(max_examples=30, deadline=None)
@given(st.lists(TRIPLES), st.randoms(use_true_random=False), st.sampled_from(["nt", "ttl", "jsonld"]))
def test_equal_graphs_give_equal_bytes(triples, random, format_):
    other = list(triples)
    random.shuffle(other)
    assert dumped(triples, format_) == dumped(other, format_)


def test_other_tools_read_the_same_graph_from_every_format():
    node = ox.NamedNode(terms.REPORT_BASE + "r")
    triples = [
        ox.Triple(node, terms.DCTERMS_TITLE, ox.Literal('一"二"\n三\\四')),
        ox.Triple(node, terms.RDFS_LABEL, ox.Literal("题", language="zh")),
        ox.Triple(node, terms.RDF_TYPE, terms.REPORT),
        ox.Triple(node, terms.COVERS_YEAR, ox.Literal(2023)),
    ]
    names = {"nt": "nt", "ttl": "turtle", "jsonld": "json-ld"}
    graphs = [
        rdflib.Graph().parse(data=dumped(triples, ours), format=theirs) for ours, theirs in names.items()
    ]
    assert len(graphs[0]) == len(triples)
    assert all(isomorphic(graphs[0], graph) for graph in graphs)
    assert json.loads(dumped(triples, "jsonld"))


def test_an_empty_graph():
    assert dumped([]) == b""
