"""Where programs are named: in quotation marks, by how the name ends (…机制, …工程, …工作室), or as a known kind."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from kg.extraction.context import Context
from kg.extraction.program_phrases import Phrase, Span, Wordings
from kg.extraction.wordings import wordings as terms
from kg.vocabulary import Vocabulary

Standing = Literal["quoted", "whole", "headed", "kind"]
_JOINTS = re.compile("、|以及|和|及|与|暨|或")
_QUOTATION_MARKS = "“‘"
_REACH = 22
_SHORTEST_NAME = 4
_PLACE_ENDS = ("省", "市", "区", "县", "旗", "镇", "乡", "街道")


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a program may be named. ``standing`` tells how: with a quotation inside the name (``quoted``), with
    nothing but a quotation (``whole``), by its last word (``headed``) or as a well-known kind (``kind``).

    ``head`` is where its last word begins (the name's end if it has none), ``quotation`` the span of the quoted
    words without marks, ``lead`` the span of a modifier that several quoted names share; ``listed`` tells whether
    it stands in a list with a name that ends as programs do.
    """

    start: int
    end: int
    standing: Standing
    phrase: Phrase
    head: int
    quotation: Span | None = None
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
    listed = any(m.standing == "quoted" and ends_in(words, "head", m) for m in found)
    yield from (replace(m, listed=listed) for m in found)


def ends_in(words: Wordings, name: str, mention: Mention) -> bool:
    """Tell whether a mention ends in a word of a list (without its prefix ``program-``)."""
    return any(m.end == mention.end for m in words.within(name, mention.head, mention.end))


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
    before, after = group[0][0], group[-1][1]
    quotation = (before + 1, after - 1)
    head = _head(context, words, after, min(piece[1], after + _REACH), ("head", "head-loose"))
    left = _left_of_quotation(context, words, phrase, piece[0], before)
    if head is not None and not _classifies(context, after, head[1], len(group)):
        yield Mention(left, head[1], "quoted", phrase, head[0], quotation)
    elif len(group) == 1 and left < before:
        yield Mention(left, after, "quoted", phrase, after, quotation)
    else:
        lead = (left, before) if left < before else None
        for opening, closing in group:
            inner = (opening + 1, closing - 1)
            yield Mention(*inner, "whole", phrase, inner[1], inner, lead)


def _classifies(context: Context, after: int, end: int, count: int) -> bool:
    """Tell whether the head only says what the quoted names are (“…”“…”特色品牌, “…”等活动)."""
    text = context.plain[after:end]
    return text.startswith("等") or (count > 1 and text in context.vocabulary.words["program-class"])


def _head(context: Context, words: Wordings, start: int, end: int, lists: tuple[str, ...]) -> Span | None:
    """Return the last ending of names in the span, of the first list that has one there."""
    for name in lists:
        last = None
        for match in words.within(name, start, end):
            # 体系化, 平台型 and the like are no ends of names.
            if (last is None or match.end > last[1]) and context.plain[match.end : match.end + 1] not in (
                "化",
                "型",
            ):
                last = (match.start, match.end)
        if last:
            return last
    return None


def _left_of_quotation(context: Context, words: Wordings, phrase: Phrase, start: int, end: int) -> int:
    """Return where a name with a quotation begins: a modifier before it counts, a place or a subject does not."""
    joined = min((trigger.start for trigger in words.triggers_across(end)), default=end)
    left = left_end(context, words, start, end)
    if phrase.verbs is None or context.plain.endswith(_PLACE_ENDS, left, joined):
        return max(start, joined)
    return left


def left_end(context: Context, words: Wordings, start: int, end: int) -> int:
    """Return where a name begins that may reach left of ``end``, as far as ``start``."""
    for term in terms(context.vocabulary, "program-kept", "program-break").find(context.plain, start, end):
        if term.list == "program-break" and not words.in_trigger(term.start, term.end):
            start = term.end
    lead = _leads(context.vocabulary).match(context.plain, start, end)
    return lead.end() if lead else start


@lru_cache(maxsize=4)
def _leads(vocabulary: Vocabulary) -> re.Pattern[str]:
    """What stands before a name and is none of it: counts (7期, 两个, 首批), and the words of ``program-lead``."""
    units, measures, leads = (
        "|".join(map(re.escape, sorted(vocabulary.words[name], key=len, reverse=True)))
        for name in ("unit", "program-measure", "program-lead")
    )
    counts = (
        rf"\d+[余多]?(?:{units})|[一二三四五六七八九十两]+(?:{measures})|[\u4e00-\u9fff]{{0,6}}首(?:{units})"
    )
    return re.compile(f"(?:{counts}|{leads})+")


def _unquoted(context: Context, words: Wordings, phrase: Phrase, start: int, end: int) -> Iterator[Mention]:
    head = _head(context, words, start, end, ("head",)) if phrase.verbs else None
    if head is not None:
        left = left_end(context, words, start, head[0])
        if head[1] - left >= _SHORTEST_NAME:
            yield Mention(left, head[1], "headed", phrase, head[0])
            return
    last = None
    for trigger in words.triggers_within(start, end):
        if last is None or trigger.end > last.end:
            last = trigger
    if last is None:
        return
    if phrase.verbs is not None:
        yield Mention(left_end(context, words, start, last.start), last.end, "kind", phrase, last.end)
    elif _opens_with_verb(context, words, last.start):
        yield Mention(last.start, last.end, "kind", phrase, last.end)


def _opens_with_verb(context: Context, words: Wordings, position: int) -> bool:
    """Tell whether a well-known kind's name begins with its verb, as 优化营商环境 does, where a clause opens."""
    return words.opens(context, position) and (
        words.begins("verb", position) or words.begins("verb-opening", position)
    )
