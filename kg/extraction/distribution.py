"""分别: which of several nouns, or of several numbers before, each number of a list belongs to.

So 办结率、满意率分别达100%、98% gives 办结率 100% and 满意率 98%, and in 立案18件,罚款5万元,分别增长12%和9% the cases grew by
12 % and the fines by 9 %.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kg.extraction import labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extraction.context import Context
    from kg.extraction.segments import Segment

_EACH = "分别"
_REACH = 60
"""How far before its number 分别 may stand, in characters."""
_NOUNS = re.compile("[、]|以及|和|及|与")
_NUMBER = re.compile(r"\d[\d,.]*")
_LEVEL = re.compile("^.{1,2}级")
_COMPARISON = re.compile("(?:较|比|与|同)[^、]{0,8}?(?:同期|年度?|相比|期)?$|(?:同比|环比)$")


class Place(NamedTuple):
    """A number's place in such a list: its noun, empty where the list names none; its rank from 0 and how many there are."""

    noun: str
    rank: int
    total: int


def place(context: Context, segment: Segment) -> Place | None:
    """Return the place of a number in a list with 分别; None where it stands in none or the nouns do not match."""
    start, number = segment.clause[0], segment.quantity.start
    each = context.plain.rfind(_EACH, max(start, number - _REACH), number)
    if each < 0:
        return None
    rank = len(_NUMBER.findall(context.plain, each, segment.quantity.number))
    total = len(_NUMBER.findall(context.plain, each, segment.clause[1]))
    words = context.plain[start:each]
    if total < 2 or rank >= total or _NUMBER.search(words):
        return None
    words = _COMPARISON.sub("", words)
    if not words:
        return Place("", rank, total)
    nouns = _NOUNS.split(words)
    return Place(_whole(context, nouns, rank), rank, total) if len(nouns) == total else None


def _whole(context: Context, nouns: Sequence[str], rank: int) -> str:
    """Return a noun of the list; a mere level (国家级) takes what the last one has behind its own (省级示范村)."""
    if rank == len(nouns) - 1 or not labels.says_nothing(context, nouns[rank]):
        return nouns[rank]
    return nouns[rank] + _LEVEL.sub("", nouns[-1])
