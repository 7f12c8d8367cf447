"""The full name of a body with its place: 区司法局 of 360102 is 南昌市东湖区司法局."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import bodies
from kg.areas import COUNTRY
from kg.model import Body
from kg.report.phrases import COMMITTEE, committee_of_zone
from kg.report.words import first, has

if TYPE_CHECKING:
    from kg.areas import Gazetteer
    from kg.report.area import Located
    from kg.report.phrases import Phrase
    from kg.vocabulary import Vocabulary

_TOWNSHIP_DIGITS = 9
_COUNTY_DIGITS = 6


def publisher(
    phrase: Phrase, located: Located, plain: str, gazetteer: Gazetteer, vocabulary: Vocabulary
) -> Body | None:
    """Return the body that a phrase names, with its full name and the area it belongs to."""
    if not phrase.name and located.area is None and not phrase.located:
        return None
    name = phrase.lead + _place(phrase, located, gazetteer, vocabulary)
    name += _own_name(phrase, located, plain, gazetteer, vocabulary)
    return Body(located.area, name, bodies.kind_of(name, vocabulary))


def _place_name(code: str, gazetteer: Gazetteer) -> str:
    return "" if code == COUNTRY else bodies.place_name(code, gazetteer)


def _place(phrase: Phrase, located: Located, gazetteer: Gazetteer, vocabulary: Vocabulary) -> str:
    if phrase.short and has(vocabulary, "zone", phrase.name):
        return phrase.place
    if located.township:
        return _place_name(located.township, gazetteer)
    if located.area is None:
        return phrase.place + phrase.township + phrase.level
    around = gazetteer.ancestors(located.area)
    outer = next((code for code in phrase.codes if code in around), None)
    if outer is not None:  # a branch of the outer area's body, named behind it: 上海市公安局宝山分局
        return _place_name(outer, gazetteer)
    is_township = any(len(code) == _TOWNSHIP_DIGITS for code in phrase.codes)
    return _place_name(located.area, gazetteer) + (phrase.place if is_township else phrase.township)


def _own_name(
    phrase: Phrase, located: Located, plain: str, gazetteer: Gazetteer, vocabulary: Vocabulary
) -> str:
    government = first(vocabulary, "government")
    if not located.is_township and _is_zone(located.area) and phrase.name in ("", *_committees(vocabulary)):
        return committee_of_zone(vocabulary)
    if not phrase.name:
        place = gazetteer.area(located.township or "")
        is_subdistrict = (place.name if place else phrase.township or phrase.place).endswith("街道")
        return first(vocabulary, "subdistrict") if is_subdistrict else government
    name = phrase.name
    if name == first(vocabulary, "justice") and _has_department(located, gazetteer):
        name = first(vocabulary, "justice-of-province")
    if phrase.township.endswith("街道") and phrase.name.startswith("街道"):
        name = name.removeprefix("街道")
    return unabbreviated(name, plain, vocabulary)


def _committees(vocabulary: Vocabulary) -> tuple[str, str]:
    """Return the full and the short word for the committee of a zone."""
    full = committee_of_zone(vocabulary)
    return full, next(e for e in vocabulary.body_types[COMMITTEE].endings if len(e) < len(full))


def _is_zone(code: str | None) -> bool:
    """Tell whether an area is a development zone: the codes 71 to 79 of a city are theirs, and they have no government."""
    return code is not None and len(code) == _COUNTY_DIGITS and code[4] == "7"


def _has_department(located: Located, gazetteer: Gazetteer) -> bool:
    """Tell whether an area's bodies are called 厅: in provinces, municipalities left out."""
    area = gazetteer.divisions.get(located.area or "")
    return area is not None and area.level == "province" and not area.name.endswith("市")


def unabbreviated(name: str, plain: str, vocabulary: Vocabulary) -> str:
    """Return the full name of a body that is named in short: 市监局 → 市场监督管理局.

    Of the endings of its kind that have all its characters in order, the one that the text names most, else
    the first.
    """
    if name not in vocabulary.words["report-abbreviated-body"]:
        return name
    kind = vocabulary.body_types[bodies.kind_of(name, vocabulary) or ""]
    short = vocabulary.words["report-abbreviated-body"]
    full = [e for e in kind.endings if len(e) > len(name) and e not in short and _abbreviates(name, e)]
    if not full:
        return name
    counts = [plain.count(ending) for ending in full]
    return full[counts.index(max(counts))]


def _abbreviates(short: str, full: str) -> bool:
    """Tell whether a full name has all characters of a short one in their order, and ends in the same kind."""
    characters = iter(full)
    return all(c in characters for c in short) and _last(short) == _last(full)


def _last(name: str) -> str:
    return name.removesuffix("员会").removesuffix("公室")[-1] if len(name) > 3 else name[-1]
