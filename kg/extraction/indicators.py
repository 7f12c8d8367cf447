"""Which indicator a number belongs to: by the wordings in its words, its unit and what the passage is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction import labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.extraction.context import Context
    from kg.extraction.segments import Segment
    from kg.vocabulary import Concept

_QUOTES = re.compile("[“”‘’]")
_SHORT = 3
"""A trigger of up to this many characters needs a context term."""
_RELATIVE = frozenset(("%", "百分点"))
_NEAR = 4
_NOWHERE, _NEARBY, _IN_SENTENCE, _IN_CLAUSE = 0, 1, 2, 3
_FAR = 400
"""No sentence is read further than this from the number, in characters."""
_REACH = 160
"""How far back in the paragraph a topic still holds, in characters."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    concept: Concept
    term: str
    distance: int


def link(context: Context, segment: Segment, unit: str, *, change: bool) -> str | None:
    """Return the indicator's id, or None where none fits.

    The longest trigger in the number's words wins; nearness to the number and the strength of the context decide
    between equals.
    """
    before, after = context.plain[slice(*segment.before)], context.plain[slice(*segment.after)]
    words = _QUOTES.sub("", f"{labels.without_totals(context, before)}\0{after}")
    best: tuple[tuple[float, ...], str] | None = None
    for candidate in _candidates(context, words, unit, change=change):
        strength = _context_strength(context, segment, words, candidate.concept)
        needs_context = (
            len(candidate.term) <= _SHORT or context.lexicon.shared["indicator", candidate.term] > 1
        )
        if needs_context and candidate.concept.contexts and strength == _NOWHERE:
            continue
        nearness = max(0, _NEAR - candidate.distance) / 2
        score = (len(candidate.term) + nearness, float(strength), -float(candidate.distance))
        if best is None or score > best[0]:
            best = (score, candidate.concept.notation)
    return best[1] if best else None


def _candidates(context: Context, words: str, unit: str, *, change: bool) -> Iterator[_Candidate]:
    """Yield the indicators whose trigger stands in the words, whose unit fits and which nothing rules out."""
    number = words.index("\0")
    joined = words.replace("\0", "")
    found: dict[tuple[str, str], int] = {}
    vetoed: set[str] = set()
    for last, (term, length, entries) in context.lexicon.automata["indicator"].iter(joined):
        start, end = last + 1 - length, last + 1
        distance = max(0, number - end, start - number)
        for identifier, role in entries:
            if role == "exclude":
                vetoed.add(identifier)
            elif role in ("trigger", "name"):
                key = (identifier, term)
                found[key] = min(found.get(key, 999), distance)
    concepts: Mapping[str, Concept] = context.vocabulary.indicators
    for (identifier, term), distance in found.items():
        concept = concepts[identifier]
        if identifier not in vetoed and (unit in concept.units or (change and unit in _RELATIVE)):
            yield _Candidate(concept, term, distance)


def _context_strength(context: Context, segment: Segment, words: str, concept: Concept) -> int:
    if any(term in words for term in concept.contexts):
        return _IN_CLAUSE
    position = segment.quantity.number
    start, end = context.sentence(position)
    start, end = max(start, position - _FAR), min(end, position + _FAR)
    if _context_within(context, concept, start, end):
        return _IN_SENTENCE
    if any(term in section.heading for section in context.sections(position) for term in concept.contexts):
        return _NEARBY
    paragraph = context.paragraph(position)[0]
    return _NEARBY if _context_within(context, concept, max(paragraph, start - _REACH), start) else _NOWHERE


def _context_within(context: Context, concept: Concept, start: int, end: int) -> bool:
    return any(context.plain.find(term, start, end) >= 0 for term in concept.contexts)
