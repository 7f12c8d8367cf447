"""Header fields in their many layouts."""

from __future__ import annotations

import pytest

from kg.vocabulary import load
from tests.parsing.pages import BODY, fields, read

LAYOUTS = {
    "a table": (
        "索引号： | A1/2024-1 | 主题分类： | |\n发布机构： | 云岭县司法局 | 生成日期： | 2024-03-11 09:56 |\n"
        "文件编号： | 有效性： | ||",
        [("index", "A1/2024-1"), ("publisher", "云岭县司法局"), ("written", "2024-03-11 09:56")],
    ),
    "one line": (
        "信息来源：县司法局　发布时间：2021-01-27　浏览次数：12",
        [("source", "县司法局"), ("issued", "2021-01-27"), ("other", "12")],
    ),
    "labels without colons": (
        "信息来源: 县司法局 发布时间 2021-01-27",
        [("source", "县司法局"), ("issued", "2021-01-27")],
    ),
    "all glued together": (
        "索引号:A1/2024-1发布机构:云岭县司法局发布日期:2024-01-12文号:云司〔2024〕3号有效性:有效",
        [
            ("index", "A1/2024-1"),
            ("publisher", "云岭县司法局"),
            ("issued", "2024-01-12"),
            ("document-number", "云司〔2024〕3号"),
            ("other", "有效"),
        ],
    ),
    "a label that touches its date": ("发布时间2021-01-27", [("issued", "2021-01-27")]),
    "bullets": (
        "  • 所属类目： 法治政府\n  • 发布日期： 2021-01-27\n  • 发文字号： 云司〔2021〕1号\n"
        "  • 机构名称： 县司法局",
        [
            ("topic", "法治政府"),
            ("issued", "2021-01-27"),
            ("document-number", "云司〔2021〕1号"),
            ("publisher", "县司法局"),
        ],
    ),
    "values on the next line": (
        "• 索引号：\n\n  6101/2024-1\n• 主题分类：\n\n• 发文机构：\n\n  县司法局\n"
        "• 有效性：\n\n• 发布日期：\n\n  2024年4月6日",
        [("index", "6101/2024-1"), ("publisher", "县司法局"), ("issued", "2024年4月6日")],
    ),
    "labels without colons, values on the next line": (
        "索引号\nA1/2024-1\n发布机构\n县司法局\n发布日期\n2024-01-05",
        [("index", "A1/2024-1"), ("publisher", "县司法局"), ("issued", "2024-01-05")],
    ),
    "labels with inner spaces": (
        "索 引 号：A7　　文　　号：云司发〔2022〕3号\n成 文 日 期：2022-04-24",
        [("index", "A7"), ("document-number", "云司发〔2022〕3号"), ("written", "2022-04-24")],
    ),
    "marks and brackets": (
        "日期 : 2026-01-15  文章来源 : 司法局  字号 : [ 大 中 小 ] 【打印】",
        [("issued", "2026-01-15"), ("source", "司法局")],
    ),
    "a value before buttons": ("来源：县司法局 【打印】【关闭】", [("source", "县司法局")]),
    "a date in front": (
        "2023-03-10 09:30 来源：县司法局 作者：张某",
        [("issued", "2023-03-10 09:30"), ("source", "县司法局"), ("author", "张某")],
    ),
    "a label in brackets": ("（发布于：2023-12-13 09:01）", [("issued", "2023-12-13 09:01")]),
    "labels in square brackets": (
        "【发布时间】2021-01-27\n[来源]县司法局",
        [("issued", "2021-01-27"), ("source", "县司法局")],
    ),
    "a ratio sign for a colon": ("发布日期∶2021-01-27", [("issued", "2021-01-27")]),
    "standard metadata": (
        "PubDate: 2024-01-05 10:00\nContentSource: 县司法局",
        [("issued", "2024-01-05 10:00"), ("source", "县司法局")],
    ),
    "traditional with pinyin": (
        "發(fā)布機(jī)構(gòu)：雲嶺縣司法局　發(fā)布日期：2024-01-05",
        [("publisher", "云岭县司法局"), ("issued", "2024-01-05")],
    ),
    "a document number alone": ("云司发〔2024〕7号", [("document-number", "云司发〔2024〕7号")]),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts(layout: str) -> None:
    header, expected = LAYOUTS[layout]
    assert fields(read(header + BODY)) == expected


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_field_lies_where_its_value_is(layout: str) -> None:
    page = read(LAYOUTS[layout][0] + BODY)
    assert all(page.plain[field.start : field.end] == field.value for field in page.fields)


def test_every_label_of_the_vocabulary_is_read() -> None:
    words = load().words
    for name in (list_name for list_name in words if list_name.startswith("field-")):
        for label in words[name]:
            date = name in ("field-issued", "field-written", "field-updated")
            value = "2024-01-05" if date else "甲乙丙丁"
            assert (name.removeprefix("field-"), value) in fields(read(f"{label}：{value}{BODY}")), label


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("（2023年12月20日）", [("written", "2023年12月20日")]),
        ("2023-12-20 10:00", [("issued", "2023-12-20 10:00")]),
        ("云岭县人民政府 2023年12月20日", [("source", "云岭县人民政府"), ("issued", "2023年12月20日")]),
    ],
)
def test_dates_without_a_label_below_the_title(line: str, expected: list[tuple[str, str]]) -> None:
    assert fields(read(f"云岭县2023年度法治政府建设情况报告\n{line}{BODY}")) == expected


def test_a_date_below_what_explains_a_report_counts() -> None:
    page = read(f"【政策解读】关于《望海县2023年工作报告》的解读\n\n望海县人民政府 2024年01月08日\n{BODY}")
    assert ("issued", "2024年01月08日") in fields(page)


def test_a_document_number_may_stand_beside_who_signs() -> None:
    page = read(f"望海县人民政府文件\n望政发〔2024〕8号  签发人:张某\n{BODY}")
    assert ("document-number", "望政发〔2024〕8号") in fields(page)


def test_a_document_number_within_a_sentence_is_no_field() -> None:
    page = read(f"根据望政发〔2024〕8号文件要求编制本页\n望政发〔2024〕9号文件解读\n{BODY}")
    assert fields(page) == []


@pytest.mark.parametrize(
    "clock", ["云岭县人民政府 2019年12月3日星期二", "今天是2019年12月3日 星期二", "2019年12月3日"]
)
def test_the_clock_of_the_site_is_no_date(clock: str) -> None:
    assert fields(read(f"{clock}\n云岭县2023年度法治政府建设情况报告{BODY}")) == []


def test_an_empty_label_does_not_take_the_title() -> None:
    page = read(f"来源：\n云岭县2023年度法治政府建设情况报告{BODY}")
    assert fields(page) == []
    assert page.title is not None


def test_fields_below_the_text() -> None:
    page = read(
        f"{BODY}云岭县司法局\n2024年1月5日\n来源：县司法局　责任编辑：李某\n上一篇：甲\n发布日期：2001-01-01"
    )
    assert fields(page) == [("source", "县司法局"), ("other", "李某")]


@pytest.mark.parametrize(
    "sentence",
    [
        "来源于群众的意见建议30条，全部办结。",
        "名称预先核准120件。",
        "时间紧、任务重，我们仍完成了全部工作。",
        "一是标题党整治。清理信息30条。",
    ],
)
def test_sentences_are_no_fields(sentence: str) -> None:
    assert fields(read(sentence + BODY)) == []
