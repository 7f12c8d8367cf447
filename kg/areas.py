"""The gazetteer: administrative areas of mainland China by GB/T 2260 code and by name.

Source: the tables in ``ontology/areas/``; the README there says what is in them and where it comes from.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from kg.area_names import NameGrammar, grammar
from kg.area_tables import (
    AFTER_LAST_REVISION,
    COUNTRY,
    Area,
    AreaLevel,
    Revisions,
    Successor,
    read_divisions,
    read_pinyin,
    read_successors,
    read_townships,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.model import Level

__all__ = ["COUNTRY", "Area", "AreaLevel", "Gazetteer", "load"]

TOWNSHIP_DIGITS = 9
_LEVELS: dict[AreaLevel, Level] = {
    "country": "national",
    "province": "provincial",
    "city": "municipal",
    "county": "county",
    "township": "township",
}


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """All areas. ``divisions`` holds the country and everything down to the county, by code.

    The townships are read when first asked for. Compared and hashed by identity, so that what is built from
    it can be cached.
    """

    divisions: Mapping[str, Area]
    grammar: NameGrammar
    successors: Mapping[str, Successor]
    revisions: Revisions

    @cached_property
    def townships(self) -> Mapping[str, Area]:
        """All townships by their nine-digit codes."""
        return read_townships()

    @cached_property
    def pinyin(self) -> Mapping[str, tuple[str, ...]]:
        """The syllables of each area's name without its ending, by code."""
        return read_pinyin()

    @cached_property
    def names(self) -> Mapping[str, tuple[Area, ...]]:
        """Areas by full name, former name and common contraction (陵水县), those that still exist first."""
        found: dict[str, list[Area]] = defaultdict(list)
        for area in self.divisions.values():
            for name in (area.name, *area.former):
                found[name].append(area)
                contraction = self.grammar.contraction(name)
                if contraction is not None:
                    found[contraction].append(area)
        return _sorted(found)

    @cached_property
    def short_names(self) -> Mapping[str, tuple[Area, ...]]:
        """Areas by the name without its ending, where two characters or more stay."""
        found: dict[str, list[Area]] = defaultdict(list)
        for area in self.divisions.values():
            for stem in {self.grammar.stem(name): None for name in (area.name, *area.former)}:
                if len(stem) > 1 and stem not in (area.name, *area.former):
                    found[stem].append(area)
        return _sorted(found)

    @cached_property
    def _township_names(self) -> Mapping[str, tuple[Area, ...]]:
        found: dict[str, list[Area]] = defaultdict(list)
        for area in self.townships.values():
            found[area.name].append(area)
        return _sorted(found)

    @cached_property
    def _children(self) -> Mapping[str, tuple[Area, ...]]:
        found: dict[str, list[Area]] = defaultdict(list)
        for area in self.divisions.values():
            if area.parent is not None:
                found[area.parent].append(area)
        return _sorted(found)

    @cached_property
    def _township_children(self) -> Mapping[str, tuple[Area, ...]]:
        found: dict[str, list[Area]] = defaultdict(list)
        for area in self.townships.values():
            found[area.parent or ""].append(area)
        return _sorted(found)

    def area(self, code: str) -> Area | None:
        """Return the area of a code of six or nine digits."""
        return self.townships.get(code) if len(code) == TOWNSHIP_DIGITS else self.divisions.get(code)

    def named(self, name: str) -> tuple[Area, ...]:
        """Return the areas from country to county with this full, former or contracted name."""
        return self.names.get(name, ())

    def short(self, name: str) -> tuple[Area, ...]:
        """Return the areas called so without their ending: 天宁 gives 天宁区."""
        return self.short_names.get(name, ())

    def townships_named(self, name: str) -> tuple[Area, ...]:
        """Return the townships with this full name."""
        return self._township_names.get(name, ())

    def children(self, code: str) -> tuple[Area, ...]:
        """Return the areas one level below: townships of a county (or of a city without counties)."""
        return self._children.get(code, ()) or self._township_children.get(code, ())

    def ancestors(self, code: str) -> tuple[str, ...]:
        """Return the codes of the areas around one, from its parent to the country."""
        found = []
        area = self.area(code)
        while area is not None and area.parent is not None:
            found.append(area.parent)
            area = self.divisions.get(area.parent)
        return tuple(found)

    def within(self, code: str, ancestor: str) -> bool:
        """Tell whether an area is another or lies in it."""
        return code == ancestor or ancestor in self.ancestors(code)

    def full_name(self, code: str) -> str:
        """Return the name with those of the areas around it but the country: 江苏省常州市天宁区.

        Raises LookupError if no area has the code.
        """
        area = self.area(code)
        if area is None:
            raise LookupError(f"no area has the code {code}")
        above = (self.divisions[c].name for c in reversed(self.ancestors(code)) if c != COUNTRY)
        return "".join((*above, area.name))

    def level(self, code: str) -> Level | None:
        """Return the level of government of an area."""
        area = self.area(code)
        return _LEVELS[area.level] if area is not None else None

    def valid_in(self, code: str, year: int) -> bool:
        """Tell whether a code can have been valid in a year.

        The days of many changes are known to a few years only: see ``ontology/areas/README.md``.
        """
        area = self.area(code)
        return area is not None and self.first_year(area) <= year <= self.last_year(area)

    def last_year(self, area: Area) -> int:
        """Return the last year in which the area can have had its code; 9999 where it still has."""
        successor = self.successors.get(area.code)
        if successor is not None and successor.year is not None:
            return successor.year
        return self.revisions.latest_year(area)

    def first_year(self, area: Area) -> int:
        """Return the first year in which the area can have had its code; 0 where it always had."""
        earliest = self.revisions.earliest_year(area)
        for code, successor in self.successors.items():
            former = self.divisions.get(code)
            if successor.code == area.code and former is not None and former.name == area.name:
                return max(earliest, successor.year or 0)
        return earliest

    def replaced_by(self, code: str) -> str | None:
        """Return the code that took the place of one that ended.

        None where the code still holds or its successor is not known.
        """
        area = self.divisions.get(code)
        if area is None or area.last_revision is None:
            return None
        if code in self.successors:
            return self.successors[code].code
        living = [a for a in self.divisions.values() if a.last_revision is None and a.code[:2] == code[:2]]
        namesakes = [a for a in living if area.name in (a.name, *a.former)]
        of_its_level = _only(a for a in namesakes if a.level == area.level)
        return of_its_level or self._heir(area, living) or _only(namesakes)

    def _heir(self, area: Area, living: list[Area]) -> str | None:
        """Find the area that a change of kind (曲江县 to 曲江区, 滦县 to 滦州市) made of one."""
        parent = self.replaced_by(area.parent or "") or area.parent
        near = [a for a in living if a.parent == parent]
        stem = self.grammar.stem(area.name)
        heir = _only(a for a in near if len(stem) > 1 and self.grammar.stem(a.name) == stem)
        if heir is not None or len(stem) > 1:
            return heir
        following = self.revisions.next(area.last_revision or "") or AFTER_LAST_REVISION
        return _only(a for a in near if a.first_revision == following and a.name.startswith(stem))


def _only(areas: Iterable[Area]) -> str | None:
    codes = [area.code for area in areas]
    return codes[0] if len(codes) == 1 else None


def _sorted(found: Mapping[str, list[Area]]) -> Mapping[str, tuple[Area, ...]]:
    return {
        name: tuple(sorted(areas, key=lambda area: (area.last_revision is not None, area.code)))
        for name, areas in found.items()
    }


@cache
def load() -> Gazetteer:
    """Read the gazetteer; once.

    Raises FileNotFoundError if the installation lacks its tables.
    """
    words = grammar()
    divisions = read_divisions(words)
    return Gazetteer(divisions, words, read_successors(), Revisions.of(divisions))
