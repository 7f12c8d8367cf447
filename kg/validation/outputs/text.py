"""Findings as text for people, grouped by severity and check."""

from __future__ import annotations

from itertools import groupby
from typing import IO, TYPE_CHECKING

from kg import messages
from kg.validation.outputs.rows import counts, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.messages import Language
    from kg.validation.examine import Examined, Located
    from kg.validation.places import Place

_SEVERITIES = {"violation": "severity-violation", "warning": "severity-warning", "info": "severity-info"}


def write_text(examined: Sequence[Examined], language: Language, output: IO[str]) -> None:
    """Write, for each thing checked, what was found: the sentence, the place, the ground and the remedy."""
    for one in examined:
        output.write(f"{one.source}\n")
        for severity, group in groupby(one.findings, key=lambda located: located.finding.severity):
            output.write(f"  {messages.text(_SEVERITIES[severity], language)}\n")
            for _, same in groupby(group, key=lambda located: located.finding.check):
                output.writelines(_check(list(same), language))
        output.write(_summary([one], "validate-summary", language, file=one.source))
    if len(examined) > 1:
        output.write(_summary(examined, "validate-total", language, files=len(examined)))


def _summary(examined: Sequence[Examined], code: str, language: Language, **more: object) -> str:
    found = counts(examined)
    return (
        messages.text(
            code,
            language,
            count=sum(found.values()),
            violations=found["violation"],
            warnings=found["warning"],
            infos=found["info"],
            **more,
        )
        + "\n"
    )


def _check(same: Sequence[Located], language: Language) -> Iterator[str]:
    """Say what a check found, its ground and remedy once for all of its findings."""
    check = same[0].check
    for located in same:
        finding = located.finding
        yield f"    {finding.check}: {finding.message(language)}\n"
        yield from _where(located, language)
    for code, words in (
        ("finding-ground", check.ground if check else None),
        ("finding-remedy", check.remedy if check else None),
    ):
        text = said(words, language)
        if text:
            yield "      " + messages.text(code, language, text=text) + "\n"


def _where(located: Located, language: Language) -> Iterator[str]:
    finding = located.finding
    if located.place:
        yield "      " + _place("finding-at", located.place, language) + "\n"
    elif finding.focus != finding.report:
        yield f"      {finding.focus}{' ' + finding.value if finding.value else ''}\n"
    if located.other:
        yield "      " + _place("finding-other", located.other, language) + "\n"


def _place(code: str, place: Place, language: Language) -> str:
    context = f"{place.before}【{place.quote}】{place.after}"
    return messages.text(code, language, line=place.line, column=place.column, context=context)
