"""Findings: the results of an engine in words for people, with the numbers on both sides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Variable

from kg import terms
from kg.validation.checks import SEVERITIES, Severity, Words, name_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import Store

    from kg.messages import Language
    from kg.validation.checks import Check
    from kg.validation.results import Result

_REPORT = re.compile(re.escape(terms.REPORT_BASE) + r"[0-9a-f]{16}")
_PLACEHOLDER = re.compile(r"\{[?$](\w+)\}")
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


def tell(result: Result, check: Check | None, store: Store) -> Finding:
    """Put a result in words. ``check`` is what its shape says, None for a shape without a name."""
    row = _row(result, check, store)
    words = _filled(check.message, row) if check else Words(result.words, result.words)
    focus, value = result.focus, result.value
    if value == focus:
        value = None
    if value is not None and value.startswith((focus + "/", focus + "#")):  # a report, and a statement of its
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


def _row(result: Result, check: Check | None, store: Store) -> dict[str, str]:
    """Ask a SPARQL constraint once more, for all that it says of a result; of several rows take the first."""
    if check is None or check.select is None or not result.focus:
        return {}
    head = check.select.partition("WHERE")[0]
    names = re.findall(r"[?$](\w+)", head.rpartition("SELECT")[2])
    rows = [
        {name: text for name in names if (text := _text(solution[name])) is not None}
        for solution in store.query(  # type: ignore[union-attr]
            check.select, substitutions={Variable("this"): NamedNode(result.focus)}
        )
    ]
    fitting = [row for row in rows if row.get("value") in (result.value, None)]
    return min(fitting, key=lambda row: sorted(row.items()), default={})


def _text(term: object) -> str | None:
    if isinstance(term, Literal) and term.datatype in (terms.XSD_DECIMAL, terms.XSD_INTEGER):
        return term.value.rstrip("0").rstrip(".") if "." in term.value else term.value
    return term.value if isinstance(term, Literal | NamedNode) else None


def _filled(message: Words, row: Mapping[str, str]) -> Words:
    def fill(match: re.Match[str]) -> str:
        return row.get(match[1], match[0])

    return Words(_PLACEHOLDER.sub(fill, message.zh), _PLACEHOLDER.sub(fill, message.en))
