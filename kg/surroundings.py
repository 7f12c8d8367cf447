"""What a page says around a name: settles which of the areas that share a name is meant.

Evidence, strongest first: the host name of the source, the names of the areas around and beside, the
townships that the text names, and whether the code was valid in the report's year.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.areas import COUNTRY
from kg.places import find_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.areas import Area, Gazetteer
    from kg.places import Place

_HOST = re.compile(r"(?:[a-z]+://)?(?:[^/@\s]*@)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?=[:/?#]|\Z)", re.IGNORECASE)
_NO_NAMES = frozenset(("www", "gov", "cn", "com", "org", "net", "edu"))
_ENDINGS = {"省": "sheng", "市": "shi", "区": "qu", "县": "xian", "州": "zhou", "旗": "qi", "盟": "meng"}
_MOST_TOWNSHIPS = 4
_SURE_ABBREVIATION = 4
_MOST_NEIGHBOURS = 2


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A page's places, in the order of the text.

    ``counts`` tells how often each code can be meant, ``labels`` are the parts of the source's host name.
    """

    plain: str
    places: tuple[Place, ...]
    counts: Mapping[str, int]
    labels: frozenset[str]


def read_surroundings(plain: str, source_key: str, gazetteer: Gazetteer) -> Surroundings:
    """Find all places that a page names, and the host of its source where the key is a URL."""
    places = tuple(find_places(plain, 0, len(plain), gazetteer))
    counts = Counter(code for place in places for code in place.codes)
    host = _HOST.match(source_key)
    labels = frozenset(host[1].lower().split(".")) - _NO_NAMES if host else frozenset()
    return Surroundings(plain, places, counts, labels)


def resolve(
    codes: Sequence[str], around: Surroundings, gazetteer: Gazetteer, year: int | None = None
) -> str | None:
    """Return the area that is meant, or None where the evidence does not tell.

    ``codes`` are the areas that a name can mean, of six or nine digits.
    """
    if len(codes) < 2:
        return codes[0] if codes else None
    possible = [code for code in codes if year is None or gazetteer.valid_in(code, year)] or list(codes)
    ranked = sorted(((weigh(code, around, gazetteer), code) for code in possible), reverse=True)
    if len(ranked) == 1 or ranked[0][0] > ranked[1][0]:
        return ranked[0][1]
    return _latest([code for weight, code in ranked if weight == ranked[0][0]], gazetteer)


def weigh(code: str, around: Surroundings, gazetteer: Gazetteer) -> int:
    """Return how much on the page speaks for an area, its own name aside."""
    area = gazetteer.area(code)
    if area is None:
        return 0
    ancestors = [gazetteer.divisions[c] for c in gazetteer.ancestors(code) if c != COUNTRY]
    return (
        6 * host_match(area, around.labels, gazetteer)
        + sum(_named(outer, around, gazetteer) for outer in ancestors)
        + _neighbours(area, around, gazetteer)
        + 2 * _townships(area, around, gazetteer)
    )


def _named(area: Area, around: Surroundings, gazetteer: Gazetteer) -> int:
    """Weigh the mentions of an area around: most for a county, less for its name without the ending."""
    weight = {"county": 4, "city": 3}.get(area.level, 2)
    if around.counts.get(area.code):
        return 2 * weight
    stem = gazetteer.grammar.stem(area.name)
    return weight if len(stem) > 1 and stem in around.plain else 0


def _neighbours(area: Area, around: Surroundings, gazetteer: Gazetteer) -> int:
    if area.level != "county" or area.parent is None:
        return 0
    beside = (a for a in gazetteer.children(area.parent) if a.name != area.name and around.counts.get(a.code))
    return min(sum(1 for _ in beside), _MOST_NEIGHBOURS)


def _townships(area: Area, around: Surroundings, gazetteer: Gazetteer) -> int:
    county = area.parent if area.level == "township" else area.code
    if county is None or area.level not in ("county", "township"):
        return 0
    found = {t.name for t in gazetteer.children(county) if t.level == "township" and t.name in around.plain}
    return min(len(found - {area.name}), _MOST_TOWNSHIPS)


def _latest(codes: Sequence[str], gazetteer: Gazetteer) -> str | None:
    """Of codes for the same area at different times, return the one that lasts longest; else None."""
    if len({_lineage(code, gazetteer) for code in codes}) > 1:
        return None
    return max(codes, key=lambda code: (gazetteer.last_year(gazetteer.divisions[code]), code))


def _lineage(code: str, gazetteer: Gazetteer) -> str:
    """Return the code that the area has today, or had last."""
    while code in gazetteer.divisions and (following := gazetteer.replaced_by(code)):
        code = following
    return code


def host_match(area: Area, labels: Iterable[str], gazetteer: Gazetteer) -> int:
    """Tell how well a host name fits an area: 2 its pinyin, 1 its initials with those around it."""
    if area.level == "township":
        area = gazetteer.divisions[area.parent or COUNTRY]
    if any(label in _spelt(area, gazetteer) for label in labels):
        return 2
    return int(any(label in _abbreviated(area, gazetteer) for label in labels))


@lru_cache(maxsize=4096)
def _spelt(area: Area, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the host labels that spell an area's name: tianning, tianningqu, tianningzf."""
    whole = "".join(gazetteer.pinyin.get(area.code, ()))
    ending = _ENDINGS.get(area.name[-1], "")
    return frozenset((whole, whole + ending, whole + ending[:1], whole + "zf")) - {""}


@lru_cache(maxsize=4096)
def _abbreviated(area: Area, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the host labels that abbreviate an area's name: cztn, cztnq, tnq."""
    initials = _initials(area, gazetteer)
    ending = _ENDINGS.get(area.name[-1], "")[:1]
    outer = [gazetteer.divisions[c] for c in gazetteer.ancestors(area.code) if c != COUNTRY]
    found = {initials + ending, *(_initials(o, gazetteer) + initials for o in outer)}
    found |= {_initials(o, gazetteer) + initials + ending for o in outer}
    found |= {_initials(o, gazetteer) + "".join(gazetteer.pinyin.get(area.code, ())) for o in outer}
    return frozenset(label for label in found if len(label) > 2)


def _initials(area: Area, gazetteer: Gazetteer) -> str:
    return "".join(syllable[0] for syllable in gazetteer.pinyin.get(area.code, ()))


def hosts(around: Surroundings, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the areas whose names the source's host spells out, the innermost level first."""
    found = [area for label in sorted(around.labels) for area in _by_label(gazetteer).get(label, ())]
    order = ("county", "city", "province")
    return tuple(area.code for level in order for area in found if area.level == level)


def abbreviated_hosts(around: Surroundings, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the areas whose names the source's host may abbreviate: cztn for 常州 and 天宁."""
    index = _by_abbreviation(gazetteer) if around.labels else {}
    return tuple(area.code for label in sorted(around.labels) for area in index.get(label, ()))


@lru_cache(maxsize=2)
def _by_abbreviation(gazetteer: Gazetteer) -> Mapping[str, tuple[Area, ...]]:
    labels: dict[str, list[Area]] = defaultdict(list)
    for area in gazetteer.divisions.values():
        if area.last_revision is None:
            for label in _abbreviated(area, gazetteer):
                if len(label) >= _SURE_ABBREVIATION:
                    labels[label].append(area)
    return {label: tuple(areas) for label, areas in labels.items()}


@lru_cache(maxsize=2)
def _by_label(gazetteer: Gazetteer) -> Mapping[str, tuple[Area, ...]]:
    labels: dict[str, list[Area]] = defaultdict(list)
    for area in gazetteer.divisions.values():
        if area.last_revision is None:
            for label in _spelt(area, gazetteer):
                labels[label].append(area)
    return {label: tuple(areas) for label, areas in labels.items()}
