"""分别: nouns and numbers that are given out one by one."""

from __future__ import annotations

import pytest

from kg.extraction import distribution
from kg.extraction.quantities import find_quantities
from kg.extraction.segments import segment
from tests.extraction.reading import context_of, metrics_of


def _places(text: str) -> list[distribution.Place | None]:
    context = context_of(text)
    pieces = segment(context, list(find_quantities(context)))
    return [distribution.place(context, piece) for piece in pieces]


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("按期办结率、满意率分别达100%、98.6%。", ["按期办结率", "满意率"]),
        ("受理量和办结量较去年同期分别上升8%和6%。", ["受理量", "办结量"]),
        ("许可、处罚以及强制分别为60件、20件和3件。", ["许可", "处罚", "强制"]),
        ("同比分别增长8%和6%。", ["", ""]),
        ("国家级、省级示范村分别达3个、42个。", ["国家级示范村", "省级示范村"]),
    ],
)
def test_each_number_has_its_noun(text: str, nouns: list[str]) -> None:
    assert _places(text) == [distribution.Place(noun, rank, len(nouns)) for rank, noun in enumerate(nouns)]


@pytest.mark.parametrize(
    "text",
    [
        "分别召开会议3次。",  # one number: nothing is given out
        "许可、处罚、强制分别为60件和3件。",  # three nouns, two numbers
        "对3个镇、5个部门分别提出意见8条、6条。",  # the nouns are counted themselves
        "许可60件、处罚20件。",
    ],
)
def test_no_place_where_nothing_is_given_out(text: str) -> None:
    assert set(_places(text)) == {None}


def test_what_is_given_out_is_no_part_of_the_number_before_it() -> None:
    first, second = metrics_of("行政许可和行政处罚案件分别为60件和20件。")
    assert (first.indicator, second.indicator) == ("licensing-cases", "penalty-cases")
    assert (first.breakdown_of, second.breakdown_of) == (None, None)


def test_changes_belong_to_the_numbers_before_them_in_their_order() -> None:
    metrics = metrics_of("查处违法案件18件,罚没款5万元,同比分别增长12%和9%。")
    assert [(metric.indicator, metric.change) for metric in metrics] == [
        ("penalty-cases", False),
        ("penalty-amount", False),
        ("penalty-cases", True),
        ("penalty-amount", True),
    ]


def test_more_changes_than_numbers_before_them_are_not_given_out() -> None:
    metrics = metrics_of("查处违法案件18件,同比分别增长12%和9%。")
    assert [metric.indicator for metric in metrics] == ["penalty-cases"] * 3
