"""Each check of ``shapes/ontology.ttl`` has a vocabulary file that breaks it and one that barely keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg import vocabulary
from kg.validation.examine import Means
from kg.validation.inputs import vocabulary_file
from kg.validation.shapes import VOCABULARY_GROUPS, load_shapes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SHAPES = load_shapes(groups=VOCABULARY_GROUPS)
WORDS = vocabulary.load()
PREFIXES = """@prefix rol: <https://w3id.org/rol-kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix group: <https://w3id.org/rol-kg/indicator-group/> .
@prefix indicator: <https://w3id.org/rol-kg/indicator/> .
@prefix type: <https://w3id.org/rol-kg/program-type/> .
@prefix body: <https://w3id.org/rol-kg/body-type/> .
@prefix my: <https://example.org/> .
"""
LABEL = 'skos:prefLabel "无人机"@zh, "drones"@en'
INDICATOR = {
    "notation": 'skos:notation "drone-flights"',
    "label": LABEL,
    "above": "skos:broader group:governance",
    "trigger": 'rol:trigger "无人机巡查"',
    "unit": 'rol:unit "架次"',
}
PROGRAM = {
    "notation": 'skos:notation "drone-patrols"',
    "label": LABEL,
    "above": "skos:broader type:leniency",
    "trigger": 'rol:trigger "无人机巡查"',
}
BODY = {
    "notation": 'skos:notation "drone-office"',
    "label": LABEL,
    "above": "skos:broader body:judicial-bureau",
    "ending": 'rol:ending "无人机办公室"',
}


def block(name: str, kind: str, lines: dict[str, str]) -> str:
    return f"my:{name} a rol:{kind} ; " + " ; ".join(line for line in lines.values() if line) + " .\n"


def indicator(name: str = "a", **lines: str) -> str:
    return block(name, "Indicator", INDICATOR | lines)


def program(name: str = "a", **lines: str) -> str:
    return block(name, "ProgramType", PROGRAM | lines)


def body(name: str = "a", **lines: str) -> str:
    return block(name, "BodyType", BODY | lines)


PAIRS = {
    "vocabulary-notation": (
        indicator(notation='skos:notation "drone--flights"'),
        indicator(notation='skos:notation "1-drone-2"'),
    ),
    "vocabulary-notation-shared": (
        indicator(notation='skos:notation "mediation-cases"'),
        program(notation='skos:notation "mediation-cases"'),
    ),
    "vocabulary-label": (
        program(label=f'{LABEL}, "无人飞机"@zh'),
        program(label=f'{LABEL} ; skos:altLabel "无人飞机"@zh'),
    ),
    "vocabulary-label-both": (
        body(label='skos:prefLabel "无人机办"@zh'),
        body(label='skos:prefLabel "无人机办"@zh, "無"@en'),
    ),
    "vocabulary-indicator-group": (
        indicator(above="skos:broader group:no-such-group"),
        indicator(above="skos:broader my:g")
        + 'my:g a rol:IndicatorGroup ; skos:notation "g" ; skos:prefLabel "组"@zh, "group"@en .',
    ),
    "vocabulary-program-broader": (
        program(above="skos:broader indicator:mediation-cases"),
        program(above=""),
    ),
    "vocabulary-broader-circle": (
        program(above="skos:broader my:b") + program("b", notation='skos:notation "b"', above="skos:broader my:a"),
        program(above="skos:broader my:b") + program("b", notation='skos:notation "b"'),
    ),
    "vocabulary-trigger-missing": (program(trigger=""), program(trigger='rol:trigger "巡"')),
    "vocabulary-trigger-short": (
        indicator(trigger='rol:trigger "无人机"'),
        indicator(trigger='rol:trigger "无人机" ; rol:context "巡查"'),
    ),
    "vocabulary-trigger-vetoed": (
        indicator(trigger='rol:trigger "无人机巡查" ; rol:exclude "机巡"'),
        indicator(trigger='rol:trigger "无人机巡查" ; rol:exclude "无人机巡查员"'),
    ),
    "vocabulary-unit-missing": (indicator(unit=""), indicator(unit='rol:standardUnit "架次"')),
    "vocabulary-ending-missing": (
        body(ending=""),
        body(ending="") + body("b", notation='skos:notation "b"', above="skos:broader my:a"),
    ),
    "vocabulary-ending-shared": (
        body(ending='rol:ending "无人机办公室", "司法局"'),
        body(ending='rol:ending "无人机办公室", "无人机司法局"'),
    ),
}  # fmt: skip


@pytest.fixture
def found(tmp_path: Path) -> Callable[[str], set[str]]:
    def call(content: str) -> set[str]:
        path = tmp_path / "own.ttl"
        path.write_text(PREFIXES + content, "utf-8")
        examined = vocabulary_file(path, Means(WORDS, SHAPES, {}, "reference"))
        return {located.finding.check for located in examined.findings}

    return call


def test_each_check_has_a_pair_and_each_pair_a_check() -> None:
    assert set(PAIRS) == {check.name for check in SHAPES.checks.values()}


@pytest.mark.parametrize("name", PAIRS)
def test_pair(found: Callable[[str], set[str]], name: str) -> None:
    breaks, keeps = PAIRS[name]
    assert name in found(breaks)
    assert name not in found(keeps)


@pytest.mark.parametrize("block", [indicator(), program(), body()])
def test_blocks_as_the_guide_has_them_are_sound(found: Callable[[str], set[str]], block: str) -> None:
    assert found(block) == set()
