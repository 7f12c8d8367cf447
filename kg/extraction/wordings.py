"""Where the terms of some of the vocabulary's word lists stand in a stretch of text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import ahocorasick

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.vocabulary import Vocabulary


class Term(NamedTuple):
    """A term of a word list in the text; ``list`` is the list's notation."""

    start: int
    end: int
    list: str


@dataclass(frozen=True, slots=True, eq=False)
class Wordings:
    """The terms of some word lists. Where several fit, the leftmost wins, and of those the longest."""

    automaton: ahocorasick.Automaton

    def find(self, plain: str, start: int, end: int) -> Iterator[Term]:
        """Yield the terms within a span, in the order of the text, without overlaps."""
        found = [(last + 1 - length, -last, name) for last, (length, name) in self._hits(plain, start, end)]
        found.sort()
        position = start
        for begin, negated, name in found:
            if begin >= position:
                position = 1 - negated
                yield Term(begin, position, name)

    def first(self, plain: str, start: int, end: int) -> Term | None:
        """Return the first term within a span."""
        hits = self._hits(plain, start, end)
        best = min(((last + 1 - length, -last, name) for last, (length, name) in hits), default=None)
        return Term(best[0], 1 - best[1], best[2]) if best is not None else None

    def has(self, plain: str, start: int, end: int) -> bool:
        """Tell whether a term stands within a span."""
        return next(self._hits(plain, start, end), None) is not None

    def prefix(self, plain: str, start: int, end: int) -> Term | None:
        """Return the longest term that begins exactly at ``start``."""
        best = None
        for last, (length, name) in self._hits(plain, start, min(end, start + LONGEST)):
            if last + 1 - length == start:
                best = Term(start, last + 1, name)
        return best

    def suffix(self, plain: str, start: int, end: int) -> Term | None:
        """Return the longest term that ends exactly at ``end``."""
        best = None
        for last, (length, name) in self._hits(plain, max(start, end - LONGEST), end):
            if last + 1 == end and (best is None or end - length < best.start):
                best = Term(end - length, end, name)
        return best

    def _hits(self, plain: str, start: int, end: int) -> Iterator[tuple[int, tuple[int, str]]]:
        # The automaton copies all of the string that it is given: so it is given no more than the span.
        if start < end:
            for last, hit in self.automaton.iter(plain[start:end]):
                yield last + start, hit


LONGEST = 24
"""No term of a list that is asked for a prefix or suffix is longer."""


@lru_cache(maxsize=64)
def wordings(vocabulary: Vocabulary, *names: str) -> Wordings:
    """Return the terms of the named word lists; a term of several lists belongs to the one named first.

    Raises KeyError if the vocabulary lacks a list.
    """
    automaton = ahocorasick.Automaton()
    for name in reversed(names):
        for term in vocabulary.words[name]:
            automaton.add_word(term, (len(term), name))
    automaton.make_automaton()
    return Wordings(automaton)
