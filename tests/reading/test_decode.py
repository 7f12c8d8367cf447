"""From bytes to text, in every encoding that government sites use, and errors for what is no text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.reading import decode as decoding
from kg.reading.decode import decode
from kg.reading.source import Source

REPORT = (
    "云岭县司法局2023年工作总结\n全年办理法律援助案件120件，调解纠纷500起。\r\n下一步，继续加强普法宣传。"
)
TRADITIONAL = (
    "雲嶺縣司法局2023年工作總結\n全年辦理法律援助案件120件，調解糾紛500起。下一步，繼續加強普法宣傳。"
)


def read(data: bytes, name: str = "report.txt") -> str:
    return decode(Source(name, name, data))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_simplified_text_in_its_encodings(encoding: str) -> None:
    assert read(REPORT.encode(encoding)) == REPORT


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16", "utf-32"])
def test_traditional_text_in_its_encodings(encoding: str) -> None:
    assert read(TRADITIONAL.encode(encoding)) == TRADITIONAL


@pytest.mark.parametrize(
    ("mark", "encoding"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")]
)
def test_byte_order_marks_are_dropped(mark: bytes, encoding: str) -> None:
    assert read(mark + REPORT.encode(encoding)) == REPORT


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
def test_one_short_line_is_enough_to_tell_the_encoding(encoding: str) -> None:
    assert read("全年普法".encode(encoding)) == "全年普法"


def test_plain_latin_text_is_text() -> None:
    assert read(b"Annual report 2023") == "Annual report 2023"


def test_line_ends_stay() -> None:
    assert read("甲\r\n乙\r丙\n".encode()) == "甲\r\n乙\r丙\n"


def test_a_page_cut_within_a_character_is_read() -> None:
    data = (REPORT * 20).encode()[:-1]
    assert read(data).startswith(REPORT)


@pytest.mark.parametrize("data", [b"", b"  \r\n\t ", codecs.BOM_UTF8, "\u3000\u3000\n".encode()])
def test_nothing_to_read(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.code == "source-empty"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x00" * 100,
        b"\x7fELF\x02\x01\x01" + b"\x00\xff" * 200,
        bytes([0xFF, 0x80]) * 300,
        "文字".encode() + b"\x00\x01\x02" * 50,
    ],
)
def test_bytes_that_are_no_text(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.code == "source-not-text"


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"%PDF-1.7 ...", "PDF"), (b"PK\x03\x04....", "DOCX/XLSX/ZIP"), (b"\x89PNG\r\n\x1a\n", "PNG")],
)
def test_other_formats_are_named(data: bytes, name: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.code == "source-other-format"
    assert name in caught.value.in_language("zh")
    assert name in caught.value.in_language("en")


def test_a_document_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "LARGEST", 1 << 20)
    assert read(b"a" * (1 << 20))
    with pytest.raises(ReadError) as caught:
        read(b"a" * ((1 << 20) + 1))
    assert caught.value.code == "source-too-large"


def test_a_text_longer_than_any_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "LONGEST", len(REPORT))
    assert read(REPORT.encode()) == REPORT
    with pytest.raises(ReadError) as caught:
        read((REPORT + "。").encode())
    assert caught.value.code == "source-too-long"
    assert str(len(REPORT) + 1) in caught.value.in_language("en")


def test_what_a_web_page_shows_counts_not_its_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "LONGEST", 100)
    script = "<script>" + "x=1;" * 200 + "</script>"
    assert "调解纠纷500起" in read(f"<html><body>{script}<p>调解纠纷500起。</p></body></html>".encode())


@pytest.mark.parametrize(
    "code",
    ["source-empty", "source-not-text", "source-other-format", "source-too-large", "source-too-long"],
)
def test_errors_name_the_source_in_both_languages(code: str) -> None:
    error = ReadError(code, source="某报告.txt", size=70, length=70, limit=64, format="PDF")
    assert "某报告.txt" in error.in_language("zh")
    assert "某报告.txt" in error.in_language("en")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = read(data)
    except ReadError:
        return
    assert text.strip()


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=80))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert read(text.encode()) == text


def test_a_page_of_character_references_alone_is_html_by_its_name() -> None:
    data = "".join(f"&#{ord(character)};" for character in REPORT.split("\n", maxsplit=1)[0]).encode()
    assert read(data, "report.html") == REPORT.split("\n", maxsplit=1)[0]
    assert read(data, "report.txt") == data.decode()
