"""What each question answers over the graph by hand, in Oxigraph and, unchanged, in rdflib."""

from decimal import Decimal

import pyoxigraph as ox
import pytest
import rdflib

from kg.querying import library
from kg.querying.run import query, question_text

BASE = "https://w3id.org/rol-kg/"
FIRST = BASE + "report/1111111111111111"
METRIC = FIRST + "/metric/200-208"


@pytest.fixture(scope="module")
def rdflib_graph(small_graph):
    return rdflib.Graph().parse(small_graph)


def rows(store, question, *columns, **given):
    return [tuple(row[column] for column in columns) for row in query(question, store=store, **given).rows]


def written(term):
    return None if term is None else str(getattr(term, "value", term))


GIVEN = [
    ("first-offence-lists", {}),
    ("first-offence-lists", {"area": "江苏省", "year": 2023}),
    ("district-profile", {"area": "320402"}),
    ("district-profile", {"area": ["320400", "360102"], "year": [2022, 2024]}),
    ("compare-districts", {"indicator": "mediation-cases"}),
    ("compare-districts", {"indicator": "mediation-cases", "year": 2022}),
    ("awards", {}),
    ("awards", {"level": "national", "area": "天宁区", "year": 2023}),
    ("documents-issued", {}),
    ("documents-issued", {"year": 2024}),
    ("metrics", {}),
    ("metrics", {"area": 320402, "year": 2023}),
    ("evidence", {"statement": METRIC}),
]


@pytest.mark.parametrize(("question", "given"), GIVEN)
def test_both_engines_agree_on_rows_and_their_order(question, given, store, rdflib_graph):
    text = question_text(question, given)
    ours = [tuple(written(term) for term in solution) for solution in store.query(text)]
    theirs = [tuple(written(term) for term in row) for row in rdflib_graph.query(text)]
    assert ours
    assert ours == theirs


@pytest.mark.parametrize("question", library.questions(), ids=lambda question: question.id)
def test_the_file_runs_as_it_stands(question, store, rdflib_graph):
    ours = [tuple(written(term) for term in solution) for solution in store.query(question.text)]
    assert ours == [tuple(written(term) for term in row) for row in rdflib_graph.query(question.text)]


@pytest.mark.parametrize("question", library.questions(), ids=lambda question: question.id)
def test_no_row_comes_twice(question, store):
    answer = list(query(question.id, store=store, example=True).solutions)
    assert len(answer) == len(set(answer))


def test_first_offence_lists_are_lists_and_say_whether_they_are_planned(store):
    assert rows(store, "first-offence-lists", "area", "year", "program", "edition", "items", "status") == [
        ("320402", 2023, "首违不罚事项清单", "第二版", 146, "realised"),
        ("360102", 2024, "首违不罚清单", None, None, "planned"),
    ]


def test_area_takes_all_within_it(store):
    columns = ("areaName",)
    assert rows(store, "first-offence-lists", *columns, area="320000") == [("江苏省常州市天宁区",)]
    assert rows(store, "first-offence-lists", *columns, area="中国") == [
        ("江苏省常州市天宁区",),
        ("江西省南昌市东湖区",),
    ]
    assert rows(store, "first-offence-lists", *columns, area="440205") == []


def test_an_area_and_one_around_it_give_each_statement_once(store):
    assert len(query("metrics", store=store, area=["320402", "320400"])) == len(
        query("metrics", store=store, area="320400")
    )


def test_comparison_leaves_out_targets_changes_repetitions_and_townships(store):
    assert rows(
        store,
        "compare-districts",
        "area",
        "year",
        "value",
        "comparator",
        "quote",
        indicator="mediation-cases",
    ) == [
        ("320402", 2022, Decimal(4000), None, "4000件"),
        ("320402", 2023, Decimal(3500), "gt", "3500余件"),
        ("360102", 2023, Decimal(986), None, "986件"),
    ]


def test_awards_are_won_ones_with_a_row_for_each_recipient(store):
    assert rows(store, "awards", "award", "recipient", "conferredBy", "level", year=2023) == [
        ("全国法治宣传先进典型", "常州市天宁区司法局", "司法部", "national"),
        ("全国法治宣传先进典型", "王小明", "司法部", "national"),
        ("全市优秀案例二等奖", "天宁区", None, "municipal"),
    ]
    assert rows(store, "awards", "recipient", level="municipal") == [("天宁区",)]


def test_what_has_no_area_or_year_is_not_lost(store):
    assert (None, None, "先进集体奖") in rows(store, "awards", "area", "year", "award")
    assert (None, None, Decimal(77)) in rows(store, "metrics", "area", "year", "value")


def test_documents_issued_revised_approved(store):
    assert rows(store, "documents-issued", "year", "title", "relation", "status") == [
        (2023, "天宁区重大行政决策目录", "issued", "realised"),
        (2024, "天宁区重大行政决策目录", "revised", "planned"),
    ]


def test_metrics_have_all_their_fields(store):
    by_quote = {row["statement"].rpartition("/")[2]: row for row in query("metrics", store=store).rows}
    assert len(by_quote) == 9
    assert (
        by_quote["310-315"] | {"kind": "change", "value": Decimal("-12.5"), "unit": "%"}
        == by_quote["310-315"]
    )
    assert by_quote["900-905"]["kind"] == "target"
    assert by_quote["900-905"]["part"] == "next-plan"
    assert by_quote["300-308"]["repeats"] == METRIC
    assert by_quote["5-9"]["township"] == "320402001"
    ranged = by_quote["90-95"]
    assert (ranged["value"], ranged["comparator"], ranged["upper"]) == (Decimal(3), "ge", Decimal(5))
    assert ranged["period"] == "2023-01--2023-09"
    assert (by_quote["200-208"]["group"], by_quote["200-208"]["start"], by_quote["200-208"]["end"]) == (
        "mediation",
        200,
        208,
    )


def test_profile_has_every_kind_and_tells_plans_from_facts(store):
    found = rows(store, "district-profile", "statementKind", "kind", "status", area="天宁区")
    assert {kind for kind, _, _ in found} == {"metric", "award", "citation", "implementation", "shortcoming"}
    assert ("metric", "target", "planned") in found
    assert ("metric", "value", "realised") in found
    assert ("award", None, "planned") in found
    assert ("shortcoming", None, None) in found


def test_evidence_has_a_row_for_each_source(store):
    short = METRIC.removeprefix(BASE)
    assert rows(
        store, "evidence", "statement", "report", "source", "start", "end", "quote", statement=short
    ) == [
        (METRIC, FIRST, "a/tianning.txt", 200, 208, "3500余件"),
        (METRIC, FIRST, "b/tianning.txt", 200, 208, "3500余件"),
    ]


def test_a_planned_list_that_is_added_never_passes_as_done(store):
    realised = rows(store, "first-offence-lists", "area", "status")
    grown = ox.Store()
    grown.extend(store)
    statement = ox.NamedNode(FIRST + "/implementation/120-124")
    status = ox.NamedNode(BASE + "ontology#status")
    grown.add(
        ox.Quad(
            statement,
            ox.NamedNode(BASE + "ontology#programType"),
            ox.NamedNode(BASE + "program-type/first-offence-leniency"),
        )
    )
    grown.remove(ox.Quad(statement, status, ox.NamedNode(BASE + "ontology#Realised")))
    grown.add(ox.Quad(statement, status, ox.NamedNode(BASE + "ontology#Planned")))
    after = rows(grown, "first-offence-lists", "area", "status")
    assert sorted(after) == sorted([*realised, ("320402", "planned")])
