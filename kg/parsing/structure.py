"""What parsing finds in a page: its header fields, title, sections, sentences. All offsets are into ``text.plain``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model import Part
    from kg.text import Text

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the page's header block.

    ``name`` is its kind, such as ``publisher``, ``issued``,
    ``document-number``, ``title``, ``subject`` (see the word lists ``field-…`` in ``ontology/wordings.ttl``);
    ``value`` is the cleaned value, never empty; ``start`` and ``end`` are the value's place.
    """

    name: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all below it, up to the next heading of the same or a higher level.

    ``level`` is 1 for 一、, 2 for (一), 3 for 1.; ``heading`` lacks the number; ``start`` is where the heading's
    number stands, ``body`` where the text after the heading begins. ``part`` is the statutory part that the
    section belongs to (its own or that of the section around it).
    """

    level: int
    heading: str
    start: int
    body: int
    end: int
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page as parsed. ``text.plain`` holds one paragraph a line: lines that a converter broke are joined.

    ``title`` and ``signature`` (the closing lines with the body's name and the date) are spans or None; ``body`` is
    the span of the report's own words, page furniture before and after it left out. ``sections`` come in the
    order of the text; ``parts`` names the statutory parts that the report has, in their statutory order.
    """

    text: Text
    fields: tuple[Field, ...]
    title: Span | None
    body: Span
    sections: tuple[Section, ...]
    parts: tuple[Part, ...]
    signature: Span | None = None

    @property
    def plain(self) -> str:
        """The cleaned text."""
        return self.text.plain
