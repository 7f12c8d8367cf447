"""The annotations hold together: spans, fields, identifiers. Whether extractors find them is measured elsewhere."""

import csv
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from kg import vocabulary

HERE = Path(__file__).resolve().parent
AREAS = HERE.parents[1] / "ontology" / "areas" / "divisions.csv"
WORDS = vocabulary.load()
GOLD = sorted([*HERE.glob("gold/*.json"), *HERE.glob("untouched/gold/*.json")])
KINDS = ("metrics", "awards", "documents", "programs", "shortcomings")
FIELDS = {
    "metrics": "label indicator value unit comparator status change period jurisdiction",
    "awards": "name recipient conferredBy level status year",
    "documents": "title relation status",
    "programs": "name type status itemCount edition",
    "shortcomings": "label topic",
}
OPTIONAL = {"upper", "responsible"}
VALUES = {
    "comparator": {"eq", "gt", "ge", "lt", "le", "approx"},
    "relation": {"issued", "revised", "approved", "implemented", "studied", "cited"},
    "level": {"national", "provincial", "municipal", "county", None},
}
STATUS = {
    "metrics": {"actual", "target"},
    "documents": {"actual", "target"},
    "awards": {"won", "sought"},
    "programs": {"active", "planned"},
}
PERIOD = re.compile(r"\d{4}(?:/\d{4}|-\d\d/\d{4}-\d\d)?")

pytestmark = pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)


def decoded(path):
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def read(path):
    gold = json.loads(path.read_text("utf-8"))
    return gold, decoded(path.parents[1] / "texts" / gold["source"])


def entries(gold):
    return [(kind, entry) for kind in KINDS for entry in gold[kind]]


def test_quotes_stand_where_their_offsets_say(path):
    gold, text = read(path)
    assert [e["quote"] for _, e in entries(gold)] == [text[e["start"] : e["end"]] for _, e in entries(gold)]
    assert all(e["quote"].strip() == e["quote"] != "" for _, e in entries(gold))


def test_facts_of_a_kind_stand_in_order_and_apart(path):
    gold, _ = read(path)
    for kind in KINDS:
        spans = [(entry["start"], entry["end"]) for entry in gold[kind]]
        assert spans == sorted(spans)
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_fields_are_complete_and_have_known_values(path):
    gold, _ = read(path)
    for kind, entry in entries(gold):
        assert set(entry) - OPTIONAL == {"quote", "start", "end", *FIELDS[kind].split()}
        assert entry.get("status") in STATUS.get(kind, {None})
        assert all(entry[name] in known for name, known in VALUES.items() if name in entry)


def test_concepts_and_areas_are_known(path):
    gold, _ = read(path)
    with AREAS.open(encoding="utf-8", newline="") as file:
        codes = {row["code"] for row in csv.DictReader(file)}
    indicators = {metric["indicator"] for metric in gold["metrics"]} - {None}
    types = {entry["type"] for entry in gold["programs"]} | {entry["topic"] for entry in gold["shortcomings"]}
    assert indicators <= set(WORDS.indicators)
    assert types - {None} <= {*WORDS.program_types, *WORDS.indicator_groups}
    assert {
        gold["document"]["jurisdiction"],
        *(metric["jurisdiction"] for metric in gold["metrics"]),
    } <= codes


def test_numbers_agree_with_their_quotes(path):
    """A quote of digits alone gives its value and its unit; only changes are negative."""
    gold, _ = read(path)
    scales = {"": 1, "万": 10**4, "億": 10**8, "亿": 10**8}
    for metric in gold["metrics"]:
        assert PERIOD.fullmatch(metric["period"])
        assert metric["value"] >= 0 or metric["change"]
        assert metric.get("upper", metric["value"] + 1) > metric["value"]
        plain = re.fullmatch(
            r"(\d+(?:\.\d+)?)([万億亿]?)([^\d余餘多以左倍—至]+)", metric["quote"].replace(",", "")
        )
        if plain:
            assert abs(metric["value"]) == pytest.approx(float(plain[1]) * scales[plain[2]])
            assert metric["comparator"] == "eq"
