"""Whatever the page, the head is read, and its fields agree with each other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.areas import load
from tests.report.pages import SECTIONS, head

PIECES = st.sampled_from(
    [
        *"区县市镇局委年月。,\n|:《》〔〕",
        "天宁区",
        "常州市",
        "宝山区",
        "司法局",
        "人民政府",
        "郑陆镇",
        "2022年",
        "2016—2020年",
        "上半年",
        "发布日期:2023-01-05",
        "发布机构:",
        "法治政府建设",
        "情况报告",
        "工作要点",
        "现将",
        "如下:",
        "一、",
        "我区",
        "我局",
        "中共",
        SECTIONS,
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25), st.sampled_from(["a.txt", "http://www.tjhp.gov.cn/1", "http://", ""]))
def test_any_page(pieces: list[str], key: str) -> None:
    gazetteer = load()
    found = head("".join(pieces), key)
    if found.area is not None:
        assert gazetteer.area(found.area) is not None
        assert found.level is not None
    if found.township is not None:
        township = gazetteer.area(found.township)
        assert township is not None
        assert township.parent == found.area
    if found.period is not None:
        assert found.period.year == found.covers_year
    if found.publisher is not None:
        assert found.publisher.name
        assert found.publisher.area == found.area


@pytest.mark.parametrize("text", ["", "\n\n", "。", "区", "2022", "《》", "发布机构:\n", "一、\n"])
def test_pages_of_nothing(text: str) -> None:
    found = head(text)
    assert (found.title, found.area, found.publisher, found.document_number) == (None, None, None, None)


def test_the_same_page_gives_the_same_head() -> None:
    page = f"天宁区2022年度法治政府建设情况报告\n\n2022年,工作有序开展。{SECTIONS}"
    assert head(page) == head(page)


def test_traditional_characters_with_pinyin() -> None:
    page = (
        "發(fā)布機(jī)構(gòu):東湖區(qū)司法局\n\n東湖區(qū)司法局2022年工作總結(jié)\n\n"
        "2022年,區(qū)司法局認(rèn)真履職,南昌市群眾滿意。\n一、工作\n開展(kāi)培訓(xùn)3次,人人參加。\n"
    )
    found = head(page)
    assert found.title == "东湖区司法局2022年工作总结"
    assert found.publisher is not None
    assert found.publisher.name == "南昌市东湖区司法局"
