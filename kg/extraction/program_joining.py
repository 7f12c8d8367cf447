"""Programs named together: what a joint parts may be one name (任职和交流机制, “…”、“…”评选活动)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.leniency import settle_type
from kg.extraction.program_names import ends_in
from kg.extraction.program_types import wider_types

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extraction.context import Context
    from kg.extraction.program_choice import Candidate

_JOINTS = ("、", "和", "及", "与", "以及", "暨")
_MARKS = "“”"
_LIST = "、"
"""…活动、…活动: each has its own last word."""
_WITH = "与"
"""行政执法监督与行政诉讼联动机制: what 与 joins is mostly one."""
_SHORT = 10


def join(context: Context, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the programs of one verb's object, in order, with those joined that share their last word."""
    joined: list[Candidate] = []
    for candidate in candidates:
        current = candidate
        while joined and _is_one(context, joined[-1], current):
            current = _both(joined.pop(), current)
        joined.append(current)
    return joined


def _is_one(context: Context, first: Candidate, second: Candidate) -> bool:
    left, right = first.mention, second.mention
    gap = context.plain[left.end : right.start]
    if left.standing == "whole" and _is_shared(context, first, second):
        return gap.strip(_MARKS) in ("", *_JOINTS)
    if gap not in _JOINTS or not second.headed:
        return False
    if first.rank == "bare" and context.plain[left.end : right.start] == _WITH:
        return True
    if first.rank == "own" and left.standing == "kind":
        return False  # 常务会议学法、法治专题培训: what is named of its own stays so.
    if second.type is not None and _is_of_kind(context, first, second):
        whole = left.standing == "headed" and gap != _LIST and _same_head(context, first, second)
        return not first.headed or whole
    return second.type is None and _same_head(context, first, second) and right.end - right.start <= _SHORT


def _is_shared(context: Context, first: Candidate, second: Candidate) -> bool:
    """Tell whether one last word is that of several quoted names of a kind (“…”“…”和“…”制度 is one mechanism)."""
    one = second.headed and first.type is not None and first.type == second.type
    return one and ends_in(context, "initiative-head-shared", second.mention)


def _is_of_kind(context: Context, first: Candidate, second: Candidate) -> bool:
    """Tell whether the kinds are one, or the first is bare and wider (轻微违法免罚和初次违法慎罚制度)."""
    if first.type == second.type:
        return True
    wider = wider_types(context.vocabulary, second.type) if second.type else ()
    left = context.plain[first.mention.start : first.mention.end]
    return first.rank == "bare" and settle_type(first.type, left, None, context.vocabulary) in wider


def _same_head(context: Context, first: Candidate, second: Candidate) -> bool:
    left, right = first.mention, second.mention
    return first.headed and context.plain[left.head : left.end] == context.plain[right.head : right.end]


def _both(first: Candidate, second: Candidate) -> Candidate:
    """The first gives the name its start and its kind, the second its end."""
    left, right = first.mention, second.mention
    standing = "quoted" if "quoted" in (left.standing, right.standing) else right.standing
    mention = right._replace(start=left.start, standing=standing, quotation=None)
    narrower = (first.rank == "bare" and second.type) or first.type
    return second._replace(mention=mention, type=narrower, rank="own")
