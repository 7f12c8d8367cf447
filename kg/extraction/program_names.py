"""The names of programs: in quotation marks, or noun phrases that end as programs do (…机制, …工程, …工作室)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.extraction.context import Context
from kg.extraction.program_phrases import Phrase, Wordings

Standing = Literal["quoted", "headed", "kind"]
_JOINTS = re.compile("、|以及|和|及|与|暨|或")
_QUOTE = "“‘"
_REACH = 22
_LEAD = re.compile(
    r"(?:了|好|起|更多|各类|各项|所有|系列|一批|升级版|由|其|\d+[余多]?[个次场家期条项支处类]|[一两二三四五六七八九十][个项批]"
    r"|[\u4e00-\u9fff]{0,6}首[个家批创条])+"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a program is named. ``standing`` tells how: in quotation marks, by its last word, or only as one of
    the well-known kinds. ``verbs`` is the span of the verbs that govern it, if any."""

    start: int
    end: int
    standing: Standing
    verbs: tuple[int, int] | None


def mentions(context: Context, words: Wordings, phrase: Phrase) -> Iterator[Mention]:
    """Yield what a verb's object names."""
    for start, end in _pieces(context, words, phrase):
        quotations = [q for q in _quotations(context, start, end) if context.plain[q[0]] in _QUOTE]
        if quotations:
            yield from _quoted(context, words, phrase, (start, end), quotations)
        elif context.plain[start : start + 1] != "《":
            mention = _headed(context, words, phrase, start, end)
            if mention:
                yield mention


def _quotations(context: Context, start: int, end: int) -> list[tuple[int, int]]:
    first = bisect_left(context.quoted_starts, start)
    last = bisect_left(context.quoted_starts, end)
    return [span for span in context.quoted[first:last] if span[1] <= end]


def _pieces(context: Context, words: Wordings, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Part what 、 and 和 join, if each part ends as programs do; 行政应诉和复议工作 stays whole."""
    start = phrase.start
    for joint in _JOINTS.finditer(context.plain, phrase.start, phrase.end):
        if context.quotation(joint.start()) is not None or _inside(words, joint.start()):
            continue
        if _ends_program(context, words, start, joint.start()):
            yield start, joint.start()
            start = joint.end()
    if start < phrase.end:
        yield start, phrase.end


def _inside(words: Wordings, position: int) -> bool:
    index = bisect_left(words.trigger_starts, position - _REACH)
    while index < len(words.triggers) and words.triggers[index].start < position:
        if words.triggers[index].end > position:
            return True
        index += 1
    return False


def _ends_program(context: Context, words: Wordings, start: int, end: int) -> bool:
    return (
        context.plain[end - 1] == "”"
        or end in words.head_ends
        or any(t.end == end for t in words.triggers_within(start, end))
    )


def _quoted(
    context: Context, words: Wordings, phrase: Phrase, piece: tuple[int, int], quotations: list[tuple[int, int]]
) -> Iterator[Mention]:
    group = [quotations[0]]
    for following in [*quotations[1:], None]:
        if following is not None and following[0] == group[-1][1]:
            group.append(following)
            continue
        until = following[0] if following else piece[1]
        yield from _of_group(context, words, phrase, piece[0], until, group)
        if following:
            group = [following]
            piece = (following[0], piece[1])


def _of_group(
    context: Context, words: Wordings, phrase: Phrase, start: int, until: int, group: list[tuple[int, int]]
) -> Iterator[Mention]:
    after = group[-1][1]
    head = _head_end(words, after, min(until, after + _REACH), loose=True)
    left = _left(context, words, start, group[0][0])
    if head is not None and not _classifies(context, words, after, head, len(group)):
        yield Mention(left, head, "quoted", phrase.verbs)
        return
    if not _stands_alone(context, words, after, until):
        return
    if len(group) == 1 and left < group[0][0]:
        yield Mention(left, group[0][1], "quoted", phrase.verbs)
        return
    for opening, closing in group:
        yield Mention(opening + 1, closing - 1, "quoted", phrase.verbs)


def _classifies(context: Context, words: Wordings, after: int, head: int, count: int) -> bool:
    """Tell whether the head only says what the quoted names are (“…”“…”特色品牌, “…”等活动)."""
    text = context.plain[after:head]
    return text.startswith("等") or (count > 1 and text in words.class_heads)


def _stands_alone(context: Context, words: Wordings, after: int, until: int) -> bool:
    rest = context.plain[after:until]
    return not rest or rest[0] in "(等" or after in words.tail_starts


def _head_end(words: Wordings, start: int, end: int, *, loose: bool) -> int | None:
    """Return where the last head in the span ends: one that names by itself, else (``loose``) any."""
    strict = [m for m in words.heads if start <= m.start and m.end <= end]
    if strict:
        return strict[-1].end
    rest = [m for m in words.loose_heads if start <= m.start and m.end <= end] if loose else []
    return rest[-1].end if rest else None


def _left(context: Context, words: Wordings, start: int, end: int) -> int:
    """Return where a name begins that may reach to the left of a quotation or head at ``end``."""
    cut = context.plain.rfind("的", start, end)
    if cut >= 0 and not _inside(words, cut) and context.quotation(cut) is None:
        start = cut + 1
    lead = _LEAD.match(context.plain, start, end)
    return lead.end() if lead else start


def _headed(context: Context, words: Wordings, phrase: Phrase, start: int, end: int) -> Mention | None:
    if phrase.verbs is None:
        return _kind(context, words, phrase, start, end)
    head = _head_end(words, start, end, loose=False)
    if head is None:
        return _kind(context, words, phrase, start, end)
    left = _left(context, words, start, head - 2)
    if head - left < 6 and not any(True for _ in words.triggers_within(left, head)):
        return None
    return Mention(left, head, "headed", phrase.verbs)


def _kind(context: Context, words: Wordings, phrase: Phrase, start: int, end: int) -> Mention | None:
    best = None
    for trigger in words.triggers_within(start, end):
        if best is None or trigger.end >= best.end:
            best = trigger
    if best is None:
        return None
    rest = context.plain[best.end : end]
    if rest and best.end not in words.tail_starts and rest[0] not in "等(":
        return None
    left = _left(context, words, start, best.start)
    return Mention(left if phrase.verbs else best.start, best.end, "kind", phrase.verbs)
