"""Line ends of a page that was run together without even white space: told by labels, titles and numbers alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.parsing.layout import NUMERALS, number_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.parsing.layout import Line
    from kg.parsing.wording import Wording

_HEADER = 1500
_SHORTEST_LABEL = 3
_LONGEST_LABEL = 8
_LONGEST_TITLE = 90
_DATE = r"(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?(?: ?\d{1,2}:\d\d(?::\d\d)?)?"
_NUMBER_OF_DOCUMENT = re.compile(r"[\u3400-\u9fff]{2,8}〔20\d\d〕\d{1,4}号")
_SURE_VALUE = re.compile(rf":(?:{_DATE}|{_NUMBER_OF_DOCUMENT.pattern})")
_BEHIND_TITLE = re.compile(
    rf"\(?{_DATE}|(?:19|20)\d\d年|一、|\(一\)|{_NUMBER_OF_DOCUMENT.pattern}|(?!如下)[\u3400-\u9fff、]{{2,30}}:"
)
_COMMA = re.compile("[,。;:>|_]")
_NUMBER = re.compile(
    rf"(?<![{NUMERALS}])(?P<one>[{NUMERALS}]{{1,3}})、|(?<!第)\((?P<two>[{NUMERALS}]{{1,3}})\)"
    r"|(?<![\d.])(?P<three>\d{1,2})[.、](?!\d)"
)
_LEVELS = {"one": 1, "two": 2, "three": 3}
_ENDS = "。:;!?)”》"
_OPENING = re.compile(r"(?:(?:19|20)\d\d年(?:上半年|度|以来|来)?|今年(?:以来|上半年)?|[近这]?一年来|近年来),")
"""How the first paragraph of a report may open."""


def line_ends(row: Line, wording: Wording) -> list[int]:
    """Return where the lines of a row end that holds a whole page: before labels, numbers, behind the title."""
    content = row.content
    full_stop = content.find("。", 0, _HEADER)
    header = content[: full_stop if full_stop >= 0 else _HEADER]
    cuts = {*_labels(header, wording), *(match.end() for match in _SURE_VALUE.finditer(header))}
    cuts |= set(_around_title(header, sorted(cuts), wording))
    cuts |= set(_numbers(content, cuts))
    return [row.start + cut for cut in sorted(cuts) if 0 < cut < len(content)]


def _labels(header: str, wording: Wording) -> Iterator[int]:
    for match in wording.label.finditer(header):
        long = len(match[0]) >= _SHORTEST_LABEL or header[match.start() - 1 : match.start()].isdigit()
        if long and header.startswith(":", match.end()):
            yield match.start()


def _around_title(header: str, cuts: list[int], wording: Wording) -> Iterator[int]:
    """Yield where the title begins and ends, and where the text opens."""
    for start, end in zip([0, *cuts], [*cuts, len(header)], strict=True):
        opens = _OPENING.search(header, start, end)
        if opens is not None:
            yield opens.start()
        first = _behind_way(header, start, end, wording)
        last = _title_end(header, first, opens.start() if opens is not None else end, end, wording)
        if last is not None:
            yield from (first, last)
            number = _NUMBER_OF_DOCUMENT.match(header, last)
            yield from () if number is None else (number.end(),)


def _behind_way(header: str, start: int, end: int, wording: Wording) -> int:
    """Return where a stretch goes on behind the way through the site and the name of the column: 首页>规划计划|…."""
    last = max(header.rfind(">", start, end), header.rfind("»", start, end))
    if last < 0:
        return start
    names = tuple(wording.anywhere[name] for name in ("furniture", "title-end", "furniture-column"))
    first = last + 1
    while (name := next(filter(None, (n.match(header, first, end) for n in names)), None)) is not None:
        first = name.end()
    return first


def _title_end(header: str, start: int, opening: int, end: int, wording: Wording) -> int | None:
    """Return where the title ends that a stretch begins with, if a label, date, number or paragraph follows it."""
    start = max(start, header.find(":", start, start + _LONGEST_LABEL) + 1)
    found = None
    for ending in wording.anywhere["title-end"].finditer(header, start, min(end, start + _LONGEST_TITLE)):
        behind = ending.end()
        title = header[start:behind]
        if _COMMA.search(title) is not None or not wording.is_dated_title(title):
            continue
        if header.startswith(title, behind):
            return behind
        if behind in (end, opening) or _BEHIND_TITLE.match(header, behind):
            found = behind
    return found


def _numbers(content: str, cuts: set[int]) -> Iterator[int]:
    """Yield the places of the numbers that are in sequence and stand where a paragraph can begin."""
    reached: dict[int, int] = {}
    for match in _NUMBER.finditer(content):
        form = next(form for form in _LEVELS if match[form])
        level, value, start = _LEVELS[form], number_value(match[form]), match.start()
        opens = level == _LEVELS["two"] or start in cuts or content[start - 1] in _ENDS
        if opens and value in (1, reached.get(level, 0) + 1):
            reached = {other: number for other, number in reached.items() if other < level} | {level: value}
            yield start
