"""Who answers for what a plan promises: notes such as (责任部门:…) behind a passage."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.bodies import complete, is_bureau, kind_of
from kg.body_finding import LEVEL_CHARACTERS
from kg.model import Body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.areas import Gazetteer
    from kg.extraction.context import Context
    from kg.vocabulary import Vocabulary

_LONGEST_NOTE = 200
_JOINTS = re.compile("[、,;/]|以及|(?<=[科股室处所局办委院会队])和")


@dataclass(frozen=True, slots=True)
class Note:
    """A note on who is responsible for ``start`` to ``end`` of the plain text, where the note begins."""

    start: int
    end: int
    bodies: tuple[Body, ...]


@dataclass(frozen=True, slots=True)
class Responsibilities:
    """The notes of a report, in order and apart."""

    notes: tuple[Note, ...]
    ends: tuple[int, ...]

    def at(self, position: int) -> tuple[Body, ...]:
        """Return the bodies that answer for what stands at the position."""
        index = bisect_left(self.ends, position)
        if index < len(self.notes) and self.notes[index].start <= position:
            return self.notes[index].bodies
        return ()


def responsibilities(context: Context, gazetteer: Gazetteer) -> Responsibilities:
    """Read the notes. One governs its paragraph back to the note before; a paragraph of its own, the one before it."""
    notes: list[Note] = []
    for match in _noted(context):
        bodies = tuple(dict.fromkeys(_bodies(context, gazetteer, match)))
        if not bodies:
            continue
        start = context.paragraph(match.start())[0]
        if start == match.start():
            start = context.paragraph(max(0, start - 1))[0]
        if notes and notes[-1].end >= start:
            start = max(start, notes[-1].end + 1)
        notes.append(Note(start, match.start(), bodies))
    return Responsibilities(tuple(notes), tuple(note.end for note in notes))


def _noted(context: Context) -> Iterator[re.Match[str]]:
    """Yield the notes, in order; only lines with a label are searched."""
    labels = _label(context.vocabulary).finditer(context.plain)
    for line in dict.fromkeys(context.paragraph(label.start()) for label in labels):
        yield from _note(context.vocabulary).finditer(context.plain, *line)


@lru_cache(maxsize=4)
def _label(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Any label with its colon. The colon comes first: a search for a character is the fastest there is."""
    labels = "|".join(f"(?<={re.escape(label)}.)" for label in vocabulary.words["responsible-note"])
    return re.compile(f"[:：](?:{labels})")


@lru_cache(maxsize=4)
def _note(vocabulary: Vocabulary) -> re.Pattern[str]:
    labels = "|".join(map(re.escape, sorted(vocabulary.words["responsible-note"], key=len, reverse=True)))
    bodies = rf"[^()\[\]【】。\n]{{1,{_LONGEST_NOTE}}}"
    return re.compile(
        rf"[(\[【](?:{labels})[:：]({bodies})[)\]】]|(?:(?<=\n)|(?<=。))(?:{labels})[:：]({bodies})(?=。?\n|$)"
    )


def _bodies(context: Context, gazetteer: Gazetteer, match: re.Match[str]) -> list[Body]:
    text = match[1] or match[2] or ""
    labels = _labels(context.vocabulary)
    found: list[Body] = []
    for part in _JOINTS.split(text):
        name = labels.sub("", part).strip(" .。:“”").removesuffix("等")
        if name:
            found.append(_body(context, gazetteer, name))
    return found


@lru_cache(maxsize=4)
def _labels(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Labels inside a note (牵头单位:…;配合单位:…)."""
    words = vocabulary.words["responsible-note"] + vocabulary.words["responsible-note-inner"]
    return re.compile(rf"^(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})[:：]")


def _body(context: Context, gazetteer: Gazetteer, name: str) -> Body:
    """Complete a name: an office or station of the publisher bears its name in front, a department its place."""
    publisher, vocabulary = context.head.publisher, context.vocabulary
    kind = kind_of(name, vocabulary)
    if publisher is None or is_bureau(kind, vocabulary) or name.startswith(tuple(LEVEL_CHARACTERS)):
        own = publisher.name if publisher else None
        return complete(name, context.head.area, gazetteer, own, vocabulary)
    full = name if name.startswith(publisher.name) else publisher.name + name
    return Body(publisher.area, full, kind)
