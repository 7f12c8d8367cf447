"""What comparing reports finds is stored with them, and follows every change of the store."""

from __future__ import annotations

import itertools

import pytest

from kg import api
from tests.store import small

BEFORE = "area 320402\nnumber correction-subjects 300 2022"
FITTING = "area 320402\nnumber correction-subjects 301 2022"
NOW = (
    "area 320402\nnumber correction-subjects 333 2023\n"
    "number correction-received 120 2023\nnumber correction-discharged 88 2023"
)
OTHER = "metric 件 5"
NAMED = "/finding/correction-balance/"


def build(folder, files):
    """Build files into a store and return its lines."""
    for number, (name, text) in enumerate(files):
        small.write(folder / f"in{number}", {name: text})
        with small.world():
            api.build([folder / f"in{number}"], folder / "store")
    return small.lines(folder / "store")


def has_finding(lines):
    return any(NAMED in line for line in lines)


@pytest.mark.parametrize("first", [BEFORE, FITTING, OTHER])
@pytest.mark.parametrize("then", [BEFORE, FITTING, OTHER])
def test_the_finding_is_there_while_the_reports_do_not_fit(tmp_path, first, then):
    lines = build(tmp_path / "one", [("a.txt", first), ("b.txt", NOW), ("a.txt", then)])
    assert has_finding(lines) == (then == BEFORE)
    assert lines == build(tmp_path / "two", [("b.txt", NOW), ("a.txt", then)])


def test_the_order_of_builds_makes_no_difference(tmp_path):
    files = [("a.txt", BEFORE), ("b.txt", NOW), ("c.txt", OTHER)]
    stores = [
        build(tmp_path / str(number), order) for number, order in enumerate(itertools.permutations(files))
    ]
    assert has_finding(stores[0])
    assert all(lines == stores[0] for lines in stores)


def test_the_finding_goes_with_its_own_report(tmp_path):
    assert not has_finding(build(tmp_path, [("a.txt", BEFORE), ("b.txt", NOW), ("b.txt", OTHER)]))
