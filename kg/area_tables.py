"""Reads the tables of ``ontology/areas/`` (described in the README there) into areas."""

from __future__ import annotations

import csv
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg import resources

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.area_names import NameGrammar

AreaLevel = Literal["country", "province", "city", "county", "township"]
COUNTRY = "100000"
AFTER_LAST_REVISION = "after 201607"
_NOW = "999999"
_TABLE_YEAR = 2023
"""The year as of which the tables stand."""


@dataclass(frozen=True, slots=True)
class Area:
    """An area of any level.

    ``code`` has six digits (nine for a township); ``name`` is its latest valid name, ``former`` its earlier
    ones; ``parent`` is the code it lies in; revisions are yyyymm or None (see ``ontology/areas/README.md``).
    """

    code: str
    name: str
    level: AreaLevel
    parent: str | None
    former: tuple[str, ...] = ()
    first_revision: str | None = None
    last_revision: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of ``divisions.csv``: a code and one of its names."""

    code: str
    name: str
    level: AreaLevel
    parent: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Successor:
    """The area that took the place of another, and the year of the change where it is known."""

    code: str
    year: int | None


def read_table(name: str) -> Iterator[dict[str, str]]:
    """Yield the lines of a table by column."""
    path = resources.folder("ontology") / "areas" / name
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def read_divisions(grammar: NameGrammar) -> dict[str, Area]:
    """Return the country and all areas down to the county by code, in order of their codes."""
    rows: dict[str, list[Row]] = defaultdict(list)
    places: dict[str, list[Row]] = defaultdict(list)
    path = resources.folder("ontology") / "areas" / "divisions.csv"
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        next(lines)
        for code, name, level, parent, first, last in lines:
            if not grammar.is_pseudo(name):
                row = Row(code, name, level, parent or COUNTRY, first, last or _NOW)  # type: ignore[arg-type]
                rows[code].append(row)
                places[name].append(row)
    areas = {COUNTRY: Area(COUNTRY, "中国", "country", None)}
    for code in sorted(rows):
        parent = rows[code][0].parent
        parent = parent if parent in rows or parent == COUNTRY else code[:2] + "0000"
        areas[code] = _area(rows[code], parent, places)
    return areas


def _area(rows: list[Row], parent: str, places: Mapping[str, list[Row]]) -> Area:
    rows = sorted(rows, key=lambda row: row.last)
    latest = rows[-1]
    own = [row for row in rows[:-1] if not _moved(row, places[row.name])]
    first = min(row.first for row in [*own, latest])
    last = None if latest.last == _NOW else latest.last
    former = tuple(dict.fromkeys(row.name for row in own if row.name != latest.name))
    return Area(latest.code, latest.name, latest.level, parent, former, first or None, last)


def _moved(row: Row, namesakes: list[Row]) -> bool:
    return any(
        other.code != row.code and other.parent == row.parent and other.first > row.last
        for other in namesakes
    )


def read_townships() -> dict[str, Area]:
    """Return the townships by code."""
    path = resources.folder("ontology") / "areas" / "townships.csv"
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        next(lines)
        return {code: Area(code, name, "township", county) for code, name, county in lines}


def read_successors() -> dict[str, Successor]:
    """Return, by the code that ended, what took its place."""
    return {
        row["code"]: Successor(row["successor"], int(row["year"]) if row["year"] else None)
        for row in read_table("successors.csv")
    }


def read_pinyin() -> dict[str, tuple[str, ...]]:
    """Return, by code, the syllables of the area's name without its ending."""
    return {row["code"]: tuple(row["pinyin"].split()) for row in read_table("pinyin.csv")}


@dataclass(frozen=True, slots=True)
class Revisions:
    """The revisions of GB/T 2260, in order, as yyyymm."""

    ordered: tuple[str, ...]

    @staticmethod
    def of(areas: Mapping[str, Area]) -> Revisions:
        """Collect the revisions that the areas mention."""
        named = {r for a in areas.values() for r in (a.first_revision, a.last_revision) if r and r.isdigit()}
        return Revisions(tuple(sorted(named)))

    def earliest_year(self, area: Area) -> int:
        """Return the first year in which the area can have had its code."""
        first = area.first_revision
        if first is None:
            return 0
        before = bisect_left(self.ordered, first) - 1 if first.isdigit() else len(self.ordered) - 1
        return int(self.ordered[max(before, 0)][:4])

    def latest_year(self, area: Area) -> int:
        """Return the last year in which the area can have had its code."""
        if area.last_revision is None:
            return 9999
        after = self.next(area.last_revision)
        return int(after[:4]) if after else _TABLE_YEAR

    def next(self, revision: str) -> str | None:
        """Return the revision after one, or None after the last."""
        after = bisect_left(self.ordered, revision) + 1
        return self.ordered[after] if after < len(self.ordered) else None
