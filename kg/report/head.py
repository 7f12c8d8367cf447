"""Reads what a page says of the report itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Given, Head, Period
from kg.parsing.parts import headed
from kg.report.area import Located, locate
from kg.report.clues import collect
from kg.report.dates import issued
from kg.report.naming import publisher
from kg.report.number import document_number
from kg.report.publisher import named_bodies, speaker
from kg.report.type import report_type
from kg.report.years import covered_period, covers_year
from kg.surroundings import read_surroundings

if TYPE_CHECKING:
    from datetime import date

    from kg.areas import Gazetteer
    from kg.model import Level, Part, ReportType
    from kg.parsing.structure import Page
    from kg.report.clues import Clues
    from kg.report.phrases import Phrase
    from kg.vocabulary import Vocabulary


_OF_COUNTIES = ("县", "区", "旗")


@dataclass(frozen=True, slots=True)
class _Times:
    year: int | None
    period: Period | None
    issued: date | None


def read_head(
    page: Page, source_key: str, given: Given, vocabulary: Vocabulary, gazetteer: Gazetteer
) -> Head:
    """Return what the page says of the report itself; what the user has given wins over it.

    ``source_key`` is the report's source: the host of a URL helps to find the area.
    """
    clues = collect(page)
    kind = given.type or report_type(clues, vocabulary)
    times = _times(clues, kind, given, vocabulary)
    around = read_surroundings(page.plain, source_key, gazetteer)
    named = named_bodies(clues, gazetteer, vocabulary)
    phrase = speaker(named, clues, kind, vocabulary)
    located = locate(phrase, clues, around, gazetteer, times.year)
    if given.area is not None:
        located = _given_area(given.area, located, gazetteer)
    # That nobody else is named makes a government the publisher of a yearly report, not of a summary.
    known = phrase.name or kind == "annual-report" or named.lead is not None
    return Head(
        title=clues.title or None,
        type=kind,
        publisher=publisher(phrase, located, page.plain, gazetteer, vocabulary) if known else None,
        area=located.area,
        township=located.township,
        level=_level(located, phrase, gazetteer),
        covers_year=times.year,
        period=times.period,
        issued=times.issued,
        document_number=document_number(clues),
        parts=_parts(page, kind, times.year, vocabulary),
    )


def _parts(page: Page, kind: ReportType, year: int | None, vocabulary: Vocabulary) -> tuple[Part, ...]:
    if kind == "work-plan":
        return ()
    return headed(page, year, vocabulary) if kind == "other" else page.parts


def _times(clues: Clues, kind: ReportType, given: Given, vocabulary: Vocabulary) -> _Times:
    year = given.year or covers_year(clues, kind, None)
    day = given.issued or issued(clues, year)
    year = year or covers_year(clues, kind, day)
    return _Times(year, covered_period(clues, year, vocabulary), day)


def _given_area(code: str, found: Located, gazetteer: Gazetteer) -> Located:
    area = gazetteer.area(code)
    if area is not None and area.level == "township":
        return Located(area.parent, code, True)
    kept = found.township if found.area == code else None
    return Located(code, kept, found.is_township)


def _level(located: Located, phrase: Phrase, gazetteer: Gazetteer) -> Level | None:
    """Return the level of the area; where it is not known, that of a body called 县司法局 or 区司法局."""
    if located.is_township:
        return "township"
    if located.area is None:
        return "county" if phrase.level in _OF_COUNTIES else None
    return gazetteer.level(located.area)
