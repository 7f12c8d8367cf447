"""What a public body's key tells about it: of which kind it is, and which body it is a part of.

A part is only named where the name and the area leave no doubt; else the graph says nothing.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from kg import bodies
from kg.areas import COUNTRY
from kg.graph.keys import Key, normalised

if TYPE_CHECKING:
    from kg.graph.keys import Known
    from kg.vocabulary import Concept, Vocabulary


def kind(name: str, vocabulary: Vocabulary) -> Concept | None:
    """Return the kind of body whose names end as this one does."""
    return vocabulary.body_types.get(bodies.kind_of(name, vocabulary) or "")


def parent(key: Key, known: Known) -> Key | None:
    """Return the body that a body is a part of, where that is sure.

    It is the one that its name begins with, else the one of its area that such bodies belong to: a department
    to the government, a 司法所 to the 司法局.
    """
    if not key.area:
        return None
    return _named_first(key, known) or _of_its_area(key, known)


def _named_first(key: Key, known: Known) -> Key | None:
    """Return the body that the name begins with: 常州市天宁区司法局 of 天宁区司法局办公室."""
    area = key.area or ""
    for place in _places(area, known):
        if place and key.name.startswith(place):
            rest = key.name.removeprefix(place)
            found = [ending for ending in _heads(known.vocabulary) if rest.startswith(ending)]
            longest = max(found, key=len, default=rest)
            if longest != rest:
                return Key(area, _usual_place(area, known) + longest)
    return None


def _of_its_area(key: Key, known: Known) -> Key | None:
    own = kind(key.name, known.vocabulary)
    above = known.vocabulary.body_types.get(own.part_of or "") if own else None
    area = _county_or_above(key.area or "", known)
    if own is None or above is None or area is None or not above.one_per_area or not above.endings:
        return None
    if _level(area, known) == "province" and above.part_of:
        return None  # in a province its name is another: 司法厅
    ending = bodies.ending_of(key.name, known.vocabulary)
    place = next((p for p in _places(area, known) if p and key.name.startswith(p)), "")
    between = key.name[len(place) : len(key.name) - len(ending)]
    if own.one_per_area and (between or (not place and area != COUNTRY)):
        return None
    if not own.one_per_area and (ending != own.endings[0] or kind(between, known.vocabulary)):
        return None
    return Key(area, _usual_place(area, known) + above.endings[0])


@lru_cache(maxsize=4)
def _heads(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the endings of bodies that have parts: departments, and what other kinds belong to."""
    kinds = vocabulary.body_types.values()
    with_parts = {concept.part_of for concept in kinds}
    return tuple(
        ending
        for concept in kinds
        if concept.one_per_area and (concept.bureau or concept.notation in with_parts)
        for ending in concept.endings
    )


def _county_or_above(code: str, known: Known) -> str | None:
    area = known.gazetteer.area(code)
    return area.parent if area is not None and area.level == "township" else code


def _level(code: str, known: Known) -> str | None:
    area = known.gazetteer.area(code)
    return area.level if area is not None else None


def _chain(code: str, known: Known) -> list[str]:
    """Return the codes of an area and those above it, the country left out, from the province down."""
    return [c for c in reversed((code, *known.gazetteer.ancestors(code))) if c != COUNTRY]


def _name(code: str, known: Known) -> str:
    area = known.gazetteer.area(code)
    return normalised(area.name) if area is not None else ""


@lru_cache(maxsize=1 << 12)
def _places(code: str, known: Known) -> tuple[str, ...]:
    """Return the ways to name an area: with and without those above it, the longest first."""
    names = [_name(c, known) for c in _chain(code, known)]
    if not names:
        return ("",)
    above = names[:-1]
    ways = ("".join(chosen) for size in range(len(above) + 1) for chosen in combinations(above, size))
    return tuple(sorted((way + names[-1] for way in ways), key=lambda place: (-len(place), place)))


def _usual_place(code: str, known: Known) -> str:
    """Return an area's name as its bodies bear it; the country's bear none."""
    return "" if code == COUNTRY else normalised(bodies.place_name(code, known.gazetteer))
