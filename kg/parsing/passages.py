"""Parts of a report that have no heading of their own: admitted problems, an outlook, the heads' duty."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from kg.parsing.heading_parts import of_heading
from kg.parsing.layout import NUMERALS, numbering
from kg.parsing.structure import Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.model import Part
    from kg.parsing.layout import Line
    from kg.parsing.wording import Wording

_TITLES = re.compile(r"《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》")
_CLAUSE = re.compile(r"[^,。:;!?\n]+")
_SENTENCE = re.compile(r"[^。!?\n]+[。!?]?")
_ITEM = re.compile(
    f"[{NUMERALS}]是|\\([{NUMERALS}\\d]{{1,2}}\\)|\\d{{1,2}}[.、](?!\\d)|[\u2460-\u2473]|[{NUMERALS}]、"
)
_NUMERAL = re.compile(f"[{NUMERALS}\\d\u2460-\u2473]+")
_RESPONSIBLE = "第一责任人"
_REACH = 60
_OPENING = 25
_NEAR = 12
_MOST_TURNS = 8
_EARLIEST = 0.4
"""The share of the body before which no passage is taken for the outlook or for admitted problems."""


@dataclass(frozen=True, slots=True)
class Report:
    """What the search for parts reads: the cleaned text, the body's lines and end, the year reported on."""

    plain: str
    rows: Sequence[Line]
    end: int
    year: int | None
    wording: Wording
    known: dict[str, tuple[Part, ...]] = field(default_factory=dict)
    """The parts that headings name: a memo, filled by ``parts_of``."""

    def parts_of(self, heading: str) -> tuple[Part, ...]:
        """Return the parts that a heading names, in the order in which it names them."""
        if heading not in self.known:
            self.known[heading] = of_heading(heading, self.year, self.wording)
        return self.known[heading]


class _Spans:
    """The places of the sections that belong to certain parts."""

    def __init__(self, sections: Sequence[Section], parts: Sequence[Part]) -> None:
        chosen = sorted((section.start, section.end) for section in sections if section.part in parts)
        self._starts = [start for start, _ in chosen]
        self._ends = list(accumulate((end for _, end in chosen), max))

    def hold(self, place: int) -> bool:
        """Tell whether a place lies within one of them."""
        index = bisect_right(self._starts, place) - 1
        return index >= 0 and place < self._ends[index]


def with_turns(report: Report, sections: Sequence[Section]) -> tuple[Section, ...]:
    """Split the sections whose heading names two parts where the text turns from the first to the second."""
    result = list(sections)
    named = [report.parts_of(section.heading) for section in sections]
    shared = [index for index, parts in enumerate(named) if len(parts) > 1]
    for index in shared[:_MOST_TURNS]:
        section, second = sections[index], named[index][1]
        if not _names_below(sections, named, index, second):
            turn = next(_turns(report, section, second), None)
            if turn is not None:
                result = _cut(result, Section(section.level, "", turn, turn, section.end, second))
    return tuple(result)


def with_unheaded(report: Report, sections: Sequence[Section], parts: Sequence[Part]) -> tuple[Section, ...]:
    """Return the sections together with those for passages whose part no heading names."""
    missing = set(parts) - {section.part for section in sections}
    result = list(sections)
    if "next-plan" in missing and (turn := _outlook(report)) is not None:
        top = min((section.level for section in sections), default=1)
        result = _cut(result, Section(top, "", turn, turn, report.end, "next-plan"))
    if "shortcomings" in missing and (passage := _problems(report, result)) is not None:
        result = _inserted(result, *passage)
    return tuple(result)


def has_leader_duty(report: Report, sections: Sequence[Section]) -> bool:
    """Tell whether a paragraph on the past year opens with how the heads did their duty."""
    ahead = _Spans(sections, ("shortcomings", "next-plan"))
    return any(
        _tells_of_duty(row.content, report.wording)
        for row in report.rows
        if _RESPONSIBLE in row.content and not ahead.hold(row.start)
    )


def _tells_of_duty(paragraph: str, wording: Wording) -> bool:
    """Tell whether a paragraph is about the heads' duty for the rule of law: its first clause or heading says so."""
    bare = _TITLES.sub("", paragraph)
    place = bare.find(_RESPONSIBLE)
    if place < 0 or not wording.has("passage-rule-of-law", bare):
        return False
    number = numbering(bare)
    opening = _CLAUSE.match(bare, number[1] if number else 0)
    return opening is not None and (place < opening.end() or wording.has("passage-leader-duty", opening[0]))


def _names_below(
    sections: Sequence[Section], named: Sequence[tuple[Part, ...]], index: int, part: Part
) -> bool:
    """Tell whether a heading within the section names the part."""
    for below in range(index + 1, len(sections)):
        if sections[below].start >= sections[index].end:
            return False
        if part in named[below]:
            return True
    return False


def _turns(report: Report, section: Section, part: Part) -> Iterator[int]:
    for start, sentence in _sentences(report, section.body, section.end):
        if start == section.body:
            continue
        if part == "next-plan":
            remedies = report.wording.begins("passage-remedy", sentence)
            if (remedies and report.wording.has("passage-intention", sentence)) or _is_outlook(
                report, sentence
            ):
                yield start
        elif part == "shortcomings" and _admits(report, sentence):
            yield start


def _outlook(report: Report) -> int | None:
    """Return where the outlook begins: a late sentence that opens with 下一步, 明年 or the next year."""
    sentences = _sentences(report, _earliest(report), report.end)
    return next((start for start, sentence in sentences if _is_outlook(report, sentence)), None)


def _is_outlook(report: Report, sentence: str) -> bool:
    opening = sentence[:_OPENING]
    dated = report.year is not None and opening.startswith(f"{report.year + 1}年")
    if not dated and not report.wording.begins("passage-next-plan", opening):
        return False
    return report.wording.has("passage-intention", sentence)


def _problems(report: Report, sections: Sequence[Section]) -> tuple[int, int] | None:
    """Return the passage that admits problems: from its sentence to the end of its paragraph.

    Where the sentence ends the paragraph, the numbered lines below it belong to the passage.
    """
    plans = _Spans(sections, ("next-plan",))
    for start, sentence in _sentences(report, _earliest(report), report.end):
        if _admits(report, sentence) and not plans.hold(start):
            line_end = report.plain.find("\n", start, report.end)
            line_end = line_end if line_end >= 0 else report.end
            announces = start + len(sentence) >= line_end
            return start, _items_end(report, line_end) if announces else line_end
    return None


def _items_end(report: Report, end: int) -> int:
    """Return where the numbered lines end that follow right behind a line which ends at ``end``."""
    at = bisect_right(report.rows, end, key=_row_start)
    form = None
    for row in islice(report.rows, at, None):
        found = _ITEM.match(row.content)
        if found is None or (form is not None and _form(found[0]) != form):
            break
        form = _form(found[0])
        end = row.end
    return end


def _form(number: str) -> str:
    return _NUMERAL.sub("#", number)


def _admits(report: Report, sentence: str) -> bool:
    place = report.wording.place("passage-shortcomings", sentence)
    if place is None or report.wording.has("passage-not-shortcomings", sentence[:place]):
        return False
    if report.wording.has("passage-mended", sentence[place : place + _NEAR]):
        return False  # 对存在的问题落实整改措施
    return report.wording.has("part-shortcomings-what", sentence[place : place + _REACH])


def _earliest(report: Report) -> int:
    if not report.rows:
        return report.end
    first = report.rows[0].start
    return int(first + _EARLIEST * (report.end - first))


def _sentences(report: Report, first: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the sentences that begin in the span, with their places, numbers in front of them left out."""
    at = max(0, bisect_right(report.rows, first, key=_row_start) - 1)
    for row in islice(report.rows, at, None):
        if row.start >= end:
            return
        number = numbering(row.content)
        for match in _SENTENCE.finditer(row.content, number[1] if number else 0):
            if first <= row.start + match.start() < end:
                yield row.start + match.start(), match[0]


def _row_start(row: Line) -> int:
    return row.start


def _cut(sections: Sequence[Section], new: Section) -> list[Section]:
    """End the sections at the start of the new one, and let it follow."""
    before = [
        replace(section, end=min(section.end, new.start)) for section in sections if section.start < new.start
    ]
    after = [section for section in sections if section.start >= new.start]
    return [*before, new, *after]


def _inserted(sections: Sequence[Section], start: int, end: int) -> list[Section]:
    """Insert the passage as a section within those around it."""
    around = [section.level for section in sections if section.start <= start < section.end]
    passage = Section(max(around, default=0) + 1, "", start, start, end, "shortcomings")
    items = [replace(s, part="shortcomings") if start <= s.start < end else s for s in sections]
    return sorted([*items, passage], key=lambda section: (section.start, section.level))
