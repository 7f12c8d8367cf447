"""Names that people type for things of the graph: an indicator, a program type, a level."""

from __future__ import annotations

import difflib
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import resources, sounds, terms, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kg.vocabulary import Concept

_NEAR = 3


@dataclass(frozen=True, slots=True)
class Names:
    """Things by every name they go by (folded, see ``fold``), and how each is shown to people."""

    by_name: Mapping[str, tuple[str, ...]]
    shown: Mapping[str, str]

    def find(self, name: str) -> tuple[str, ...]:
        """Return the IRIs of the things of that name."""
        return self.by_name.get(fold(name), ())

    def near(self, name: str) -> tuple[str, ...]:
        """Return the things that the name may mean, as people see them."""
        folded = fold(name)
        parts = [known for known in self.by_name if folded in known or (len(known) > 1 and known in folded)]
        similar = difflib.get_close_matches(folded, self.by_name, n=_NEAR, cutoff=0.5)
        heard = [known for known in self.by_name if _sounds_as(folded, known)]
        iris = dict.fromkeys(iri for known in [*heard, *similar, *parts] for iri in self.by_name[known])
        return tuple(self.shown[iri] for iri in iris)[:_NEAR]


def _sounds_as(typed: str, known: str) -> bool:
    """Tell whether what was typed, in characters or in pinyin, sounds as a Chinese name does."""
    if known.isascii():
        return False
    return sounds.spelled(known) == typed if typed.isascii() else sounds.alike(typed, known)


def fold(name: str) -> str:
    """Return a name without what does not tell names apart: case, width, spaces, hyphens."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(character for character in plain if character not in " _-\t\n")


@cache
def indicators() -> Names:
    """Return the indicators by notation and by their names in Chinese and English."""
    return _concepts(vocabulary.load().indicators.values())


@cache
def program_types() -> Names:
    """Return the program types by notation and by their names in Chinese and English."""
    return _concepts(vocabulary.load().program_types.values())


@cache
def levels() -> Names:
    """Return the levels of government by notation and by their labels."""
    return _individuals(lambda iri: iri.endswith("Level"))


@cache
def statuses() -> Names:
    """Return done and planned by notation and by their labels."""
    return _individuals({terms.REALISED.value, terms.PLANNED.value}.__contains__)


def _individuals(wanted: Callable[[str], bool]) -> Names:
    """Return the fixed values of the ontology whose IRIs are wanted."""
    found: dict[str, list[str]] = defaultdict(list)
    path = resources.folder("ontology") / "rol.ttl"
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        named = quad.predicate in (terms.RDFS_LABEL, terms.SKOS_NOTATION, terms.SKOS_PREF_LABEL)
        if named and wanted(quad.subject.value) and isinstance(quad.object, ox.Literal):
            found[quad.subject.value].append(quad.object.value)
    individuals = {iri: names for iri, names in found.items() if any(name.islower() for name in names)}
    return _names((iri, names, " ".join(dict.fromkeys(names))) for iri, names in individuals.items())


def _concepts(concepts: Iterable[Concept]) -> Names:
    return _names(
        (
            concept.iri,
            (concept.notation, concept.label_en, *concept.names),
            f"{concept.notation} {concept.label}",
        )
        for concept in concepts
    )


def _names(things: Iterable[tuple[str, Iterable[str], str]]) -> Names:
    by_name: dict[str, dict[str, None]] = defaultdict(dict)
    shown: dict[str, str] = {}
    for iri, names, how in things:
        shown[iri] = how
        for name in names:
            by_name[fold(name)][iri] = None
    return Names({name: tuple(iris) for name, iris in by_name.items()}, shown)
