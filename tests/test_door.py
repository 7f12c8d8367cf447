"""The Python door: examples in the documentation run, and what users of other libraries get."""

import doctest
import sys

import pandas as pd
import pytest
import rdflib
from rdflib import RDF, Namespace

import kg
from kg import door, resources
from kg.errors import QueryError, UsageError
from kg.querying import results

ROL = Namespace("https://w3id.org/rol-kg/ontology#")
OPTIONS = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    samples, folder = resources.folder("samples"), tmp_path_factory.mktemp("stores") / "samples"
    kg.build([samples], folder, manifest=samples / "manifest.csv")
    return kg.open(folder)


@pytest.mark.parametrize("module", [door, results], ids=lambda module: module.__name__)
def test_examples_in_the_documentation(module, graph):
    ended = doctest.testmod(module, extraglobs={"graph": graph}, optionflags=OPTIONS)
    assert ended.attempted > 2
    assert ended.failed == 0


def test_verbs_take_the_open_store(graph):
    rows = kg.query("reports", store=graph).rows
    assert rows == graph.query("reports").rows == kg.open(graph.store).query("reports").rows


def test_data_frame(graph):
    frame = graph.query("metrics").to_pandas()
    assert isinstance(frame, pd.DataFrame)
    assert frame["area"].map(type).eq(str).all()
    assert pd.api.types.is_numeric_dtype(frame["value"])
    assert frame.groupby("indicator")["value"].count()["mediation-cases"] > 1


def test_an_empty_answer_keeps_its_columns(graph):
    frame = graph.query("awards", year=1990).to_pandas()
    assert len(frame) == 0
    assert list(frame.columns) == list(graph.query("awards", year=1990).columns)


def test_network(graph):
    links = graph.query("named-programs").to_networkx()
    assert ("area", "320402") in links
    assert links.degree(("area", "320402")) > 2
    assert {kind for kind, _ in links.nodes} == {"area", "program"}
    similar = graph.query("similar-districts", area="320402").to_networkx()
    assert {kind for kind, _ in similar.nodes} == {"area"}
    with pytest.raises(UsageError):
        graph.query("unlinked-metrics").to_networkx()


def test_rdflib_reads_the_store(graph):
    view = graph.rdflib()
    assert isinstance(view, rdflib.Graph)
    assert len(view) == len(graph.store)
    lists = set(view.subjects(RDF.type, ROL.LeniencyList))
    asked = view.query("SELECT ?s { ?s a <https://w3id.org/rol-kg/ontology#LeniencyList> }")
    assert {row.s for row in asked} == lists != set()


def test_a_missing_extra_says_what_to_install(graph, monkeypatch):
    for package, call in (("pandas", graph.query("awards").to_pandas), ("oxrdflib", graph.rdflib)):
        with monkeypatch.context() as without:
            without.setitem(sys.modules, package, None)
            with pytest.raises(UsageError) as caught:
                call()
            assert "pip install" in caught.value.in_language("en")
            assert package in caught.value.in_language("zh")


def test_a_view_only_reads(graph):
    with pytest.raises(QueryError):
        graph.rdflib().update("INSERT DATA { <a:b> <a:c> <a:d> }")
