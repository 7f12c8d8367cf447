"""What users say of a source, as words of theirs: checked, and turned into ``kg.model.Given``."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, get_args

from kg.area_spelling import lies_in, sounding, spelled, spelled_alike
from kg.errors import KgError, UsageError
from kg.model import Given, ReportType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from kg.areas import Area, Gazetteer

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CODE = re.compile(r"[0-9]+")
_MOST_NAMESAKES = 6
NOTHING_GIVEN = Given()


def parse(values: Mapping[str, str | None], gazetteer: Gazetteer) -> Given:
    """Return what the words for ``source``, ``area``, ``year``, ``type`` and ``issued`` say.

    Empty words say nothing. Raises UsageError for the first word that says nothing sensible.
    """
    for problem in problems(values, gazetteer):
        raise problem
    said = _said(values)
    return Given(
        said.get("source"),
        parse_area(said["area"], gazetteer) if "area" in said else None,
        parse_year(said["year"]) if "year" in said else None,
        parse_type(said["type"]) if "type" in said else None,
        parse_date(said["issued"]) if "issued" in said else None,
    )


def problems(values: Mapping[str, str | None], gazetteer: Gazetteer) -> Iterator[KgError]:
    """Yield an error for each word that says nothing sensible."""
    said = _said(values)
    checks: Mapping[str, Callable[[str], object]] = {
        "area": lambda value: parse_area(value, gazetteer),
        "year": parse_year,
        "type": parse_type,
        "issued": parse_date,
    }
    for name in (name for name in checks if name in said):
        try:
            checks[name](said[name])
        except UsageError as error:
            yield error


def parse_area(value: str, gazetteer: Gazetteer) -> str:
    """Return the code of an area, given by its code (six digits, nine for a township), its name or its pinyin.

    Raises UsageError for an unknown code or name, and for a name that several areas share.
    """
    if _CODE.fullmatch(value):
        if gazetteer.area(value) is None:
            raise UsageError("given-area-code-unknown", value=value)
        return value
    areas = _meant(value, gazetteer) or spelled(value, gazetteer)
    living = [area for area in areas if area.last_revision is None] or list(areas)
    if not living:
        raise UsageError(
            "given-area-name-unknown", value=value, near=_listed(_near(value, gazetteer), gazetteer)
        )
    if len(living) > 1:
        raise UsageError("given-area-name-shared", value=value, areas=_listed(living, gazetteer))
    return living[0].code


def _meant(value: str, gazetteer: Gazetteer) -> tuple[Area, ...]:
    """Find areas by name: 天宁区, 天宁, or with those around it: 江苏省常州市天宁区, 常州天宁."""
    for start in range(len(value) - 1):
        around, own = value[:start], value[start:]
        found = gazetteer.named(own) or gazetteer.short(own)
        fitting = tuple(area for area in found if lies_in(area, around, gazetteer))
        if fitting:
            return fitting
    return ()


def _near(value: str, gazetteer: Gazetteer) -> list[Area]:
    """Find areas of similar names.

    First those that differ in their kind only (县 for 区), then those that sound the same, then those that are
    written alike.
    """
    similar = get_close_matches(value, gazetteer.names, 3, 0.6)
    akin = gazetteer.short(gazetteer.grammar.stem(value)) if value else ()
    heard = sounding(value, gazetteer) or spelled_alike(value, gazetteer)
    return [*akin, *heard, *(area for name in similar for area in gazetteer.named(name))]


def _listed(areas: Iterable[Area], gazetteer: Gazetteer) -> str:
    codes = dict.fromkeys(area.code for area in areas)
    return "、".join(f"{code} {gazetteer.full_name(code)}" for code in [*codes][:_MOST_NAMESAKES]) or "—"


def parse_year(value: str) -> int:
    """Return a year. Raises UsageError unless it has four digits and begins with 19 or 20."""
    if not _YEAR.fullmatch(value):
        raise UsageError("given-year-wrong", value=value)
    return int(value)


def parse_type(value: str) -> ReportType:
    """Return a kind of report. Raises UsageError for an unknown one."""
    kinds: tuple[ReportType, ...] = get_args(ReportType)
    for kind in kinds:
        if value == kind:
            return kind
    raise UsageError("given-type-unknown", value=value, types=", ".join(kinds))


def parse_date(value: str) -> date:
    """Return a date written ``2024-03-01``. Raises UsageError for other forms, and days that do not exist."""
    try:
        if _DATE.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise UsageError("given-date-wrong", value=value)


def first_said(*said: Given) -> Given:
    """Return, field by field, the first word that is there."""
    words = {field.name: [getattr(one, field.name) for one in said] for field in fields(Given)}
    return Given(**{name: next((w for w in every if w is not None), None) for name, every in words.items()})


def _said(values: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value.strip() for name, value in values.items() if value is not None and value.strip()}
