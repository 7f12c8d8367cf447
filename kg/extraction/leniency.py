"""Lists of cases in which penalties are waived or mitigated, or coercion is spared, and how many items lists have.

Ground: 《行政处罚法》 (2021), art. 32 to 34, and 《优化营商环境条例》, art. 59. A list is typed by what it waives; the practice
without a list (轻微免罚, 首次不罚) is lenient regulation at large, or 首违不罚, but no list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.numerals import read_numeral
from kg.extraction.wordings import wordings as terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.context import Context
    from kg.extraction.program_landmarks import Landmarks
    from kg.vocabulary import Vocabulary

FIRST_OFFENCE = "first-offence-leniency"
LIST_TYPES = ("penalty-exemption-list", "penalty-mitigation-list", "coercion-exemption-list")
_PRACTICE = "leniency"
_LIST_END = "initiative-list-end"
_JOINTS = ("、", "和", "及", "与", "以及", "或", "或者", "”“", "”、“", "”和“", "”及“")
_TAIL = re.compile(r"”?等?的?(?:“?[一二三四五六七八九]张)?([\u4e00-\u9fff]{2,10})")
_NUMERAL = r"\d[\d,]*|[一二三四五六七八九十百千两]+"
_REACH = 30
_NEXT_REACH = 60
_LONGEST_NOUN = 12
_SHORTEST_NOUN = 3
Waiver = tuple[int, int, str]
"""What is waived: start, end, the type of list that it makes."""


def is_list_name(name: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a name (without edition) ends as lists do (word list ``initiative-list-end``)."""
    return name.endswith(vocabulary.words[_LIST_END])


def settle_type(
    notation: str | None, name: str, item_count: int | None, vocabulary: Vocabulary
) -> str | None:
    """Return the type of a program, once it is known whether it is a list: a practice waives no list of penalties."""
    if notation in LIST_TYPES and item_count is None and not is_list_name(name, vocabulary):
        return _PRACTICE
    return notation


def is_leniency_list(notation: str | None, name: str, item_count: int | None, vocabulary: Vocabulary) -> bool:
    """Tell whether a program of a settled type is a ``rol:LeniencyList``."""
    if notation == FIRST_OFFENCE:
        return item_count is not None or is_list_name(name, vocabulary)
    return notation in LIST_TYPES


def item_count(context: Context, start: int, end: int) -> int | None:
    """Return how many items the list that is named at the span has, or None.

    The number follows in the sentence (清单共146项), stands before the name (将56项纳入免罚清单), or counts the listed
    things in the next sentence (权力清单。…对1952项权力).
    """
    sentence = context.sentence(start)
    counts = (
        _behind(context, end, sentence[1]),
        _before(context, start),
        _in_next_sentence(context, start, end, sentence[1]),
    )
    return next((count for count in counts if count is not None), None)


def listed_items(context: Context, end: int) -> int | None:
    """Return how many cases a practice covers that the text counts as a list's (“首违不罚”,涉及事项96项), or None."""
    limit = min(context.sentence(end - 1)[1], end + _REACH)
    match = _items(context.vocabulary).search(context.plain, end, limit)
    if match is None or not _is_filler(context, end, match.start()):
        return None
    nouns = context.vocabulary.words["initiative-item-noun"]
    return _number(match) if any(noun in context.plain[end : match.start()] for noun in nouns) else None


def _behind(context: Context, end: int, limit: int) -> int | None:
    """Return the number that a list's name leads to."""
    match = _items(context.vocabulary).search(context.plain, end, min(limit, end + _REACH))
    return _number(match) if match is not None and _is_filler(context, end, match.start()) else None


def _before(context: Context, start: int) -> int | None:
    """Return the number of items that go into a list, or that stands right before its name."""
    before = None
    for match in _items(context.vocabulary).finditer(
        context.plain, max(context.clause(start)[0], start - _REACH), start
    ):
        before = match
    return _number(before) if before is not None and _leads_in(context, before.end(), start) else None


def _number(match: re.Match[str]) -> int | None:
    value = read_numeral(match[1])
    return None if value is None else int(value)


@lru_cache(maxsize=4)
def _items(vocabulary: Vocabulary) -> re.Pattern[str]:
    units = "|".join(map(re.escape, sorted(vocabulary.words["initiative-item"], key=len, reverse=True)))
    return re.compile(rf"(?<![\d.第])({_NUMERAL})[余多]?(?:{units})(?![目级])")


def _is_filler(context: Context, start: int, end: int) -> bool:
    """Tell whether nothing but words that lead to a list's number stands in the span (》,涉及12个领域,共)."""
    position = start
    for term in terms(context.vocabulary, "initiative-count-lead").find(context.plain, start, end):
        if not _is_blank(context.plain[position : term.start]):
            return False
        position = term.end
    return _is_blank(context.plain[position:end])


_BLANK = re.compile(r"[》”),、:(]*\d*[余多]?[,、)]*")


def _is_blank(text: str) -> bool:
    return _BLANK.fullmatch(text) is not None


def _leads_in(context: Context, start: int, end: int) -> bool:
    """Tell whether what is counted goes into the list (56项轻微违法行为纳入“…”), or the number is the list's own."""
    gap = context.plain[start:end]
    if not gap.strip("“《的"):
        return True
    return any(word in gap for word in context.vocabulary.words["initiative-count-into"])


def _in_next_sentence(context: Context, start: int, end: int, following: int) -> int | None:
    if context.plain[end:following].strip("。”》") or following >= len(context.plain):
        return None
    name = context.plain[start:end]
    stop = min(context.sentence(following)[1], following + _NEXT_REACH)
    again = context.plain.find(name, following, stop)
    if again >= 0:
        return _behind(context, again + len(name), stop)
    for match in _items(context.vocabulary).finditer(context.plain, following, stop):
        noun = context.plain[match.end() : match.end() + _LONGEST_NOUN]
        if any(noun[:length] in name for length in range(_SHORTEST_NOUN, len(noun) + 1)):
            return _number(match)
    return None


@dataclass(frozen=True, slots=True)
class WaivedList:
    """One of several lists that the text names together: ``name`` has the ending that they share."""

    start: int
    end: int
    type: str
    name: str
    item_count: int | None = None


def waived_lists(context: Context, marks: Landmarks) -> Iterator[WaivedList]:
    """Yield the lists that are named together, each by what it waives.

    They share their last word (不予处罚、从轻处罚和免予行政强制的事项清单), or each has its own with the number of its items
    (不予处罚事项26项、从轻处罚事项18项).
    """
    waivers = _waivers(marks)
    yield from _counted(context, waivers)
    for run in _runs(context, waivers):
        ending = _shared_ending(context, run[-1][1])
        if len(run) > 1 and ending:
            for start, end, notation in _by_list(run):
                yield WaivedList(start, end, notation, context.plain[start:end] + ending)


def _counted(context: Context, waivers: list[Waiver]) -> Iterator[WaivedList]:
    """Yield the lists of a sentence that counts two or more of them."""
    found: list[WaivedList] = []
    sentence = -1
    for start, end, notation in waivers:
        last = next(
            (e for e in context.vocabulary.words[_LIST_END] if context.plain.startswith(e, end)), None
        )
        match = _items(context.vocabulary).match(context.plain, end + len(last)) if last else None
        if last is None or match is None:
            continue
        if context.sentence(start)[0] != sentence:
            if len(found) > 1:
                yield from found
            sentence, found = context.sentence(start)[0], []
        stop = end + len(last)
        found.append(WaivedList(start, stop, notation, context.plain[start:stop], _number(match)))
    if len(found) > 1:
        yield from found


def _runs(context: Context, found: list[Waiver]) -> Iterator[list[Waiver]]:
    run: list[Waiver] = []
    for waiver in found:
        if run and context.plain[run[-1][1] : waiver[0]] not in _JOINTS:
            yield run
            run = []
        run.append(waiver)
    if run:
        yield run


def _waivers(marks: Landmarks) -> list[Waiver]:
    """Return what the text says is waived, the leftmost and longest wording first, none overlapping."""
    found = sorted(
        (start, -end, notation)
        for notation in (FIRST_OFFENCE, *LIST_TYPES)
        for start, end in marks.lists.get(f"waives-{notation}", ())
    )
    apart: list[Waiver] = []
    for start, end, notation in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, -end, notation))
    return apart


def _by_list(run: list[Waiver]) -> Iterator[Waiver]:
    """Join neighbours of one kind: 从轻处罚、减轻处罚 is one list."""
    current = run[0]
    for following in run[1:]:
        if following[2] == current[2]:
            current = (current[0], following[1], current[2])
        else:
            yield current
            current = following
    yield current


def _shared_ending(context: Context, start: int) -> str:
    """Return what the lists are called after the coordination (行政执法事项, 清单), or an empty string."""
    tail = _TAIL.match(context.plain, start)
    text = tail[1] if tail else ""
    for length in range(len(text), 0, -1):
        if is_list_name(text[:length], context.vocabulary):
            return text[:length]
    return ""
