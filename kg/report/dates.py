"""When a report was published, by the page's header, else by its signature."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.report.years import with_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.report.clues import Clues

_DATE = re.compile(
    r"(?<!\d)(?P<year>\d{4})(?:年|[-./])(?P<month>\d{1,2})(?:月|[-./])(?P<day>\d{1,2})(?!\d)"
    r"|(?<!\d)(?P<compact>(?:19|20)\d{6})(?!\d)"
)
_HAN_DAY = re.compile(r"(?P<tens>[一二三]?十)?(?P<units>[一二三四五六七八九])?(?=[月日])")
_UNITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_CLOCK = re.compile("星期|周[一二三四五六日]|农历|今天|现在")
_WHOLE_DAY = re.compile(r"\d{4}年[\d一二三十]{1,3}月[\d一二三四五六七八九十]{1,3}日")
_NAME = re.compile(r"[\u3400-\u9fff]{4,30}[局府会厅委办]")
_PUBLISHED = "发布"
_SENT = ("发文", "印发")
_LABEL = 8
_EARLIEST = 1999
_YEARS_BEFORE = 1


def issued(clues: Clues, year: int | None) -> date | None:
    """Return the date of publication that the page gives.

    ``year`` is the year that the report covers: a date long before it is none of the report's. Damaged and
    impossible dates are passed over, not repaired.
    """
    for passage in _passages(clues):
        for found in dates_in(passage):
            if found.year >= max(_EARLIEST, (year or _EARLIEST) - _YEARS_BEFORE):
                return found
    return None


def _passages(clues: Clues) -> Iterator[str]:
    """Yield where the date may stand, the best first."""
    plain = clues.page.plain
    fields = [field for field in clues.page.fields if field.name == "issued"]
    fields.sort(key=lambda field: _PUBLISHED not in plain[max(0, field.start - _LABEL) : field.start])
    yield from (field.value for field in fields)
    written = [field for field in clues.page.fields if field.name == "written"]
    # The day on which a paper was sent out is nearer to its publication than the day on which it was written.
    written.sort(
        key=lambda field: not any(w in plain[max(0, field.start - _LABEL) : field.start] for w in _SENT)
    )
    yield from (field.value for field in written)
    yield from clues.fields("updated")
    if clues.page.title is not None:
        between = plain[clues.page.title[1] : clues.page.body[0]]
        yield from (line for line in between.split("\n") if not _CLOCK.search(line))
    lines = clues.preface.split("\n")
    if clues.fields("document-number"):  # a notice that hands on the report dates itself
        yield from (line for line in lines if _WHOLE_DAY.fullmatch(with_digits(line)))
    # so does a letter: 特此请示。/某区司法局/2024年1月4日
    yield from (line for before, line in pairwise(lines) if _closes_letter(before, line))
    yield from reversed(clues.signature.split("\n"))


def _closes_letter(before: str, line: str) -> bool:
    """Tell whether a line is nothing but a day, and the one before it nothing but a name."""
    return _WHOLE_DAY.fullmatch(with_digits(line)) is not None and _NAME.fullmatch(before) is not None


def dates_in(passage: str) -> Iterator[date]:
    """Yield the dates in a passage: 2023-06-01, 2023年6月1日, 20230601, 二〇二三年六月一日."""
    for match in _DATE.finditer(_HAN_DAY.sub(_digits, with_digits(passage))):
        if match["compact"]:
            year, month, day = match["compact"][:4], match["compact"][4:6], match["compact"][6:]
        else:
            year, month, day = match["year"], match["month"], match["day"]
        try:
            yield date(int(year), int(month), int(day))
        except ValueError:
            continue


def _digits(match: re.Match[str]) -> str:
    if not match[0]:
        return ""
    tens = match["tens"] or ""
    count = _UNITS.get(tens[:1], 1) if tens else 0
    return str(10 * count + _UNITS.get(match["units"] or "", 0))
