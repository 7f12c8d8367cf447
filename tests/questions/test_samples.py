"""What the questions answer over the samples, read off the samples by hand: a row that must be there, and a near miss
(a plan, a practice, a township's figure, another district's) that must not."""

from decimal import Decimal

import pytest

import kg
from kg import resources
from kg.querying.library import questions

TIANNING, DONGHU, TIANXIN, QUJIANG, CHANGZHOU, BAOSHAN = (
    "320402",
    "360102",
    "430103",
    "440205",
    "320400",
    "310113",
)

# question: parameters, columns, a row that is there, a near miss
CASES = {
    "award-ranking": ({}, "area national", (CHANGZHOU, 1), (QUJIANG, 0)),
    "changes": ({}, "area year indicator change", (TIANNING, 2023, "reconsideration-applications", 35), None),
    "compare-districts": (
        {"indicator": "mediation-successes"},
        "area year value",
        (DONGHU, 2023, 1378),
        (TIANNING, 2023, 321),  # of inspections, and of another district
    ),
    "coverage": ({}, "area year reports", (TIANNING, 2023, 1), (TIANNING, 2023, 2)),  # the other: a town's
    "first-offence-lists": (
        {},
        "area year items status",
        (TIANNING, 2023, 146, "realised"),
        (DONGHU, 2023, None, "realised"),  # a practice
    ),
    "indicator-trend": (
        {"indicator": "reconsideration-applications", "area": "天宁区"},
        "year value",
        (2022, 80),
        (2023, 73),  # of another district
    ),
    "leniency-adoption": (
        {},
        "area firstLeniency firstFirstOffence",
        (TIANNING, 2022, 2022),
        (QUJIANG, 2022, 2022),  # lists of other kinds
    ),
    "leniency-results": (
        {},
        "area indicator value",
        (DONGHU, "leniency-cases", 27),
        (TIANXIN, "leniency-cases", 86),
    ),
    "litigation": (
        {"area": TIANXIN},
        "indicator kind value",
        ("litigation-loss-rate", "target", 10),
        ("litigation-loss-rate", "value", 10),  # planned, not so
    ),
    "mediation": ({}, "area year value", (TIANNING, 2023, 3058), (TIANXIN, 2023, 98)),  # the other: a target
    "outliers": (
        {"indicator": "leniency-cases", "year": 2023},
        "area value median",
        (TIANNING, 1000, 53),
        (CHANGZHOU, 4126, 53),  # a city among districts
    ),
    "reconsideration-funnel": (
        {"year": 2022},
        "area applications accepted closed",
        (TIANNING, 80, 62, 58),
        (TIANNING, 108, 80, None),  # of the next year
    ),
    "reports": ({}, "area year type", (TIANXIN, 2023, "work-plan"), (TIANXIN, 2023, "annual-report")),
    "targets": (
        {},
        "area indicator target",
        (TIANXIN, "legal-aid-cases", 400),
        (TIANXIN, "legal-aid-cases", 386),
    ),
    "targets-vs-actuals": (
        {"area": TIANXIN},
        "indicator target actual met",
        ("legal-aid-cases", 400, 386, False),
        ("legal-aid-cases", 400, 386, True),
    ),
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    samples, folder = resources.folder("samples"), tmp_path_factory.mktemp("stores") / "samples"
    kg.build([samples], folder, manifest=samples / "manifest.csv")
    return kg.open(folder)


def plain(value):
    whole = isinstance(value, Decimal) and value == value.to_integral_value()
    return int(value) if whole else value


@pytest.mark.parametrize("question", CASES)
def test_a_row_and_a_near_miss(question, graph):
    given, columns, there, near_miss = CASES[question]
    rows = [tuple(plain(row[c]) for c in columns.split()) for row in graph.query(question, **given).rows]
    assert there in rows
    assert near_miss not in rows


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.id)
def test_every_question_has_a_row(question, graph):
    assert graph.query(question.id, example=True).rows
