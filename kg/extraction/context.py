"""What every extractor reads: the parsed page, the report's own data, the vocabulary and where its wordings stand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extraction.lexicon import Lexicon, Matches, Scheme
from kg.extraction.lexicon import build as build_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Evidence, Head, Part
    from kg.parsing.structure import Page, Section
    from kg.vocabulary import Vocabulary

_QUOTED = re.compile(r"《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》|“[^“”\n]{1,60}”|‘[^‘’\n]{1,40}’")
_SENTENCE_END = re.compile(r"[。!?\n]+")
_LINE_END = re.compile("\n")
_CLAUSE_END = re.compile(r"[。!?\n;:,]")


@dataclass(frozen=True, slots=True)
class Context:
    """One report, ready for extraction. All offsets are into ``plain``."""

    plain: str
    page: Page
    head: Head
    vocabulary: Vocabulary
    lexicon: Lexicon
    found: dict[Scheme, Matches]
    """The matches of the schemes that were asked for so far: a memo, filled by ``find``."""
    sentence_starts: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    clause_starts: tuple[int, ...]
    clauses: tuple[tuple[int, int], ...]
    line_ends: tuple[int, ...]
    section_starts: tuple[int, ...]
    parents: tuple[int, ...]
    """For each section the index of the one around it, or -1."""
    quoted: tuple[tuple[int, int], ...]
    quoted_starts: tuple[int, ...]

    def evidence(self, start: int, end: int) -> Evidence:
        """Return the evidence in the text as decoded."""
        return self.page.text.evidence(start, end)

    def sentence(self, position: int) -> tuple[int, int]:
        """Return the sentence around a position (ends at 。!? or the end of the paragraph, which it includes)."""
        return self.sentences[bisect_right(self.sentence_starts, position) - 1]

    def clause(self, position: int) -> tuple[int, int]:
        """Return the clause around a position; marks inside quotation marks and titles do not end a clause."""
        return self.clauses[bisect_right(self.clause_starts, position) - 1]

    def paragraph(self, position: int) -> tuple[int, int]:
        """Return the paragraph (line) around a position, without its line end."""
        index = bisect_left(self.line_ends, position)
        start = self.line_ends[index - 1] + 1 if index else 0
        return start, self.line_ends[index] if index < len(self.line_ends) else len(self.plain)

    def sections(self, position: int) -> Iterator[Section]:
        """Yield the sections around a position, innermost first."""
        index = bisect_right(self.section_starts, position) - 1
        while index >= 0:
            section = self.page.sections[index]
            if position < section.end:
                yield section
            index = self.parents[index]

    def in_heading(self, position: int) -> bool:
        """Tell whether a position stands in the heading of a section, its number included."""
        index = bisect_right(self.section_starts, position) - 1
        return index >= 0 and position < self.page.sections[index].body

    def part(self, position: int) -> Part | None:
        """Return the statutory part around a position."""
        index = bisect_right(self.section_starts, position) - 1
        while index >= 0:
            section = self.page.sections[index]
            if section.part and position < section.end:
                return section.part
            index = self.parents[index]
        return None

    def quotation(self, position: int) -> tuple[int, int] | None:
        """Return the span of the 《》, “” or ‘’ around a position, with its marks, or None."""
        index = bisect_right(self.quoted_starts, position) - 1
        if index >= 0 and position < self.quoted[index][1]:
            return self.quoted[index]
        return None

    def find(self, scheme: Scheme) -> Matches:
        """Return the matches of a scheme in the whole text."""
        if scheme not in self.found:
            self.found[scheme] = self.lexicon.find(self.plain, scheme)
        return self.found[scheme]


def build(page: Page, head: Head, vocabulary: Vocabulary) -> Context:
    """Prepare a parsed page for the extractors."""
    plain = page.plain
    quoted = tuple(match.span() for match in _QUOTED.finditer(plain))
    sentences = (0, *[match.end() for match in _SENTENCE_END.finditer(plain)])
    clauses = tuple(_clause_starts(plain, quoted))
    return Context(
        plain,
        page,
        head,
        vocabulary,
        build_lexicon(vocabulary),
        {},
        sentences,
        tuple(pairwise((*sentences, len(plain)))),
        clauses,
        tuple(pairwise((*clauses, len(plain)))),
        tuple([match.start() for match in _LINE_END.finditer(plain)]),
        tuple(section.start for section in page.sections),
        _parents(page.sections),
        quoted,
        tuple(start for start, _ in quoted),
    )


def _clause_starts(plain: str, quoted: tuple[tuple[int, int], ...]) -> list[int]:
    starts = [0, *[match.end() for match in _CLAUSE_END.finditer(plain)]]
    kept: list[int] = []
    outside = 0
    for opening, closing in quoted:
        inside = bisect_right(starts, opening, outside)
        kept += starts[outside:inside]
        outside = bisect_right(starts, closing, inside)
    return kept + starts[outside:]


def _parents(sections: tuple[Section, ...]) -> tuple[int, ...]:
    """Return for each section the index of the nearest one before it of a higher level, or -1."""
    parents: list[int] = []
    for index, section in enumerate(sections):
        parent = index - 1
        while parent >= 0 and sections[parent].level >= section.level:
            parent = parents[parent]
        parents.append(parent)
    return tuple(parents)
