"""Pages whose line ends and white space are lost: lines are told by labels, the title, and numbers in sequence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parsing.pages import fields, headings, read, words

_TITLE = "望海县司法局2023年度法治政府建设情况报告"
_OPENING = "2023年,县司法局依法履职,完成各项任务。现将有关情况报告如下。"
_PARTS = (
    "一、主要举措和成效(一)规范决策。全年审查文件30件。(二)加强调解。调解纠纷500起。"
    "二、存在的不足执法力量薄弱,普法形式单一。"
    "三、下一步工作安排2024年,将继续推进各项工作。"
)
_LONG = "全县各单位组织开展多种形式的法治宣传教育活动并取得良好效果。" * 8
_PAGE = f"{_OPENING}{_LONG}{_PARTS}"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (_TITLE, []),
        (f"{_TITLE}发布时间:2024-02-06来源:县司法局", [("issued", "2024-02-06"), ("source", "县司法局")]),
        (
            f"发布机构:县司法局发布日期:2024-02-06{_TITLE}",
            [("publisher", "县司法局"), ("issued", "2024-02-06")],
        ),
        (f"文号:望司〔2024〕3号{_TITLE}", [("document-number", "望司〔2024〕3号")]),
        (f"{_TITLE}望司〔2024〕3号", [("document-number", "望司〔2024〕3号")]),
        (f"首页>政务公开>{_TITLE}", []),
        (f"首页>工作总结{_TITLE}", []),
        (f"{_TITLE}{_TITLE}", []),
    ],
)
def test_title_and_fields_are_told_apart(header: str, expected: list[tuple[str, str]]) -> None:
    page = read(header + _PAGE)
    assert words(page, page.title) == _TITLE
    assert fields(page) == expected
    assert page.plain[page.body[0] :].startswith("2023年,县司法局")


def test_sections_are_found_by_their_numbers() -> None:
    page = read(_TITLE + _PAGE)
    assert headings(page) == [
        (1, "主要举措和成效", "achievements"),
        (2, "规范决策", "achievements"),
        (2, "加强调解", "achievements"),
        (1, "存在的不足", "shortcomings"),
        (1, "下一步工作安排", "next-plan"),
    ]
    assert page.plain[page.sections[3].body :].startswith("执法力量薄弱")
    assert page.plain[page.sections[4].body :].startswith("2024年,将")


def test_numbers_out_of_sequence_open_no_line() -> None:
    page = read(f"{_TITLE}{_OPENING}{_LONG}一、主要成效。落实统一、规范的标准。执行第(三)项。四、其他。")
    assert headings(page) == [(1, "主要成效", "achievements")]


@pytest.mark.parametrize(
    ("line", "heading", "text"),
    [
        ("二、存在的问题和原因一是力量不足,二是经费不足。", "存在的问题和原因", "一是力量不足"),
        (
            "三、主要负责人履行职责情况县委、县政府主要负责人专题研究法治工作4次。",
            "主要负责人履行职责情况",
            "县委、",
        ),
        ("四、2024年工作安排到2024年底,建成站点3个。", "2024年工作安排", "到2024年底"),
        ("二、存在的短板基层力量薄弱,信息化水平不高。", "存在的短板", "基层力量薄弱"),
        ("二、存在的问题及下一步打算。力量不足。", "存在的问题及下一步打算", "力量不足"),
        ("二、2023年工作情况和2024年打算。力量不足。", "2023年工作情况和2024年打算", "力量不足"),
    ],
)
def test_a_paragraph_can_run_on_behind_its_heading(line: str, heading: str, text: str) -> None:
    page = read(f"一、主要成效\n全年完成。\n{line}")
    assert page.sections[1].heading == heading
    assert page.plain[page.sections[1].body :].startswith(text)


@given(st.text("一二(三)、1.。:年2023报告工作总结发布时间县司法局>,\n", max_size=60))
def test_no_character_is_lost_or_added(noise: str) -> None:
    text = f"{_TITLE}{noise}{_PAGE}"
    page = read(text)
    assert page.plain.replace("\n", "") == text.replace("\n", "")
