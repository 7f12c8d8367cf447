"""Shortcomings: what states a problem, where it ends, what it is about."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.context import build
from kg.extraction.shortcomings import find_shortcomings
from kg.normalise import normalise
from kg.parsing.parse import parse
from kg.vocabulary import load
from tests.extraction.reading import head, resolvers_of

if TYPE_CHECKING:
    from kg.model import Shortcoming

BEFORE = "甲区2023年法治政府建设情况报告\n一、主要举措和成效\n(一)推进依法行政。深化改革,执法更加规范。\n"
AFTER = "\n三、2024年工作安排\n一是加强普法宣传。二是推进行政复议。\n"


def shortcomings_of(text: str) -> list[Shortcoming]:
    page = parse(normalise(BEFORE + text + AFTER))
    context = build(page, head(), load())
    return find_shortcomings(context, resolvers_of(context))


def labels_of(text: str) -> list[str]:
    return [found.label for found in shortcomings_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "二、存在的问题\n一是执法不够规范;二是普法形式单一;三是调解员能力不强。",
        "二、存在的问题\n一是执法不够规范。二是普法形式单一。三是调解员能力不强。",
        "二、存在的问题\n一是执法不够规范。\n二是普法形式单一。\n三是调解员能力不强。",
        "二、存在的问题\n(一)执法不够规范\n(二)普法形式单一\n(三)调解员能力不强",
        "二、存在的问题\n1.执法不够规范。\n2.普法形式单一。\n3.调解员能力不强。",
        "二、存在的问题\n主要有:①执法不够规范;②普法形式单一;③调解员能力不强。",
        "二、存在的问题\n虽然取得一定成效,但仍存在一些薄弱环节,如:执法不够规范;普法形式单一;调解员能力不强。",
        "二、存在的问题\n工作中还存在一些不足,一是执法不够规范,二是普法形式单一,三是调解员能力不强。",
        "二、存在的问题\n执法不够规范。普法形式单一。调解员能力不强。",
    ],
)
def test_each_problem_is_one_statement_in_any_layout(text: str) -> None:
    assert labels_of(text) == ["执法不够规范", "普法形式单一", "调解员能力不强"]


def test_an_item_keeps_its_clauses() -> None:
    assert labels_of("二、存在的问题\n一是普法形式单一,针对性不强;二是执法检查12次,仅3次使用检查码。") == [
        "普法形式单一,针对性不强",
        "执法检查12次,仅3次使用检查码",
    ]


def test_what_follows_an_item_elaborates() -> None:
    text = "二、存在的问题\n一是执法不够规范。个别人员程序意识不强,文书有缺漏。二是普法形式单一。"
    assert labels_of(text) == ["执法不够规范", "普法形式单一"]


def test_the_text_below_a_heading_elaborates() -> None:
    text = "二、存在的问题\n(一)执法不够规范。个别人员程序意识不强。\n(二)普法形式单一\n宣传阵地较少,群众参与度不高。"
    assert labels_of(text) == ["执法不够规范", "普法形式单一"]


def test_a_heading_that_names_a_field_is_no_problem() -> None:
    text = "二、存在的问题\n(一)执法方面\n一是文书不够规范;二是程序意识不强。\n(二)普法方面\n形式较为单一。"
    assert labels_of(text) == ["文书不够规范", "程序意识不强", "形式较为单一"]


def test_clauses_with_subjects_of_their_own_are_divided() -> None:
    text = "二、存在的问题\n执法监督力度还需加强,法律援助质量有待提升,群众知晓率不高。"
    assert labels_of(text) == ["执法监督力度还需加强", "法律援助质量有待提升,群众知晓率不高"]


@pytest.mark.parametrize(
    "text",
    [
        "二、存在的问题\n一年来,工作取得新进展,但与群众期盼相比还有差距。",
        "二、存在的问题\n我们也清醒地认识到,工作中仍存在一些不足。",
        "二、存在的问题\n针对上述问题,我们将加强培训,解决力量不足的困难。",
        "二、存在的问题\n下一步,一是加强执法培训,二是创新普法形式。",
        "二、存在的问题\n一是加强执法培训;二是创新普法形式。",
    ],
)
def test_introductions_and_promises_state_no_problem(text: str) -> None:
    assert labels_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "二、存在的问题和原因\n一是执法不够规范。主要原因是:一是重视不够,二是经费不足。",
        "二、存在的问题和原因\n一是执法不够规范,主要原因是重视不够。",
        "二、存在的问题\n1.存在问题:执法不够规范。整改措施:解决人手不足的问题。",
        "二、存在的问题和原因\n(一)执法不够规范\n(二)原因分析\n一是重视不够。",
        "二、存在的问题和原因\n(一)存在的问题\n1.执法不够规范。\n(二)下步打算\n1.解决人手不足的问题。",
    ],
)
def test_causes_and_measures_are_no_problems(text: str) -> None:
    assert labels_of(text) == ["执法不够规范"]


def test_only_the_part_on_shortcomings_is_read() -> None:
    assert labels_of("二、主要负责人履职情况\n督促整改执法不够规范等问题35个。") == []


@pytest.mark.parametrize(
    ("problem", "topic"),
    [
        ("行政执法监督的力度有待加强", "enforcement-supervision"),
        ("法治宣传的创新性有待提升", "legal-publicity"),
        ("法律顾问参与重大决策还不够", "legal-adviser-system"),
        ("重大行政决策程序、执法规范化等还有待提高", "major-decision-procedure"),
        ("行政执法的指导、协调、监督仍不及时", "enforcement-supervision"),
        ("行政机关负责人出庭应诉率不高", "official-appearance"),
        ("规范性文件备案审查不及时", "filing-review"),
        ("与各类调解资源的联动机制不健全", "mediation"),
        ("行政复议力量薄弱", "reconsideration-reform"),
        ("少数干部法治思维不强", "law-study"),
        ("与中心工作结合度不够", None),
    ],
)
def test_the_topic_is_what_the_sentence_names_first(problem: str, topic: str | None) -> None:
    (found,) = shortcomings_of(f"二、存在的问题\n一是{problem}。")
    assert found.topics == (() if topic is None else (topic,))


def test_words_before_the_colon_or_in_the_heading_tell_the_topic() -> None:
    colon = shortcomings_of("二、存在的问题\n一是法律顾问方面:作用发挥不充分。")
    heading = shortcomings_of("二、存在的问题\n(一)法律顾问方面\n一是作用发挥不充分。")
    assert [found.label for found in colon + heading] == ["作用发挥不充分"] * 2
    assert [found.topics for found in colon + heading] == [("legal-adviser-system",)] * 2


def test_a_statement_has_its_evidence_and_part() -> None:
    (found,) = shortcomings_of("二、存在的問題\n一是執法不夠規範。")
    assert found.evidence.quote == "執法不夠規範"
    assert found.label == "执法不够规范"
    assert found.part == "shortcomings"


@given(st.text(alphabet="一二是、,;。:不足执法(1.)但存在问题如\n“”", max_size=60))
def test_statements_are_in_order_and_never_overlap(text: str) -> None:
    found = shortcomings_of("二、存在的问题\n" + text)
    for one, other in itertools.pairwise(found):
        assert one.evidence.end <= other.evidence.start
    assert all(statement.label.strip(" ,;。:、") == statement.label for statement in found)
