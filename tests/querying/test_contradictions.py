"""Questions about contradictions and the national rule, over reports by hand; rdflib answers the same."""

from datetime import date

import pyoxigraph as ox
import pytest
from rdflib import Graph

from kg.graph.serialise import serialise
from kg.graph.vocabulary_graph import vocabulary_triples
from kg.model import Body, Period
from kg.querying.library import question
from kg.querying.run import query
from tests.validation.drafts import END, PARTS, WORDS, draft, m, rate

Y2022, Y2018 = Period.of_year(2022), Period.of_year(2018)
NO_PLAN = PARTS[:3]
TOWN = {"level": "township", "township": "320402109"}
OFFICE = Body("320402", "甲街道办事处")
GRAPHS = (
    draft(m("mediation-cases", "1000", label="调解"), issued=date(2024, 5, 2), parts=NO_PLAN),
    draft(m("mediation-cases", "1001", label="调解"), covers_year=2018, issued=date(2019, 4, 1), parts=()),
    draft(m(None, "2"), type="work-plan", parts=(), issued=date(2024, 12, 1)),
    draft(m(None, "3"), publisher=OFFICE, issued=date(2024, 6, 1), **TOWN),
    draft(
        m("reconsideration-applications", "100"),
        m("reconsideration-accepted", "108"),
        m("reconsideration-closed", "120"),
        rate("official-appearance-rate", "120"),
        rate(None, "130", label="任务完成率"),
    ),
    draft(
        m("reconsideration-accepted", "90"), m("reconsideration-closed", "95"), m(None, "5", label="上年结转")
    ),
    draft(
        m("law-talks", "12", "场", "讲座"),
        END,
        m("law-talks", "14", "场", "讲座"),
        m("law-talks", "20", "场", "讲座", comparator="gt"),
    ),
    draft(
        m("legal-aid-cases", "300"), rate("legal-aid-cases", "45", change=True), rate("legal-aid-cases", "9")
    ),
    draft(m("legal-aid-cases", "200", period=Y2022), covers_year=2022, period=Y2022, issued=date(2023, 3, 1)),
)
QUESTIONS = ("missing-sections", "late-reports", "conflicts", "inconsistent-counts", "growth-check")


@pytest.fixture(scope="module")
def store():
    found = ox.Store()
    found.extend(ox.Quad(*t) for graph in (*GRAPHS, vocabulary_triples(WORDS)) for t in graph)
    return found


def rows(store, name, *columns, **parameters):
    return [tuple(row[column] for column in columns) for row in query(name, store=store, **parameters).rows]


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("missing-sections", "area areaName year report title missing"),
        ("late-reports", "area areaName year report issued daysLate"),
        ("inconsistent-counts", "area areaName year rule left right quote statement otherStatement report"),
        ("conflicts", "area areaName year indicator label value otherValue unit comparator upper period quote "
         "statement otherStatement report"),
        ("growth-check", "area areaName year indicator reported computed difference unit comparator upper period "
         "quote statement otherStatement report"),
    ],
)  # fmt: skip
def test_columns(store, name, columns):
    assert [variable.value for variable in store.query(question(name).text).variables] == columns.split()


def test_missing_sections(store):
    assert rows(store, "missing-sections", "year", "missing") == [(2023, "next-plan")]
    assert rows(store, "missing-sections", "missing", year=2022) == []


def test_late_reports(store):
    assert rows(store, "late-reports", "year", "issued", "daysLate") == [
        (2018, date(2019, 4, 1), 1),
        (2023, date(2024, 5, 2), 31),
    ]


def test_conflicts(store):
    assert rows(store, "conflicts", "indicator", "label", "value", "otherValue", "unit") == [
        ("law-talks", "讲座", 14, 12, "场")
    ]


def test_inconsistent_counts(store):
    assert sorted(rows(store, "inconsistent-counts", "rule", "left", "right")) == [
        ("accepted-above-applications", 108, 100),
        ("closed-above-accepted", 120, 108),
        ("rate-out-of-range", 120, 100),
    ]
    assert rows(store, "inconsistent-counts", "rule", area="360102") == []


def test_growth_check(store):
    columns = ("year", "indicator", "reported", "computed", "difference", "unit")
    assert rows(store, "growth-check", *columns) == [(2023, "legal-aid-cases", 45, 50, -5, "%")]
    assert rows(store, "growth-check", *columns, indicator="mediation-cases") == []


@pytest.mark.parametrize("name", QUESTIONS)
def test_rdflib_answers_the_same(store, name):
    text = question(name).text
    ours = store.query(text)
    names = [variable.value for variable in ours.variables]
    expected = [[None if row[n] is None else row[n].value for n in names] for row in ours]
    graph = Graph().parse(data=serialise([quad.triple for quad in store], "nt"), format="nt")
    found = [[None if value is None else str(value) for value in row] for row in graph.query(text)]
    assert expected
    assert found == expected
