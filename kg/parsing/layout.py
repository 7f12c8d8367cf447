"""The lines of a page and what each looks like: numbered, prose, page furniture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kg.parsing.wording import Wording
    from kg.text import Text

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[0-9A-Za-z\u3400-\u9fff〇]")
_HAN = re.compile(r"[\u3400-\u9fff〇]")
_CRUMB = re.compile(r"[>»›→]")
_SENTENCE_MARK = re.compile(r"[。;!?]")
_PROSE_MARK = re.compile(r"[!?]|[:;]\Z")
_LIST_MARK = re.compile(r"[,;:|]|\d{4}")
_WEEKDAY = re.compile(r"(?:星期|周)[一二三四五六日天]")
_PAGE_NUMBER = re.compile(
    r"(?:[-—–·]{1,3}\d{1,3}[-—–·]{1,3}|\d{1,3}|第\d{1,3}页(?:[,/]?共\d{1,3}页)?|\d{1,3}/\d{1,3})"
)
_CLOCK = re.compile(r"\d|年|月|日|星期.|周.|[:/.\-()|,、]")
_BULLETS = "•·●○◆■*|#- "
_SHORT = 60
_LEAST_PROSE = 12
_SHORTEST_SENTENCE = 6
_LONG_LINE = 60
_MANY_GAPS = 3
NUMERALS = "一二三四五六七八九十"
_NUMBERINGS = (
    re.compile(f"第[{NUMERALS}]{{1,3}}(?:部分|章)[、,:.]?"),
    re.compile(f"[{NUMERALS}]{{1,3}}(?:[、:]|\\.(?!\\d)|,(?=[^,。]{{2,30}}\\Z))"),
    re.compile(f"\\([{NUMERALS}]{{1,3}}\\)[、.,:]?"),
    re.compile(r"\d{1,2}(?:、|\.(?!\d)) ?"),
    re.compile(r"\(\d{1,2}\)[、.]?|\d{1,2}\)[、.]?"),
    re.compile(r"[\u2460-\u2473][、.]?"),
)
_FIRST_OF_NUMBERS = frozenset(f"第({NUMERALS}①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
"""What the number in front of a line begins with, if with no digit: most lines have none."""
_VALUE = re.compile(rf"[{NUMERALS}]{{1,3}}|\d{{1,2}}")


class Line(NamedTuple):
    """A line that is not blank, its place, and whether a blank line stands before it."""

    start: int
    end: int
    content: str
    blank_before: bool = False


def lines(text: Text) -> tuple[Line, ...]:
    """Return the lines of a text that are not blank."""
    found = []
    last = 0
    for match in _LINE.finditer(text.plain):
        if not match[0].isspace():
            found.append(Line(match.start(), match.end(), match[0], match.start() - last > 1))
            last = match.end()
    return tuple(found)


def numbering(content: str) -> tuple[int, int] | None:
    """Return level and length of the number in front of a line (0: 第一部分, 1: 一、, 2: (一), 3: 1. …)."""
    first = content[:1]
    if first not in _FIRST_OF_NUMBERS and not first.isdecimal():
        return None
    for level, pattern in enumerate(_NUMBERINGS):
        match = pattern.match(content)
        if match:
            return level, match.end()
    return None


def number_value(numeral: str) -> int:
    """Return the value of the number in front of a heading, 1 to 99; 0 if there is none."""
    match = _VALUE.search(numeral)
    if match is None:
        return 0
    if match[0].isdecimal():
        return int(match[0])
    tens, ten, ones = match[0].rpartition("十")
    digits = f"0{NUMERALS[:9]}"
    if not ten:
        return digits.index(ones[0])
    return 10 * (digits.index(tens[0]) if tens and tens[0] in digits else 1) + (
        digits.index(ones[0]) if ones else 0
    )


def is_prose(content: str) -> bool:
    """Tell whether a line looks like running text: a sentence's end, or a length that no label has."""
    if "。" in content:
        return len(content) >= _SHORTEST_SENTENCE
    if _PROSE_MARK.search(content):
        return len(content) >= _LEAST_PROSE
    return len(content) >= _LONG_LINE and "," in content


def is_furniture(content: str, gaps: int, wording: Wording) -> bool:
    """Tell whether a line belongs to the page, not to the report: navigation, buttons, clocks, notices.

    ``gaps`` is the number of places in the line where white space was left out.
    """
    if not _WORD.search(content):
        return True
    if wording.begins("furniture-start", content.lstrip(_BULLETS)):
        return len(content) <= _SHORT or not _SENTENCE_MARK.search(content)
    if len(content) > 4 * _SHORT or "。" in content or wording.is_dated_title(content):
        return False
    if len(content) <= _SHORT and _WEEKDAY.search(content):
        return True
    crumbs = len(_CRUMB.findall(content)) >= 2
    return crumbs or (gaps >= _MANY_GAPS and not _LIST_MARK.search(content)) or _is_covered(content, wording)


def _is_covered(content: str, wording: Wording) -> bool:
    """Tell whether words of furniture, dates and marks make up most of a short line."""
    if len(content) > _SHORT:
        return False
    rest = len(_HAN.findall(wording.strip("furniture", content)))
    whole = len(_HAN.findall(content))
    return rest < whole and rest * 2 < whole


def is_clock(content: str) -> bool:
    """Tell whether a line is nothing but a date or time."""
    return not _WORD.search(_CLOCK.sub("", content))


def is_page_number(content: str) -> bool:
    """Tell whether a line is the number that a printed page carries."""
    return _PAGE_NUMBER.fullmatch(content.replace(" ", "")) is not None


def gaps_in(text: Text, row: Line) -> int:
    """Return the number of places within a line where white space was left out."""
    if len(row.content) > 4 * _SHORT:
        return 0
    return sum(place in text.gaps for place in range(row.start + 1, row.end))
