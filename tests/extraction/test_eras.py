"""Eras: their names and first years come from the word lists of the vocabulary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg import vocabulary
from kg.extraction.eras import alternatives, eras_of
from kg.extraction.periods import timeline
from kg.model import Period
from tests.extraction.reading import head

if TYPE_CHECKING:
    from pathlib import Path

_OF_ONES_OWN = """
@prefix rol: <https://w3id.org/rol-kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:a> a rol:WordList ; skos:notation "congress-2020" ; rol:term "妇代会" .
<urn:b> a rol:WordList ; skos:notation "congress-hall" ; rol:term "会堂" .
"""


def test_each_kind_has_its_names_and_years() -> None:
    eras = eras_of(vocabulary.load())
    assert eras.congresses["二十大"] == 2022
    assert eras.publicity_programmes["八五"] == 2021
    assert eras.five_year_plans["十四五"] == 2021
    assert set(eras.congresses).isdisjoint({*eras.publicity_programmes, *eras.five_year_plans})


def test_an_era_of_ones_own_is_a_time_without_python(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(_OF_ONES_OWN, encoding="utf-8")
    known = vocabulary.load([path])
    assert "会堂" not in eras_of(known).congresses
    [found] = timeline("妇代会以来,调解纠纷5件。", (), head(), known).expressions
    assert found.period == Period("2020", "2023")


def test_longer_names_come_first_and_no_name_matches_nothing() -> None:
    pattern = re.compile(alternatives({"十": 1, "十四": 2}))
    assert pattern.findall("十四十") == ["十四", "十"]
    assert re.compile(alternatives({})).search("十四") is None
