"""Findings as JUnit XML, which continuous integration shows: a case for each finding, or one that passed."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.messages import Language
    from kg.validation.examine import Examined, Located

_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""


def write_junit(examined: Sequence[Examined], language: Language, output: IO[str]) -> None:
    """Write a suite for each thing checked. Violations and warnings fail their case; infos are told only."""
    root = Element("testsuites", name="kg validate")
    for one in examined:
        failing = [located for located in one.findings if located.finding.severity != "info"]
        cases = max(1, len(one.findings))
        suite = SubElement(
            root, "testsuite", name=_clean(one.source), tests=str(cases), failures=str(len(failing))
        )
        if not one.findings:
            SubElement(suite, "testcase", classname=_clean(one.source), name="no findings")
        for located in one.findings:
            _case(suite, one, located, language)
    indent(root)
    output.write('<?xml version="1.0" encoding="utf-8"?>\n')
    ElementTree(root).write(output, encoding="unicode")
    output.write("\n")


def _case(suite: Element, one: Examined, located: Located, language: Language) -> None:
    finding, place = located.finding, located.place
    name = f"{finding.check} {place.line}:{place.column}" if place else f"{finding.check} {finding.focus}"
    case = SubElement(suite, "testcase", classname=_clean(one.source), name=_clean(name))
    told = "system-out" if finding.severity == "info" else "failure"
    element = SubElement(case, told)
    element.text = _clean(
        finding.message(language) + (f"\n{place.before}{place.quote}{place.after}" if place else "")
    )
    if told == "failure":
        element.set("type", finding.severity)
        element.set("message", _clean(finding.message(language)))


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
