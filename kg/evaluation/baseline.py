"""A plain dictionary and a few patterns: what extraction has to be measured against.

It reads a number with its unit, takes the longest trigger of the clause for its indicator, every 《…》 for a document
that is cited, the words behind a verb of winning for an honour, every trigger of a program type for a program that
runs, and each numbered clause behind a heading on problems for a shortcoming. It knows no grammar, no time, no place.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kg.extraction import lexicon
from kg.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text import Text
    from kg.vocabulary import Vocabulary

_CLAUSE = re.compile(r"[^,。;:!?\n]+")
_TITLE = re.compile(r"《([^《》\n]+)》")
_YEAR = re.compile(r"(20\d\d)年")
_PROBLEMS = re.compile(r"(?:不足|问题)[^\n]{0,12}\n(.*?)(?=\n[一二三四五六]、|\Z)", re.DOTALL)
_ITEM = re.compile(r"[一二三四五六七八九]是([^;。\n]+)")
_SCALES = {"": 1, "万": 10_000, "亿": 100_000_000}


def read_plainly(original: str, vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the facts of a text in the form of an annotation."""
    text = normalise(original)
    year = _YEAR.search(text.plain)
    covers = int(year[1]) if year else None
    return {
        "source": "",
        "document": _document(text.plain, covers),
        "metrics": list(_metrics(text, vocabulary, covers)),
        "awards": list(_awards(text, vocabulary, covers)),
        "documents": [
            _entry(text, *match.span(1)) | {"title": match[1], "relation": "cited", "status": "actual"}
            for match in _TITLE.finditer(text.plain)
        ],
        "programs": list(_programs(text, vocabulary)),
        "shortcomings": [
            _entry(text, *item.span(1)) | {"label": item[1], "topic": None}
            for part in _PROBLEMS.finditer(text.plain)
            for item in _ITEM.finditer(text.plain, *part.span(1))
        ],
    }


def _entry(text: Text, start: int, end: int) -> dict[str, Any]:
    evidence = text.evidence(start, end)
    return {"quote": evidence.quote, "start": evidence.start, "end": evidence.end}


def _document(plain: str, year: int | None) -> dict[str, Any]:
    title = plain.split("\n", 1)[0]
    return {"title": title, "type": "annual-report", "coversYear": year, "level": "county", "sections": []}


@lru_cache(maxsize=4)
def _quantity(vocabulary: Vocabulary) -> re.Pattern[str]:
    units = {unit for concept in vocabulary.indicators.values() for unit in concept.units}
    longest_first = sorted(units, key=lambda unit: (-len(unit), unit))
    return re.compile(rf"(\d+(?:\.\d+)?)(万|亿)?[余多]?({'|'.join(map(re.escape, longest_first))})")


def _metrics(text: Text, vocabulary: Vocabulary, year: int | None) -> Iterator[dict[str, Any]]:
    pattern = _quantity(vocabulary)
    for clause in _CLAUSE.finditer(text.plain):
        triggers = lexicon.build(vocabulary).find(clause[0], "indicator").ordered
        for match in pattern.finditer(text.plain, *clause.span()):
            fitting = [
                (len(trigger.term), trigger.id)
                for trigger in triggers
                if trigger.role == "trigger" and match[3] in vocabulary.indicators[trigger.id].units
            ]
            value = float(match[1]) * _SCALES[match[2] or ""]
            yield _entry(text, *match.span()) | {
                "label": text.plain[clause.start() : match.start()] or clause[0],
                "indicator": max(fitting)[1] if fitting else None,
                "value": int(value) if value.is_integer() else value,
                "unit": match[3],
                "comparator": "eq",
                "status": "actual",
                "change": False,
                "period": str(year),
                "jurisdiction": None,
            }


def _awards(text: Text, vocabulary: Vocabulary, year: int | None) -> Iterator[dict[str, Any]]:
    verbs = "|".join(
        map(re.escape, sorted(vocabulary.words["award-won"], key=lambda verb: (-len(verb), verb)))
    )
    for match in re.finditer(rf"(?:{verbs})“?([^,。;:“”\n]{{4,30}})", text.plain):
        yield _entry(text, *match.span(1)) | {
            "name": match[1],
            "recipient": None,
            "conferredBy": None,
            "level": "national"
            if match[1].startswith("全国")
            else "provincial"
            if "省" in match[1]
            else None,
            "status": "won",
            "year": year,
        }


def _programs(text: Text, vocabulary: Vocabulary) -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    for match in lexicon.build(vocabulary).find(text.plain, "program-type").ordered:
        if match.role in ("trigger", "name") and match.id not in seen:
            seen.add(match.id)
            yield _entry(text, match.start, match.end) | {
                "name": match.term,
                "type": match.id,
                "status": "active",
                "itemCount": None,
                "edition": None,
            }
