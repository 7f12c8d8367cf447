"""Kinds of program of which the text says something, with no verb before them.

Some are told to be in place (行政复议体制改革全面完成), others are acts, which need no verb:
全体班子成员全部述法; 理论学习中心组学法6次; 组织案卷评查2次; 合法性审查应审尽审.
The word list ``initiative-act`` tells how they end.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.wordings import begins, ends, wordings

if TYPE_CHECKING:
    from kg.extraction.context import Context
    from kg.extraction.program_landmarks import Span
    from kg.vocabulary import Vocabulary

_OPENING = 5
_COUNT_REACH = 8
_AFTER = frozenset(",。;:)、")
_CLOSED = r"(?=[,。;:!?\n)]|到位|见效|落地|成功|$)"
_ON_DAY = r"(?:于?(?:20\d\d年)?\d+月(?:\d+日|底|初)?)?"
_OPEN_VERBS = "实现|取得|覆盖|期间"
"""What a thing that is in place is said to have brought about, whatever follows."""
_PASSED = r"通过[\u4e00-\u9fff]{0,10}(?:验收|评估|考核)"
"""What a thing that is in place has passed (通过省厅验收)."""
_FIGURE = re.compile(r"[\u4e00-\u9fff]*?\d")


def is_act(context: Context, start: int, end: int) -> bool:
    """Tell whether a kind that stands at the span is an act."""
    return ends(context.vocabulary, "initiative-act", context.plain, start, end)


def is_counted(context: Context, end: int) -> bool:
    """Tell whether the text says how often an act that ends there was done (学法6次)."""
    return _times(context.vocabulary).match(context.plain, end) is not None


def is_done(context: Context, start: int, end: int, clause: Span) -> bool:
    """Tell whether an act that no verb governs is done all the same."""
    plain, vocabulary = context.plain, context.vocabulary
    if is_counted(context, end) or begins(vocabulary, "initiative-covered", plain, end):
        return True
    if ends(vocabulary, "program-adverb", plain, 0, start) and (end >= clause[1] or plain[end] in _AFTER):
        return True
    # 市县两级案卷评查抽取案卷300卷: the act opens the clause and leads to a figure, which is not its rate.
    figure = _FIGURE.match(plain, end, min(clause[1], end + _COUNT_REACH))
    return start - clause[0] <= _OPENING and figure is not None and "率" not in figure[0]


def form_until(context: Context, start: int) -> int | None:
    """Return where a form of study ends that begins at the position, or None.

    纳入理论学习中心组学习内容 tells that the body has it, whatever the verb (word list ``initiative-form``).
    """
    form = wordings(context.vocabulary, "initiative-form").prefix(context.plain, start, len(context.plain))
    if form is None or begins(context.vocabulary, "initiative-head-not", context.plain, form.end):
        return None
    return form.end


def told_until(context: Context, start: int, end: int, clause: Span) -> int | None:
    """Return where the name of a kind ends that opens a clause which says no more than that it goes on, or None.

    村(社区)法律顾问实现全覆盖; 府院联动机制进一步完善. Headings only praise. Bodies and services also do what they are
    there for (镇综治中心受理…); what is taken as a means is run (将柔性执法作为…).
    """
    if start - clause[0] > _OPENING:
        return None
    if _taken(context.vocabulary).match(context.plain, clause[0], start) and _as(context.vocabulary).match(
        context.plain, end, clause[1]
    ):
        return end
    organ = ends(context.vocabulary, "initiative-organ", context.plain, start, end)
    if organ and _works(context.vocabulary).match(context.plain, end, clause[1]):
        return end
    match = _predicate(context.vocabulary).match(context.plain, end, clause[1])
    heading = match and any(section.start <= start < section.body for section in context.sections(start))
    return match.end(1) if match and not heading else None


@lru_cache(maxsize=4)
def _taken(vocabulary: Vocabulary) -> re.Pattern[str]:
    """What takes a thing up, as far as the thing: 将, 把, and what the thing is called in."""
    return re.compile(rf"(?:{'|'.join(vocabulary.words['initiative-take'])})[\u4e00-\u9fff“]{{0,3}}$")


@lru_cache(maxsize=4)
def _as(vocabulary: Vocabulary) -> re.Pattern[str]:
    """What the thing is taken as, behind it and others named with it (…、教育引导等作为)."""
    kept = "|".join(map(re.escape, vocabulary.words["initiative-subject-end"]))
    return re.compile(rf"”?(?:{kept})?(?:、[^,、]{{2,10}}){{0,3}}(?:等[^,、]{{0,8}})?作为")


@lru_cache(maxsize=4)
def _predicate(vocabulary: Vocabulary) -> re.Pattern[str]:
    kept, adverbs, verbs = (
        "|".join(map(re.escape, sorted(vocabulary.words[name], key=len, reverse=True)))
        for name in ("initiative-subject-end", "program-adverb", "initiative-predicate")
    )
    return re.compile(
        rf"((?:{kept})?)(?:任务|目标)?(?:得到|已|均已|正|也)?{_ON_DAY}(?:{adverbs})*(?:(?:{verbs}){_CLOSED}|{_OPEN_VERBS}|{_PASSED})"
    )


@lru_cache(maxsize=4)
def _works(vocabulary: Vocabulary) -> re.Pattern[str]:
    adverbs, verbs = (
        "|".join(map(re.escape, sorted(vocabulary.words[name], key=len, reverse=True)))
        for name in ("program-adverb", "initiative-works")
    )
    return re.compile(rf"(?:累计|全年|今年|{adverbs})*(?:{verbs})")


@lru_cache(maxsize=4)
def _times(vocabulary: Vocabulary) -> re.Pattern[str]:
    units = "|".join(sorted(vocabulary.words["initiative-act-unit"], key=len, reverse=True))
    return re.compile(rf"近?(?:\d[\d.,]*|[一二三四五六七八九十两]+)[万余多]*(?:{units}|人次)")
