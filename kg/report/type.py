"""Of which type a report is: yearly report on law-based government, work summary, work plan, or another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.body_finding import find_bodies
from kg.report.words import has, pattern

if TYPE_CHECKING:
    from kg.model import ReportType
    from kg.report.clues import Clues
    from kg.vocabulary import Vocabulary

_LEAST_PARTS = 3
_LEAST_SECTIONS = 2
_YEAR_FIRST = re.compile(r"\W{0,2}(?:(?:19|20)\d\d年|今年|一年来|去年|[近本]年)")
_TITLES = re.compile("《[^《》]*》")
_RANGE = re.compile(r"(?<!\d)(?:19|20)\d\d年?[-—–~～至到]+(?:19|20)\d\d(?!\d)")
_OPENING = 200
_NEAR_START = 30


def report_type(clues: Clues, vocabulary: Vocabulary) -> ReportType:
    """Return the type by the title, else by what the opening announces, else by the page as a whole."""
    for heading in (clues.title,) if clues.title else clues.headlines:
        found = _by_heading(heading, vocabulary)
        if found is not None:
            return found
    if clues.announced:
        found = _by_heading(clues.announced, vocabulary)
        if found == "work-summary" and _is_on_law(clues, vocabulary):
            return "annual-report"
        if found is not None:
            return found
    for topic in (*clues.fields("topic"), *_crumbs(clues)):
        if has(vocabulary, "of-other-kind", topic):
            return "other"
        if has(vocabulary, "law-government", topic) and has(vocabulary, "looks-back", topic):
            return "annual-report"
    if clues.title:
        return "other"
    return _by_body(clues, vocabulary)


def _by_heading(heading: str, vocabulary: Vocabulary) -> ReportType | None:
    of_law = has(vocabulary, "law-government", heading)
    if has(vocabulary, "of-other-kind", heading):
        return "other"
    if has(vocabulary, "not-of-work", heading) and not (of_law and "法治政府" in heading):
        return "other"
    if has(vocabulary, "looks-back", heading):
        if of_law and _is_of_several_years(heading, vocabulary):
            return "work-summary" if has(vocabulary, "summary", heading) else "other"
        return "annual-report" if of_law else "work-summary"
    return "work-plan" if has(vocabulary, "looks-ahead", heading) else None


def _is_of_several_years(heading: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a title speaks of several years (2021—2025年, “十四五”), and not of one of them."""
    if "年度" in heading:
        return False
    outside = _TITLES.sub("", heading)
    return _RANGE.search(outside) is not None or has(vocabulary, "several-years", outside)


def _is_on_law(clues: Clues, vocabulary: Vocabulary) -> bool:
    """Tell whether the opening of a page without a title speaks of law-based government."""
    if clues.title or has(vocabulary, "summary", clues.announced):
        return False
    return has(vocabulary, "law-government-work", clues.opening[: _OPENING * 2])


def _crumbs(clues: Clues) -> list[str]:
    """Return the pieces of the way through the site that the page shows."""
    lines = [line for line in clues.preface.split("\n") if ">" in line or "»" in line]
    return [piece.strip() for line in lines for piece in re.split("[>»]", line)]


def _by_body(clues: Clues, vocabulary: Vocabulary) -> ReportType:
    """Tell the type of a page without a title from its opening and its sections."""
    opening = clues.opening[:_OPENING]
    page = clues.page
    if has(vocabulary, "plan-opening", opening):
        return "work-plan"
    news = pattern(vocabulary, "news-opening").search(opening[:_NEAR_START])
    if news is not None:
        return "other"
    headings = [section.heading for section in page.sections[:_LEAST_SECTIONS]]
    statutory = any(has(vocabulary, "statutory-heading", heading) for heading in headings)
    if statutory and has(vocabulary, "law-government-work", clues.opening):
        return "annual-report"
    if any(has(vocabulary, "law-government", h) and has(vocabulary, "looks-back", h) for h in headings):
        return "annual-report"
    paragraph = _TITLES.sub("", clues.opening.split("\n")[0])
    if len(pattern(vocabulary, "law-government-work").findall(paragraph)) > 1:
        return "annual-report"
    aims = set(pattern(vocabulary, "law-government-aim").findall(paragraph))
    if len(aims) > 1 and not clues.speaks_as_body and not has(vocabulary, "of-justice", paragraph):
        return "annual-report"
    parts = set(page.parts)
    if len(parts) >= _LEAST_PARTS and "shortcomings" in parts and has(vocabulary, "law-government", opening):
        return "annual-report"
    time = _YEAR_FIRST.match(opening)
    if time is not None and _speaks_of_body(opening, time.end(), vocabulary):
        return "work-summary"
    looks_back = time is not None or "achievements" in parts
    if looks_back and len(page.sections) >= _LEAST_SECTIONS:
        return "work-summary"
    return "other"


def _speaks_of_body(opening: str, start: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a body's name follows the time that opens a page: 2023年,|天宁区司法局|坚持…."""
    start += opening.startswith((",", "、"), start)
    found = find_bodies(opening, start, min(len(opening), start + _NEAR_START), vocabulary)
    return bool(found) and found[0][0] == start
