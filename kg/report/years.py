"""The year that a report covers, and the period within it (half year, quarter, months, several years)."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kg.model import Period
from kg.report.words import pattern

if TYPE_CHECKING:
    from datetime import date

    from kg.model import ReportType
    from kg.report.clues import Clues
    from kg.vocabulary import Vocabulary

_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_HAN_YEAR = re.compile(r"[二两][〇○零0][〇○零一二三四五六七八九\d]{2}(?=年)")
_RANGE = re.compile(r"(?P<first>(?:19|20)\d\d)年?(?:[-—–~～至到]+)(?P<last>(?:19|20)\d\d)(?=年|\D|\Z)")
_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?=年|\D|\Z)(?!年\d{1,2}月\d{1,2}日)")
_SPOKEN = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?!\d{1,2}月|[-—]|至\d)")
_QUOTED = re.compile(r"《[^《》\n]*》|“[^“”\n]*”|\([^()\n]*\)|〔[^〔〕\n]*〕")
_PART = re.compile(
    r"(?P<half>(?:(?P<which>[上下前后])半年)|半年度?)"
    r"|第?(?P<quarter>[一二三四1-4])季度|前(?P<quarters>[二两三23])季度|(?P<three>三季度)"
    r"|(?P<first>\d{1,2})月?[-—–~～至到]+(?P<last>\d{1,2})月"
)
_NUMERALS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4}
_OPENING = 120
_HALF_YEAR = 6


def covers_year(clues: Clues, kind: ReportType, issued: date | None) -> int | None:
    """Return the year reported on; for a plan, the year planned.

    By the title, else what the opening announces, else the opening, else the year that the text names most,
    else the date of issue.
    """
    for heading in (clues.title, clues.announced):
        year = _heading_year(heading)
        if year is not None:
            return year
    return _spoken_year(clues) or _issued_year(issued, kind)


def _heading_year(heading: str) -> int | None:
    """Return the first year in a heading, titles and notes in it last; of a range its end."""
    heading = with_digits(heading)
    outside = _QUOTED.sub("", heading)
    year = _first_year(outside)
    return year if year is not None else _first_year(heading)


def _first_year(heading: str) -> int | None:
    found = _RANGE.search(heading)
    single = _YEAR.search(heading)
    if found is not None and (single is None or found.start() <= single.start()):
        return int(found["last"])
    return int(single["year"]) if single is not None else None


def with_digits(string: str) -> str:
    """Write years in Chinese numerals with digits: 二〇二三年 → 2023年."""
    return _HAN_YEAR.sub(lambda match: match[0].replace("两", "二").translate(_DIGITS), string)


def _spoken_year(clues: Clues) -> int | None:
    """Return the year that opens the text, else the one that it names most, titles and quotations aside."""
    opening = with_digits(_QUOTED.sub("", clues.opening[:_OPENING]))
    first = _SPOKEN.search(opening)
    if first is not None:
        return int(first["year"])
    start, end = clues.page.body
    counts = Counter(
        match["year"] for match in _SPOKEN.finditer(_QUOTED.sub("", clues.page.plain[start:end]))
    )
    if not counts:
        return None
    return int(max(counts, key=lambda year: (counts[year], year)))


def _issued_year(issued: date | None, kind: ReportType) -> int | None:
    """Return the year that the date of issue tells: of reports and summaries of the first half year the one before."""
    if issued is None:
        return None
    looks_back = kind in ("annual-report", "work-summary") and issued.month <= _HALF_YEAR
    return issued.year - 1 if looks_back else issued.year


def covered_period(clues: Clues, year: int | None, vocabulary: Vocabulary) -> Period | None:
    """Return the period that the report covers: the year unless title or opening name another."""
    if year is None:
        return None
    for passage in (clues.title, clues.announced):
        found = _period(_looking_back(with_digits(passage), vocabulary), year)
        if found is not None:
            return found
    opening = with_digits(clues.opening[:30])
    named = _PART.search(opening) if not clues.title and opening.startswith(str(year)) else None
    return (_part(named, year) if named is not None else None) or Period.of_year(year)


def _looking_back(passage: str, vocabulary: Vocabulary) -> str:
    """Cut a title at what it plans: 2023年上半年工作总结和下半年工作计划."""
    found = pattern(vocabulary, "looks-back").search(passage)
    return passage[: found.end()] if found else passage


def _period(passage: str, year: int) -> Period | None:
    several = _RANGE.search(passage)
    if several is not None and int(several["last"]) == year and several["first"] < several["last"]:
        return Period(several["first"], several["last"])
    found = _PART.search(passage)
    return _part(found, year) if found is not None else None


def _part(found: re.Match[str], year: int) -> Period | None:
    if found["half"]:
        first, last = (7, 12) if found["which"] in ("下", "后") else (1, 6)
    elif found["quarter"]:
        last = 3 * _number(found["quarter"])
        first = last - 2
    elif found["quarters"]:
        first, last = 1, 3 * _number(found["quarters"])
    else:
        first, last = int(found["first"]), int(found["last"])
    if not 1 <= first <= last <= 12 or (first, last) == (1, 12):
        return None
    return Period(f"{year}-{first:02}", f"{year}-{last:02}")


def _number(numeral: str) -> int:
    return _NUMERALS.get(numeral) or int(numeral)
