"""Scores on annotations by hand: what counts as found, as right, as full."""

import json
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.evaluation.evaluate import compare, evaluate, extractions, read_plain
from kg.evaluation.matching import label_similarity, pair

DOCUMENT = {
    "title": "甲区2023年报告",
    "type": "annual-report",
    "coversYear": 2023,
    "sections": ["achievements"],
}


def metric(start: int, end: int, **fields: object) -> dict[str, object]:
    return {
        "quote": "5件", "start": start, "end": end, "label": "调解纠纷", "indicator": "mediation-cases", "value": 5,
        "unit": "件", "comparator": "eq", "status": "actual", "change": False, "period": "2023",
        "jurisdiction": "320402",
    } | fields  # fmt: skip


def facts(**kinds: list[dict[str, object]]) -> dict[str, object]:
    return {"document": DOCUMENT} | kinds


def test_equal_facts_score_one() -> None:
    same = facts(metrics=[metric(3, 5), metric(8, 10)])
    scores = compare([("a", same, same)])
    assert {row.f1 for row in scores.rows} == {1.0}
    assert scores.misses == ()


def test_missed_spurious_and_wrong_fields() -> None:
    gold = facts(metrics=[metric(3, 5), metric(8, 10)])
    found = facts(metrics=[metric(3, 5, value=6), metric(20, 22)])
    scores = compare([("a", gold, found)])
    assert scores.score("metric.found") == pytest.approx(0.5)
    assert scores.score("metric.value") == 0.0
    assert scores.score("metric.unit") == 1.0
    assert scores.score("metric.full") == 0.0
    assert {miss.what for miss in scores.misses} == {"missed", "spurious", "value"}


def test_full_counts_against_all_that_is_annotated_and_extracted() -> None:
    gold = facts(metrics=[metric(3, 5), metric(8, 10), metric(12, 14)])
    found = facts(metrics=[metric(3, 5)])
    assert compare([("a", gold, found)]).score("metric.full") == pytest.approx(2 / 4)


def test_nothing_to_find_and_nothing_found_is_right() -> None:
    assert compare([("a", facts(), facts())]).score("award.found") == 1.0


def test_pairs_are_one_to_one_and_the_best_overlap_wins() -> None:
    gold = [{"start": 0, "end": 10}, {"start": 10, "end": 20}]
    found = [{"start": 9, "end": 20}, {"start": 0, "end": 9}]
    pairing = pair(gold, found)
    assert [(left["start"], right["start"]) for left, right in pairing.pairs] == [(0, 0), (10, 9)]
    assert (pairing.missed, pairing.spurious) == ((), ())


def test_names_are_compared_without_marks_and_spaces() -> None:
    award = {"quote": "x", "start": 0, "end": 1, "name": "全省“法援”先进", "recipient": "甲 局"}
    other = award | {"name": "全省法援先进", "recipient": "甲局"}
    assert compare([("a", facts(awards=[award]), facts(awards=[other]))]).score("award.full") == 1.0


@pytest.mark.parametrize(
    ("left", "right", "likeness"), [("调解纠纷", "调解纠纷", 1), ("调解", "公证", 0), ("甲乙", "甲", 2 / 3)]
)
def test_likeness_of_labels(left: str, right: str, likeness: float) -> None:
    assert label_similarity(left, right) == pytest.approx(likeness)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_of_annotations(tmp_path: Path) -> None:
    text = "甲区2023年度法治政府建设情况报告\n2023年,甲区调解纠纷5件。\n"
    write(tmp_path, "a.txt", text)
    start = text.index("5件")
    gold = facts(metrics=[metric(start, start + 2, jurisdiction=None)]) | {"source": "a.txt"}
    write(tmp_path, "a.json", json.dumps(gold, ensure_ascii=False))
    assert evaluate(tmp_path, tmp_path).score("metric.found") == 1.0
    [(_, _, plain)] = extractions(tmp_path, tmp_path, read_plain)
    assert [entry["quote"] for entry in plain["metrics"]] == ["5件"]


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "evaluate-no-gold"), ("{", "evaluate-broken-gold"), ("[]", "evaluate-broken-gold"),
     ('{"source": "none.txt"}', "evaluate-no-text")],
)  # fmt: skip
def test_bad_folders_get_one_clear_message(tmp_path: Path, content: str | None, code: str) -> None:
    if content is not None:
        write(tmp_path, "a.json", content)
    with pytest.raises(UsageError) as caught:
        evaluate(tmp_path, tmp_path)
    assert caught.value.code == code
    assert str(tmp_path) in str(caught.value)
