"""Times that have a name: congresses of the Communist Party, programmes of legal publicity, five-year plans.

Their first years are data: the word lists ``congress-2012``, ``publicity-programme-2021``, ``five-year-plan-2021``
(and so on) have the names of what began in the year at their end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, eq=False)
class Eras:
    """The first year of each era by its name, kind by kind; compared by identity, so that it can be cached upon."""

    congresses: Mapping[str, int]
    publicity_programmes: Mapping[str, int]
    five_year_plans: Mapping[str, int]


@lru_cache(maxsize=4)
def eras_of(vocabulary: Vocabulary) -> Eras:
    """Return the eras that the vocabulary names."""
    return Eras(
        _of_kind(vocabulary, "congress-"),
        _of_kind(vocabulary, "publicity-programme-"),
        _of_kind(vocabulary, "five-year-plan-"),
    )


def _of_kind(vocabulary: Vocabulary, prefix: str) -> dict[str, int]:
    years = {name: name.removeprefix(prefix) for name in vocabulary.words if name.startswith(prefix)}
    return {
        term: int(year)
        for name, year in years.items()
        if re.fullmatch(r"\d{4}", year)
        for term in vocabulary.words[name]
    }


def alternatives(names: Mapping[str, int]) -> str:
    """Return a pattern of the names, the longest first; one that never matches where there is none."""
    found = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(map(re.escape, found)) or r"(?!)"
