"""N-Triples, Turtle and JSON-LD say the same, always in the same bytes."""

from __future__ import annotations

import json
import random
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse
from rdflib import Graph

from kg import areas, terms, vocabulary
from kg.graph.describe import describe
from kg.graph.serialise import FORMATS, Format, serialise, write
from tests.graph.examples import FACTS

READERS = {"nt": RdfFormat.N_TRIPLES, "ttl": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD}
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
NODES = st.sampled_from(
    ["area/1", "report/a#char=1,2", "report/a/metric/1-2", "ontology#value", "body/0"]
).map(lambda end: NamedNode(terms.BASE + end))
PROPERTIES = st.sampled_from(
    [terms.RDF_TYPE, terms.VALUE, terms.RDFS_LABEL, NamedNode("http://example.org/p")]
)
LITERALS = st.one_of(
    TEXTS.map(Literal),
    TEXTS.map(lambda text: Literal(text, language="zh")),
    st.integers().map(lambda number: Literal(str(number), datatype=terms.XSD_INTEGER)),
    st.dates().map(lambda day: Literal(day.isoformat(), datatype=terms.XSD_DATE)),
)


@st.composite
def graphs(draw: st.DrawFn) -> list[Triple]:
    triples = []
    for _ in range(draw(st.integers(0, 12))):
        subject, predicate = draw(NODES), draw(PROPERTIES)
        value = draw(NODES) if predicate == terms.RDF_TYPE else draw(st.one_of(NODES, LITERALS))
        triples.append(Triple(subject, predicate, value))
    return triples


def read(data: bytes, form: Format) -> set[Triple]:
    return {quad.triple for quad in parse(data, format=READERS[form])}


@pytest.mark.parametrize("form", FORMATS)
@given(triples=graphs())
def test_reads_back_the_same(form: Format, triples: list[Triple]) -> None:
    assert read(serialise(triples, form), form) == set(triples)


@pytest.mark.parametrize("form", FORMATS)
@given(triples=graphs(), seed=st.integers())
def test_order_does_not_matter(form: Format, triples: list[Triple], seed: int) -> None:
    shuffled = triples + triples[:1]
    random.Random(seed).shuffle(shuffled)  # noqa: S311 (no secret)
    assert serialise(shuffled, form) == serialise(triples, form)


@pytest.fixture(scope="module")
def report() -> list[Triple]:
    return describe(FACTS, vocabulary.load(), areas.load(), "rol-kg test")


@pytest.mark.parametrize(("form", "name"), [("nt", "nt"), ("ttl", "turtle"), ("jsonld", "json-ld")])
def test_another_library_reads_the_same(report: list[Triple], form: Format, name: str) -> None:
    ours = Graph().parse(data=serialise(report, form), format=name)
    assert len(ours) == len(report)
    assert ours.isomorphic(Graph().parse(data=serialise(report, "nt"), format="nt"))


def test_ntriples_are_sorted_by_line(report: list[Triple]) -> None:
    lines = serialise(report, "nt").splitlines()
    assert lines == sorted(lines)
    assert len(lines) == len(report)


def test_turtle_is_short_and_readable(report: list[Triple]) -> None:
    text = serialise(report, "ttl").decode()
    header = [line for line in text.splitlines() if line.startswith("@prefix")]
    assert header == sorted(header)
    assert "<area/320402> a rol:Area , rol:District ;" in text
    assert f"<report/{FACTS.report_id}#char=" in text


def test_jsonld_is_compact(report: list[Triple]) -> None:
    document = json.loads(serialise(report, "jsonld"))
    (district,) = [node for node in document["@graph"] if node["@id"] == "area/320402"]
    assert district["@type"] == ["rol:Area", "rol:District"]
    assert district["rol:code"] == "320402"
    assert district["rdfs:label"] == {"@value": "天宁区", "@language": "zh"}
    assert district["rol:within"] == {"@id": "area/320400"}


def test_many_triples_are_written_in_pieces() -> None:
    many = [
        Triple(NamedNode(f"{terms.AREA_BASE}{number:06}"), terms.CODE, Literal(str(number)))
        for number in range(40_000)
    ]
    output = BytesIO()
    write(iter(many), output, "ttl")
    assert read(output.getvalue(), "ttl") == set(many)
    assert output.getvalue().count(b"@prefix") == len(terms.PREFIXES)


def test_blank_nodes_of_others_are_kept() -> None:
    triples = [Triple(BlankNode("x"), terms.WITHIN, BlankNode("y"))]
    assert serialise(triples, "nt") == b"_:x <https://w3id.org/rol-kg/ontology#within> _:y .\n"
    assert json.loads(serialise(triples, "jsonld"))["@graph"] == [
        {"@id": "_:x", "rol:within": {"@id": "_:y"}}
    ]
