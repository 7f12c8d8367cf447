"""A text that was cleaned, with the way back to the characters it came from.

Normalisation and parsing change characters one for one or leave some out; a ``Text`` keeps, for each character
of the cleaned text, the span of the original it stands for. So every fact found in ``plain`` leads back to
``original[start:end]``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Text:
    """``plain[i]`` stands for ``original[starts[i]:ends[i]]``; ``gaps`` are the places in ``plain`` before which
    white space was left out (so that layouts that separate fields by spaces can still be read).
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
        first, last = self.span(start, end)
        return Evidence(first, last, self.original[first:last])

    def spaced(self, start: int, end: int) -> str:
        """Return ``plain[start:end]`` with a space at each place where white space was left out."""
        cuts = sorted(gap for gap in self.gaps if start < gap < end)
        pieces = [self.plain[a:b] for a, b in zip([start, *cuts], [*cuts, end], strict=True)]
        return " ".join(pieces)

    def without(
        self,
        regions: Iterable[tuple[int, int]],
        *,
        glued: bool = False,
        gaps_at: frozenset[tuple[int, int]] = frozenset(),
    ) -> Text:
        """Leave out the regions (sorted, apart) of ``plain``.

        With ``glued`` the character before a region takes the region's original characters into its span. Where a
        region is one of ``gaps_at``, its place is remembered in ``gaps``.
        """
        starts: list[int] = []
        ends: list[int] = []
        pieces: list[str] = []
        gaps: set[int] = set()
        position = 0
        pending = sorted(self.gaps)
        taken = 0
        for first, last in [*regions, (len(self.plain), len(self.plain))]:
            shift = position - len(starts)
            while taken < len(pending) and pending[taken] <= first:
                gaps.add(pending[taken] - shift)
                taken += 1
            pieces.append(self.plain[position:first])
            starts.extend(self.starts[position:first])
            ends.extend(self.ends[position:first])
            while taken < len(pending) and pending[taken] <= last:
                gaps.add(len(starts))
                taken += 1
            if glued and ends and last > first:
                ends[-1] = self.ends[last - 1]
            if (first, last) in gaps_at:
                gaps.add(len(starts))
            position = last
        return Text(self.original, "".join(pieces), starts, ends, frozenset(gaps))
