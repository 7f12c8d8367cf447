"""Headings: numbering styles, headings without numbers, headings within paragraphs."""

from __future__ import annotations

import pytest

from kg.parsing.layout import numbering
from tests.parsing.pages import headings, read


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("第一部分 总体情况", (0, 4)),
        ("一、总体情况", (1, 2)),
        ("十二、总体情况", (1, 3)),
        ("一.总体情况", (1, 2)),
        ("(一)总体情况", (2, 3)),
        ("(十一)、总体情况", (2, 5)),
        ("1.总体情况", (3, 2)),
        ("12、总体情况", (3, 3)),
        ("1. 2023年情况", (3, 3)),
        ("(1)总体情况", (4, 3)),
        ("①总体情况", (5, 1)),
        ("1.5万人次", None),
        ("12·4宪法日", None),
        ("一是总体情况", None),
        ("一方面,总体情况", None),
        ("2023年总体情况", None),
        ("三项制度全面落实。", None),
    ],
)
def test_numbering(line: str, expected: tuple[int, int] | None) -> None:
    assert numbering(line) == expected


def test_headings_end_at_the_first_full_stop_or_colon() -> None:
    page = read("一、加强领导。开会4次。\n二、加强宣传：开展活动30场。\n三、加强调解\n调解纠纷500起。")
    assert [heading for _, heading, _ in headings(page)] == ["加强领导", "加强宣传", "加强调解"]
    bodies = [page.plain[section.body : section.end].strip() for section in page.sections]
    assert bodies == ["开会4次。", "开展活动30场。", "调解纠纷500起。"]


def test_a_long_numbered_paragraph_has_no_heading() -> None:
    sentence = (
        "1.全年组织开展行政执法人员培训和行政执法案卷评查"
        "并对发现的问题逐一提出整改意见和建议督促有关单位按期完成整改。"
    )
    page = read(f"一、加强执法\n{sentence}")
    assert headings(page) == [(1, "加强执法", "achievements"), (3, "", "achievements")]
    assert page.plain[page.sections[1].body :].startswith("全年组织")


def test_sections_end_where_one_of_the_same_level_begins() -> None:
    page = read("一、甲乙丙\n（一）子丑\n1.寅卯\n（二）辰巳\n二、丁戊己\n全年完成。")
    spans = [(section.start, section.end) for section in page.sections]
    starts = [start for start, _ in spans]
    assert [end for _, end in spans] == [starts[4], starts[3], starts[3], starts[4], len(page.plain)]


def test_headings_within_paragraphs() -> None:
    page = read(
        "2023年，我局依法履职。\n一、依法治县有力。1、做好统筹。出台规划2件。2、压实责任。审查文件3件。"
    )
    assert [(level, words) for level, words, _ in headings(page)] == [
        (1, "依法治县有力"),
        (3, "做好统筹"),
        (3, "压实责任"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "全年受理案件如下：1、甲类30件；2、乙类20件。",
        "全年达到98.5%。1、2月份完成较好。",
        "依据《办法》第三条(二)项处理5件。",
        "落实情况较好。3、5、7月各开会1次。",
    ],
)
def test_numbers_within_sentences_are_no_headings(sentence: str) -> None:
    page = read(f"一、加强执法\n{sentence}")
    assert [words for _, words, _ in headings(page)] == ["加强执法"]


def test_a_text_without_any_line_ends() -> None:
    page = read(
        "2023年，我局依法履职。一、主要工作（一）加强普法。宣传30场。（二）加强调解。调解500起。二、下一步打算。宣传40场。"
    )
    assert headings(page) == [
        (1, "主要工作", "achievements"),
        (2, "加强普法", "achievements"),
        (2, "加强调解", "achievements"),
        (1, "下一步打算", "next-plan"),
    ]


def test_headings_without_numbers() -> None:
    page = read(
        "2022年，我局依法履职。\n主要做法\n宣传30场。\n存在的不足\n人员偏少。\n下一步工作\n宣传40场。"
    )
    assert headings(page) == [
        (1, "主要做法", "achievements"),
        (1, "存在的不足", "shortcomings"),
        (1, "下一步工作", "next-plan"),
    ]


def test_a_heading_without_number_above_numbers_that_begin_anew() -> None:
    page = read(
        "2023年上半年，我局依法履职。\n上半年工作开展情况\n一、普法\n宣传30场。\n二、调解\n调解50起。\n"
        "下半年工作打算\n一、普法\n宣传40场。\n二、调解\n调解60起。"
    )
    assert headings(page) == [
        (0, "上半年工作开展情况", "achievements"),
        (1, "普法", "achievements"),
        (1, "调解", "achievements"),
        (0, "下半年工作打算", "next-plan"),
        (1, "普法", "next-plan"),
        (1, "调解", "next-plan"),
    ]


def test_cells_of_a_table_are_no_headings() -> None:
    page = read("2023年，我局依法履职，情况见下表。\n复议案件\n三十五件\n诉讼案件\n十二件\n全年工作完成。")
    assert headings(page) == []


def test_short_lines_are_no_headings_where_headings_have_numbers() -> None:
    page = read("一、加强普法\n宣传30场。\n普法现场图片\n宣传40场。\n二、加强调解\n调解500起。")
    assert [words for _, words, _ in headings(page)] == ["加强普法", "加强调解"]
