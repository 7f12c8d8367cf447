from pathlib import Path

import pytest

from kg import vocabulary
from kg.vocabulary_check import check, unused

HEAD = """@prefix rol: <https://w3id.org/rol-kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix ind: <https://w3id.org/rol-kg/indicator/> .
"""


def with_words(tmp_path: Path, body: str) -> vocabulary.Vocabulary:
    path = tmp_path / "mine.ttl"
    path.write_text(HEAD + body, encoding="utf-8")
    return vocabulary.load([path])


def indicator(name: str, rest: str) -> str:
    return f'ind:{name} a rol:Indicator ; skos:notation "{name}" ; skos:prefLabel "{name}"@zh ; {rest} .\n'


def test_the_projects_own_vocabulary_has_no_clash() -> None:
    assert check(vocabulary.load()) == []


@pytest.mark.parametrize(
    ("body", "problem", "term"),
    [
        (indicator("a", 'rol:unit "件" ; rol:trigger "調解甲乙"'), "vocab-never-matches", "調解甲乙"),
        (
            indicator("a", 'rol:unit "件" ; rol:trigger "甲乙丙丁" ; rol:exclude "乙丙"'),
            "vocab-vetoes-itself",
            "甲乙丙丁",
        ),
        (indicator("a", 'rol:trigger "甲乙丙丁"'), "vocab-without-unit", "a"),
        (
            indicator("a", 'rol:unit "件" ; rol:trigger "甲乙丙丁"')
            + indicator("b", 'rol:unit "件" ; rol:trigger "甲乙丙丁"'),
            "vocab-points-to-both",
            "甲乙丙丁",
        ),
    ],
)
def test_each_doubt_is_found(tmp_path: Path, body: str, problem: str, term: str) -> None:
    assert (problem, term) in {(doubt.problem, doubt.term) for doubt in check(with_words(tmp_path, body))}


def test_other_units_or_contexts_tell_two_concepts_apart(tmp_path: Path) -> None:
    first = indicator("a", 'rol:unit "件" ; rol:trigger "甲乙丙丁" ; rol:context "戊"')
    second = indicator("b", 'rol:unit "件" ; rol:trigger "甲乙丙丁" ; rol:context "己"')
    third = indicator("c", 'rol:unit "人" ; rol:trigger "甲乙丙丁"')
    assert check(with_words(tmp_path, first + second + third)) == []


def test_triggers_that_no_text_uses(tmp_path: Path) -> None:
    words = with_words(tmp_path, indicator("a", 'rol:unit "件" ; rol:trigger "甲乙丙丁", "戊己庚辛"'))
    terms = {doubt.term for doubt in unused(words, ["本年甲乙丙丁5件。"]) if doubt.id == "a"}
    assert terms == {"戊己庚辛"}
