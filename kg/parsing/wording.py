"""The wordings of pages, compiled from the word lists ``field-…``, ``furniture…``, ``title-…`` and ``part-…``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.vocabulary import Vocabulary

_FIELD = "field-"
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """Field labels (wording → field name) and one pattern for each word list."""

    labels: Mapping[str, str]
    label: re.Pattern[str]
    patterns: Mapping[str, re.Pattern[str]]

    def has(self, name: str, string: str) -> bool:
        """Tell whether a wording of the list occurs in the string."""
        return self.patterns.get(name, _NEVER).search(string) is not None

    def begins(self, name: str, string: str) -> bool:
        """Tell whether the string begins with a wording of the list."""
        return self.patterns.get(name, _NEVER).match(string) is not None

    def ends(self, name: str, string: str) -> bool:
        """Tell whether the string ends in a wording of the list."""
        return self.patterns.get(f"{name}$", _NEVER).search(string) is not None

    def place(self, name: str, string: str) -> int | None:
        """Return where the first wording of the list stands in the string, or None."""
        match = self.patterns.get(name, _NEVER).search(string)
        return match.start() if match else None

    def strip(self, name: str, string: str) -> str:
        """Return the string without the wordings of the list."""
        return self.patterns.get(name, _NEVER).sub("", string)


@lru_cache(maxsize=4)
def build(vocabulary: Vocabulary) -> Wording:
    """Compile the word lists of a vocabulary; done once for each."""
    labels: dict[str, str] = {}
    patterns: dict[str, re.Pattern[str]] = {}
    for name, terms in vocabulary.words.items():
        if name.startswith(_FIELD):
            labels |= {term: name.removeprefix(_FIELD) for term in terms}
        elif name.startswith(("furniture", "title-", "part-", "passage-", "page-", "signature-")):
            patterns[name] = any_of(terms)
            patterns[f"{name}$"] = re.compile(f"(?:{any_of(terms).pattern})\\Z")
    return Wording(labels, any_of(labels), patterns)


def any_of(terms: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that matches any of the terms, the longest first."""
    ordered = sorted(set(terms), key=lambda term: (-len(term), term))
    return re.compile("|".join(map(re.escape, ordered))) if ordered else _NEVER
