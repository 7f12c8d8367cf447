"""A text that was cleaned, with the way back to the characters it came from.

Normalisation and parsing change characters one for one, leave some out, or end a line where white space
stood. A ``Text`` keeps, for each character of the cleaned text, the span of the original that it stands for.
So every fact found in ``plain`` leads back to ``original[start:end]``.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Text:
    """A cleaned text: ``plain[i]`` stands for ``original[starts[i]:ends[i]]``.

    ``gaps`` are the places in ``plain`` before which white space was left out, so that layouts that separate
    fields by spaces can still be read.
    """

    original: str
    plain: str
    starts: Sequence[int]
    ends: Sequence[int]
    gaps: frozenset[int] = frozenset()

    @staticmethod
    def of(original: str) -> Text:
        """Return the text that stands for itself."""
        n = len(original)
        return Text(original, original, range(n), range(1, n + 1))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Lead a non-empty span of ``plain`` back to the original's offsets."""
        return self.starts[start], self.ends[end - 1]

    def evidence(self, start: int, end: int) -> Evidence:
        """Return the evidence for a non-empty span of ``plain``."""
        first, last = self.starts[start], self.ends[end - 1]
        return Evidence(first, last, self.original[first:last])

    def spaced(self, start: int, end: int) -> str:
        """Return ``plain[start:end]`` with a space at each place where white space was left out."""
        cuts = [place for place in range(start + 1, end) if place in self.gaps]
        return " ".join(self.plain[a:b] for a, b in pairwise([start, *cuts, end]))

    def reading(self, plain: str) -> Text:
        """Return this text with other characters, as many as there are, in the place of its own."""
        return Text(self.original, plain, self.starts, self.ends, self.gaps)

    def without(
        self, regions: Iterable[tuple[int, int]], *, glued: bool = False, open_gaps: bool = False
    ) -> Text:
        """Leave out the regions (in order, apart) of ``plain``.

        With ``glued`` the character before a region takes the region's original characters into its span;
        with ``open_gaps`` the places of the regions are remembered in ``gaps``.
        """
        regions = tuple(regions)
        if not regions:
            return self
        copy = _Copy(self)
        for first, last in regions:
            copy.upto(first)
            copy.skip(last, opened=open_gaps, glued=glued)
        return copy.finished()

    def with_lines_at(self, places: Iterable[int], *, unseen: bool = False) -> Text:
        """End a line at each of the places (in order) that are gaps: it stands for the white space.

        With ``unseen`` lines end at other places too, where the line end stands for nothing.
        """
        length = len(self.plain)
        opened = [p for p in places if 0 < p < length and (unseen or self.ends[p - 1] < self.starts[p])]
        if not opened:
            return self
        copy = _Copy(self)
        for place in opened:
            copy.upto(place)
            copy.end_line()
        return copy.finished()


class _Copy:
    """A text in the making: the source's characters up to ``position`` are dealt with."""

    def __init__(self, source: Text) -> None:
        self._source = source
        self._position = 0
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._gaps: set[int] = set()
        self._pending = sorted(source.gaps)
        self._next = 0

    def upto(self, end: int) -> None:
        """Copy the characters before ``end``, and the gaps among them."""
        source, position = self._source, self._position
        shift = len(self._starts) - position
        while self._next < len(self._pending) and self._pending[self._next] < end:
            self._gaps.add(self._pending[self._next] + shift)
            self._next += 1
        self._pieces.append(source.plain[position:end])
        self._starts.extend(source.starts[position:end])
        self._ends.extend(source.ends[position:end])
        self._position = end

    def skip(self, end: int, *, opened: bool, glued: bool) -> None:
        """Leave out the characters before ``end``; the gaps among them become one."""
        first = self._next
        while self._next < len(self._pending) and self._pending[self._next] <= end:
            self._next += 1
        if opened or (self._next > first and not glued):
            self._gaps.add(len(self._starts))
        if glued and self._ends and end > self._position:
            self._ends[-1] = self._source.ends[end - 1]
        self._position = end

    def end_line(self) -> None:
        """Put a line end for the white space before the present position, which is a gap no more."""
        place = self._position
        if self._next < len(self._pending) and self._pending[self._next] == place:
            self._next += 1
        self._pieces.append("\n")
        self._starts.append(self._source.ends[place - 1])
        self._ends.append(self._source.starts[place])

    def finished(self) -> Text:
        """Copy the rest and return the text."""
        self.upto(len(self._source.plain) + 1)
        return Text(
            self._source.original, "".join(self._pieces), self._starts, self._ends, frozenset(self._gaps)
        )
