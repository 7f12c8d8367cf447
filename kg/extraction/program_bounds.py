"""Where names of programs begin and end in a verb's object."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.wordings import begins, ends
from kg.extraction.wordings import wordings as terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extraction.context import Context
    from kg.extraction.program_landmarks import Landmarks, Span
    from kg.extraction.program_phrases import Phrase
    from kg.vocabulary import Vocabulary

_JOINTS = re.compile("以及|[、和及与暨或]")
_NUMBERED = re.compile("[0-9首一二三四五六七八九十两]")
_COUNTERS = "批支套家次期"
"""Measure words behind Chinese numerals that no name opens with (四批…清单); 三项制度 is a name."""
_JOINT_MARKS = "、,和及与暨)"
_PLACE_ENDS = ("省", "市", "区", "县", "旗", "镇", "乡", "街道")
_YEAR = re.compile(r"20\d\d年")
_COUNTED = re.compile(r"\d[余多]?[次场期轮批个项家名件份]$|\d\.\d版$")
_LONGEST_COUNT = 6
_LONGEST_NAME = 45
_CLOSING = ("”", "》")
_BREAK = "initiative-break"


def pieces(context: Context, marks: Landmarks, phrase: Phrase) -> list[Span]:
    """Part what 、 and 和 join where the first part ends as programs do; 干部任职和交流机制 stays whole."""
    found: list[Span] = []
    start = phrase.start
    # 通过…、…等形式 lists things of every kind.
    listed = ends(context.vocabulary, "initiative-means-end", context.plain, start, phrase.end)
    for joint in _JOINTS.finditer(context.plain, phrase.start, phrase.end):
        if context.quotation(joint.start()) is not None or marks.in_trigger(joint.start(), joint.end()):
            continue
        if joint.start() > start and (
            listed or _ends_program(context, marks, start, joint.start()) or _opens_name(context, joint)
        ):
            found.append((start, joint.start()))
            start = joint.end()
    if start < phrase.end:
        found.append((start, phrase.end))
    return found


def _opens_name(context: Context, joint: re.Match[str]) -> bool:
    """Tell whether a name begins behind a joint: a quotation behind 、 (专题宣传、“…”活动), or a year."""
    if joint[0] == "、" and context.plain.startswith("“", joint.end()):
        return True
    return _YEAR.match(context.plain, joint.end()) is not None


def _ends_program(context: Context, marks: Landmarks, start: int, end: int) -> bool:
    if end in marks.trigger_ends or context.plain[end - 1 : end] in _CLOSING:
        return True
    if ends(context.vocabulary, "program-head", context.plain, start, end):
        return True
    if _COUNTED.search(context.plain, max(start, end - _LONGEST_COUNT), end) is not None:
        return True
    quoted = context.plain.rfind("”", max(start, end - _LONGEST_NAME), end) >= 0
    return quoted and ends(context.vocabulary, "program-head-loose", context.plain, start, end)


def head_in(context: Context, marks: Landmarks, span: Span, *, loose: bool) -> Span | None:
    """Return the last ending of names in the span: one that names by itself, else (``loose``) any.

    Where words that no name contains (到, 以, 由) stand in a span behind a quotation, what follows them is no
    part of the name.
    """
    start, end = span
    if loose:
        bracket = context.plain.find("(", start, end)
        end = _before_break(context, marks, start, bracket if bracket >= 0 else end)
    head = _last_ending(context, marks.within("head", start, end))
    if head is None and loose:
        found = terms(context.vocabulary, "program-head-loose").all(context.plain, start, end)
        head = _last_ending(context, ((begin, stop) for begin, stop, _ in found))
    return head


def _last_ending(context: Context, found: Iterable[Span]) -> Span | None:
    last = None
    for span in found:
        if (last is None or span[1] > last[1]) and not begins(
            context.vocabulary, "initiative-head-not", context.plain, span[1]
        ):
            last = span
    return last


def _before_break(context: Context, marks: Landmarks, start: int, end: int) -> int:
    for term in _breaks(context, start, end):
        sorts = term[0] == start and context.plain.startswith("等", start)  # “…”等活动
        if not sorts and not marks.in_trigger(*term):
            return term[0]
    return end


def _breaks(context: Context, start: int, end: int) -> list[Span]:
    words = terms(context.vocabulary, "initiative-kept", _BREAK)
    found = words.pattern.finditer(context.plain, start, end)
    return [match.span() for match in found if words.lists[match[0]] == _BREAK]


def left_of_quotation(context: Context, marks: Landmarks, phrase: Phrase, start: int, end: int) -> int:
    """Return where a name with a quotation begins: a modifier before it counts, a place or a subject does not."""
    joined = min((trigger.start for trigger in marks.triggers_across(end)), default=end)
    left = left_end(context, marks, start, end)
    if phrase.verbs is None or _is_place(context, left, joined):
        return max(start, joined)
    return left


def _is_place(context: Context, start: int, end: int) -> bool:
    return context.plain.endswith(_PLACE_ENDS, start, end) and not context.plain.endswith(
        context.vocabulary.words["initiative-not-place"], start, end
    )


def left_end(context: Context, marks: Landmarks, start: int, end: int) -> int:
    """Return where a name begins that may reach left of ``end``, as far as ``start``."""
    for term in _breaks(context, start, end):
        if not marks.in_trigger(*term):
            start = term[1]
    if _NUMBERED.search(context.plain, start, end):
        for count in _counts(context.vocabulary).finditer(context.plain, start, end):
            if not marks.in_trigger(count.end() - 1, count.end()):  # 首次违法免罚 is no count.
                start = count.end()
    while start < end and context.plain[start] in _JOINT_MARKS:
        start += 1
    lead = _leads(context.vocabulary).match(context.plain, start, end)
    return lead.end() if lead else start


@lru_cache(maxsize=4)
def _counts(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Numbers with their units (7期, 110个, 两项, 全省首个), which no name has inside."""
    units, measures = (
        "|".join(map(re.escape, sorted(vocabulary.words[name], key=len, reverse=True)))
        for name in ("unit", "initiative-measure")
    )
    chinese = rf"(?<!第)(?<![\u4e00-\u9fff])[一二三四五六七八九十两]+(?:{measures})"
    return re.compile(rf"(?<!第)\d+[余多]?(?:{units})|{chinese}|[\u4e00-\u9fff]{{0,6}}首(?:{units})")


@lru_cache(maxsize=4)
def _leads(vocabulary: Vocabulary) -> re.Pattern[str]:
    """What stands before a name and is none of it: a year, and the words of ``initiative-lead``."""
    leads = "|".join(map(re.escape, sorted(vocabulary.words["initiative-lead"], key=len, reverse=True)))
    return re.compile(rf"(?:20\d\d年度?|[一二三四五六七八九十两]+[{_COUNTERS}]|{leads})+")
