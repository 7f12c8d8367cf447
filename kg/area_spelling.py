"""Areas by how their names are spelled in pinyin, and by how they sound."""

from __future__ import annotations

from collections import defaultdict
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kg import sounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.areas import Area, Gazetteer

_NEAR = 6
_SIMILAR = 0.8


def spelled(value: str, gazetteer: Gazetteer) -> tuple[Area, ...]:
    """Find areas by pinyin, with or without ending and areas around: tianning, Tianning Qu, changzhou tianning."""
    typed = sounds.letters(value)
    if not typed:
        return ()
    return tuple(area for area in gazetteer.divisions.values() if _fits(typed, area, gazetteer))


def spelled_alike(value: str, gazetteer: Gazetteer) -> list[Area]:
    """Find areas whose pinyin is like the letters that were typed: tianing for tianning."""
    stems: dict[str, list[Area]] = defaultdict(list)
    for area in gazetteer.divisions.values():
        stems[_stem(area, gazetteer)].append(area)
    near = get_close_matches(sounds.letters(value), filter(None, stems), _NEAR, _SIMILAR)
    return [area for stem in near for area in stems[stem]]


def sounding(value: str, gazetteer: Gazetteer) -> list[Area]:
    """Find areas whose names sound as a value does, the most alike first: 天凝区 and 常州天凝 give 天宁区."""
    names = _by_length(gazetteer)
    found: dict[str, Area] = {}
    for merged in (False, True):
        for length in sorted(names, reverse=True):
            around, own = value[:-length], value[-length:]
            for name, area in names[length] if len(own) == length else ():
                if sounds.alike(own, name, merged=merged) and lies_in(area, around, gazetteer):
                    found.setdefault(area.code, area)
    return sorted(found.values(), key=lambda area: area.last_revision is not None)


def _by_length(gazetteer: Gazetteer) -> Mapping[int, list[tuple[str, Area]]]:
    """Return the names of areas, with and without ending, by their number of characters, from two on."""
    found: dict[int, list[tuple[str, Area]]] = defaultdict(list)
    for area in gazetteer.divisions.values():
        for name in {area.name: None, gazetteer.grammar.stem(area.name): None}:
            found[len(name)].append((name, area))
    found.pop(1, None)
    return found


def lies_in(area: Area, around: str, gazetteer: Gazetteer) -> bool:
    """Tell whether the words before an area's own name are, in order, in those of the areas around it."""
    above = iter(gazetteer.full_name(area.parent) if area.parent else "")
    return all(character in above for character in around)


def _fits(typed: str, area: Area, gazetteer: Gazetteer) -> bool:
    """Tell whether letters end in an area's name, and begin with those of areas around it, in their order."""
    above = [gazetteer.divisions[code] for code in gazetteer.ancestors(area.code)]
    return any(_leads(typed.removesuffix(own), above, gazetteer) for own in _ends(typed, area, gazetteer))


def _leads(letters: str, above: list[Area], gazetteer: Gazetteer) -> bool:
    """Tell whether letters name some of the areas around one; the innermost come last."""
    return not letters or any(
        _leads(letters.removesuffix(own), above[number + 1 :], gazetteer)
        for number, area in enumerate(above)
        for own in _ends(letters, area, gazetteer)
    )


def _ends(letters: str, area: Area, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield the spellings of an area's name, without and with its ending, that letters end in."""
    stem = _stem(area, gazetteer)
    if stem and stem in letters:
        own = gazetteer.grammar.stem(area.name)
        whole = stem + sounds.spelled(area.name.removeprefix(own))
        short = [stem] if len(own) > 1 else []
        yield from (spelling for spelling in (*short, whole) if letters.endswith(spelling))


def _stem(area: Area, gazetteer: Gazetteer) -> str:
    return sounds.letters("".join(gazetteer.pinyin.get(area.code, ())))
