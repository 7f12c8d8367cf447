"""The wordings of the vocabulary, each scheme found in one pass over a text (Aho and Corasick 1975)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

from kg.term_search import TermSearch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.vocabulary import Concept, Vocabulary

Role = Literal["name", "trigger", "exclude", "word", "opening"]
"""An ``opening`` is what stands before the gap of a trigger with a gap (评查…案卷)."""
Scheme = Literal["indicator", "program-type"]
"""The names, triggers and excludes of program types stand in one scheme with the words that mark programs. Contexts are
asked for in few places: they have no scheme."""
Entry = tuple[str, str, Role]
"""A wording, a concept's or word list's notation, and what the wording does for it."""

GAP = "…"
"""Stands in a trigger for words of the text (see ``kg.extraction.indicators``)."""
_QUOTES = re.compile("[“”‘’\"']+")
_SEARCHED = ("program-head", "program-work", "program-award", "program-continuing")
_SEARCHED_ALL = "program-waives-"
"""The word lists whose terms are looked up everywhere, and how the names of others of them begin; the terms of the
rest are held against a place."""


def bare(term: str) -> str:
    """Return a wording without quotation marks, as it is matched."""
    return _QUOTES.sub("", term)


class Match(NamedTuple):
    """A wording in the text; ``id`` is the concept's or list's notation."""

    start: int
    end: int
    term: str
    id: str
    role: Role


class Matches(NamedTuple):
    """The matches of a scheme in a text, ordered by start, and where each starts (for bisection)."""

    ordered: tuple[Match, ...]
    starts: tuple[int, ...]

    def within(self, start: int, end: int) -> list[Match]:
        """Return the matches that lie wholly in the span."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end, first)
        return [match for match in self.ordered[first:last] if match[1] <= end]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The searches by scheme, and how many concepts of a scheme share each trigger."""

    searches: Mapping[Scheme, TermSearch[tuple[Entry, ...]]]
    shared: Mapping[tuple[str, str], int]

    def find(self, plain: str, scheme: Scheme, start: int = 0, end: int | None = None) -> Matches:
        """Find the wordings of a scheme in a text, or a stretch of it, quotation marks passed over."""
        words, cuts, shifts = _without_quotes(plain, start, len(plain) if end is None else end)
        search = self.searches[scheme]
        # Made without the named tuple's own constructor, and sorted without a function: this is done for hundreds.
        new = tuple.__new__
        found = [
            new(Match, (begin, last + shifts[bisect_right(cuts, last - 1)], term, identifier, role))
            for index, first, last in search.hits(words)
            for begin in (first + shifts[bisect_right(cuts, first)],)
            for term, identifier, role in search.values[index]
        ]
        found.sort(key=itemgetter(1), reverse=True)
        found.sort(key=itemgetter(0))
        return Matches(tuple(found), tuple(map(itemgetter(0), found)))


def _without_quotes(plain: str, start: int, end: int) -> tuple[str, Sequence[int], Sequence[int]]:
    """Return a stretch of a text without quotation marks, and the way back to the text.

    The way back are the places from which on another mark is left out, and how much further on the characters stand in
    the text that come before each of these places, and after the last.
    """
    quotes = [match.span() for match in _QUOTES.finditer(plain, start, end)]
    if not quotes:
        return plain[start:end], (), (start,)
    edges = [start, *chain.from_iterable(quotes), end]
    kept = list(zip(edges[::2], edges[1::2], strict=True))
    shifts = list(accumulate((last - first for first, last in quotes), initial=start))
    cuts = [first - shift for (first, _), shift in zip(quotes, shifts, strict=False)]
    return "".join([plain[a:b] for a, b in kept]), cuts, shifts


@lru_cache(maxsize=4)
def build(vocabulary: Vocabulary) -> Lexicon:
    """Return the lexicon of a vocabulary; built once for each."""
    shared: dict[tuple[str, str], int] = defaultdict(int)
    concepts: dict[Scheme, Iterable[Concept]] = {
        "indicator": vocabulary.indicators.values(),
        "program-type": vocabulary.program_types.values(),
    }
    searches: dict[Scheme, TermSearch[tuple[Entry, ...]]] = {}
    for scheme, members in concepts.items():
        entries: dict[str, list[Entry]] = defaultdict(list)
        for concept in members:
            for role, terms in _roles(concept):
                for term in terms:
                    opening, gap, _ = bare(term).partition(GAP)
                    entries[opening].append((opening, concept.notation, "opening" if gap else role))
                    shared[scheme, term] += role == "trigger"
        if scheme == "program-type":
            _add_words(entries, vocabulary)
        searches[scheme] = TermSearch.of({term: tuple(owners) for term, owners in entries.items()})
    return Lexicon(searches, dict(shared))


def _add_words(entries: dict[str, list[Entry]], vocabulary: Vocabulary) -> None:
    for notation, terms in vocabulary.words.items():
        if notation in _SEARCHED or notation.startswith(_SEARCHED_ALL):
            for term in terms:
                entries[bare(term)].append((bare(term), notation, "word"))


def _roles(concept: Concept) -> Iterator[tuple[Role, tuple[str, ...]]]:
    yield "name", concept.names
    yield "trigger", concept.triggers
    yield "exclude", concept.excludes
