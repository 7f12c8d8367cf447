"""The vocabulary that the extractors read: concepts and word lists, kept in the Turtle files of ``ontology/``.

Teaching the system a new indicator, program type, kind of body or wording means editing Turtle, not Python.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import resources
from kg.errors import VocabularyError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

BASE = "https://w3id.org/rol-kg/"
_ROL = BASE + "ontology#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

VOCABULARY_FILES = ("indicators.ttl", "program-types.ttl", "bodies.ttl", "wordings.ttl")


@dataclass(frozen=True, slots=True)
class Concept:
    """An indicator, indicator group, program type or kind of body, with its wordings.

    ``broader`` are the notations of the directly wider concepts; the wordings are simplified, half-width and
    without quotation marks, in the order in which the file gives them.
    """

    iri: str
    notation: str
    label: str
    label_en: str
    broader: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    part_of: str | None = None
    share_rate: str | None = None
    """The indicator that the share of such a count in its total belongs to."""
    settled_as: str | None = None
    """The indicator of how many of what was counted were settled."""
    endings: tuple[str, ...] = ()
    """How the names of such bodies end, the usual ending first."""
    bureau: bool = False
    """Whether such a body is a department of a government."""
    one_per_area: bool = False
    """Whether an area has one such body, so that the ending alone names it."""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """All concepts by notation, the word lists by notation, and the digest of the files they came from.

    Compared and hashed by identity, so that what is built from a vocabulary can be cached.
    """

    indicators: Mapping[str, Concept]
    indicator_groups: Mapping[str, Concept]
    program_types: Mapping[str, Concept]
    body_types: Mapping[str, Concept]
    words: Mapping[str, tuple[str, ...]]
    digest: str

    def closure(self, kind: str, notation: str) -> tuple[str, ...]:
        """Return the IRIs of a concept and all broader ones, itself first.

        ``kind`` is ``program_types`` or ``indicators``. An indicator's only broader concept is its group.
        """
        concepts: Mapping[str, Concept] = getattr(self, kind)
        found: dict[str, None] = {}
        queue = [notation]
        while queue:
            concept = concepts.get(queue[0]) or self.indicator_groups.get(queue[0])
            queue.pop(0)
            if concept is not None and concept.iri not in found:
                found[concept.iri] = None
                queue.extend(concept.broader)
        return tuple(found)


def load(extra: Iterable[Path] = ()) -> Vocabulary:
    """Load the project's vocabulary files and the user's own.

    Raises VocabularyError for a file that is not there, or whose Turtle is broken (with the line).
    """
    return _load(tuple(resources.folder("ontology") / name for name in VOCABULARY_FILES) + tuple(extra))


@cache
def _load(paths: tuple[Path, ...]) -> Vocabulary:
    digest = hashlib.sha256()
    subjects: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(lambda: defaultdict(list))
    for path in paths:
        data = _bytes(path)
        digest.update(data)
        _read_turtle(path, data, subjects)
    by_class: dict[str, dict[str, Concept]] = defaultdict(dict)
    words: dict[str, tuple[str, ...]] = {}
    for iri, properties in subjects.items():
        for kind in properties.get(_TYPE, ()):
            notation = _first(properties.get(_SKOS + "notation", ()))
            if kind.value == _ROL + "WordList":
                words[notation] = words.get(notation, ()) + _plain(properties.get(_ROL + "term", ()))
            elif notation:
                by_class[kind.value][notation] = _concept(iri, notation, properties)
    return Vocabulary(
        by_class[_ROL + "Indicator"],
        by_class[_ROL + "IndicatorGroup"],
        by_class[_ROL + "ProgramType"],
        by_class[_ROL + "BodyType"],
        words,
        digest.hexdigest()[:16],
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise VocabularyError("file-missing", path=path) from None
    except OSError as error:
        raise VocabularyError("file-unreadable", path=path, detail=error.strerror) from None


def _read_turtle(
    path: Path, data: bytes, subjects: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]
) -> None:
    try:
        for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                subjects[quad.subject.value][quad.predicate.value].append(quad.object)
    except SyntaxError as error:
        detail = " ".join(str(error.msg).split())
        raise VocabularyError("vocabulary-broken", path=path, line=error.lineno, detail=detail) from None


def _concept(iri: str, notation: str, properties: Mapping[str, list[ox.NamedNode | ox.Literal]]) -> Concept:
    labels = properties.get(_SKOS + "prefLabel", ())
    return Concept(
        iri,
        notation,
        _in_language(labels, "zh"),
        _in_language(labels, "en"),
        tuple(node.value.rsplit("/", 1)[-1] for node in properties.get(_SKOS + "broader", ())),
        _plain([*labels, *properties.get(_SKOS + "altLabel", ())], "zh"),
        _plain(properties.get(_ROL + "trigger", ())),
        _plain(properties.get(_ROL + "context", ())),
        _plain(properties.get(_ROL + "exclude", ())),
        _plain(properties.get(_ROL + "unit", ())),
        _first(properties.get(_ROL + "partOfType", ())).rsplit("/", 1)[-1] or None,
        _first(properties.get(_ROL + "shareRate", ())).rsplit("/", 1)[-1] or None,
        _first(properties.get(_ROL + "settledAs", ())).rsplit("/", 1)[-1] or None,
        _plain(properties.get(_ROL + "ending", ())),
        _first(properties.get(_ROL + "bureau", ())) == "true",
        _first(properties.get(_ROL + "onePerArea", ())) == "true",
    )


def _first(nodes: Sequence[ox.NamedNode | ox.Literal]) -> str:
    return nodes[0].value if nodes else ""


def _in_language(nodes: Sequence[ox.NamedNode | ox.Literal], language: str) -> str:
    return next((n.value for n in nodes if isinstance(n, ox.Literal) and n.language == language), "")


def _plain(nodes: Sequence[ox.NamedNode | ox.Literal], language: str | None = None) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            n.value
            for n in nodes
            if isinstance(n, ox.Literal) and (language is None or n.language == language)
        )
    )
