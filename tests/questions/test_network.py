"""No path by which a query can come in lets it reach the network or change the store: a canary sees no request."""

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

import kg
from kg.cli.main import cli
from kg.errors import KgError

QUERIES = (
    "SELECT * {{ SERVICE <{url}> {{ ?a ?b ?c }} }}",
    "SELECT * {{ SERVICE SILENT <{url}> {{ ?a ?b ?c }} }}",
    "ASK {{ ?s ?p ?o FILTER EXISTS {{ SERVICE <{url}> {{ ?a ?b ?c }} }} }}",
    "LOAD <{url}>",
    "LOAD SILENT <{url}> INTO GRAPH <a:g>",
    "INSERT {{ ?a ?b ?c }} WHERE {{ SERVICE <{url}> {{ ?a ?b ?c }} }}",
    "SELECT * FROM <{url}> {{ ?s ?p ?o }}",
)


@pytest.fixture
def folder(tmp_path):
    opened = ox.Store(str(tmp_path / "store"))
    opened.add(ox.Quad(ox.NamedNode("a:s"), ox.NamedNode("a:p"), ox.Literal("x")))
    return tmp_path / "store"


def by_function(query, folder):
    kg.sparql(query, store=folder)


def by_door(query, folder):
    kg.open(folder).sparql(query)


def by_view(query, folder):
    list(kg.open(folder).rdflib().query(query))


def by_view_of_the_store(query, folder):
    list(kg.open(folder).rdflib().query(query, use_store_provided=False))


def by_update(query, folder):
    kg.open(folder).rdflib().update(query)


def by_command(query, folder):
    ended = CliRunner().invoke(cli, ["sparql", "-", "--store", str(folder)], input=query, prog_name="kg")
    assert ended.exit_code == 2
    assert "Traceback" not in ended.stderr
    raise KgError("error", message=ended.stderr)


def by_parameter(query, folder):
    kg.query("evidence", store=folder, statement=query)


@pytest.mark.parametrize(
    "path", [by_function, by_door, by_view, by_view_of_the_store, by_update, by_command, by_parameter]
)
@pytest.mark.parametrize("query", QUERIES)
def test_the_canary_sees_nothing(path, query, canary, folder):
    url, seen = canary
    before = set(ox.Store.read_only(str(folder)))
    with pytest.raises(KgError):
        path(query.format(url=url), folder)
    assert seen == []
    assert set(ox.Store.read_only(str(folder))) == before


def test_the_canary_would_sing(canary):
    url, seen = canary
    with pytest.raises(OSError, match="500"):
        list(ox.Store().query(QUERIES[0].format(url=url)))
    assert seen
