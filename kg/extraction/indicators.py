"""Which indicator a number belongs to: by the wordings in its words, its unit and what the passage is about.

Words are looked at in this order: the number's own stretch of the clause; the predicate that it shares with the rest of
a list (对6个镇、9个部门开展督察); and, where its words say nothing of their own (清单…,共列入98项), what the sentence spoke of
before it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction import labels
from kg.extraction.candidates import AND, find_candidates
from kg.extraction.lexicon import GAP

if TYPE_CHECKING:
    from kg.extraction.candidates import Candidate
    from kg.extraction.context import Context
    from kg.extraction.segments import Segment
    from kg.vocabulary import Concept, Vocabulary

_QUOTES = re.compile("[“”‘’]")
_NUMBERS = re.compile(r"\d[\d,.]*[万亿]?余?")
_SHORT = 3
"""A trigger of up to this many characters needs a context term."""
_NEAR = 4
_NOWHERE, _NEARBY, _IN_SENTENCE, _IN_CLAUSE = 0.0, 1.0, 2.0, 3.0
_FAR = 400
"""No sentence is read further than this from the number, in characters."""
_REACH = 160
"""How far back in the paragraph a topic still holds, in characters."""
_PREDICATE = 60
"""How far behind a number a predicate may stand that it shares with a list, in characters."""
_TO = re.compile(f"对(?!{labels.NO_PREPOSITION})")
_JOINED = ("、", "和", "及", "与", "以及")


def link(context: Context, segment: Segment, unit: str, *, change: bool, nearby: bool = True) -> str | None:
    """Return the indicator that a number's own words, or the predicate it shares, point to; None where none fits.

    The longest trigger wins; nearness to the number and the strength of the context decide between equals. Without
    ``nearby`` the context of a vague trigger must stand in the sentence itself.
    """
    before, after = context.plain[slice(*segment.before)], context.plain[slice(*segment.after)]
    if segment.words:
        before, after = segment.words, ""
    own = f"{labels.without_totals(context, before)}\0{after}"
    found = _of_objects(context, segment, after, unit, change=change)
    if found is None:
        found = _best(context, segment, own, unit, change=change, nearby=nearby)
    if found is None and context.plain[segment.before[0] - 1 : segment.before[0]] in AND:
        found = _shared_from_before(context, segment, own, unit, change=change)
    if found is None and after and context.plain.startswith(_JOINED, segment.after[1]):
        shared = _predicate(context, segment, after)
        found = _best(context, segment, shared, unit, change=change) if shared else None
    if found is None and not change:
        purpose = _purpose(context, segment)
        found = _best(context, segment, f"{own}{purpose}", unit, change=change) if purpose else None
    return found


def _of_objects(context: Context, segment: Segment, after: str, unit: str, *, change: bool) -> str | None:
    """Return what is done to a list of objects of which a number is not the last (对9件处罚、3件许可进行法制审核)."""
    if not after or change or not context.plain.startswith(_JOINED, segment.after[1]):
        return None
    if _TO.search(context.plain, segment.clause[0], segment.quantity.start) is None:
        return None
    return _best(context, segment, _predicate(context, segment, ""), unit, change=change)


def _predicate(context: Context, segment: Segment, noun: str) -> str:
    """Return the words behind a number of a list with the predicate that it shares with the others; empty for none.

    Behind a noun of its own only the predicate counts, from its verb on: in 9个公证处、3个律师事务所 nothing is shared,
    in 9个部门、3个镇开展督察 开展督察 is.
    """
    end = min(segment.clause[1], segment.after[1] + _PREDICATE)
    if not noun or labels.says_nothing(context, noun):
        return f"\0{_NUMBERS.sub('', context.plain[segment.after[0] : end])}"
    verb = _predicate_verb(context.vocabulary).search(context.plain, segment.after[1], end)
    return f"\0{_NUMBERS.sub('', context.plain[verb.start() : end])}" if verb else ""


@lru_cache(maxsize=4)
def _predicate_verb(vocabulary: Vocabulary) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, vocabulary.words["predicate-verb"])))


def _purpose(context: Context, segment: Segment) -> str:
    """Return the clause behind a number that says what was done there (召开会议10次,研究法治建设); it has no number."""
    start, end = segment.clause[1], segment.clause[1]
    if context.plain.startswith(context.vocabulary.words["purpose-verb"], start):
        end = context.clause(start)[1]
    words = context.plain[start:end]
    return "" if _NUMBERS.search(words) else words[:_PREDICATE]


def _shared_from_before(
    context: Context, segment: Segment, own: str, unit: str, *, change: bool
) -> str | None:
    """Return the indicator whose trigger opens with the list's predicate and ends in the number's words.

    So 审查…合同 is found in 审查文件9件、合同146份.
    """
    opening = max(segment.clause[0], segment.before[0] - _REACH)
    head = _QUOTES.sub("", _NUMBERS.sub("", context.plain[opening : segment.before[0]]))
    words = f"{head}{_QUOTES.sub('', own)}"
    bridging = [
        candidate
        for candidate in find_candidates(context, words, unit, change=change, head=len(head))
        if GAP in candidate.term and candidate.start < len(head) < candidate.end
        if _fits(context, segment, words, candidate) is not None
    ]
    nearest = max(bridging, key=lambda candidate: (candidate.length, candidate.start), default=None)
    return nearest.concept.notation if nearest else None


def topic(context: Context, segment: Segment, unit: str, *, of_clause: bool = False) -> str | None:
    """Return the indicator that the sentence spoke of last before a number whose own words say nothing.

    With ``of_clause`` only what its clause spoke of counts.
    """
    position = segment.quantity.start
    opening = segment.clause[0] if of_clause else context.sentence(position)[0]
    start = max(opening, position - _REACH)
    end = position
    # Clause by clause, the nearest first: what one of them rules out, another may still name.
    while end > start:
        begin = max(start, context.clause(end - 1)[0])
        words = f"{_NUMBERS.sub('', context.plain[begin:end])}\0"
        candidates = [
            candidate
            for candidate in find_candidates(context, words, unit, change=False)
            if _fits(context, segment, words, candidate) is not None
        ]
        latest = max(candidates, key=lambda candidate: (candidate.end, candidate.length), default=None)
        if latest is not None:
            return latest.concept.notation
        end = begin
    return None


def of_clause_before(context: Context, segment: Segment, unit: str) -> str | None:
    """Return the indicator that a few words of a number point to together with the clause before them.

    So 抽评 is what 案卷评查 is about in 开展案卷评查,抽评20卷. Only wordings that say something by themselves count.
    """
    start = segment.clause[0]
    if start <= context.sentence(segment.quantity.start)[0]:
        return None
    previous = context.plain[max(start - _REACH, context.clause(start - 1)[0]) : start]
    words = f"{_QUOTES.sub('', _NUMBERS.sub('', previous))}{context.plain[slice(*segment.before)]}\0"
    candidates = [
        candidate
        for candidate in find_candidates(context, words, unit, change=False)
        if candidate.length > _SHORT and _fits(context, segment, words, candidate) is not None
    ]
    latest = max(candidates, key=lambda candidate: (candidate.end, candidate.length), default=None)
    return latest.concept.notation if latest else None


def _best(
    context: Context, segment: Segment, words: str, unit: str, *, change: bool, nearby: bool = True
) -> str | None:
    words = _QUOTES.sub("", words)
    best: tuple[float, float, int] | None = None
    chosen = None
    # What a context says decides between equals only: so it is looked for from the longest trigger on, no further.
    for candidate in sorted(find_candidates(context, words, unit, change=change), key=_weight, reverse=True):
        weight = _weight(candidate)
        if best is not None and weight < best[0]:
            break
        if _is_doer(context.vocabulary, words, unit, candidate):
            continue
        strength = _fits(context, segment, words, candidate)
        if strength is None or (
            not nearby and _NEARBY <= strength < _IN_SENTENCE and _vague(context, candidate)
        ):
            continue
        score = (weight, strength, -candidate.distance)
        if best is None or score > best:
            best, chosen = score, candidate.concept.notation
    return chosen


def _is_doer(vocabulary: Vocabulary, words: str, unit: str, candidate: Candidate) -> bool:
    """Tell whether a noun before a number does what is counted and is not counted itself.

    So 律师事务所 in 律师事务所开展义诊9家: between it and a number of things or persons stands a verb.
    """
    number = words.index("\0")
    if candidate.distance == 0 or candidate.end > number or unit not in vocabulary.words["unit-of-doers"]:
        return False
    verb = _predicate_verb(vocabulary)
    return verb.search(words, candidate.end, number) is not None and verb.search(candidate.term) is None


def _weight(candidate: Candidate) -> float:
    """Return how much a candidate counts: the length of its trigger, and less than one more for being near."""
    return candidate.length + max(0, _NEAR - candidate.distance) / _NEAR


def _fits(context: Context, segment: Segment, words: str, candidate: Candidate) -> float | None:
    """Return how strong the context of a candidate is; None where it needs one and has none."""
    strength = _context_strength(context, segment, words, candidate.concept)
    if not _vague(context, candidate) or not candidate.concept.contexts:
        return strength
    if strength == _NOWHERE or (strength < _IN_CLAUSE and _turned_away(context, segment, candidate.concept)):
        return None
    return strength


def _vague(context: Context, candidate: Candidate) -> bool:
    """Tell whether a trigger says little by itself: a short one, one with a gap, one that two indicators have."""
    shared = context.lexicon.shared.get(("indicator", candidate.term), 0) > 1
    return candidate.length <= _SHORT or shared or GAP in candidate.term


def _turned_away(context: Context, segment: Segment, concept: Concept) -> bool:
    """Tell whether the sentence has turned to another matter since it last spoke of a concept's.

    So 审结 is no reconsideration in 复议案件8件,行政诉讼案件6件,审结5件.
    """
    position = segment.before[0]
    start = max(context.sentence(position)[0], position - _REACH)
    others = _other_matters(context.vocabulary)[concept.notation]
    turned = max((context.plain.rfind(term, start, position) for term in others), default=-1)
    return turned >= 0 and turned > _last_context(context, concept, start, position)


@lru_cache(maxsize=4)
def _other_matters(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """Return the excludes of each indicator that are contexts of indicators with which it has no context in common."""
    matters: dict[str, set[frozenset[str]]] = {}
    for concept in vocabulary.indicators.values():
        for term in concept.contexts:
            matters.setdefault(term, set()).add(frozenset(concept.contexts))
    return {
        concept.notation: tuple(
            term
            for term in concept.excludes
            if any(matter.isdisjoint(concept.contexts) for matter in matters.get(term, ()))
        )
        for concept in vocabulary.indicators.values()
    }


def _context_strength(context: Context, segment: Segment, words: str, concept: Concept) -> float:
    """Return where a context term stands; within the sentence, one shortly before the number counts for more."""
    if any(term in words for term in concept.contexts):
        return _IN_CLAUSE
    position = segment.quantity.number
    start, end = context.sentence(position)
    start, end = max(start, position - _FAR), min(end, position + _FAR)
    before = _last_context(context, concept, start, position)
    if before >= 0:
        return _IN_SENTENCE + (before - start) / (position - start + 1)
    if _last_context(context, concept, position, end) >= 0:
        return _IN_SENTENCE
    headings = [_told(context, section.heading) for section in context.sections(position)]
    if any(term in heading for heading in headings for term in concept.contexts):
        return _NEARBY
    # In a table the rows above are the passage; elsewhere it is the paragraph.
    passage = start - _REACH if segment.words else max(context.paragraph(position)[0], start - _REACH)
    before = _last_context(context, concept, max(0, passage), start)
    if before >= 0:
        return _NEARBY + (before - passage) / (start - passage + 1)
    title = _told(context, context.plain[slice(*context.page.title)]) if context.page.title else ""
    return _NEARBY if any(term in title for term in concept.contexts) else _NOWHERE


def _told(context: Context, heading: str) -> str:
    """Return a heading without what the heading of any such report says (word list ``heading-generic``)."""
    for phrase in context.vocabulary.words["heading-generic"]:
        heading = heading.replace(phrase, "")
    return heading


def _last_context(context: Context, concept: Concept, start: int, end: int) -> int:
    """Return where the last context term within a span begins, or -1."""
    return max((context.plain.rfind(term, start, end) for term in concept.contexts), default=-1)
