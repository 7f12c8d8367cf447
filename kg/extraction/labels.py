"""A metric's label: a short noun phrase in the text's own words that says what is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extraction.context import Context
    from kg.extraction.segments import Segment
    from kg.vocabulary import Vocabulary

_LONGEST = 40
_LONGEST_CLAUSE = 30
_EDGE = " 、,;:·—-“”‘’"
_TIME = re.compile(
    r"^(?:截[至止]\S{0,6}?(?:[月年]底|[月年]末|[月日底末])|\d{1,2}月\d{1,2}日|20\d\d年(?:度|以来|底|末)?|\d{1,2}[-—至]\d{1,2}月|\d{1,2}月(?:份|底)?|今年(?:以来)?|[上下]半年),?"
)
_ITEM = re.compile(r"^(?:\d{1,2}[.、]|\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,2}是)")
NO_PREPOSITION = "[象接口比册矫线岗编职]"
"""What makes another word of 对 before it (对象, 对接)."""
# What is searched for comes first in these patterns, what must stand before it after that: such searches are fast.
_NOUN_END = re.compile(rf"[,。;:、!?\n\d]|\((?![^()\n]{{1,8}}\))|[对在被](?<=.[对在被])(?!{NO_PREPOSITION})")
_BRACKETED = re.compile(r"^\([^()]*\)")
_INNER_TOTAL = re.compile(r"共(?<=[\u4e00-\u9fff]共)(?<!公共)(?![同建享治产青和识服用聚商议])")
_IS = "为(?<=[率比重例额数量度别]为)"
_RELATIVE = ("%", "百分点", "‰")
_BARE = 5
"""Up to so many characters name hardly more than a verb or a rate."""
_COUNT_OF = re.compile(r"(?:[件人次条个场期户宗]?数|[人件]次)$")


@dataclass(frozen=True, slots=True)
class _Patterns:
    lead: re.Pattern[str]
    trail: re.Pattern[str]
    rate_trail: re.Pattern[str]
    noun_end: re.Pattern[str]
    opener: re.Pattern[str]
    change: re.Pattern[str]
    noise: re.Pattern[str]
    empty: re.Pattern[str]


@lru_cache(maxsize=4)
def _patterns(vocabulary: Vocabulary) -> _Patterns:
    def words(*names: str) -> str:
        terms = [re.escape(word) for name in names for word in vocabulary.words[name]]
        return "|".join(sorted(set(terms), key=lambda word: (-len(word), word)))

    change = words("change-up", "change-down", "level-reached", "level-left")
    compared = words("change-compared")
    return _Patterns(
        re.compile(f"^(?!{words('label-lead-keep')})(?:{words('label-lead')})"),
        re.compile(f"(?:{words('label-trail')}|{_IS})$"),
        re.compile(f"(?:{words('label-trail-rate')}|{_IS})$"),
        re.compile(f"(?:{words('noun-end-verb')})(?<!负责(?=人))"),
        re.compile(words("label-opener")),
        re.compile(
            f"(?:(?:{words('level-left')})[^,]{{0,10}}|(?:(?:{compared})[^,]{{0,8}}?)?(?:{change})"
            f"(?:{words('number-filler')})*|(?:{compared})[^,]{{0,8}}?[多少][\\u4e00-\\u9fff]{{0,2}})$"
        ),
        re.compile(words("label-noise")),
        re.compile(f"(?:{words('label-empty', 'label-lead', 'label-trail')}|其中)*"),
    )


def label(context: Context, segment: Segment, *, moved: bool) -> str:
    """Return the words that say what the number counts, empty where the clause has none.

    They stand before the number, or after it where the noun follows. With ``moved`` the number is a change or one
    of two levels (从12%降至8%), and the words that say so are left out.
    """
    patterns = _patterns(context.vocabulary)
    if segment.words:
        return _fit(_trim(segment.words, patterns, patterns.trail))
    before = context.plain[slice(*segment.before)]
    after = context.plain[slice(*segment.after)]
    if moved:
        return _fit(_trim(patterns.change.sub("", before), patterns, patterns.rate_trail))
    if segment.quantity.unit in _RELATIVE:
        return _fit(
            _trim(before, patterns, patterns.rate_trail) or _trim(after, patterns, patterns.rate_trail)
        )
    return _fit(_with_noun(_trim(before, patterns, patterns.trail), after, patterns))


def says_nothing(context: Context, words: str) -> bool:
    """Tell whether words are but places and such as 列入, 清单事项, 共公布 (word list ``label-empty``)."""
    return _patterns(context.vocabulary).empty.fullmatch(words) is not None


def without_totals(context: Context, words: str) -> str:
    """Leave out 共, 累计 and their like, which may stand within any phrase."""
    return _INNER_TOTAL.sub("", _patterns(context.vocabulary).noise.sub("", words))


def clause_label(context: Context, start: int, end: int) -> str:
    """Return what a clause without a number speaks of."""
    patterns = _patterns(context.vocabulary)
    return _fit(_trim(context.plain[start:end], patterns, patterns.trail))


def completed(words: str, names: Iterable[str]) -> str:
    """Say by the name of the indicator what a word or two leave out: 维持 is 行政复议维持, 败诉率 行政诉讼败诉率."""
    if len(words) > _BARE:
        return words
    fuller = (_COUNT_OF.sub("", name) for name in names if words in name)
    return min((name for name in fuller if words in name and name != words), key=len, default=words)


def part_of(total: str, part: str) -> str:
    """Return the label of a part of a total (其中): 社区矫正对象中缓刑."""
    return part if not part or part in total or total in part else _fit(f"{total}中{part}")


def with_subject(subject: str, words: str) -> str:
    """Put the subject of the sentence in front of words that name none."""
    fits = len(subject) + len(words) <= _LONGEST
    return subject + words if fits and not words.startswith(subject) else words


def _trim(words: str, patterns: _Patterns, trail: re.Pattern[str]) -> str:
    """Strip times, connectives and adverbs from the start, fillers such as 共 and 达 from the end."""
    words = _INNER_TOTAL.sub("", patterns.noise.sub("", words))
    stripped = None
    while stripped != words:
        stripped = words
        words = words.strip(_EDGE)
        for opening in (_ITEM, _TIME, patterns.lead):
            match = opening.match(words)
            words = words[match.end() :] if match else words
    while match := trail.search(words):
        words = words[: match.start()].strip(_EDGE)
    return words


def _with_noun(head: str, after: str, patterns: _Patterns) -> str:
    """Join what stands before the number with the noun after it; without a verb before it, with its clause."""
    if not after or after[0] in "并且和与及中,、;)":
        return head
    after = _BRACKETED.sub("", after)
    if after.startswith("("):
        return head
    if not head or patterns.opener.fullmatch(head):
        return after[:_LONGEST_CLAUSE]
    end = _NOUN_END.search(after, 1)
    noun = after[: end.start()] if end else after
    verb = patterns.noun_end.search(noun, 2)
    noun = (noun[: verb.start()] if verb else noun).lstrip("的")
    return f"{head}{noun}" if len(head) + len(noun) <= _LONGEST else noun


def _fit(phrase: str) -> str:
    """Shorten a phrase from its front, at a mark where there is one."""
    phrase = phrase.strip(_EDGE)
    if len(phrase) <= _LONGEST:
        return _balanced(phrase)
    cut = phrase[-_LONGEST:]
    mark = re.search(r"[、》”]", cut[: _LONGEST // 2])
    return _balanced((cut[mark.end() :] if mark else cut).strip(_EDGE))


def _balanced(phrase: str) -> str:
    """Leave out brackets and quotation marks whose other half is missing, and brackets around nothing."""
    for left, right in ("()", "“”", "‘’", "《》"):
        if phrase.count(left) != phrase.count(right):
            phrase = phrase.replace(left, "").replace(right, "")
    return phrase.removeprefix("()").removesuffix("()").strip(_EDGE)
