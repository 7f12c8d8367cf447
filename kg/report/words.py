"""The word lists that the report itself is read with, compiled."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.vocabulary import Vocabulary

_NEVER = re.compile(r"(?!)")


@lru_cache(maxsize=256)
def pattern(vocabulary: Vocabulary, name: str) -> re.Pattern[str]:
    """Return a pattern that matches any wording of the list ``report-{name}``, the longest first."""
    terms = vocabulary.words.get(f"report-{name}", ())
    ordered = sorted(set(terms), key=lambda term: (-len(term), term))
    return re.compile("|".join(map(re.escape, ordered))) if ordered else _NEVER


def has(vocabulary: Vocabulary, name: str, string: str) -> bool:
    """Tell whether a wording of the list ``report-{name}`` occurs in the string."""
    return pattern(vocabulary, name).search(string) is not None


def first(vocabulary: Vocabulary, name: str) -> str:
    """Return the first wording of the list ``report-{name}``."""
    return vocabulary.words[f"report-{name}"][0]
