"""Where programs are named: in quotation marks, by how the name ends (…机制, …工程, …工作室), or as a known kind."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from kg.extraction.context import Context
from kg.extraction.program_phrases import Phrase, Span, Wordings

Standing = Literal["quoted", "whole", "headed", "kind"]
_JOINTS = re.compile("、|以及|和|及|与|暨|或")
_QUOTATION_MARKS = "“‘"
_REACH = 22
_SHORTEST_NAME = 4
_LEAD = re.compile(
    r"(?:了|好|起|以|将|把|更多|各类|各项|所有|系列|一批|升级版|由|其|\d+多?[个次场家期条项支处类]|[一两二三四五六七八九十][个项批]"
    r"|[\u4e00-\u9fff]{0,6}首[个家批创条])+"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a program may be named. ``standing`` tells how: with a quotation inside the name (``quoted``), with
    nothing but a quotation (``whole``), by its last word (``headed``) or as a well-known kind (``kind``).
    ``head`` is where its last word begins (the name's end if it has none), ``lead`` the span of a modifier that
    several quoted names share."""

    start: int
    end: int
    standing: Standing
    phrase: Phrase
    head: int
    lead: Span | None = None
    listed: bool = False


def mentions(context: Context, words: Wordings, phrase: Phrase) -> Iterator[Mention]:
    """Yield what may be named in a verb's object."""
    found: list[Mention] = []
    for start, end in _pieces(context, words, phrase):
        quotations = _quotations(context, start, end)
        if quotations:
            found.extend(_quoted(context, words, phrase, (start, end), quotations))
        elif "《" not in context.plain[start:end]:
            found.extend(_unquoted(context, words, phrase, start, end))
    listed = sum(m.standing in ("quoted", "whole") for m in found) > 1
    yield from (replace(m, listed=listed) for m in found)


def _quotations(context: Context, start: int, end: int) -> list[Span]:
    first = bisect_left(context.quoted_starts, start)
    last = bisect_left(context.quoted_starts, end)
    spans = context.quoted[first:last]
    return [s for s in spans if s[1] <= end and context.plain[s[0]] in _QUOTATION_MARKS]


def _pieces(context: Context, words: Wordings, phrase: Phrase) -> Iterator[Span]:
    """Part what 、 and 和 join where the first part ends as programs do; 干部任职和交流机制 stays whole."""
    start = phrase.start
    for joint in _JOINTS.finditer(context.plain, phrase.start, phrase.end):
        if context.quotation(joint.start()) is not None or words.in_trigger(joint.start(), joint.end()):
            continue
        if _ends_program(context, words, start, joint.start()):
            yield start, joint.start()
            start = joint.end()
    if start < phrase.end:
        yield start, phrase.end


def _ends_program(context: Context, words: Wordings, start: int, end: int) -> bool:
    return context.plain[end - 1 : end] == "”" or any(
        match.end == end
        for matches in (words.within("head", start, end), words.triggers_within(start, end))
        for match in matches
    )


def _quoted(
    context: Context, words: Wordings, phrase: Phrase, piece: Span, quotations: list[Span]
) -> Iterator[Mention]:
    """Take adjacent quotations (“…”“…”工程) together."""
    start = piece[0]
    group = [quotations[0]]
    for following in quotations[1:]:
        if following[0] == group[-1][1]:
            group.append(following)
            continue
        yield from _of_group(context, words, phrase, (start, following[0]), group)
        start, group = group[-1][1], [following]
    yield from _of_group(context, words, phrase, (start, piece[1]), group)


def _of_group(
    context: Context, words: Wordings, phrase: Phrase, piece: Span, group: list[Span]
) -> Iterator[Mention]:
    after = group[-1][1]
    head = _head(words, after, min(piece[1], after + _REACH), ("head", "head-loose"))
    left = left_end(context, words, piece[0], group[0][0])
    if head is not None and not _classifies(context, words, after, head[1], len(group)):
        yield Mention(left, head[1], "quoted", phrase, head[0])
    elif len(group) == 1 and left < group[0][0]:
        yield Mention(left, after, "quoted", phrase, after)
    else:
        lead = (left, group[0][0]) if left < group[0][0] else None
        for opening, closing in group:
            yield Mention(opening + 1, closing - 1, "whole", phrase, closing - 1, lead)


def _classifies(context: Context, words: Wordings, after: int, end: int, count: int) -> bool:
    """Tell whether the head only says what the quoted names are (“…”“…”特色品牌, “…”等活动)."""
    text = context.plain[after:end]
    return text.startswith("等") or (count > 1 and text in context.vocabulary.words["program-class"])


def _head(words: Wordings, start: int, end: int, lists: tuple[str, ...]) -> Span | None:
    """Return the last ending of names in the span, of the first list that has one there."""
    for name in lists:
        last = None
        for match in words.within(name, start, end):
            if last is None or match.end > last[1]:
                last = (match.start, match.end)
        if last:
            return last
    return None


def left_end(context: Context, words: Wordings, start: int, end: int) -> int:
    """Return where a name begins that may reach left of ``end``, as far as ``start``."""
    cut = context.plain.rfind("的", start, end)
    if cut >= 0 and not words.in_trigger(cut, cut + 1) and context.quotation(cut) is None:
        start = cut + 1
    lead = _LEAD.match(context.plain, start, end)
    return lead.end() if lead else start


def _unquoted(context: Context, words: Wordings, phrase: Phrase, start: int, end: int) -> Iterator[Mention]:
    head = _head(words, start, end, ("head",))
    if head is not None and phrase.verbs is not None:
        left = left_end(context, words, start, head[0])
        if head[1] - left >= _SHORTEST_NAME:
            yield Mention(left, head[1], "headed", phrase, head[0])
            return
    last = None
    for trigger in words.triggers_within(start, end):
        if last is None or trigger.end > last.end:
            last = trigger
    if last is not None and phrase.verbs is not None:
        left = left_end(context, words, start, last.start)
        yield Mention(left, last.end, "kind", phrase, last.end)
