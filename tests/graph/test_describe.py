"""From facts to triples: the same facts give the same graph, facts that contradict their text give none."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

from kg import areas, terms, vocabulary
from kg.errors import GraphError
from kg.graph.describe import describe
from kg.graph.literals import decimal
from kg.model import Agent, Body, Evidence, Facts, Head, Metric, Where
from tests.graph.examples import AREA, AWARDS, FACTS, METRICS, SHORTCOMINGS, TEXT


def graph_of(facts: Facts) -> list[Triple]:
    return describe(facts, vocabulary.load(), areas.load(), "rol-kg test")


def about(triples: list[Triple], base: str) -> set[Triple]:
    return {t for t in triples if t.subject.value.startswith(base)}  # type: ignore[union-attr]


def test_sorted_and_unique() -> None:
    lines = [str(triple) for triple in graph_of(FACTS)]
    assert lines == sorted(set(lines))


def test_order_of_the_facts_does_not_matter() -> None:
    turned = replace(
        FACTS,
        metrics=FACTS.metrics[::-1],
        awards=FACTS.awards[::-1],
        citations=FACTS.citations[::-1],
        implementations=FACTS.implementations[::-1],
        shortcomings=FACTS.shortcomings[::-1],
    )
    assert graph_of(turned) == graph_of(FACTS)


def test_statements_of_one_span_share_their_evidence() -> None:
    span = SHORTCOMINGS[0].evidence
    both = replace(
        FACTS, metrics=(replace(METRICS[0], evidence=span),), awards=(), shortcomings=SHORTCOMINGS[:1]
    )
    uses = [t for t in graph_of(both) if t.predicate == terms.EVIDENCE and f"={span.start}," in str(t.object)]
    assert len(uses) == 2
    assert len({t.object for t in uses}) == 1


def test_an_unknown_head_leaves_the_report_bare() -> None:
    bare = Facts(TEXT, "a.txt", Head(), report_id=FACTS.report_id)
    found = {t.predicate for t in graph_of(bare)}
    assert found == {
        terms.RDF_TYPE,
        terms.DCTERMS_SOURCE,
        terms.EXTRACTED_WITH,
        terms.STATEMENT_COUNT,
        terms.SCHEMA_TEXT,
    }


def test_a_body_is_the_same_however_a_report_writes_it() -> None:
    spellings = ("常州市天宁区司法局", "常州市 天宁区司法局", "“常州市天宁区司法局”", "常州市天寧區司法局")
    found = [
        about(
            graph_of(replace(FACTS, metrics=(), awards=(replace(AWARDS[0], conferred_by=Body(AREA, name)),))),
            terms.BODY_BASE,
        )
        for name in spellings
    ]
    assert all(other == found[0] for other in found)


def test_what_one_report_says_of_an_entity_stays_with_the_report() -> None:
    other = replace(AWARDS[0], recipients=(Agent("body", "常州市天宁区司法局", AREA, "notary-office"),))
    described = about(graph_of(replace(FACTS, awards=(other,))), terms.BODY_BASE)
    assert described <= about(graph_of(FACTS), terms.BODY_BASE)


def test_an_area_that_nobody_knows_makes_an_honouree() -> None:
    award = replace(AWARDS[0], recipients=(Agent("area", "某某片区"),))
    triples = graph_of(replace(FACTS, awards=(award,)))
    (recipient,) = [t.object for t in triples if t.predicate == terms.RECIPIENT]
    assert Triple(recipient, terms.RDF_TYPE, terms.HONOUREE) in triples  # type: ignore[arg-type]


def test_a_statement_without_a_label_is_called_what_the_text_says() -> None:
    triples = graph_of(replace(FACTS, metrics=(replace(METRICS[0], label=""),)))
    labels = [t.object for t in triples if "/metric/" in str(t.subject) and t.predicate == terms.RDFS_LABEL]
    assert labels == [Literal("108件", language="zh")]


@pytest.mark.parametrize(
    "evidence",
    [
        Evidence(0, 3, "错误的"),
        Evidence(5, 5, ""),
        Evidence(8, 4, TEXT[8:4]),
        Evidence(-3, -1, TEXT[-3:-1]),
        Evidence(len(TEXT) - 1, len(TEXT) + 5, TEXT[-1:] + "之后"),
    ],
)
def test_evidence_that_the_text_does_not_bear_out_is_refused(evidence: Evidence) -> None:
    wrong = replace(FACTS, metrics=(replace(METRICS[0], evidence=evidence),))
    with pytest.raises(GraphError, match=str(evidence.start)) as caught:
        graph_of(wrong)
    assert caught.value.code == "graph-evidence-differs"
    assert FACTS.source in caught.value.in_language("zh")


def test_two_statements_of_a_kind_in_one_span_are_refused() -> None:
    twice = replace(FACTS, metrics=(METRICS[0], replace(METRICS[0], value=Decimal(7))))
    with pytest.raises(GraphError) as caught:
        graph_of(twice)
    assert caught.value.code == "graph-same-span"


def test_an_area_without_a_table_is_refused() -> None:
    with pytest.raises(GraphError, match="999999") as caught:
        graph_of(replace(FACTS, metrics=(replace(METRICS[0], where=Where("999999")),)))
    assert caught.value.code == "graph-unknown-area"


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("12.50", "12.5"),
        ("+3", "3"),
        ("-0", "0"),
        ("0.0", "0"),
        ("1E+5", "100000"),
        ("33E-2", "0.33"),
        ("-5.00", "-5"),
    ],
)
def test_decimals_are_written_in_their_shortest_form(number: str, written: str) -> None:
    assert decimal(Decimal(number)) == Literal(written, datatype=terms.XSD_DECIMAL)


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_decimals_keep_their_value(number: Decimal) -> None:
    written = decimal(number).value
    assert Decimal(written) == number
    assert "E" not in written.upper()


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_what_is_no_quantity_is_no_decimal(number: str) -> None:
    with pytest.raises(ValueError, match="no quantity"):
        decimal(Decimal(number))


def test_metrics_carry_exactly_one_number_whatever_they_are() -> None:
    numbers = {terms.VALUE, terms.CHANGE, terms.TARGET, terms.TARGET_CHANGE}
    found: dict[tuple[bool, bool], NamedNode] = {}
    for planned in (False, True):
        for change in (False, True):
            metric: Metric = replace(METRICS[0], planned=planned, change=change)
            used = [
                t.predicate for t in graph_of(replace(FACTS, metrics=(metric,))) if t.predicate in numbers
            ]
            (found[planned, change],) = used
    assert found == {
        (False, False): terms.VALUE,
        (False, True): terms.CHANGE,
        (True, False): terms.TARGET,
        (True, True): terms.TARGET_CHANGE,
    }
