"""Where the terms of some of the vocabulary's word lists stand in a stretch of text."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from kg.term_search import TermSearch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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

    lists: Mapping[str, str]
    """The list of each term."""
    pattern: re.Pattern[str]
    """Any of the terms, the longest first."""
    by_last: Mapping[str, tuple[str, ...]]
    """The terms by their last characters, the longest first."""
    search: TermSearch[str]

    def find(self, plain: str, start: int, end: int) -> Iterator[Term]:
        """Yield the terms within a span, in the order of the text, without overlaps."""
        for match in self.pattern.finditer(plain, start, end):
            yield self._term(match)

    def all(self, plain: str, start: int, end: int) -> list[tuple[int, int, str]]:
        """Return all terms within a span with their lists, also those that overlap, by their starts, the longer first."""
        if start >= end:
            return []
        names = self.search.values
        hits = self.search.hits(plain[start:end])
        found = [(start + first, start + last, names[index]) for index, first, last in hits]
        if len(found) > 1:
            found.sort(key=itemgetter(1), reverse=True)
            found.sort(key=itemgetter(0))
        return found

    def first(self, plain: str, start: int, end: int) -> Term | None:
        """Return the first term within a span."""
        match = self.pattern.search(plain, start, end)
        return self._term(match) if match is not None else None

    def has(self, plain: str, start: int, end: int) -> bool:
        """Tell whether a term stands within a span."""
        return self.pattern.search(plain, start, end) is not None

    def prefix(self, plain: str, start: int, end: int) -> Term | None:
        """Return the longest term that begins exactly at ``start``."""
        match = self.pattern.match(plain, start, end)
        return self._term(match) if match is not None else None

    def suffix(self, plain: str, start: int, end: int) -> Term | None:
        """Return the longest term that ends exactly at ``end``."""
        for term in self.by_last.get(plain[end - 1 : end], ()):
            if plain.endswith(term, start, end):
                return Term(end - len(term), end, self.lists[term])
        return None

    def _term(self, match: re.Match[str]) -> Term:
        return Term(match.start(), match.end(), self.lists[match[0]])


def begins(vocabulary: Vocabulary, name: str, plain: str, start: int, end: int = _ANY_END) -> bool:
    """Tell whether a term of the named word list begins at ``start`` and ends by ``end``."""
    terms = _by_character(vocabulary, name, 0).get(plain[start : start + 1])
    return terms is not None and plain.startswith(terms, start, end)


def ends(vocabulary: Vocabulary, name: str, plain: str, start: int, end: int) -> bool:
    """Tell whether a term of the named word list ends at ``end``, and begins no earlier than ``start``."""
    terms = _by_character(vocabulary, name, -1).get(plain[end - 1 : end])
    return terms is not None and plain.endswith(terms, start, end)


@lru_cache(maxsize=1024)
def _by_character(vocabulary: Vocabulary, name: str, place: int) -> Mapping[str, tuple[str, ...]]:
    """Return the terms of a list by their first or last character, so that few are held against a place."""
    found: dict[str, list[str]] = defaultdict(list)
    for term in vocabulary.words[name]:
        found[term[place]].append(term)
    return {character: tuple(terms) for character, terms in found.items()}


@lru_cache(maxsize=1024)
def wordings(vocabulary: Vocabulary, *names: str) -> Wordings:
    """Return the terms of the named word lists; a term of several lists belongs to the one named first.

    Raises KeyError if the vocabulary lacks a list.
    """
    lists = {term: name for name in reversed(names) for term in vocabulary.words[name]}
    ordered = sorted(lists, key=lambda term: (-len(term), term))
    by_last: dict[str, list[str]] = defaultdict(list)
    for term in ordered:
        by_last[term[-1]].append(term)
    endings = {character: tuple(terms) for character, terms in by_last.items()}
    return Wordings(lists, _any_of(ordered), endings, TermSearch.of(lists))


def _any_of(terms: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of any of the terms; those that begin alike stand together, so that few are tried at a place."""
    rests: dict[str, list[str]] = defaultdict(list)
    for term in terms:
        rests[term[0]].append(re.escape(term[1:]))
    return re.compile(
        "|".join(f"{re.escape(first)}(?:{'|'.join(tails)})" for first, tails in rests.items()) or "(?!)"
    )
