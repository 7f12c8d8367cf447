"""Findings: the results of an engine in words for people, with the numbers on both sides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Variable

from kg import terms
from kg.validation.checks import SEVERITIES, Severity, Words, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import QuerySolution, Store

    from kg.messages import Language
    from kg.validation.checks import Check
    from kg.validation.results import Result

_REPORT = re.compile(re.escape(terms.REPORT_BASE) + r"[0-9a-f]{16}")
_PLACEHOLDER = re.compile(r"\{[?$](\w+)\}")
_THIS = Variable("this")
_SIDES = ("left", "right", "other")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a check found.

    ``check`` is its stable name, the end of its shape's IRI. ``focus`` is the IRI of the statement or node it
    was found at, or of the property if the check is about all its uses; ``path`` the property that is wrong
    there; ``value`` the value or the node at fault, where there is one. Where two sides are compared, ``left``
    is what the statement says, ``right`` what stands against it, and ``other`` the statement it is from.
    ``report`` is the IRI of the report that the focus belongs to, ``shape`` that of the shape, ``component`` that
    of the kind of constraint.
    """

    severity: Severity
    check: str
    focus: str
    path: str | None
    value: str | None
    message_zh: str
    message_en: str
    left: str | None = None
    right: str | None = None
    other: str | None = None
    report: str | None = None
    shape: str = ""
    component: str = ""

    def message(self, language: Language) -> str:
        """Return what is wrong, in one language."""
        return self.message_zh if language == "zh" else self.message_en

    @property
    def order(self) -> tuple[int, str, str, str, str]:
        """A key to sort findings by: violations first, then by check and node."""
        return SEVERITIES.index(self.severity), self.check, self.focus, self.path or "", self.value or ""


Row = dict[str, str]
Rows = dict[tuple[str, str], list[Row]]
"""What SPARQL constraints say, by shape and focus."""


class Teller:
    """Puts the results of one run in words. ``rows`` is what is known already of what its queries say."""

    def __init__(self, store: Store, checks: Mapping[str, Check], rows: Rows | None = None) -> None:
        self._store = store
        self._checks = checks
        self._rows = {} if rows is None else rows

    def tell(self, result: Result) -> Finding:
        """Put a result in words: what its check says, filled with the values of its query."""
        check = self._checks.get(result.shape)
        row = self._row(result, check)
        words = _filled(check.message, row) if check else Words(result.words, result.words)
        focus, value = result.focus, result.value if result.value != result.focus else None
        if value is not None and value.startswith(
            (focus + "/", focus + "#")
        ):  # a report, and a statement of its
            focus, value = value, row.get("other")
        report = _REPORT.match(focus)
        left, right, other = (row.get(side) for side in _SIDES)
        return Finding(
            result.severity,
            check.name if check else "unnamed" if not result.shape else name_of(result.shape),
            focus,
            result.path,
            value,
            words.zh,
            words.en,
            left,
            right,
            other,
            report[0] if report else None,
            result.shape,
            result.component,
        )

    def _row(self, result: Result, check: Check | None) -> dict[str, str]:
        """Return all that a SPARQL constraint says of a result; of several rows the first."""
        if check is None or check.select is None:
            return {}
        key = (result.shape, result.focus)
        if key not in self._rows:
            self._rows[key] = list(_solutions(self._store, check.select, result.focus))
        fitting = [row for row in self._rows[key] if row.get("value", result.focus) == result.value]
        return min(fitting, key=lambda row: sorted(row.items()), default={})


def _solutions(store: Store, select: str, focus: str) -> Iterator[dict[str, str]]:
    """Ask a SPARQL constraint once more: pySHACL keeps only the value of what it finds."""
    names = selected(select)
    for solution in store.query(select, substitutions={_THIS: NamedNode(focus)}):  # type: ignore[union-attr]
        yield row_of(solution, names)


@lru_cache(maxsize=512)
def selected(select: str) -> tuple[str, ...]:
    """Return the names that a query selects."""
    return tuple(re.findall(r"[?$](\w+)", select.partition("WHERE")[0].rpartition("SELECT")[2]))


def row_of(solution: QuerySolution, names: Iterable[str]) -> dict[str, str]:
    """Return the texts of a solution, by name."""
    return {name: text for name in names if (text := _text(solution[name])) is not None}


def _text(term: object) -> str | None:
    if isinstance(term, Literal) and term.datatype in (terms.XSD_DECIMAL, terms.XSD_INTEGER):
        return term.value.rstrip("0").rstrip(".") if "." in term.value else term.value
    return term.value if isinstance(term, Literal | NamedNode) else None


def _filled(message: Words, row: Mapping[str, str]) -> Words:
    def fill(match: re.Match[str]) -> str:
        return row.get(match[1], match[0])

    return Words(_PLACEHOLDER.sub(fill, message.zh), _PLACEHOLDER.sub(fill, message.en))
