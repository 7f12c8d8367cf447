"""How honours are named: where a name begins and ends, which names a list holds, what is no honour.

Behind a verb stand, each after the other: words to pass over, who confers (司法部授予的), and one name or several,
joined by 、 or 和. 全国、全省示范村 are two names that share their end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg.extraction.wordings import Term, Wordings, wordings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.parsing.structure import Span
    from kg.vocabulary import Vocabulary

Demand = Literal["name", "praise", "level", "place"]
"""What a name must show to count: after 荣获 a name's end or a word of praise, after 获得 praise, after 创建 a level,
after 获批 a level or the province or city that gives it."""

_CLOSED = re.compile(r"“[^“”\n]*”|‘[^‘’\n]*’|\([^()\n]*\)|《[^《》\n]*》")
_QUOTATION = re.compile(r"“[^“”\n]*”")
_WORDS = re.compile("[\u4e00-\u9fff]{1,12}")
_PARENTHESIS = re.compile(r"\([^()\n]*\)")
_JOINT = re.compile("以及|[、和及与并暨]|(?<=”)(?=“)")
_NUMBER = re.compile(
    r"(?:\d+|[一二两三四五六七八九十]+)(?:余|多)?[个项次枚份](?:的)?|20\d\d年\d{1,2}月(?:\d{1,2}日)?"
)
_YEAR = re.compile(r"20\d\d年")
_DIGIT = re.compile(r"\d+(?:余|多)?[个件篇项名家人次等枚例]")
_FINAL_COUNT = re.compile(r"(?:各|共|等)?\d+(?:余|多)?[个件篇项名家人次枚例]$")
_OPENING = re.compile(
    "(?:20\\d\\d[年—-]*(?:20\\d\\d年?)?(?:度)?|第[一二三四五六七八九十\\d]+[批届次]|首[批届])+"
)
_PLACE = re.compile("[\u4e00-\u9fff]{2,3}(?:省|市(?![场民容域值政]))|[\u4e00-\u9fff]{2,6}自治区")
_OTHERS = re.compile("等(?![次奖功级第])")
"""What follows 等 is a noun for all that was listed (…等集体荣誉), not the end of the last name."""
_LONGEST_CONFERRER = 24
_PASSIVE = "被"
_LONGEST_NAME = 60
_LONGEST_PARENTHESIS = 12
_LEVEL_REACH = 14


@dataclass(frozen=True, slots=True)
class AwardName:
    """An honour's name at ``start``..``end``; ``words`` is the name, which for 全国、全省X leaves out the other level."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class NameWords:
    """The word lists that the reading of names needs."""

    nouns: Wordings
    quality: Wordings
    levels: Wordings
    breaks: Wordings
    title_words: Wordings
    refused: Wordings
    fillers: Wordings
    participles: Wordings

    @staticmethod
    def of(vocabulary: Vocabulary) -> NameWords:
        """Return the lists of a vocabulary."""
        return NameWords(
            wordings(vocabulary, "award-noun"),
            wordings(vocabulary, "award-quality"),
            wordings(vocabulary, "level-national", "level-provincial", "level-municipal", "level-county"),
            wordings(vocabulary, "award-break"),
            wordings(vocabulary, "award-title-word"),
            wordings(vocabulary, "award-not"),
            wordings(vocabulary, "award-filler"),
            wordings(vocabulary, "award-participle"),
        )


def conferrer_before_name(plain: str, start: int, end: int, words: NameWords) -> tuple[int, int, int] | None:
    """Return where it says who confers (司法部授予的“…”): start and end of the name, and where the honour's begins."""
    start = _skip(plain, start, end, words)
    term = words.participles.first(plain, start, min(end, start + _LONGEST_CONFERRER))
    if term is None or term.start == start or _CLOSED.search(plain, start, term.start):
        return None
    return start, term.start, term.end


def names_from(plain: str, start: int, end: int, words: NameWords, demand: Demand) -> list[AwardName]:
    """Return the honours named from ``start`` on, as long as they are joined to each other."""
    names: list[AwardName] = []
    if plain.startswith("的", start):  # what is won is not named: 获评的项目
        return names
    for levels, element in _elements(plain, _skip(plain, start, end, words), end, words):
        if plain.startswith(_PASSIVE, element[0]):
            break  # 荣获“…”并被某部记…: another verb's
        span = _name(plain, *element, words)
        if span is None or not _counts(plain, span, element[1], words, "name" if names else demand):
            break
        names += _named(plain, levels, span)
    return names


def _named(plain: str, levels: list[Span], span: Span) -> Iterator[AwardName]:
    """Yield a name, or one for each of the levels before it."""
    if not levels:
        yield AwardName(*span, plain[slice(*span)])
        return
    rest = plain[levels[-1][1] : span[1]]
    for start, end in levels:
        yield AwardName(start, span[1], plain[start:end] + rest)


def _skip(plain: str, start: int, end: int, words: NameWords) -> int:
    """Pass over words and counts between the verb and the name, and over a year before such words (2024年新增)."""
    while start < end:
        number = _NUMBER.match(plain, start, end)
        year = _YEAR.match(plain, start, end)
        filler = words.fillers.prefix(plain, year.end() if year else start, end)
        if filler is not None:
            start = filler.end
        elif number is not None:
            start = number.end()
        else:
            break
    return start


def _elements(plain: str, start: int, end: int, words: NameWords) -> Iterator[tuple[list[Span], Span]]:
    """Yield the members of a list of names: their levels if they are several, and the span."""
    closed = [match.span() for match in _CLOSED.finditer(plain, start, end)]
    while start < end:
        levels, rest = _levels(plain, start, end, words)
        stop, resume = end, end
        for joint in _JOINT.finditer(plain, rest, end):
            inside = any(left < joint.start() < right for left, right in closed)
            if not inside and _complete(plain, rest, joint.start(), words):
                stop, resume = joint.span()
                break
        yield levels, (start, stop)
        start = resume


def _levels(plain: str, start: int, end: int, words: NameWords) -> tuple[list[Span], int]:
    """Return the levels that share one name (全国、全省示范村), or none, and where the name goes on."""
    levels: list[Span] = []
    position = start
    while (level := words.levels.prefix(plain, position, end)) is not None:
        levels.append((level.start, level.end))
        joint = _JOINT.match(plain, level.end, end)
        if joint is None:
            break
        position = joint.end()
    if len(levels) > 1 and position == levels[-1][0]:
        return levels, levels[-1][1]
    return [], start


def _complete(plain: str, start: int, end: int, words: NameWords) -> bool:
    counted = _FINAL_COUNT.search(plain[start:end])
    end = start + counted.start() if counted else end
    if end <= start:
        return False
    return plain[end - 1] in "”)》" or words.nouns.suffix(plain, start, end) is not None


def _name(plain: str, start: int, end: int, words: NameWords) -> Span | None:
    """Return the span of the name within a member of a list, quotation marks around the whole left out."""
    if plain[start : start + 1] == "“":
        closing = plain.find("”", start, end)
        if closing < 0:
            return None
        titled = words.title_words.prefix(plain, closing + 1, end) is not None
        last = closing + 1 if titled else _end(plain, start, closing + 1, end, words)
        return (start + 1, closing) if last == closing + 1 else (start, last)
    last = _end(plain, start, start, end, words)
    quoted = _QUOTATION.search(plain, start, end)
    if quoted is not None and last <= quoted.end():
        last = quoted.end()
        if words.levels.prefix(plain, quoted.start() + 1, last) is not None:
            return quoted.start() + 1, last - 1
    opening = plain.find("“", start, last)
    if opening >= 0 and "”" not in plain[opening:last]:
        start = opening + 1  # 命名为第九批“全国…示范村。: the closing mark is lost
    return (start, last) if last > start else None


def _end(plain: str, start: int, after: int, end: int, words: NameWords) -> int:
    """Return where a name that begins at ``start`` ends: at the last of its nouns before a word that breaks off.

    What is looked at begins with ``after``, which is also the answer where no noun follows.
    """
    last = after
    within = [match.span() for match in _PARENTHESIS.finditer(plain, after, end)]
    for noun in words.nouns.find(plain, after, end):
        if any(left < noun.start < right for left, right in within):
            continue
        if _OTHERS.search(plain, after, noun.start):
            break
        broken = (last > after or after > start) and _is_broken(plain, last, noun, words)
        if broken and words.quality.has(plain, start, last):
            break
        last = noun.end
    rest = words.quality.suffix(plain, start, last) is not None and _WORDS.fullmatch(plain, last, end)
    if rest and not words.breaks.has(plain, last, end):  # 优秀 and a noun that no list has
        return end
    for quoted in _QUOTATION.finditer(plain, after, end):
        if quoted.start() < last < quoted.end():
            last = quoted.end()
    if plain[last : last + 1] == "(":
        closing = plain.find(")", last, min(end, last + _LONGEST_PARENTHESIS))
        if closing >= 0 and words.nouns.has(plain, last, closing):
            return closing + 1
    return last


def _is_broken(plain: str, last: int, noun: Term, words: NameWords) -> bool:
    """Tell whether a name ends between two nouns; what begins within the second (等 in 二等奖) breaks nothing off."""
    stop = words.breaks.first(plain, last, noun.end)
    apart = stop is not None and (stop.start < noun.start or stop.end >= noun.end)
    return apart or bool(_DIGIT.search(plain, last, noun.start))


def _counts(plain: str, span: Span, limit: int, words: NameWords, demand: Demand) -> bool:
    """Tell whether a name passes for an honour's."""
    start, end = span
    if end - start < 2 or end - start > _LONGEST_NAME or "《" in plain[start:end]:
        return False
    if words.refused.has(plain, start, limit):
        return False
    praised = words.quality.has(plain, start, end)
    opening = _OPENING.match(plain, start, end)
    reach = min(end, (opening.end() if opening else start) + _LEVEL_REACH)
    level = words.levels.has(plain, start, reach)
    ended = words.nouns.suffix(plain, start, end) is not None or plain[end - 1] in ")”"
    titled = plain[end : end + 1] == "”" and words.title_words.prefix(plain, end + 1, limit) is not None
    placed = _PLACE.match(plain, opening.end() if opening else start, end) is not None
    if demand == "name":
        level = level or placed
        return praised or titled or (ended and level) or (ended and plain[start - 1] == "“")
    quoted = plain[start - 1] == "“" or "”" in plain[start:end]
    if demand == "praise":
        return titled or (ended and (praised or (level and quoted)))
    if demand == "place" and placed:
        return ended
    return ended and (level or (praised and plain[start - 1] == "“"))


def name_before(plain: str, start: int, end: int, words: NameWords) -> AwardName | None:
    """Return the honour named right before ``end``: a quotation, or what begins with the nearest level (全省…)."""
    if plain[end - 1] == "”":
        opening = plain.rfind("“", start, end)
        return None if opening < 0 else AwardName(opening + 1, end - 1, plain[opening + 1 : end - 1])
    levels = list(words.levels.find(plain, start, end))
    if not levels or words.nouns.suffix(plain, levels[-1].end, end) is None:
        return None
    return AwardName(levels[-1].start, end, plain[levels[-1].start : end])
