"""Questions that compare and check, over graphs of annotations: as the annotations are, and with something changed so
that there is something to find (a year before, targets beside what was reached, a part taken away)."""

import copy
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations
from statistics import median

import pyoxigraph as ox
import pytest

from kg import areas, vocabulary
from kg.graph.describe import describe
from kg.graph.vocabulary_graph import vocabulary_triples
from kg.querying.run import query
from tests.questions import answers, gold_graph
from tests.questions.test_gold import PLACE, asked, in_order

pytestmark = pytest.mark.skipif(
    not gold_graph.GOLD, reason="the annotated reports are not beside the checkout"
)
KINDS = {"metrics": "metric", "awards": "award", "documents": "citation",
         "programs": "implementation", "shortcomings": "shortcoming"}  # fmt: skip


@pytest.fixture(scope="module")
def golds():
    return gold_graph.load()


def store_of(annotations):
    """Return the graph of annotations, each of a text of its own, so that changed copies are other reports."""
    loaded, gazetteer = vocabulary.load(), areas.load()
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in vocabulary_triples(loaded))
    for number, gold in enumerate(annotations):
        text = (gold_graph.SHARED / "corpus" / gold["source"]).read_bytes().decode("utf-8-sig")
        facts = gold_graph.facts(gold, text + "\n" * number)
        store.extend(ox.Quad(*triple) for triple in describe(facts, loaded, gazetteer, "by hand"))
    return store


def a_year_before(gold):
    """Return a report on the year before with a quarter of every amount."""
    earlier = copy.deepcopy(gold)
    earlier["document"]["coversYear"] -= 1
    for metric in earlier["metrics"]:
        metric["period"] = "/".join(f"{int(part[:4]) - 1}{part[4:]}" for part in metric["period"].split("/"))
        metric["value"] = float(Decimal(str(metric["value"])) / 4)
    return earlier


def as_plan(gold):
    """Return a plan that sets a tenth more than was reached, in the words of the report."""
    plan = copy.deepcopy(gold)
    for metric in plan["metrics"]:
        metric["status"] = "target"
        metric["value"] = float(Decimal(str(metric["value"])) * Decimal("1.1"))
    return plan


def two_places(number):
    return number.quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()


def values(golds):
    """Return the values that count, each with its report."""
    return [
        (gold, metric) for gold in golds for metric in answers.once([gold], "value") if metric["indicator"]
    ]


def test_where_a_statement_stands(golds):
    store = store_of(golds[:1])
    report = str(query("reports", store=store).rows[0]["report"])
    for key, kind in KINDS.items():
        for entry in golds[0][key]:
            span = (entry["start"], entry["end"])
            [row] = query("evidence", store=store, statement=f"{report}/{kind}/{span[0]}-{span[1]}").rows
            assert (row["source"], row["quote"]) == (golds[0]["source"], entry["quote"])
            assert (row["start"], row["end"]) == span


def implied_growth(golds):
    rows = []
    for gold in golds:
        for change in answers.once([gold], "change"):
            period = change["period"]
            for now in answers.once([gold], "value"):
                if not (change["unit"] == "%" and period == now["period"] and len(period) == 4):
                    continue
                for _, before in values(golds):
                    same = (change["indicator"], change["jurisdiction"])
                    if (
                        same == (now["indicator"], now["jurisdiction"])
                        and same == (before["indicator"], before["jurisdiction"])
                        and before["unit"] == now["unit"] != "%"
                        and before["period"] == str(int(period) - 1)
                        and now["comparator"] == before["comparator"] == "eq"
                    ):
                        earlier = Decimal(str(before["value"]))
                        computed = two_places(100 * (Decimal(str(now["value"])) - earlier) / earlier)
                        reported = Decimal(str(change["value"]))
                        rows.append((*answers.place(change), change["indicator"], reported, computed,
                                     reported - computed))  # fmt: skip
    return rows


def test_growth_beside_the_years_own_figures(golds):
    both = [*golds, *map(a_year_before, golds)]
    rows = implied_growth(both)
    assert rows
    columns = (*PLACE, "indicator", "reported", "computed", "difference")
    assert asked(store_of(both), "growth-check", columns) == in_order(rows)
    assert asked(store_of(golds), "growth-check", columns) == in_order(implied_growth(golds))


def implied_pairs(golds):
    """Return each target beside what was reached, and whether it was."""
    rows = []
    for target in answers.once(golds, "target"):
        key = [target[name] for name in ("indicator", "unit", "period", "jurisdiction")]
        for _, actual in values(golds):
            if key != [actual[name] for name in ("indicator", "unit", "period", "jurisdiction")]:
                continue
            aim, reached = Decimal(str(target["value"])), Decimal(str(actual["value"]))
            met = reached < aim if target["comparator"] in ("lt", "le") else reached > aim
            assert reached != aim
            rows.append((*answers.place(target), target["indicator"], aim, reached, met))
    return rows


def test_targets_beside_what_was_reached(golds):
    both = [*golds, *map(as_plan, golds[:3])]
    columns = (*PLACE, "indicator", "target", "actual", "met")
    rows = implied_pairs(both)
    assert {row[-1] for row in rows} == {True, False}
    assert asked(store_of(both), "targets-vs-actuals", columns) == in_order(rows)
    assert asked(store_of(golds), "targets-vs-actuals", columns) == in_order(implied_pairs(golds))


def test_values_far_from_those_of_other_districts(golds):
    both = [*golds, *map(a_year_before, golds)]
    store, found = store_of(both), 0
    used = {(metric["indicator"], answers.year_of(metric["period"])) for _, metric in values(both)}
    for indicator, year in sorted(used):
        those = [
            m for _, m in values(both) if (m["indicator"], answers.year_of(m["period"])) == (indicator, year)
        ]
        middle = Decimal(str(median(Decimal(str(m["value"])) for m in those)))
        numbers = [(m, Decimal(str(m["value"]))) for m in those]
        rows = [
            (*answers.place(m), value, middle, two_places(value / middle))
            for m, value in numbers
            if middle and (value > 3 * middle or 3 * value < middle)
        ]
        columns = (*PLACE, "value", "median", "ratio")
        assert asked(store, "outliers", columns, indicator=indicator, year=year) == in_order(rows)
        found += len(rows)
    assert found


def implied_conflicts(golds):
    rows = []
    for gold in golds:
        text = (gold_graph.SHARED / "corpus" / gold["source"]).read_bytes().decode("utf-8-sig")
        exact = [m for m in answers.once([gold], "value") if m["indicator"] and m["comparator"] == "eq"]
        for first, second in combinations(exact, 2):
            names = ("indicator", "label", "unit", "period", "jurisdiction")
            between = text[first["start"] : second["start"]]
            if (
                [first[n] for n in names] == [second[n] for n in names]
                and first["value"] != second["value"]
                and any(mark in between for mark in "。；\n")
            ):
                numbers = (Decimal(str(second["value"])), Decimal(str(first["value"])))
                rows.append((*answers.place(second), second["indicator"], second["label"], *numbers))
    return rows


def test_two_values_of_one_indicator_under_one_name(golds):
    columns = (*PLACE, "indicator", "label", "value", "otherValue")
    assert asked(store_of(golds), "conflicts", columns) == in_order(implied_conflicts(golds))
    changed = copy.deepcopy(golds[1])
    for metric in changed["metrics"]:
        if metric["indicator"] == "integrity-risk-points":  # far behind what is said of legal risks
            metric |= {
                "indicator": "enterprise-legal-risks",
                "unit": "个",
                "label": "园区法律服务团查找法律风险",
            }
    rows = implied_conflicts([changed])
    assert [row[-2:] for row in rows] == [(15, 242)]
    assert asked(store_of([changed]), "conflicts", columns) == in_order(rows)


def with_value(gold, indicator, value):
    """Return an annotation in which an indicator has another value."""
    changed = copy.deepcopy(gold)
    for metric in changed["metrics"]:
        if metric["indicator"] == indicator and not metric["change"]:
            metric["value"] = value
    return changed


def test_counts_that_contradict_each_other(golds):
    columns = (*PLACE, "rule", "left", "right")
    assert asked(store_of(golds), "inconsistent-counts", columns) == []
    more_accepted = with_value(golds[1], "reconsideration-accepted", 180)
    beyond = with_value(golds[0], "official-appearance-rate", 104)
    for gold, rule, left, right in (
        (more_accepted, "accepted-above-applications", 180, 108),
        (beyond, "rate-out-of-range", 104, 100),
    ):
        row = (*answers.of_report(gold), rule, Decimal(left), Decimal(right))
        assert asked(store_of([gold]), "inconsistent-counts", columns) == in_order([row])


def test_annual_reports_that_lack_a_part(golds):
    without = copy.deepcopy(golds)
    for gold in without:
        gold["document"]["sections"] = gold["document"]["sections"][1:]
    rows = [
        (*answers.of_report(gold), gold["document"]["title"], "achievements")
        for gold in without
        if gold["document"]["type"] == "annual-report"
    ]
    columns = (*PLACE, "title", "missing")
    assert rows
    assert asked(store_of(without), "missing-sections", columns) == in_order(rows)
    assert asked(store_of(golds), "missing-sections", columns) == []


def test_annual_reports_that_came_late(golds):
    late = copy.deepcopy(golds)
    for gold in late:
        gold["document"]["issued"] = f"{gold['document']['coversYear'] + 1}-05-01"
    kinds = [gold for gold in late if gold["document"]["type"] == "annual-report"]
    rows = [(*answers.of_report(gold), date.fromisoformat(gold["document"]["issued"]), 30) for gold in kinds]
    columns = (*PLACE, "issued", "daysLate")
    assert rows
    assert asked(store_of(late), "late-reports", columns) == in_order(rows)
    assert asked(store_of(golds), "late-reports", columns) == []
