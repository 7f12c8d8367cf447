"""Helps tests to read the programs of a short text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.programs import find_implementations
from kg.model import Body
from kg.parsing.structure import Section
from tests.extraction.reading import TIANNING, context_of, head, resolvers_of

if TYPE_CHECKING:
    from kg.model import Head, Implementation, Part

PUBLISHER = Body(TIANNING, "常州市天宁区司法局")


def programs_of(
    text: str, report: Head | None = None, sections: tuple[Section, ...] = ()
) -> list[Implementation]:
    """The programs of a text that the district's bureau of justice publishes."""
    context = context_of(text, report or head(publisher=PUBLISHER), sections)
    return find_implementations(context, resolvers_of(context))


def in_part(text: str, part: Part) -> list[Implementation]:
    """The programs of a text that stands in one of the statutory parts."""
    return programs_of(text, sections=(Section(1, "", 0, 0, len(text), part),))


def names(found: list[Implementation]) -> list[str]:
    """The names, in order."""
    return [program.name for program in found]


def types(found: list[Implementation]) -> list[str | None]:
    """The first type of each, in order."""
    return [program.types[0] if program.types else None for program in found]
