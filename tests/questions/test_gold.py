"""From graphs of annotations every answer is exactly what the annotations imply (see ``answers.py``)."""

from datetime import date
from decimal import Decimal

import pytest

from kg.querying.run import query
from tests.questions import answers, gold_graph

pytestmark = pytest.mark.skipif(
    not gold_graph.GOLD, reason="the annotated reports are not beside the checkout"
)
PLACE = ("area", "year")
NUMBER = ("unit", "comparator", "upper", "period")
QUANTITY = ("value", *NUMBER)


@pytest.fixture(scope="module")
def golds():
    return gold_graph.load()


@pytest.fixture(scope="module")
def store(golds):
    return gold_graph.store(golds)


def plain(value):
    if isinstance(value, Decimal):
        return value.normalize()
    return value.isoformat() if isinstance(value, date) else value


def in_order(rows):
    return sorted((tuple(map(plain, row)) for row in rows), key=repr)


def asked(store, question, columns, **given):
    return in_order([row[c] for c in columns] for row in query(question, store=store, **given).rows)


SERIES = (*PLACE, "indicator", *QUANTITY)
CASES = {
    "award-ranking": (("area", "national", "provincial", "municipal"), {}, answers.award_ranking),
    "awards": ((*PLACE, "award", "level", "quote"), {}, lambda g: answers.awards(g, "won")),
    "awards-sought": ((*PLACE, "award", "level", "quote"), {}, lambda g: answers.awards(g, "sought")),
    "changes": ((*PLACE, "indicator", "label", "change", *NUMBER), {}, answers.changes),
    "correction": (SERIES, {}, lambda g: answers.group(g, "correction")),
    "documents-issued": ((*PLACE, "title", "relation", "status"), {}, answers.documents_issued),
    "first-offence-lists": ((*PLACE, "edition", "items", "status", "quote"), {}, answers.first_offence_lists),
    "legal-services": (SERIES, {}, lambda g: answers.group(g, "legal-service")),
    "leniency-adoption": (("area", "firstLeniency", "firstFirstOffence"), {}, answers.leniency_adoption),
    "leniency-lists": ((*PLACE, "type", "items", "status", "quote"), {}, answers.leniency_lists),
    "leniency-results": (SERIES, {}, answers.leniency_results),
    "litigation": ((*PLACE, "indicator", "kind", *QUANTITY), {}, answers.litigation),
    "mediation": (SERIES, {}, answers.mediation),
    "metrics": (
        (*PLACE, "indicator", "label", "kind", *QUANTITY, "start", "end"),
        {},
        answers.all_metrics,
    ),
    "normative-documents": (SERIES, {}, answers.normative_documents),
    "publicity": (SERIES, {}, lambda g: answers.group(g, "publicity")),
    "reconsideration-funnel": (
        (*PLACE, "applications", "accepted", "closed", "corrected"),
        {},
        answers.reconsideration_funnel,
    ),
    "reports": (("title", "type", *PLACE, "issued", "publisher"), {}, answers.reports),
    "responsible-bodies": ((*PLACE, "body", "quote"), {}, answers.responsible_bodies),
    "shortcomings": ((*PLACE, "label", "topic"), {}, answers.shortcomings),
    "targets": ((*PLACE, "indicator", "label", "target", *NUMBER), {}, answers.targets),
    "unique-programs": (("type", "area", "quote"), {}, answers.unique_programs),
    "unlinked-metrics": (("label", "unit", "count"), {"limit": 1000}, answers.unlinked_metrics),
    "vocabulary-use": (("scheme", "concept", "uses"), {}, answers.vocabulary_use),
}


@pytest.mark.parametrize("question", CASES)
def test_answers_are_what_the_annotations_imply(question, golds, store):
    columns, given, implied = CASES[question]
    assert asked(store, question, columns, **given) == in_order(implied(golds))


def test_parameters_choose_among_the_same_rows(golds, store):
    for area, year in {answers.of_report(gold) for gold in golds}:
        found = asked(store, "metrics", (*PLACE, "start"), area=area, year=year)
        rows = [(*row[:2], row[-2]) for row in answers.all_metrics(golds) if row[:2] == (area, year)]
        assert found == in_order(rows)


def test_comparison_and_trend_of_every_indicator(golds, store):
    for indicator in {metric["indicator"] for metric, _ in answers.metrics(golds)} - {None}:
        implied = in_order(answers.compare_districts(golds, indicator))
        for question in ("compare-districts", "indicator-trend"):
            assert asked(store, question, (*PLACE, *QUANTITY), indicator=indicator) == implied


def test_programs_of_every_type(golds, store):
    for kind in answers.concepts("program-types.ttl"):
        implied = in_order(answers.programs_by_type(golds, kind))
        assert asked(store, "programs-by-type", (*PLACE, "type", "status", "quote"), type=kind) == implied


def test_similarity_of_every_district(golds, store):
    for area in answers.running_types(golds):
        implied = in_order(answers.similar_districts(golds, area))
        columns = ("area", "otherArea", "shared", "jaccard")
        assert asked(store, "similar-districts", columns, area=area) == implied


def test_the_matrix_counts_every_program_once(golds, store):
    implied = {}
    for area, _, program in answers.programs(golds):
        if program["type"]:
            implied.setdefault((area, program["type"], answers.status(program)), set()).add(program["name"])
    for row in query("program-matrix", store=store).rows:
        for column in ("realised", "planned"):
            names = implied.get((row["area"], row["type"], column), set())
            assert row[column] == len(names), (row, names)


def test_documents_implemented(golds, store):
    found = [row["districts"] for row in query("documents-implemented", store=store, limit=1000).rows]
    assert sorted(found) == answers.documents_implemented(golds)


def test_every_program_is_either_named_or_called_as_its_type(golds, store):
    named = asked(store, "named-programs", (*PLACE, "quote"))
    every = [(area, year, program["quote"]) for area, year, program in answers.programs(golds)]
    assert in_order([*named, *answers.plain_names(golds)]) == in_order(every)


def test_statements_and_coverage_have_everything(golds, store):
    kinds = {"metrics": "metric", "awards": "award", "documents": "citation",
             "programs": "implementation", "shortcomings": "shortcoming"}  # fmt: skip
    every = [(name, e["start"], e["end"]) for g in golds for key, name in kinds.items() for e in g[key]]
    assert asked(store, "statements", ("statementKind", "start", "end")) == in_order(every)
    repeated = sum(row["repeats"] is not None for row in query("statements", store=store).rows)
    covered = query("coverage", store=store).rows
    assert sum(row["reports"] for row in covered) == len(golds)
    assert sum(row["statements"] for row in covered) == len(every) - repeated


def test_the_profile_of_a_district_has_all_that_it_says(golds, store):
    for gold in golds:
        area, year = answers.of_report(gold)
        every = sum(len(entries) for entries in gold.values() if isinstance(entries, list))
        profile = query("district-profile", store=store, area=area).rows
        assert len(profile) == every
        assert {row["year"] for row in profile} >= {year}
