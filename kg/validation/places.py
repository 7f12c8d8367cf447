"""Where in a report's text something stands: line and column, the quote, and what is around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kg import terms

if TYPE_CHECKING:
    from kg.validation.findings import Finding

_AROUND = 24
"""So many characters are shown on each side of a quote."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BRACKET = re.compile(r"[〔\[（(]")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a text. Offsets are code points from 0, lines and columns count from 1, ends are exclusive."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    quote: str
    before: str
    after: str


class Places:
    """Finds places in one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def at(self, start: int, end: int) -> Place | None:
        """Return the place of a span, None if the text has no such span."""
        if not 0 <= start <= end <= len(self.text):
            return None
        line, column = self._position(start)
        end_line, end_column = self._position(end)
        return Place(
            start,
            end,
            line,
            column,
            end_line,
            end_column,
            self.text[start:end],
            _flat(_LINE_END.split(self.text[max(0, start - _AROUND) : start])[-1]),
            _flat(_LINE_END.split(self.text[end : end + _AROUND])[0]),
        )

    def of_day(self, day: str) -> Place | None:
        """Return the first place where a day (``2024-05-02``) is written, in one of the usual ways."""
        try:
            found = date.fromisoformat(day)
        except ValueError:
            return None
        pattern = rf"{found.year}\s*[-年./]\s*0?{found.month}\s*[-月./]\s*0?{found.day}(?!\d)(?:\s*日)?"
        return self._first(pattern)

    def of_number(self, number: str) -> Place | None:
        """Return the first place of a document number, whatever its brackets."""
        parts = [re.escape(part) for part in re.split(r"[〔〕\[\]（）()\s]+", number) if part]
        return self._first(r"[〔〕\[\]（）()\s]*".join(parts)) if parts else None

    def _first(self, pattern: str) -> Place | None:
        match = re.search(pattern, self.text)
        return self.at(match.start(), match.end()) if match else None

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1


def place_of(finding: Finding, places: Places) -> Place | None:
    """Return where a finding stands: its statement or evidence, else the date or number that it names."""
    for node in (finding.focus, finding.value):
        span = span_of(node) if node else None
        if span is not None:
            return places.at(*span)
    if finding.focus != finding.report or not finding.value:
        return None
    if _DAY.fullmatch(finding.value):
        return places.of_day(finding.value)
    return places.of_number(finding.value) if _BRACKET.search(finding.value) else None


def span_of(iri: str) -> tuple[int, int] | None:
    """Return the span that the IRI of a statement or an evidence carries, None for any other node."""
    match = re.search(r"#char=(\d+),(\d+)$", iri) or re.search(r"/[a-z]+/(\d+)-(\d+)$", iri)
    if not iri.startswith(terms.REPORT_BASE) or match is None:
        return None
    return int(match[1]), int(match[2])


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)
