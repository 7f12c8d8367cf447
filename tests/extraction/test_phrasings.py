"""Phrasings: at least five for every indicator, and numbers that have none, each sentence read by itself.

``phrasings.tsv`` gives an indicator (or ``-``) and a sentence of the genre, invented, with one number between 【】.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from kg import vocabulary
from tests.extraction.reading import metrics_of

_NONE = "-"
_TABLE = Path(__file__).with_name("phrasings.tsv")


def _phrasings() -> dict[str, list[str]]:
    """The marked sentences by indicator."""
    phrasings: dict[str, list[str]] = defaultdict(list)
    for line in _TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        indicator, sentence = line.split("\t")
        phrasings[indicator].append(sentence)
    return phrasings


PHRASINGS = _phrasings()


def _indicator_of_marked(sentence: str) -> str:
    """The indicator that is read for the number between 【】; ``-`` for none."""
    start, end = sentence.index("【"), sentence.index("】") - 1
    for metric in metrics_of(sentence.replace("【", "").replace("】", "")):
        if metric.evidence.start < end and metric.evidence.end > start:
            return metric.indicator or _NONE
    return "no metric"


@pytest.mark.parametrize("indicator", sorted(set(PHRASINGS) - {_NONE}))
def test_phrasings_point_to_their_indicator(indicator: str) -> None:
    found = {sentence: _indicator_of_marked(sentence) for sentence in PHRASINGS[indicator]}
    assert found == dict.fromkeys(PHRASINGS[indicator], indicator)


@pytest.mark.parametrize("sentence", PHRASINGS[_NONE])
def test_other_numbers_have_no_indicator(sentence: str) -> None:
    assert _indicator_of_marked(sentence) in (_NONE, "no metric")


def test_every_indicator_has_five_phrasings() -> None:
    few = {each for each in vocabulary.load().indicators if len(set(PHRASINGS.get(each, ()))) < 5}
    assert few == set()
    assert set(PHRASINGS) <= {*vocabulary.load().indicators, _NONE}
