"""Many terms found in a text in one pass (Aho and Corasick 1975), those that overlap others too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from ahocorasick_rs import AhoCorasick

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")
Hit = tuple[int, int, int]
"""Which term stands in a text (its index among those searched), its start and its end."""


@dataclass(frozen=True, slots=True, eq=False)
class TermSearch(Generic[T]):
    """Terms, and what each of them means to whoever looks for it."""

    terms: tuple[str, ...]
    values: tuple[T, ...]
    automaton: AhoCorasick

    @staticmethod
    def of(meanings: Mapping[str, T]) -> TermSearch[T]:
        """Prepare the search for terms; an empty one is left out."""
        kept = {term: value for term, value in meanings.items() if term}
        automaton = AhoCorasick(kept, store_patterns=False)
        return TermSearch(tuple(kept), tuple(kept.values()), automaton)

    def hits(self, words: str) -> list[Hit]:
        """Return where the terms stand in a text, by their ends, of those that end together the longest first."""
        try:
            return self.automaton.find_matches_as_indexes(words, overlapping=True)
        except UnicodeEncodeError:  # a lone surrogate, which no term has
            whole = words.encode("utf-8", "replace").decode()
            return self.automaton.find_matches_as_indexes(whole, overlapping=True)
