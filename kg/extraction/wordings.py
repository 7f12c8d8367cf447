"""Where the terms of some of the vocabulary's word lists stand in a stretch of text."""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import ahocorasick

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.vocabulary import Vocabulary

_ANY_END = sys.maxsize


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
        if start >= end:
            return
        hits = self.automaton.iter(plain[start:end])
        found = [(last + 1 - length, -last, name) for last, (length, name) in hits]
        if len(found) > 1:
            found.sort()
        position = 0
        for begin, negated, name in found:
            if begin >= position:
                position = 1 - negated
                yield Term(start + begin, start + position, name)

    def all(self, plain: str, start: int, end: int) -> list[Term]:
        """Return all terms within a span, also those that overlap, by their starts, the longer first."""
        if start >= end:
            return []
        hits = self.automaton.iter(plain[start:end])
        found = [(last + 1 - length, -last, name) for last, (length, name) in hits]
        found.sort()
        return [Term(start + begin, start + 1 - negated, name) for begin, negated, name in found]

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


def begins(vocabulary: Vocabulary, name: str, plain: str, start: int, end: int = _ANY_END) -> bool:
    """Tell whether a term of the named word list begins at ``start`` and ends by ``end``."""
    terms = _by_character(vocabulary, name, 0).get(plain[start : start + 1])
    return terms is not None and plain.startswith(terms, start, end)


def ends(vocabulary: Vocabulary, name: str, plain: str, start: int, end: int) -> bool:
    """Tell whether a term of the named word list ends at ``end``, and begins no earlier than ``start``."""
    terms = _by_character(vocabulary, name, -1).get(plain[end - 1 : end])
    return terms is not None and plain.endswith(terms, start, end)


@lru_cache(maxsize=128)
def _by_character(vocabulary: Vocabulary, name: str, place: int) -> Mapping[str, tuple[str, ...]]:
    """Return the terms of a list by their first or last character, so that few are held against a place."""
    found: dict[str, list[str]] = defaultdict(list)
    for term in vocabulary.words[name]:
        found[term[place]].append(term)
    return {character: tuple(terms) for character, terms in found.items()}


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
