"""The text of web pages: what stands on a line, what is left out, which encoding the page is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.reading import html
from kg.reading.decode import decode, looks_like_html
from kg.reading.source import Source


def body(markup: str) -> str:
    return html.text(f"<!DOCTYPE html><html><head></head><body>{markup}</body></html>")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>甲</p><p>乙</p>", "甲\n乙"),
        ("甲<br>乙<br/>丙", "甲\n乙\n丙"),
        ("<p>全年<b>办理</b><span>120</span>件</p>", "全年办理120件"),
        ("<p>全年\n   办理</p>", "全年 办理"),
        ("<p>甲&nbsp;&amp;&lt;乙&#65289;&ldquo;丙&rdquo;</p>", "甲\u00a0&<乙）“丙”"),
        ("<ul><li>一</li><li>二</li></ul>", "一\n二"),
        ("<div>甲<div>乙</div>丙</div>", "甲\n乙\n丙"),
        ("<h1>标题</h1>正文", "标题\n正文"),
        ("<p>甲</p>\n\n<p> </p>\n<p>乙</p>", "甲\n乙"),
        ("<p>甲<!-- 注 --></p>", "甲"),
    ],
)
def test_blocks_and_entities(markup: str, text: str) -> None:
    assert body(markup) == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a = '<p>乙</p>';</script>",
        "<style>p {color: red}</style>",
        "<noscript>乙</noscript>",
        "<template><p>乙</p></template>",
        "<div style='display:none'>乙<p>丙</p></div>",
        "<div style='color:red; DISPLAY : NONE'>乙</div>",
        "<p hidden>乙</p>",
        "<select><option>乙</option></select>",
        "<textarea>乙</textarea>",
        "<iframe>乙</iframe>",
    ],
)
def test_hidden_parts_are_left_out(hidden: str) -> None:
    assert body(f"<p>甲</p>{hidden}<p>丁</p>") == "甲\n丁"


def test_rows_of_a_table_stand_on_lines() -> None:
    table = "<table><tr><th>索引号</th><td>A1</td><td></td></tr>"
    table += "<tr><td><p>文号</p></td><td>某司<br>1号</td></tr></table>"
    assert body(table) == "索引号 | A1 |\n文号 | 某司 1号"


def test_empty_rows_leave_nothing() -> None:
    assert body("甲<table><tr><td></td><td> </td></tr></table>乙") == "甲\n乙"


def test_a_table_for_layout_keeps_its_paragraphs() -> None:
    long = "".join(f"<p>第{n}段：开展普法宣传并化解矛盾纠纷若干起。</p>" for n in range(30))
    lines = body(f"<table><tr><td>{long}</td></tr></table>").split("\n")
    assert len(lines) == 30
    assert lines[3] == "第3段：开展普法宣传并化解矛盾纠纷若干起。"


def test_tables_within_tables() -> None:
    inner = "<table><tr><td>甲</td><td>乙</td></tr></table>"
    assert body(f"<table><tr><td>外</td><td>{inner}</td></tr></table>") == "外 | 甲 | 乙"


def test_cells_without_a_row() -> None:
    assert "甲" in html.text("<td>甲</td>")


def test_metadata_of_government_pages_comes_first() -> None:
    page = (
        "<html><head><title>某局总结_某县人民政府</title><meta name='ArticleTitle' content='某局总结'>"
        "<meta name='pubdate' content='2024-01-05 10:00'><meta name='ContentSource' content=''></head>"
        "<body><p>正文</p></body></html>"
    )
    assert html.text(page) == "ArticleTitle: 某局总结\nPubDate: 2024-01-05 10:00\n正文"


def test_the_browser_title_stands_in_for_missing_metadata() -> None:
    assert html.text("<title>某局 总结</title><p>正文</p>") == "某局 总结\n正文"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
@pytest.mark.parametrize("declares", [True, False])
def test_pages_in_their_encodings(encoding: str, declares: bool) -> None:
    label = {"utf-8": "utf-8", "gb18030": "gb2312", "big5": "Big5"}[encoding]
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">' if declares else ""
    page = f"<html><head>{meta}</head><body><p>全年普法工作</p></body></html>"
    assert decode(Source("a", "a.html", page.encode(encoding))) == "全年普法工作"


def test_a_wrong_declaration_is_not_believed() -> None:
    page = '<html><head><meta charset="gb2312"></head><body>法治政府建设</body></html>'
    assert decode(Source("a", "a.html", page.encode())) == "法治政府建设"


def test_an_encoding_that_does_not_exist_is_passed_over() -> None:
    page = '<html><head><meta charset="no-such-thing"></head><body>法治政府建设</body></html>'
    assert decode(Source("a", "a.html", page.encode("gb18030"))) == "法治政府建设"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.txt", "<!DOCTYPE html><p>甲", True),
        ("a.txt", "\n<!-- 注 --><html>", True),
        ("a", "<div><p>甲</p><p>乙</p></div>", True),
        ("a.html", "<p>甲</p>", True),
        ("a.htm", "一份没有标记的总结", False),
        ("a.txt", "贯彻落实<职责规定>和<<办法>>，败诉率<5%", False),
        ("a.txt", "换行写作<br>一次", False),
    ],
)
def test_html_is_known_by_content(name: str, text: str, expected: bool) -> None:
    assert looks_like_html(name, text) is expected


def test_a_page_without_words_is_empty() -> None:
    with pytest.raises(ReadError) as caught:
        decode(
            Source(
                "a", "a.html", b"<html><head><title>x</title></head><body><script>1</script></body></html>"
            )
        )
    assert caught.value.code == "source-empty"


def test_deeply_nested_pages_are_read() -> None:
    assert "甲" in html.text("<div>" * 20_000 + "甲" + "</div>" * 20_000)


@given(st.text(alphabet="<>/pdivtrbl 甲乙=\"'&;!-", max_size=200))
def test_any_markup_is_read(markup: str) -> None:
    lines = body(markup).split("\n")
    assert lines == [""] or all(line.strip() for line in lines)


@given(st.lists(st.text(alphabet="甲乙丙丁戊己。，", min_size=1, max_size=20), min_size=1, max_size=10))
def test_paragraphs_come_out_as_lines(paragraphs: list[str]) -> None:
    assert body("".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)).split("\n") == paragraphs
