"""All wordings of the vocabulary, found in one pass over the text (Aho and Corasick 1975)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import ahocorasick

from kg.text import Text
from kg.vocabulary import Concept, Vocabulary

Role = Literal["name", "trigger", "context", "exclude", "word"]
_QUOTES = re.compile("[“”‘’\"']+")


@dataclass(frozen=True, slots=True)
class Match:
    """A wording in the text. ``scheme`` is ``indicator``, ``program-type``, ``body-type`` or ``words``;
    ``id`` is the concept's or list's notation."""

    start: int
    end: int
    term: str
    scheme: str
    id: str
    role: Role


@dataclass(frozen=True, slots=True)
class Matches:
    """The matches in a text, ordered by start, and where each starts (for bisection)."""

    ordered: tuple[Match, ...]
    starts: tuple[int, ...]

    def within(self, start: int, end: int) -> Iterator[Match]:
        """Yield the matches that lie wholly in the span."""
        for index in range(bisect_left(self.starts, start), len(self.ordered)):
            match = self.ordered[index]
            if match.start >= end:
                return
            if match.end <= end:
                yield match


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The automaton over all wordings, and how many concepts of a scheme share each trigger."""

    automaton: ahocorasick.Automaton
    shared: Mapping[tuple[str, str], int]

    def find(self, plain: str) -> dict[str, Matches]:
        """Find the wordings in a text, quotation marks passed over; the answer is by scheme."""
        bare = Text.of(plain).without(match.span() for match in _QUOTES.finditer(plain))
        found: dict[str, list[Match]] = defaultdict(list)
        for last, (term, entries) in self.automaton.iter(bare.plain):
            start, end = bare.span(last + 1 - len(term), last + 1)
            for scheme, identifier, role in entries:
                found[scheme].append(Match(start, end, term, scheme, identifier, role))
        return {scheme: _ordered(matches) for scheme, matches in found.items()}


def _ordered(matches: list[Match]) -> Matches:
    matches.sort(key=lambda match: (match.start, -match.end))
    return Matches(tuple(matches), tuple(match.start for match in matches))


@lru_cache(maxsize=4)
def build(vocabulary: Vocabulary) -> Lexicon:
    """Return the lexicon of a vocabulary; built once for each."""
    entries: dict[str, list[tuple[str, str, Role]]] = defaultdict(list)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    schemes: tuple[tuple[str, Iterable[Concept]], ...] = (
        ("indicator", vocabulary.indicators.values()),
        ("program-type", vocabulary.program_types.values()),
        ("body-type", vocabulary.body_types.values()),
    )
    for scheme, concepts in schemes:
        for concept in concepts:
            for role, terms in _roles(concept):
                for term in terms:
                    entries[_QUOTES.sub("", term)].append((scheme, concept.notation, role))
                    shared[scheme, term] += role == "trigger"
    for notation, terms in vocabulary.words.items():
        for term in terms:
            entries[_QUOTES.sub("", term)].append(("words", notation, "word"))
    automaton = ahocorasick.Automaton()
    for term, owners in entries.items():
        automaton.add_word(term, (term, tuple(owners)))
    automaton.make_automaton()
    return Lexicon(automaton, dict(shared))


def _roles(concept: Concept) -> Iterator[tuple[Role, tuple[str, ...]]]:
    yield "name", concept.names
    yield "trigger", concept.triggers
    yield "context", concept.contexts
    yield "exclude", concept.excludes
