"""One finding as a flat row, which the formats share."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from kg.validation.checks import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.messages import Language
    from kg.validation.checks import Words
    from kg.validation.examine import Examined, Located
    from kg.validation.places import Place

COLUMNS = (
    "source", "severity", "check", "message", "ground", "remedy", "left", "right",
    "line", "column", "endLine", "endColumn", "start", "end", "quote", "before", "after",
    "report", "focus", "path", "value", "other", "otherLine", "otherColumn", "otherQuote", "shape",
)  # fmt: skip


def row(examined: Examined, located: Located, language: Language) -> dict[str, Any]:
    """Return a finding as values by column, None where there is none."""
    finding, check = located.finding, located.check
    values: dict[str, Any] = dict.fromkeys(COLUMNS)
    values |= {
        "source": examined.source,
        "severity": finding.severity,
        "check": finding.check,
        "message": finding.message(language),
        "ground": said(check.ground if check else None, language),
        "remedy": said(check.remedy if check else None, language),
    }
    for name in ("left", "right", "report", "focus", "path", "value", "other", "shape"):
        values[name] = getattr(finding, name)
    return values | _place(located.place) | _other(located.other)


def said(words: Words | None, language: Language) -> str | None:
    """Return a text in one language, None if there is none."""
    return words.in_language(language) if words else None


def counts(examined: Iterable[Examined]) -> dict[str, int]:
    """Return how many findings there are of each severity."""
    found = [located.finding.severity for one in examined for located in one.findings]
    return {severity: found.count(severity) for severity in SEVERITIES}


def rows(examined: Sequence[Examined], language: Language) -> list[dict[str, Any]]:
    """Return all findings as rows, in order."""
    return [row(one, located, language) for one in examined for located in one.findings]


def _place(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    values = asdict(place)
    return {"endLine": values.pop("end_line"), "endColumn": values.pop("end_column"), **values}


def _other(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    return {"otherLine": place.line, "otherColumn": place.column, "otherQuote": place.quote}
