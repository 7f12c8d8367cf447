"""Which wordings of the indicators stand in some words, with a unit that fits and nothing that rules them out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kg.extraction.lexicon import GAP, bare
from kg.term_search import TermSearch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.extraction.context import Context
    from kg.extraction.lexicon import Entry, Lexicon
    from kg.vocabulary import Concept, Vocabulary

AND = frozenset("、和及与")
"""What joins the members of a list."""
_RELATIVE = frozenset(("%", "百分点"))
_GAP = 12
"""How many characters may stand in the place of … within a trigger (评查…案卷)."""
_SUCH_AS, _RATE = "等", "率"
_TAIL = 3
"""Within so many characters behind an exclude 等 ends the list of which it is a member (合同协议等)."""
_OTHERS = re.compile("(?:、[^、,;]{1,10})*等(?!级)")
_QUALIFIED = 4
"""How far before a trigger the mark of its list may stand, in characters: 、政府 before 合同."""
_TIMES = frozenset("件场起条批班宗")
"""Measure words that mean the same with 次 behind them."""

_Rest = tuple[str, int, tuple[tuple[str, str], ...]]
"""What may stand behind a gap, its length, and the indicators with their whole triggers that it then means."""


class _Meaning(NamedTuple):
    """What a wording means: to whom it belongs as it stands, and what may stand behind the gap that it opens."""

    entries: tuple[Entry, ...]
    rests: tuple[_Rest, ...]


class Candidate(NamedTuple):
    """An indicator whose trigger stands in some words: how long the trigger is, where, how far from the number."""

    concept: Concept
    term: str
    length: int
    start: int
    end: int
    distance: int


def find_candidates(
    context: Context, words: str, unit: str, *, change: bool, head: int = 0
) -> list[Candidate]:
    """Return the indicators whose trigger stands in the words, whose unit fits and which nothing rules out.

    The first ``head`` characters are words of other numbers: a trigger may begin there, and excludes do not count.
    """
    search = _countable(context.vocabulary, context.lexicon, unit, change and unit in _RELATIVE)
    if search is None:
        return []
    number = words.index("\0")
    joined = words.replace("\0", "")
    found: dict[tuple[str, str], tuple[int, int, int, int]] = {}
    vetoes: dict[str, list[tuple[int, int]]] = {}
    for start, end, length, term, identifier, role in _hits(search, joined, head):
        if role == "exclude" and end > head:
            vetoes.setdefault(identifier, []).append((start, end))
        elif role in ("trigger", "name"):
            distance = max(0, number - end, start - number)
            known = found.get((identifier, term))
            if known is None or distance <= known[0]:
                found[identifier, term] = (distance, length, start, end)
    concepts: Mapping[str, Concept] = context.vocabulary.indicators
    return [
        Candidate(concepts[identifier], term, length, start, end, distance)
        for (identifier, term), (distance, length, start, end) in found.items()
        if not (identifier in vetoes and _ruled_out(joined, vetoes[identifier], start))
        and not _is_aside(joined, start, end, end - start > length, concepts[identifier])
    ]


def _ruled_out(words: str, excludes: Sequence[tuple[int, int]], trigger_start: int) -> bool:
    """Tell whether any exclude is more than one of several things that the trigger is done to."""
    return not all(_is_one_of_several(words, start, end, trigger_start) for start, end in excludes)


def _is_one_of_several(words: str, start: int, end: int, trigger_start: int) -> bool:
    """Tell whether an exclude is an example, or a member of a list that goes on to others.

    So 合同 in 决策、合同等进行合法性审查, in 合同、决策合法性审查 and in 审查决策、合同协议等.
    """
    if end <= trigger_start:
        return _SUCH_AS in words[end:trigger_start] or words[end : end + 1] in AND
    in_pair = _is_joined(words, start) and _SUCH_AS in words[end : end + _TAIL]
    return in_pair or _in_list(words, start, end)


def _is_aside(words: str, start: int, end: int, gap: bool, concept: Concept) -> bool:
    """Tell whether a trigger says nothing of what is counted.

    The last of a list before 等 is not all that was dealt with (决策、合同等进行…审查); what grows in 参学率同比增长5% is
    a rate, no count of those who studied.
    """
    if _SUCH_AS in words and _is_one_of_many(words, start, end, gap):
        return True
    return words.startswith(_RATE, end) and "%" not in concept.units


def _is_one_of_many(words: str, start: int, end: int, gap: bool) -> bool:
    """Tell whether a trigger names but a later one of a list that ends with 等.

    So 合同 in 审查规范性文件、政府合同、会议纪要等, and 审查…合同 too, whose gap holds the others.
    """
    if _SUCH_AS in words[start:end]:
        return _is_joined(words, start)
    return _in_list(words, start, end) or (gap and "、" in words[start:end] and _goes_on(words, end))


def _is_joined(words: str, start: int) -> bool:
    """Tell whether 、 or 和 stands before some words; the 与 of 参与 joins nothing."""
    return words[max(0, start - 1) : start] in AND and not words.endswith("参与", 0, start)


def _in_list(words: str, start: int, end: int) -> bool:
    """Tell whether some words are a later member of a list that ends with 等."""
    return "、" in words[max(0, start - _QUALIFIED) : start] and _goes_on(words, end)


def _goes_on(words: str, end: int) -> bool:
    """Tell whether a list goes on behind some words, or ends there, with 等."""
    return _OTHERS.match(words, end) is not None


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
) -> TermSearch[_Meaning] | None:
    """Return what finds the wordings of the indicators that may have a unit; None if there are none.

    In per cent (``relative``) each of them may change.
    """
    may_count = {
        notation
        for notation, concept in vocabulary.indicators.items()
        if relative or _may_count(concept, unit)
    }
    wordings = lexicon.searches["indicator"]
    meanings = {
        term: _Meaning(
            tuple(entry for entry in entries if entry[1] in may_count and entry[2] != "opening"),
            _rests(vocabulary, term, [entry[1] for entry in entries if entry[1] in may_count]),
        )
        for term, entries in zip(wordings.terms, wordings.values, strict=True)
    }
    return (
        TermSearch.of({term: meaning for term, meaning in meanings.items() if any(meaning)})
        if may_count
        else None
    )


def _rests(vocabulary: Vocabulary, opening: str, notations: Sequence[str]) -> tuple[_Rest, ...]:
    """Return what may stand behind the gap that an opening leaves, with the indicators that each of them means."""
    gaps = _gaps(vocabulary)
    found: dict[str, list[tuple[str, str]]] = {}
    for notation in notations:
        for rest, whole in gaps.get((opening, notation), ()):
            found.setdefault(rest, []).append((notation, whole))
    return tuple((rest, len(rest), tuple(owners)) for rest, owners in found.items())


def _hits(
    search: TermSearch[_Meaning], words: str, head: int
) -> Iterator[tuple[int, int, int, str, str, str]]:
    """Yield start, end, length, wording, indicator and role of the wordings, those with a gap (…) included.

    With words of other numbers in front (``head``), a gap reaches over all of them into the number's own.
    """
    values = search.values
    for index, start, end in search.hits(words):
        length = end - start
        entries, rests = values[index]
        for term, identifier, role in entries:
            yield start, end, length, term, identifier, role
        first, reach = max(end, head), end + head + _GAP
        for rest, size, owners in rests:
            at = words.find(rest, first, reach + size)
            if at >= 0:
                for identifier, whole in owners:
                    yield start, at + size, length + size, whole, identifier, "trigger"


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
