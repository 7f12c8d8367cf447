"""Which indicator a number belongs to: by the wordings in its words, its unit and what the passage is about.

Words are looked at in this order: the number's own stretch of the clause; the predicate that it shares with the rest of
a list (对6个镇、9个部门开展督察); and, where its words say nothing of their own (清单…,共列入98项), what the sentence spoke of
before it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import ahocorasick

from kg.extraction import labels
from kg.extraction.lexicon import GAP, bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.extraction.context import Context
    from kg.extraction.lexicon import Lexicon
    from kg.extraction.segments import Segment
    from kg.vocabulary import Concept, Vocabulary

_QUOTES = re.compile("[“”‘’]")
_NUMBERS = re.compile(r"\d[\d,.]*[万亿]?余?")
_SHORT = 3
"""A trigger of up to this many characters needs a context term."""
_RELATIVE = frozenset(("%", "百分点"))
_NEAR = 4
_NOWHERE, _NEARBY, _IN_SENTENCE, _IN_CLAUSE = 0.0, 1.0, 2.0, 3.0
_FAR = 400
"""No sentence is read further than this from the number, in characters."""
_REACH = 160
"""How far back in the paragraph a topic still holds, in characters."""
_PREDICATE = 60
"""How far behind a number a predicate may stand that it shares with a list, in characters."""
_GAP = 12
"""How many characters may stand in the place of … within a trigger (评查…案卷)."""
_SUCH_AS, _RATE = "等", "率"
_TAIL = 3
"""Within so many characters behind an exclude 等 ends the list of which it is a member (合同协议等)."""
_TIMES = frozenset("件场起条批班宗")
"""Measure words that mean the same with 次 behind them."""
_AND = frozenset("、和及与")
"""What joins the members of a list."""
_OTHERS = re.compile("(?:、[^、,;]{1,10})*等(?!级)")
_JOINED = ("、", "和", "及", "与", "以及")


class _Candidate(NamedTuple):
    """An indicator whose trigger stands in some words: how long the trigger is, where, how far from the number."""

    concept: Concept
    term: str
    length: int
    start: int
    end: int
    distance: int


def link(context: Context, segment: Segment, unit: str, *, change: bool, nearby: bool = True) -> str | None:
    """Return the indicator that a number's own words, or the predicate it shares, point to; None where none fits.

    The longest trigger wins; nearness to the number and the strength of the context decide between equals. Without
    ``nearby`` the context of a vague trigger must stand in the sentence itself.
    """
    before, after = context.plain[slice(*segment.before)], context.plain[slice(*segment.after)]
    if segment.words:
        before, after = segment.words, ""
    own = f"{labels.without_totals(context, before)}\0{after}"
    found = _best(context, segment, own, unit, change=change, nearby=nearby)
    if found is None and context.plain[segment.before[0] - 1 : segment.before[0]] in _AND:
        found = _shared_from_before(context, segment, own, unit, change=change)
    if found is None and after and context.plain.startswith(_JOINED, segment.after[1]):
        end = min(segment.clause[1], segment.after[1] + _PREDICATE)
        shared = _NUMBERS.sub("", context.plain[segment.after[0] : end])
        found = _best(context, segment, f"\0{shared}", unit, change=change)
    if found is None and not change:
        purpose = _purpose(context, segment)
        found = _best(context, segment, f"{own}{purpose}", unit, change=change) if purpose else None
    return found


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
        for candidate in _candidates(context, words, unit, change=change, head=len(head))
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
            for candidate in _candidates(context, words, unit, change=False)
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
        for candidate in _candidates(context, words, unit, change=False)
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
    for candidate in sorted(_candidates(context, words, unit, change=change), key=_weight, reverse=True):
        weight = _weight(candidate)
        if best is not None and weight < best[0]:
            break
        strength = _fits(context, segment, words, candidate)
        if strength is None or (
            not nearby and _NEARBY <= strength < _IN_SENTENCE and _vague(context, candidate)
        ):
            continue
        score = (weight, strength, -candidate.distance)
        if best is None or score > best:
            best, chosen = score, candidate.concept.notation
    return chosen


def _weight(candidate: _Candidate) -> float:
    """Return how much a candidate counts: the length of its trigger, and less than one more for being near."""
    return candidate.length + max(0, _NEAR - candidate.distance) / _NEAR


def _fits(context: Context, segment: Segment, words: str, candidate: _Candidate) -> float | None:
    """Return how strong the context of a candidate is; None where it needs one and has none."""
    strength = _context_strength(context, segment, words, candidate.concept)
    if not _vague(context, candidate) or not candidate.concept.contexts:
        return strength
    if strength == _NOWHERE or (strength < _IN_CLAUSE and _turned_away(context, segment, candidate.concept)):
        return None
    return strength


def _vague(context: Context, candidate: _Candidate) -> bool:
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


def _candidates(context: Context, words: str, unit: str, *, change: bool, head: int = 0) -> list[_Candidate]:
    """Return the indicators whose trigger stands in the words, whose unit fits and which nothing rules out.

    The first ``head`` characters are words of other numbers: a trigger may begin there, and excludes do not count.
    """
    automaton = _countable(context.vocabulary, context.lexicon, unit, change and unit in _RELATIVE)
    if automaton is None:
        return []
    number = words.index("\0")
    joined = words.replace("\0", "")
    found: dict[tuple[str, str], tuple[int, int, int, int]] = {}
    vetoes: dict[str, list[tuple[int, int]]] = {}
    for start, end, length, term, identifier, role in _hits(automaton, joined, head):
        if role == "exclude" and end > head:
            vetoes.setdefault(identifier, []).append((start, end))
        elif role in ("trigger", "name"):
            distance = max(0, number - end, start - number)
            known = found.get((identifier, term))
            if known is None or distance <= known[0]:
                found[identifier, term] = (distance, length, start, end)
    concepts: Mapping[str, Concept] = context.vocabulary.indicators
    return [
        _Candidate(concepts[identifier], term, length, start, end, distance)
        for (identifier, term), (distance, length, start, end) in found.items()
        if not (identifier in vetoes and _ruled_out(joined, vetoes[identifier], start))
        and not _is_aside(joined, start, end, concepts[identifier])
    ]


def _ruled_out(words: str, excludes: Sequence[tuple[int, int]], trigger_start: int) -> bool:
    """Tell whether any exclude is more than one of several things that the trigger is done to."""
    return not all(_is_one_of_several(words, start, end, trigger_start) for start, end in excludes)


def _is_one_of_several(words: str, start: int, end: int, trigger_start: int) -> bool:
    """Tell whether an exclude is an example, or a member of a list that goes on to others.

    So 合同 in 决策、合同等进行合法性审查, in 合同、决策合法性审查 and in 审查决策、合同协议等.
    """
    if end <= trigger_start:
        return _SUCH_AS in words[end:trigger_start] or words[end : end + 1] in _AND
    return words[start - 1 : start] in _AND and _SUCH_AS in words[end : end + _TAIL]


def _is_aside(words: str, start: int, end: int, concept: Concept) -> bool:
    """Tell whether a trigger says nothing of what is counted.

    The last of a list before 等 is not all that was dealt with (决策、合同等进行…审查); what grows in 参学率同比增长5% is
    a rate, no count of those who studied.
    """
    if _SUCH_AS in words and words[max(0, start - 1) : start] in _AND and _SUCH_AS in words[start:end]:
        return True
    return words.startswith(_RATE, end) and "%" not in concept.units


def _may_count(concept: Concept, unit: str) -> bool:
    """Tell whether an indicator may have a unit; 件次 and 场次 count what 件 and 场 do, 家(次) either."""
    unit, either, _ = unit.partition("(次)")
    if unit in concept.units or (either and f"{unit}次" in concept.units):
        return True
    counted = unit.removesuffix("次")
    return counted != unit and counted in _TIMES and counted in concept.units


@lru_cache(maxsize=512)
def _countable(
    vocabulary: Vocabulary, lexicon: Lexicon, unit: str, relative: bool
) -> ahocorasick.Automaton | None:
    """Return what finds the wordings of the indicators that may have a unit; None if there are none.

    In per cent (``relative``) each of them may change. A wording comes with its length and its owners: the indicator,
    the role, and for what opens a trigger with a gap what may stand behind the gap.
    """
    may_count = {
        notation
        for notation, concept in vocabulary.indicators.items()
        if relative or _may_count(concept, unit)
    }
    gaps = _gaps(vocabulary)
    automaton = ahocorasick.Automaton()
    for term, length, entries in lexicon.automata["indicator"].values():
        owners = tuple((*entry, gaps.get((term, entry[0]), ())) for entry in entries if entry[0] in may_count)
        if owners:
            automaton.add_word(term, (term, length, owners))
    automaton.make_automaton()
    return automaton if len(automaton) else None


def _hits(
    automaton: ahocorasick.Automaton, words: str, head: int
) -> Iterator[tuple[int, int, int, str, str, str]]:
    """Yield start, end, length, wording, indicator and role of the wordings, those with a gap (…) included.

    With words of other numbers in front (``head``), a gap reaches over all of them into the number's own.
    """
    for last, (term, length, owners) in automaton.iter(words):
        end = last + 1
        for identifier, role, rests in owners:
            if role != "opening":
                yield end - length, end, length, term, identifier, role
                continue
            first, reach = max(end, head), end + head + _GAP
            for rest, whole in rests:
                at = words.find(rest, first, reach + len(rest))
                if at >= 0:
                    yield end - length, at + len(rest), length + len(rest), whole, identifier, "trigger"


@lru_cache(maxsize=4)
def _gaps(vocabulary: Vocabulary) -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """Return, by what stands before a gap and the indicator, what stands after it, with the whole trigger."""
    gaps: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    for concept in vocabulary.indicators.values():
        for term in concept.triggers:
            opening, mark, rest = bare(term).partition(GAP)
            if mark:
                key = (opening, concept.notation)
                gaps[key] = (*gaps.get(key, ()), (rest, term))
    return gaps


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
