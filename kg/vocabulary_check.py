"""Checks the wordings of a vocabulary: those that clash, that can never match, or that point to two concepts alike.

What is found is for people who write vocabularies: nothing here changes how reports are read.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg.extraction import lexicon
from kg.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.vocabulary import Concept, Vocabulary

Problem = Literal[
    "vocab-never-matches",
    "vocab-vetoes-itself",
    "vocab-points-to-both",
    "vocab-without-unit",
    "vocab-not-in-texts",
]
"""Each is the code of the message that tells people of it."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at: ``term`` of the concept ``id`` in its scheme; ``other`` is the concept it clashes with."""

    problem: Problem
    scheme: lexicon.Scheme
    id: str
    term: str
    other: str = ""


def check(vocabulary: Vocabulary) -> list[Doubt]:
    """Return what is doubtful in the wordings of indicators and program types, by problem, scheme and concept."""
    doubts: list[Doubt] = []
    for scheme, concepts in _schemes(vocabulary):
        doubts += [doubt for concept in concepts.values() for doubt in _alone(scheme, concept)]
        doubts += _alike(scheme, concepts)
    doubts += [
        Doubt("vocab-without-unit", "indicator", concept.notation, concept.label)
        for concept in vocabulary.indicators.values()
        if not concept.units
    ]
    return sorted(
        set(doubts), key=lambda doubt: (doubt.problem, doubt.scheme, doubt.id, doubt.term, doubt.other)
    )


def unused(vocabulary: Vocabulary, texts: Iterable[str]) -> list[Doubt]:
    """Return the triggers that stand in none of the texts: those of many reports show what is dead weight."""
    words = lexicon.build(vocabulary)
    schemes = [scheme for scheme, _ in _schemes(vocabulary)]
    seen: dict[lexicon.Scheme, set[tuple[str, str]]] = {scheme: set() for scheme in schemes}
    for text in texts:
        plain = normalise(text).plain
        for scheme in schemes:
            seen[scheme] |= {(match.id, match.term) for match in words.find(plain, scheme).ordered}
    return [
        Doubt("vocab-not-in-texts", scheme, concept.notation, term)
        for scheme, concepts in _schemes(vocabulary)
        for concept in concepts.values()
        for term in concept.triggers
        if "…" not in term and (concept.notation, lexicon.bare(term)) not in seen[scheme]
    ]


def _schemes(vocabulary: Vocabulary) -> tuple[tuple[lexicon.Scheme, Mapping[str, Concept]], ...]:
    return ("indicator", vocabulary.indicators), ("program-type", vocabulary.program_types)


def _alone(scheme: lexicon.Scheme, concept: Concept) -> Iterator[Doubt]:
    """Doubts about a concept's own wordings: not as cleaned text has them, or ruled out by its own excludes."""
    for term in (*concept.triggers, *concept.contexts, *concept.excludes):
        cleaned = normalise(term).plain
        if lexicon.bare(cleaned) != lexicon.bare(term) or "\n" in term:
            yield Doubt("vocab-never-matches", scheme, concept.notation, term, cleaned)
    for term in concept.triggers:
        for exclude in concept.excludes:
            if exclude in term:
                yield Doubt("vocab-vetoes-itself", scheme, concept.notation, term, exclude)


def _alike(scheme: lexicon.Scheme, concepts: Mapping[str, Concept]) -> Iterator[Doubt]:
    """Triggers that two concepts share and that neither unit nor context tells apart."""
    owners: dict[str, list[Concept]] = defaultdict(list)
    for concept in concepts.values():
        for term in dict.fromkeys(concept.triggers):
            owners[term].append(concept)
    for term, sharing in owners.items():
        for index, first in enumerate(sharing):
            for second in sharing[index + 1 :]:
                if not _told_apart(first, second):
                    yield Doubt("vocab-points-to-both", scheme, first.notation, term, second.notation)


def _told_apart(first: Concept, second: Concept) -> bool:
    """Other units tell two concepts apart; so do contexts of which one has some that the other lacks."""
    if first.units and second.units and not set(first.units) & set(second.units):
        return True
    if second.notation in first.broader or first.notation in second.broader:
        return True
    return bool(set(first.contexts) ^ set(second.contexts)) and bool(first.contexts and second.contexts)
