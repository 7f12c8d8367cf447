"""Where programs are named: in quotation marks, by how the name ends (…机制, …工程, …工作室), or as a known kind."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal, NamedTuple

from kg.body_finding import LEVEL_CHARACTERS
from kg.extraction.leniency import list_end
from kg.extraction.program_acts import form_until, is_act, is_done, told_until
from kg.extraction.program_bounds import head_in, left_end, left_of_quotation, pieces
from kg.extraction.program_landmarks import verb_at
from kg.extraction.wordings import ends

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.context import Context
    from kg.extraction.lexicon import Match
    from kg.extraction.program_landmarks import Landmarks, Span
    from kg.extraction.program_phrases import Phrase

Standing = Literal["quoted", "whole", "headed", "kind", "told"]
_QUOTATION_MARKS = "“‘"
_REACH = 22
_SHORTEST_NAME = 4
_SHORT_HEAD = 12
_LONGEST_KIND = 24
_MARKS = "“”‘’"
_AFTER_NOUN = ("性", "化", "型", "者")
"""规范性文件 begins with no verb."""


class Mention(NamedTuple):
    """Where a program may be named.

    ``standing`` tells how: with a quotation inside the name (``quoted``), with nothing but a quotation (``whole``),
    by its last word (``headed``), as a well-known kind (``kind``), or as one of which the clause itself says that it is
    in place (``told``). ``head`` is where its last word begins (the
    name's end if it has none), ``quotation`` the span of the quoted words without marks, ``lead`` the span of a
    modifier that several quoted names share. ``behind`` is where what stands behind a
    row of quoted names begins. ``classed`` says that a word behind tells what the quoted names are
    (“…”“…”模式), ``listed`` that the mention stands in a list with a name that ends as programs do.
    """

    start: int
    end: int
    standing: Standing
    phrase: Phrase
    head: int
    quotation: Span | None = None
    lead: Span | None = None
    behind: int = 0
    classed: bool = False
    listed: bool = False


def mentions(context: Context, marks: Landmarks, phrase: Phrase) -> list[Mention]:
    """Return what may be named in a verb's object."""
    found: list[Mention] = []
    for start, end in pieces(context, marks, phrase):
        quotations = _quotations(context, start, end)
        if quotations:
            found += _quoted(context, marks, phrase, (start, end), quotations)
        elif "《" not in context.plain[start:end]:
            found += _unquoted(context, marks, phrase, start, end)
    if found and any(m.standing == "quoted" and ends_in(context, "program-head", m) for m in found):
        return [mention._replace(listed=True) for mention in found]
    return found


def is_wording(mention: Mention) -> bool:
    """Tell whether a mention is no more than the wording of a known kind."""
    return mention.standing in ("kind", "told")


def ends_in(context: Context, name: str, mention: Mention) -> bool:
    """Tell whether a mention ends in a word of a list."""
    return ends(context.vocabulary, name, context.plain, mention.head, mention.end)


def _quotations(context: Context, start: int, end: int) -> list[Span]:
    first = bisect_left(context.quoted_starts, start)
    last = bisect_left(context.quoted_starts, end)
    if first == last:
        return []
    spans = context.quoted[first:last]
    return [s for s in spans if s[1] <= end and context.plain[s[0]] in _QUOTATION_MARKS]


def _quoted(
    context: Context, marks: Landmarks, phrase: Phrase, piece: Span, quotations: list[Span]
) -> Iterator[Mention]:
    """Take adjacent quotations (“…”“…”工程) together."""
    start = piece[0]
    group = [quotations[0]]
    for following in quotations[1:]:
        if following[0] == group[-1][1]:
            group.append(following)
            continue
        yield from _of_group(context, marks, phrase, (start, following[0]), group)
        start, group = group[-1][1], [following]
    yield from _of_group(context, marks, phrase, (start, piece[1]), group)


def _of_group(
    context: Context, marks: Landmarks, phrase: Phrase, piece: Span, group: list[Span]
) -> Iterator[Mention]:
    before, after = group[0][0], group[-1][1]
    head = _head_behind(context, marks, after, piece[1]) or _head_of(context, marks, after, piece[1])
    left = left_of_quotation(context, marks, phrase, piece[0], before)
    if "、" in context.plain[left:before] and any(
        match.start == before + 1 and match.end == after - 1 for match in marks.triggers_from(before + 1)
    ):
        left = before  # 执法公示、…、…“三项制度”: what comes before lists its parts.
    modified = len(group) == 1 and left < before
    classes = head is not None and _classifies(context, after, head[1], len(group), modified=modified)
    classed = classes and context.plain.endswith(
        context.vocabulary.words["initiative-class"], after, head[1] if head else after
    )
    if head is not None and not classes:
        yield Mention(left, head[1], "quoted", phrase, head[0], (before + 1, after - 1))
    elif modified and not classes:
        yield Mention(left, after, "quoted", phrase, after, (before + 1, after - 1))
    else:
        lead = (left, before) if left < before and len(group) > 1 else None
        for opening, closing in group:
            inner = (opening + 1, closing - 1)
            yield Mention(*inner, "whole", phrase, inner[1], inner, lead, after, classed)


def _head_behind(context: Context, marks: Landmarks, after: int, limit: int) -> Span | None:
    """Return the last word of a name behind its quotation: what ends names, or a known kind's last part."""
    head = head_in(context, marks, (after, min(limit, after + _REACH)), loose=True)
    if head is not None:
        return head
    kinds = [*marks.triggers_across(after - 1), *marks.triggers_from(after)]
    joined = max((match.end for match in kinds if match.end <= limit), default=after)
    return (after, joined) if joined > after else None


def _head_of(context: Context, marks: Landmarks, after: int, limit: int) -> Span | None:
    """Return the last word that 的 joins to a quotation (“…+…”的模式), if it ends the object."""
    if context.plain[after : after + 1] != "的":
        return None
    head = head_in(context, marks, (after + 1, limit), loose=False)
    return head if head is not None and head[1] == limit and limit - after <= _SHORT_HEAD else None


def _classifies(context: Context, after: int, end: int, count: int, *, modified: bool) -> bool:
    """Tell whether the head only says what the quoted names are (“…”项目, “…”“…”特色品牌, “…”等活动).

    Behind a quotation that words before it modify, it ends the name (习近平法治思想“…”活动).
    """
    text, lists = context.plain[after:end], context.vocabulary.words
    if text.startswith("等"):
        return True
    if modified:
        return False
    if text in lists["initiative-class" if count > 1 else "initiative-class-alone"]:
        return True
    return text in lists["initiative-head-bound"] and ends(
        context.vocabulary, "program-head", context.plain, 0, after - 1
    )


def _unquoted(context: Context, marks: Landmarks, phrase: Phrase, start: int, end: int) -> list[Mention]:
    if phrase.verbs is None:
        return list(_opening_kind(context, marks, phrase, start, end))
    head = head_in(context, marks, (start, end), loose=False)
    if head is not None:
        left = _campaign_start(context, phrase, left_end(context, marks, start, head[0]), head)
        if head[1] - left >= _SHORTEST_NAME:
            return [Mention(left, head[1], "headed", phrase, head[0])]
    triggers = marks.triggers_within(start, end)
    if not triggers:
        return []
    first, last = _last_kind(triggers)
    right = _kind_end(context, first, last, end)
    # …干部学习贯彻习近平法治思想: who does it is no part of what is done.
    acts = context.plain.startswith(context.vocabulary.words["initiative-verb-act"], first)
    left = first if acts else left_end(context, marks, start, first)
    return [Mention(left, right, "kind", phrase, right)]


def _last_kind(triggers: list[Match]) -> Span:
    """Return the span of the last kind's name: the trigger that ends last and those that overlap it."""
    if len(triggers) == 1:
        return triggers[0][:2]
    start, end = max(triggers, key=lambda match: (match.end, match.end - match.start))[:2]
    for match in reversed(triggers):
        if match.start < start < match.end:
            start = match.start
    return start, end


def _campaign_start(context: Context, phrase: Phrase, left: int, head: Span) -> int:
    """Let a campaign's name begin with the verb before it (开展优化…专项行动)."""
    if left != phrase.start or phrase.verbs is None or phrase.last == phrase.verbs[0]:
        return left
    campaign = context.plain[head[0] : head[1]] in context.vocabulary.words["initiative-head-campaign"]
    content = context.plain.startswith(context.vocabulary.words["initiative-verb-content"], phrase.last)
    return phrase.last if campaign and content else left


def _kind_end(context: Context, start: int, end: int, limit: int) -> int:
    """Return where a kind's name ends: before 作用, behind 工作 or 建设, also where these end the whole object."""
    plain, lists = context.plain, context.vocabulary.words
    if plain.endswith(lists["initiative-name-drop"], start, end):
        for word in lists["initiative-name-drop"]:
            if plain.endswith(word, start, end) and end - len(word) - start >= _SHORTEST_NAME:
                return end - len(word)
    if plain[end : end + 1] == "”" and plain.rfind("“", start, end) >= 0:
        end += 1
    keep = lists["initiative-name-keep"]
    if plain.startswith(keep, end, limit):
        return end + max(len(word) for word in keep if plain.startswith(word, end, limit))
    whole = plain.endswith(keep, end, limit) and limit - start <= _LONGEST_KIND
    return limit if whole and not any(mark in plain[end:limit] for mark in "、,(等的") else end


def _opening_kind(
    context: Context, marks: Landmarks, phrase: Phrase, start: int, end: int
) -> Iterator[Mention]:
    """Yield a kind whose name begins with its verb, as 优化营商环境 does, where a clause opens, or that is an act."""
    for match in marks.triggers_within(start, end):
        if is_act(context, match.start, match.end) and is_done(
            context, match.start, match.end, phrase.clause
        ):
            last = list_end(context, match.end)
            yield Mention(match.start, last, "told", phrase, last)
            return
        until = told_until(context, match.start, match.end, phrase.clause)
        if until is not None:
            yield Mention(_with_level(context, match, phrase), until, "told", phrase, until)
            return
        verb = verb_at(context, match.start)
        if (
            verb is not None
            and marks.opens(context, match.start)
            and not context.plain.startswith(_AFTER_NOUN, verb)
        ):
            content = context.plain.startswith(
                context.vocabulary.words["initiative-verb-content"], match.start
            )
            left = match.start if content else verb
            right = _kind_end(context, left, match.end, end)
            yield Mention(left, right, "kind", phrase, right)
            return
    yield from _form_of_study(context, marks, phrase, start, end)


def _with_level(context: Context, match: Match, phrase: Phrase) -> int:
    """Return where the name of an organ that opens a clause begins: with the level that it is of (区…中心)."""
    before = phrase.clause[0]
    organ = ends(context.vocabulary, "initiative-organ", context.plain, match.start, match.end)
    level = match.start - before == 1 and context.plain[before] in LEVEL_CHARACTERS
    return before if organ and level else match.start


def _form_of_study(
    context: Context, marks: Landmarks, phrase: Phrase, start: int, end: int
) -> Iterator[Mention]:
    for match in marks.triggers_within(start, end):
        until = form_until(context, match.start)
        if until is not None:
            yield Mention(match.start, until, "told", phrase, until)
            return
