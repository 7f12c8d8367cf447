import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg import terms
from kg.cli.main import cli
from kg.errors import UsageError, VocabularyError
from kg.reasoning import consistency, entailment, writing

BASE = "https://w3id.org/rol-kg/"
STANDARD = {
    "PREFIX org: <http://www.w3.org/ns/org#> ASK { ?body a org:Organization }",
    "PREFIX prov: <http://www.w3.org/ns/prov#> ASK { ?said prov:wasDerivedFrom ?report . ?report a prov:Entity }",
    "PREFIX prov: <http://www.w3.org/ns/prov#> ASK { ?report prov:hadDerivation ?said }",
    "PREFIX qb: <http://purl.org/linked-data/cube#> "
    "PREFIX measure: <http://purl.org/linked-data/sdmx/2009/measure#> "
    "PREFIX dimension: <http://purl.org/linked-data/sdmx/2009/dimension#> "
    "ASK { ?number a qb:Observation ; measure:obsValue ?value ; dimension:refArea ?area }",
    "PREFIX schema: <https://schema.org/> "
    "ASK { ?area a schema:AdministrativeArea ; schema:containedInPlace ?other . ?other schema:containsPlace ?area }",
    "PREFIX oa: <http://www.w3.org/ns/oa#> ASK { ?span a oa:TextPositionSelector ; oa:start ?start }",
}
needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java")


@pytest.fixture(scope="session")
def graph(tmp_path_factory):
    """A store on disk with the graph by hand of the tests of questions."""
    folder = tmp_path_factory.mktemp("stores") / "small"
    path = Path(__file__).parent.parent / "querying" / "graph.ttl"
    ox.Store(str(folder)).bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)
    return folder


@pytest.mark.parametrize("query", sorted(STANDARD))
def test_tools_that_know_only_the_standards_find_the_graph(query, graph, tmp_path):
    before = ox.Store.read_only(str(graph))
    assert not before.query(query)
    size = len(before)
    written = writing.write(graph, tmp_path / "second")
    second = ox.Store.read_only(str(tmp_path / "second"))
    assert second.query(query)
    assert len(second) == written > size
    assert len(ox.Store.read_only(str(graph))) == size


def test_a_file_holds_the_same(graph, tmp_path):
    writing.write(graph, tmp_path / "second")
    writing.write(graph, tmp_path / "second.nt")
    loaded = ox.Store()
    loaded.bulk_load(path=str(tmp_path / "second.nt"), format=ox.RdfFormat.N_TRIPLES)
    assert set(loaded) == set(ox.Store.read_only(str(tmp_path / "second")))


def test_never_into_the_store_that_is_read_nor_over_anything(graph, tmp_path):
    (tmp_path / "there.nt").write_text("x")
    for out in (graph, graph / "inside.nt", tmp_path / "there.nt"):
        with pytest.raises(UsageError):
            writing.write(graph, out)
    assert (tmp_path / "there.nt").read_text() == "x"


def test_rules_reach_however_far_and_cycles_end(tmp_path):
    path = tmp_path / "o.ttl"
    path.write_text("""@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
<a:A> rdfs:subClassOf <a:B> . <a:B> rdfs:subClassOf <a:C> . <a:C> rdfs:subClassOf <a:A> .
<a:p> rdfs:subPropertyOf <a:q> . <a:q> owl:inverseOf <a:r> . <a:r> rdfs:subPropertyOf <a:s> .""")
    node = ox.NamedNode
    triples = [
        ox.Triple(node("x:1"), terms.RDF_TYPE, node("a:A")),
        ox.Triple(node("x:1"), node("a:p"), node("x:2")),
    ]
    found = {tuple(t) for t in entailment.entail(triples, entailment.rules(path))}
    assert found == {tuple(t) for t in triples} | {
        (node("x:1"), terms.RDF_TYPE, node("a:B")),
        (node("x:1"), terms.RDF_TYPE, node("a:C")),
        (node("x:1"), node("a:q"), node("x:2")),
        (node("x:2"), node("a:r"), node("x:1")),
        (node("x:2"), node("a:s"), node("x:1")),
    }


def test_work_is_linear_in_the_graph():
    """Each triple yields a number of triples that does not depend on the others."""
    known = entailment.rules()
    node = ox.NamedNode
    triples = [
        ox.Triple(node(f"{BASE}body/{number}"), terms.RDF_TYPE, node(terms.ROL + "Bureau"))
        for number in range(100)
    ]
    assert len(list(entailment.entail(triples, known))) == 100 * len(
        list(entailment.entail(triples[:1], known))
    )


@needs_java
def test_the_ontology_is_consistent():
    assert consistency.judge() == consistency.Verdict(True)


@needs_java
def test_a_class_that_can_have_no_member_is_named(tmp_path, kg_status):
    path = tmp_path / "mine.ttl"
    path.write_text("""@prefix rol: <https://w3id.org/rol-kg/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://example.org/Both> a owl:Class ; rdfs:subClassOf rol:Body, rol:Area .""")
    assert consistency.judge([path]) == consistency.Verdict(True, ("https://example.org/Both",))
    assert kg_status("reason", "--words", path) == (1, True)


@needs_java
def test_a_contradiction(tmp_path):
    path = tmp_path / "mine.ttl"
    path.write_text(
        "@prefix rol: <https://w3id.org/rol-kg/ontology#> . <https://example.org/x> a rol:Body, rol:Area ."
    )
    assert not consistency.judge([path]).consistent


def test_without_java_the_message_says_so(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError) as caught:
        consistency.judge()
    assert "Java" in caught.value.in_language("en")
    assert "Java" in caught.value.in_language("zh")


@needs_java
def test_files_that_are_none(tmp_path):
    broken = tmp_path / "broken.ttl"
    broken.write_text("<a> <b>")
    for path in (broken, tmp_path / "missing.ttl"):
        with pytest.raises(VocabularyError):
            consistency.judge([path])


@pytest.fixture
def kg_status(monkeypatch):
    """Call the command line: its exit status, and whether it names the class."""
    monkeypatch.setenv("KG_LANG", "en")

    def call(*arguments):
        ended = CliRunner().invoke(cli, [str(argument) for argument in arguments], prog_name="kg")
        return ended.exit_code, "example.org/Both" in ended.stdout

    return call
