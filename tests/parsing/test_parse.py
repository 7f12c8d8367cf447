"""Pages as a whole: whatever the text, what is found lies within it and in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from kg.normalise import normalise
from kg.parsing.parse import parse
from kg.vocabulary import load
from tests.parsing.pages import headings, read, words

if TYPE_CHECKING:
    from pathlib import Path

PIECES = st.sampled_from(
    [
        *("\n", "\n\n", "\r\n", " ", "\u3000", "。", "，", "：", "|", "《", "》", "(", ")", "“", "> "),
        *("一、", "二、", "（一）", "（二）", "1.", "2、", "第一部分", "①", "- 1 -", "12", "95.5%"),
        *("存在的问题", "下一步打算", "下一步，我局将培训", "主要成效", "第一责任人述法", "仍存在不足"),
        *("来源：", "发布日期：2024-01-05", "索引号", "首页", "打印", "关闭", "上一篇：", "今天是"),
        *(
            "云岭县司法局",
            "2023年",
            "2024年",
            "法治政府建设情况报告",
            "工作要点",
            "関係發(fā)展",
            "我们开展了普法工作",
        ),
    ]
)
PAGES = st.lists(PIECES, max_size=60).map("".join)


@given(PAGES | st.text(max_size=300))
def test_what_is_found_lies_within_the_text_and_in_order(original: str) -> None:
    page = read(original)
    start, end = page.body
    assert 0 <= start <= end <= len(page.plain)
    for field in page.fields:
        assert field.value
        assert page.plain[field.start : field.end] == field.value
    for span in (page.title, page.signature):
        assert span is None or 0 <= span[0] < span[1] <= len(page.plain)
    for section in page.sections:
        assert start <= section.start <= section.body <= section.end <= end
    assert list(page.sections) == sorted(page.sections, key=lambda section: (section.start, section.level))


@given(PAGES)
def test_sections_lie_within_each_other_or_apart(original: str) -> None:
    around: list[tuple[int, int]] = []
    for section in read(original).sections:
        while around and around[-1][1] <= section.start:
            around.pop()
        assert not around or section.end <= around[-1][1]
        around.append((section.start, section.end))


@given(PAGES)
def test_quotes_lead_back_to_the_original(original: str) -> None:
    text = read(original).text
    for place, character in enumerate(text.plain):
        quote = text.evidence(place, place + 1).quote
        assert quote
        assert character == "\n" or not quote.isspace() or character == " "


@given(PAGES)
def test_parts_are_those_of_the_sections_or_of_passages(original: str) -> None:
    page = read(original)
    assert {section.part for section in page.sections if section.part} <= set(page.parts)
    assert len(set(page.parts)) == len(page.parts)


def test_the_same_page_gives_the_same_answer() -> None:
    text = "首页\n云岭县司法局2023年工作总结\n来源：县司法局\n2023年，我局依法履职。\n一、普法\n宣传30场。"
    assert read(text) == read(text)


def test_carriage_returns_change_nothing_that_is_found() -> None:
    text = (
        "云岭县司法局2023年工作总结\n来源：县司法局\n2023年，我局依法履职。\n"
        "一、普法\n宣传30场。\n云岭县司法局\n2024年1月5日"
    )
    page, other = read(text), read(text.replace("\n", "\r\n"))
    assert page.plain == other.plain
    assert headings(page) == headings(other)


def test_words_of_the_users_own_vocabulary_are_read(tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        "@prefix rol: <https://w3id.org/rol-kg/ontology#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<urn:own> a rol:WordList ; skos:notation "field-publisher" ; rol:term "报送科所" .\n',
        "utf-8",
    )
    text = normalise("报送科所：云岭县司法局\n2023年，我局依法履职。")
    assert parse(text).fields == ()
    assert [field.value for field in parse(text, load([own])).fields] == ["云岭县司法局"]


def test_a_whole_page() -> None:
    page = read(
        "您当前的位置：首页 > 政务公开\n云岭县2023年度法治政府建设情况报告\n"
        "来源：县政府办　发布时间：2024-03-28 09:18\n"
        "2023年，云岭县依法行政。\n一、主要举措和成效\n（一）依法决策。审查文件30件。\n二、存在的不足\n人员偏少。\n"
        "云岭县人民政府\n2024年3月20日\n打印 关闭"
    )
    assert words(page, page.title) == "云岭县2023年度法治政府建设情况报告"
    assert [(field.name, field.value) for field in page.fields] == [
        ("source", "县政府办"),
        ("issued", "2024-03-28 09:18"),
    ]
    assert words(page, page.signature) == "云岭县人民政府\n2024年3月20日"
    assert page.parts == ("achievements", "shortcomings")
