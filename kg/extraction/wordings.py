"""Where the terms of some of the vocabulary's word lists stand in a stretch of text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import ahocorasick

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Term:
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
        if end - start < 1:
            return
        found = [
            Term(last + 1 - length, last + 1, name) for last, (length, name) in self._hits(plain, start, end)
        ]
        found.sort(key=lambda term: (term.start, -term.end))
        position = start
        for term in found:
            if term.start >= position:
                yield term
                position = term.end

    def first(self, plain: str, start: int, end: int) -> Term | None:
        """Return the first term within a span."""
        return next(self.find(plain, start, end), None)

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
        return iter(self.automaton.iter(plain, start, end) if start < end else ())


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
