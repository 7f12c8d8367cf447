"""How many items a list has, as the text around its name says."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.editions import behind_edition
from kg.extraction.numerals import read_numeral
from kg.extraction.wordings import begins
from kg.extraction.wordings import wordings as terms

if TYPE_CHECKING:
    from kg.extraction.context import Context
    from kg.vocabulary import Vocabulary

_NUMERAL = r"\d[\d,]*|[一二三四五六七八九十百千两]+"
_REACH = 48
_NEXT_REACH = 60
_RENEWED_REACH = 20
_SUM_REACH = 120
_LONGEST_NOUN = 12
_SHORTEST_NOUN = 3
_TO, _FROM, _BY = "initiative-count-to", "initiative-count-from", "initiative-count-by"
_LEAD, _CONTAINS = "initiative-count-lead", "initiative-count-contains"
_WAIVED = "initiative-count-waived"
_BLANK = re.compile(r"[》”),、:(]*(?:20\d\d年版?|\d\.\d版|\d*[余多]?)[,、)]*")


def item_count(context: Context, start: int, end: int) -> int | None:
    """Return how many items the list that is named at the span has, or None.

    The number follows in the sentence (清单共146项, 清单由48项增加到62项), stands before the name (将56项纳入免罚清单), or
    follows in the next sentence, which speaks of the list (清单共86项) or counts what is listed (权力清单。…对1952项权力).
    """
    sentence = context.sentence(start)
    counts = (
        _behind(context, end, sentence[1]),
        _before(context, start),
        _in_next_sentence(context, start, end, sentence[1]),
    )
    return next((count for count in counts if count is not None), None)


def listed_items(context: Context, start: int, end: int) -> int | None:
    """Return how many cases a practice covers that the text counts as a list's, or None.

    “首违不罚”,涉及事项96项; 对96项轻微违法行为实行“首违不罚”.
    """
    limit = min(context.sentence(end - 1)[1], end + _REACH)
    match = _items(context.vocabulary).search(context.plain, end, limit)
    nouns = context.vocabulary.words["initiative-item-noun"]
    if match is not None and any(noun in context.plain[end : match.start()] for noun in nouns):
        return _behind(context, end, limit)
    before = _last_before(context, start)
    if before is None or not any(noun in context.plain[before.end() : start] for noun in nouns):
        return None
    return _number(before) if _leads_in(context, before.end(), start) else None


def counts_apart(context: Context, end: int, lists: int) -> tuple[int, ...]:
    """Return how many items each of several lists has that are named together up to ``end``, or nothing.

    …清单,分别列明事项128项、36项和19项.
    """
    limit = min(context.sentence(end - 1)[1], end + _SUM_REACH)
    respectively = terms(context.vocabulary, "initiative-count-apart").find(context.plain, end, limit)
    start = next((term.end for term in respectively), limit)
    found: list[int] = []
    for match in _items(context.vocabulary).finditer(context.plain, start, limit):
        count = _number(match)
        if count is not None:
            found.append(count)
    return tuple(found) if len(found) == lists else ()


def waived_count(context: Context, end: int) -> int | None:
    """Return the number of items right behind what is waived (不予处罚32项, 不予处罚的事项32项), or None."""
    noun = terms(context.vocabulary, "initiative-item-noun").prefix(context.plain, end, len(context.plain))
    match = _items(context.vocabulary).match(context.plain, noun.end if noun else end)
    return _number(match) if match is not None else None


def _behind(context: Context, end: int, limit: int) -> int | None:
    """Return the number that a list's name leads to; what it was before, and by how much it grew, are passed over."""
    position = behind_edition(context.plain, end, context.vocabulary)
    for match in _items(context.vocabulary).finditer(context.plain, position, min(limit, position + _REACH)):
        if terms(context.vocabulary, "initiative-count-apart").has(context.plain, position, match.start()):
            return None
        sense = _sense(context, position, match.start())
        if sense is not None and _is_part(context, position, match):
            return _total(context, match.end(), min(limit, match.end() + _SUM_REACH))
        if sense is None:
            return None
        if sense not in (_FROM, _BY):
            return _renewed(context, match.end(), limit) or _number(match)
        position = match.end()
    return None


def _renewed(context: Context, start: int, limit: int) -> int | None:
    """Return the number that a list was brought to since (…共24项,2023年更新至146项), or None."""
    match = _items(context.vocabulary).search(context.plain, start, min(limit, start + _RENEWED_REACH))
    if match is None or _sense(context, start, match.start()) != _TO:
        return None
    return _number(match)


def _total(context: Context, start: int, limit: int) -> int | None:
    """Return the sum that follows the numbers of several kinds (…26项、…18项,共计44项), or None."""
    sums = context.vocabulary.words["initiative-count-sum"]
    for match in _items(context.vocabulary).finditer(context.plain, start, limit):
        if context.plain.endswith(sums, start, match.start()):
            return _number(match)
    return None


def _sense(context: Context, start: int, end: int) -> str | None:
    """Return what the words before a number say of it, or None if they are no words that lead to a list's number."""
    lists = (_TO, _FROM, _BY, _CONTAINS, _LEAD)
    sense, position, contains = _LEAD, start, False
    for term in terms(context.vocabulary, *lists).find(context.plain, start, end):
        if not _is_blank(context.plain[position : term.start]):
            # 涵盖交通、城管等领域,共: what is contained may be anything, up to the next clause.
            comma = context.plain.rfind(",", position, end)
            return _LEAD if contains and (comma < 0 or _is_filler(context, comma, end)) else None
        contains = contains or term.list == _CONTAINS
        sense, position = term.list if term.list != _LEAD else sense, term.end
    if _is_blank(context.plain[position:end]):
        return sense
    return _LEAD if contains and "," not in context.plain[position:end] else None


def _is_part(context: Context, start: int, match: re.Match[str]) -> bool:
    """Tell whether the number is that of one of several kinds which follow (不予处罚26项、从轻处罚18项)."""
    following = match.end() + 1
    return context.plain[match.end() : following] in ("、", ",", "和") and (
        terms(context.vocabulary, _WAIVED).has(context.plain, start, match.start())
        and begins(context.vocabulary, _WAIVED, context.plain, following)
    )


def _last_before(context: Context, start: int) -> re.Match[str] | None:
    last = None
    first = max(context.clause(start)[0], start - _REACH)
    for match in _items(context.vocabulary).finditer(context.plain, first, start):
        last = match
    return last


def _before(context: Context, start: int) -> int | None:
    """Return the number of items that go into a list, or that stands right before its name."""
    before = _last_before(context, start)
    return _number(before) if before is not None and _leads_in(context, before.end(), start) else None


def _number(match: re.Match[str]) -> int | None:
    value = read_numeral(match[1] or match[2])
    return None if value is None else int(value)


@lru_cache(maxsize=4)
def _items(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Numbers of items; those that are only bounded (以上, 左右) are what a list is to reach."""
    words = vocabulary.words
    units = "|".join(map(re.escape, sorted(words["initiative-item"], key=len, reverse=True)))
    # 清单28个: so many lists, not items.
    lists = words["initiative-list-proper"]
    nouns = "|".join(f"(?<={noun})" for noun in words["initiative-item-noun"] if noun not in lists)
    bounds = "|".join(words["initiative-item-bound"])
    return re.compile(
        rf"(?:(?<![\d.第])({_NUMERAL})[余多]?(?:{units})|(?:{nouns})(\d[\d,]*)[余多]?个)(?![目级]|{bounds})"
    )


def _is_filler(context: Context, start: int, end: int) -> bool:
    """Tell whether nothing but words that lead to a list's number stands in the span (》,涉及12个领域,共)."""
    position = start
    for term in terms(context.vocabulary, _TO, _CONTAINS, _LEAD).find(context.plain, start, end):
        if not _is_blank(context.plain[position : term.start]):
            return False
        position = term.end
    return _is_blank(context.plain[position:end])


def _is_blank(text: str) -> bool:
    return _BLANK.fullmatch(text) is not None


def _leads_in(context: Context, start: int, end: int) -> bool:
    """Tell whether what is counted goes into the list (56项轻微违法行为纳入“…”), or the number is the list's own."""
    gap = context.plain[start:end]
    if not gap.strip("“《的"):
        return True
    return any(word in gap for word in context.vocabulary.words["initiative-count-into"])


def _in_next_sentence(context: Context, start: int, end: int, following: int) -> int | None:
    if context.plain[end:following].strip("。”》\n") or following >= len(context.plain):
        return None
    name = context.plain[start:end]
    stop = min(context.sentence(following)[1], following + _NEXT_REACH)
    if begins(context.vocabulary, "initiative-list-again", context.plain, following):
        return _behind(context, following, stop)
    again = context.plain.find(name, following, stop)
    if again >= 0:
        return _behind(context, again + len(name), stop)
    for match in _items(context.vocabulary).finditer(context.plain, following, stop):
        noun = context.plain[match.end() : match.end() + _LONGEST_NOUN]
        if any(noun[:length] in name for length in range(_SHORTEST_NOUN, len(noun) + 1)):
            return _number(match)
    return None
