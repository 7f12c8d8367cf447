import hashlib
import re

import pytest

from kg import areas, pipeline, vocabulary
from kg.errors import ReadError
from kg.model import Given
from kg.reading.source import Source

WORDS = vocabulary.load()
GAZETTEER = areas.load()
PAGE = """常州市天宁区司法局2023年法治政府建设年度报告

2023年，天宁区司法局深入推进依法行政，现将有关情况报告如下。

一、主要举措和成效
全年办理行政复议案件120件，其中办结98件。印发《天宁区行政执法监督办法》。

二、存在的不足
执法力量有待加强。

三、下一年度工作安排
2024年，计划培训执法人员300人次。
"""


def read(data, **given):
    return pipeline.read_facts(Source("a.txt", "a.txt", data, Given(**given)), WORDS, GAZETTEER)


def test_a_report_becomes_facts_whose_evidence_stands_in_its_text():
    facts = read(PAGE.encode())
    assert facts.text == PAGE
    assert facts.source == "a.txt"
    assert facts.head.area == "320402"
    assert {metric.evidence.quote: metric.planned for metric in facts.metrics} == {
        "120件": False,
        "98件": False,
        "300人次": True,
    }
    assert [citation.title for citation in facts.citations] == ["天宁区行政执法监督办法"]
    stated = (*facts.metrics, *facts.citations, *facts.implementations, *facts.shortcomings)
    assert all(facts.text[s.evidence.start : s.evidence.end] == s.evidence.quote for s in stated)


def test_the_id_of_a_report_is_a_digest_of_its_text_whatever_its_encoding():
    expected = hashlib.sha256(PAGE.encode()).hexdigest()[:16]
    assert read(PAGE.encode()).report_id == expected
    assert read(PAGE.encode("utf-8-sig")).report_id == expected
    assert read(PAGE.encode("gb18030")).report_id == expected
    assert read(PAGE.replace("\n", "\r\n").encode()).report_id != expected


def test_what_is_given_wins_over_the_page():
    head = read(PAGE.encode(), area="360102", year=2021).head
    assert (head.area, head.covers_year) == ("360102", 2021)


def test_the_same_bytes_give_the_same_facts():
    assert read(PAGE.encode()) == read(PAGE.encode())


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\x00\x01\x02\x03", b"\x89PNG\r\n\x1a\n"])
def test_bytes_that_are_no_text_are_refused(data):
    with pytest.raises(ReadError, match=re.escape("a.txt")):
        read(data)


def test_what_read_a_report_is_named_by_version_and_vocabulary(tmp_path):
    own = tmp_path / "own.ttl"
    own.write_text('<https://example.org/x> <https://example.org/y> "z" .')
    named = pipeline.extracted_with(WORDS)
    assert named == pipeline.extracted_with(vocabulary.load())
    assert pipeline.version() in named
    assert WORDS.digest in named
    assert pipeline.extracted_with(vocabulary.load([own])) != named


def test_pages_are_parsed_with_the_words_of_the_users_own_vocabulary(tmp_path):
    own = tmp_path / "own.ttl"
    own.write_text(
        "@prefix rol: <https://w3id.org/rol-kg/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<urn:own> a rol:WordList ; skos:notation "part-shortcomings" ; rol:term "美中之憾" .\n',
        encoding="utf-8",
    )
    source = Source("a.txt", "a.txt", PAGE.replace("存在的不足", "美中之憾").encode())
    found = [
        pipeline.read_facts(source, words, GAZETTEER).head.parts for words in (WORDS, vocabulary.load([own]))
    ]
    assert ["shortcomings" in parts for parts in found] == [False, True]
