"""Findings: what they say, in which order, and that they are what pySHACL finds by itself."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pyshacl
import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store, Triple
from rdflib import SH, Graph, URIRef

from kg import areas, resources, terms, vocabulary
from kg.errors import GraphError
from kg.graph.describe import describe
from kg.graph.serialise import serialise
from kg.graph.vocabulary_graph import vocabulary_triples
from kg.model import Where
from kg.validation.shapes import GROUPS, load_shapes
from kg.validation.validate import Finding, prepare, results, validate
from tests.graph.examples import FACTS, METRICS, REPORT_ID, with_vocabulary

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib.term import Node

WORDS = vocabulary.load()
REPORT = terms.REPORT_BASE + REPORT_ID
CONTRACT = load_shapes(groups=["graph"])


@pytest.fixture(scope="module")
def graph() -> list[Triple]:
    return describe(FACTS, WORDS, areas.load(), "rol-kg test")


def test_a_report_as_described_has_no_violation(graph: list[Triple]) -> None:
    findings = validate(graph, WORDS, CONTRACT)
    assert {finding.severity for finding in findings} == {"info"}
    assert {finding.check for finding in findings} == {"metric-indicator-missing", "award-level-missing"}


def test_a_finding_says_what_is_wrong_and_where(graph: list[Triple]) -> None:
    broken = [t for t in graph if t.predicate != terms.DCTERMS_ISSUED]
    broken.append(Triple(NamedNode(REPORT), terms.DCTERMS_ISSUED, Literal("三月八日")))
    assert validate(broken, WORDS)[0] == Finding(
        "violation",
        "issued-range",
        REPORT,
        terms.DCTERMS + "issued",
        "三月八日",
        "发布日期（dcterms:issued）必须是日期（xsd:date）。",
        "The date of publication (dcterms:issued) is a date (xsd:date).",
        report=REPORT,
        shape=terms.SHAPE_BASE + "issued-range",
        component=terms.SH + "DatatypeConstraintComponent",
    )


def test_what_is_unknown_is_a_warning_and_no_violation() -> None:
    bare = replace(
        FACTS,
        head=replace(FACTS.head, issued=None, publisher=None, title=None, level=None, period=None, area=None),
        metrics=(replace(METRICS[0], where=Where(), period=None, unit=""),),
        awards=(replace(FACTS.awards[0], recipients=()),),
    )
    findings = validate(describe(bare, WORDS, areas.load(), "rol-kg test"), WORDS, CONTRACT)
    assert {finding.check for finding in findings if finding.severity == "warning"} == {
        "report-issued-missing",
        "report-publisher-missing",
        "report-title-missing",
        "report-level-missing",
        "report-period-missing",
        "report-area-missing",
        "statement-area-missing",
        "statement-period-missing",
        "metric-unit-missing",
        "award-recipient-missing",
    }
    assert not [finding for finding in findings if finding.severity == "violation"]


def test_violations_come_first_and_the_order_is_fixed(graph: list[Triple]) -> None:
    broken = [t for t in graph if t.predicate not in (terms.STATED_IN, terms.PERIOD)]
    findings = validate(broken, WORDS)
    ranks = [("violation", "warning", "info").index(finding.severity) for finding in findings]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == 3
    shuffled = list(broken)
    random.Random(7).shuffle(shuffled)  # noqa: S311 (no secret)
    assert validate(shuffled, WORDS) == findings


def test_an_unknown_concept_is_a_violation() -> None:
    facts = replace(FACTS, metrics=(replace(METRICS[0], indicator="no-such-indicator"),))
    findings = validate(describe(facts, WORDS, areas.load(), "rol-kg test"), WORDS)
    assert "indicator-range" in {finding.check for finding in findings if finding.severity == "violation"}


def test_a_store_is_checked_with_its_own_vocabulary(graph: list[Triple]) -> None:
    store = Store()
    store.extend(Quad(*triple) for triple in graph)
    assert "body-type-range" in {finding.check for finding in validate(store, WORDS)}
    store.extend(Quad(*triple) for triple in vocabulary_triples(WORDS))
    assert validate(store, WORDS) == validate(graph, WORDS)


def test_the_vocabulary_itself_is_sound() -> None:
    assert validate(vocabulary_triples(WORDS), WORDS) == []


def by_pyshacl(triples: list[Triple]) -> set[tuple[str, str, str | None, str]]:
    """Check with pySHACL alone, on an rdflib graph."""
    data = Graph().parse(data=serialise(with_vocabulary(triples, WORDS), "nt"), format="nt")
    shapes = Graph()
    for group in GROUPS:
        shapes.parse(resources.folder("shapes") / f"{group}.ttl")
    shapes.remove((URIRef(terms.SHAPE_BASE + "evidence-quote"), None, None))
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
    assert isinstance(report, Graph)
    found = list(report.objects(None, SH.result))
    mistyped = {where(report, r) for r in found if kind(report, r) == SH.DatatypeConstraintComponent}
    return {
        (
            str(report.value(result, SH.sourceShape)),
            str(report.value(result, SH.focusNode)),
            None if (value := report.value(result, SH.value)) is None else str(value),
            str(report.value(result, SH.resultSeverity)).removeprefix(terms.SH).lower(),
        )
        for result in found
        if kind(report, result) != SH.LessThanConstraintComponent or where(report, result) not in mistyped
    }


def kind(report: Graph, result: Node) -> Node | None:
    return report.value(result, SH.sourceConstraintComponent)


def where(report: Graph, result: Node) -> tuple[Node | None, Node | None]:
    return report.value(result, SH.focusNode), report.value(result, SH.value)


@pytest.mark.parametrize("seed", range(3))
def test_results_are_those_of_pyshacl_on_an_rdflib_graph(graph: list[Triple], seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (no secret)
    kept = [triple for triple in graph if chance.random() < 0.9]
    bent = [
        Triple(triple.subject, chance.choice(graph).predicate, triple.object)
        for triple in chance.sample(graph, 15)
    ]
    broken = [*kept, *bent]
    shapes = load_shapes()
    found = results(prepare(broken, WORDS, shapes, "reference"), shapes)
    ours = {(result.shape, result.focus, result.value, result.severity) for result in found}
    assert len({shape for shape, *_ in ours}) > 10
    assert ours == by_pyshacl(broken)


def test_every_shape_has_a_name_a_severity_and_words_in_both_languages() -> None:
    shapes = load_shapes()
    assert len(set(shapes.names.values())) == len(shapes.names)
    for shape, messages in shapes.messages.items():
        assert str(shape).startswith(terms.SHAPE_BASE)
        assert messages.zh.endswith("。")
        assert messages.en.endswith(".")
        assert messages.zh != messages.en
        assert (shape, SH.severity, None) in shapes.graph
        assert (shape, SH.node, None) not in shapes.graph
        assert (shape, SH.property, None) not in shapes.graph


def test_shapes_of_the_user_are_checked_as_well(graph: list[Triple], tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        """@prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix rol: <https://w3id.org/rol-kg/ontology#> .
        <https://example.org/rules#no-awards> a sh:PropertyShape ; sh:targetClass rol:Award ;
          sh:path rol:status ; sh:maxCount 0 ; sh:message "No awards here." .""",
        encoding="utf-8",
    )
    found = [f for f in validate(graph, WORDS, load_shapes([own])) if f.check == "no-awards"]
    assert len(found) == 3
    assert {(f.severity, f.message_en, f.message_zh) for f in found} == {
        ("violation", "No awards here.", "No awards here.")
    }


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("this is no Turtle", "shapes-broken"),
        ("@prefix a: <http://a/> . a:b a:c a:d .", "shapes-none"),
        ("", "shapes-none"),
    ],
)
def test_a_file_without_shapes_is_refused(tmp_path: Path, content: str, code: str) -> None:
    file = tmp_path / "own.ttl"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(GraphError, match=r"own\.ttl") as caught:
        load_shapes([file])
    assert caught.value.code == code
    assert "own.ttl" in caught.value.in_language("zh")


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    file.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(GraphError):
        load_shapes([file])


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_shapes([tmp_path / "none.ttl"])


def test_shapes_that_shacl_does_not_allow_are_refused(graph: list[Triple], tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    file.write_text(
        """@prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix rol: <https://w3id.org/rol-kg/ontology#> .
        <https://example.org/rules#bad> a sh:PropertyShape ; sh:targetClass rol:Award ;
          sh:path rol:status ; sh:minCount "many" .""",
        encoding="utf-8",
    )
    with pytest.raises(GraphError) as caught:
        validate(graph, WORDS, load_shapes([file]))
    assert caught.value.code == "shapes-unusable"


def test_concepts_of_the_user_are_part_of_the_graph(tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        """@prefix rol: <https://w3id.org/rol-kg/ontology#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <https://example.org/drone-flights> a rol:Indicator ; skos:notation "drone-flights" ;
          skos:prefLabel "无人机巡查架次"@zh, "drone patrols"@en ; rol:unit "架次" ;
          skos:broader <https://w3id.org/rol-kg/indicator-group/governance> .""",
        encoding="utf-8",
    )
    words = vocabulary.load([own])
    facts = replace(FACTS, metrics=(replace(METRICS[0], indicator="drone-flights"),))
    described = describe(facts, words, areas.load(), "rol-kg test")
    indicator = NamedNode("https://example.org/drone-flights")
    assert indicator in {t.object for t in described if t.predicate == terms.INDICATOR}
    group = NamedNode(terms.INDICATOR_GROUP_BASE + "governance")
    assert Triple(indicator, terms.IN_TYPE, group) in vocabulary_triples(words)
    assert [f for f in validate(described, words) if f.severity == "violation"] == []
