"""Findings as SARIF 2.1.0, which code-review tools and editors show beside the text."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import quote

from kg.validation.outputs.rows import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.messages import Language
    from kg.validation.checks import Check
    from kg.validation.examine import Examined, Located
    from kg.validation.places import Place

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"violation": "error", "warning": "warning", "info": "note"}


def write_sarif(examined: Sequence[Examined], language: Language, output: IO[str]) -> None:
    """Write one run: a rule for each check that found something, a result for each finding."""
    checks = {located.finding.check: located.check for one in examined for located in one.findings}
    names = sorted(checks)
    run = {
        "tool": {
            "driver": {
                "name": "rol-kg",
                "informationUri": "https://w3id.org/rol-kg/",
                "rules": [_rule(name, checks[name], language) for name in names],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _location(one.source)} for one in examined],
        "results": [
            _result(one, located, names.index(located.finding.check), language)
            for one in examined
            for located in one.findings
        ],
    }
    json.dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, output, ensure_ascii=False, indent=1)
    output.write("\n")


def _rule(name: str, check: Check | None, language: Language) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": name}
    if check:
        rule["shortDescription"] = {"text": check.message.in_language(language)}
        rule["defaultConfiguration"] = {"level": _LEVELS[check.severity]}
        ground, remedy = said(check.ground, language), said(check.remedy, language)
        if ground:
            rule["fullDescription"] = {"text": ground}
        if remedy:
            rule["help"] = {"text": remedy}
    return rule


def _result(one: Examined, located: Located, rule: int, language: Language) -> dict[str, Any]:
    finding = located.finding
    physical: dict[str, Any] = {"artifactLocation": _location(one.source)}
    if located.place:
        physical["region"] = _region(located.place)
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message(language)},
        "locations": [{"physicalLocation": physical}],
        "properties": {"focus": finding.focus},
    }
    if located.other:
        other = {"artifactLocation": _location(one.source), "region": _region(located.other)}
        result["relatedLocations"] = [{"id": 1, "physicalLocation": other}]
    return result


def _location(source: str) -> dict[str, str]:
    return {"uri": quote(source, safe="/:#?&=%.-_~")}


def _region(place: Place) -> dict[str, Any]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": place.start,
        "charLength": place.end - place.start,
        "snippet": {"text": place.quote},
    }
