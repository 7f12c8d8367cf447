"""Parts of a report that have no heading of their own: a passage that admits problems, a closing outlook."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.parsing.layout import numbering
from kg.parsing.structure import Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.model import Part
    from kg.parsing.parts import Report

_TITLES = re.compile(r"《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》")
_SENTENCE = re.compile(r"[^。!?\n]+[。!?]?")
_RESPONSIBLE = "第一责任人"
_REACH = 60
_OPENING = 25
_EARLIEST = 0.4
"""The share of the body before which no passage is taken for the outlook or for admitted problems."""


def with_unheaded(report: Report, sections: Sequence[Section], parts: Sequence[Part]) -> tuple[Section, ...]:
    """Return the sections together with those for passages whose part no heading names."""
    missing = set(parts) - {section.part for section in sections}
    result = list(sections)
    if "next-plan" in missing and (turn := _outlook(report)) is not None:
        result = _closed(result, turn, report.end)
    if "shortcomings" in missing and (passage := _problems(report)) is not None:
        result = _inserted(result, *passage)
    return tuple(result)


def has_leader_duty(report: Report) -> bool:
    """Tell whether a paragraph speaks, outside titles, of how the heads do their duty as 第一责任人."""
    for row in report.rows:
        if _RESPONSIBLE in row.content:
            bare = _TITLES.sub("", row.content)
            if _RESPONSIBLE in bare and report.wording.has(
                "passage-leader-duty", bare.replace(_RESPONSIBLE, "")
            ):
                return True
    return False


def _outlook(report: Report) -> int | None:
    """Return where the closing outlook begins: a late sentence that opens with 下一步, 明年 or the next year."""
    for start, sentence in _late_sentences(report):
        opening = sentence[:_OPENING]
        if _opens_outlook(report, opening) and report.wording.has("passage-intention", sentence):
            return start
    return None


def _opens_outlook(report: Report, opening: str) -> bool:
    if report.wording.begins("passage-next-plan", opening):
        return True
    return report.year is not None and opening.startswith(f"{report.year + 1}年")


def _problems(report: Report) -> tuple[int, int] | None:
    """Return the passage that admits problems: from its sentence to the end of its paragraph."""
    for start, sentence in _late_sentences(report):
        place = report.wording.place("passage-shortcomings", sentence)
        if place is None or not report.wording.has(
            "part-shortcomings-what", sentence[place : place + _REACH]
        ):
            continue
        if not report.wording.has("passage-not-shortcomings", sentence[:place]):
            line_end = report.plain.find("\n", start, report.end)
            return start, line_end if line_end >= 0 else report.end
    return None


def _late_sentences(report: Report) -> Iterator[tuple[int, str]]:
    if not report.rows:
        return
    first = report.rows[0].start
    earliest = first + _EARLIEST * (report.end - first)
    for row in report.rows:
        if row.end < earliest:
            continue
        number = numbering(row.content)
        for match in _SENTENCE.finditer(row.content, number[1] if number else 0):
            if row.start + match.start() >= earliest:
                yield row.start + match.start(), match[0]


def _closed(sections: Sequence[Section], turn: int, end: int) -> list[Section]:
    """End all sections at ``turn`` and let the outlook follow as a section of the highest level."""
    top = min((section.level for section in sections), default=1)
    before = [replace(section, end=min(section.end, turn)) for section in sections if section.start < turn]
    after = [section for section in sections if section.start >= turn]
    return [*before, Section(top, "", turn, turn, end, "next-plan"), *after]


def _inserted(sections: Sequence[Section], start: int, end: int) -> list[Section]:
    """Insert the passage as a section within those around it."""
    around = [section.level for section in sections if section.start <= start < section.end]
    passage = Section(max(around, default=0) + 1, "", start, start, end, "shortcomings")
    return sorted([*sections, passage], key=lambda section: (section.start, section.level))
