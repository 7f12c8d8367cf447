"""How well extraction agrees with annotations: precision, recall and F1 by kind, and the share of right fields."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg import api, vocabulary
from kg.errors import UsageError
from kg.evaluation.baseline import read_plainly
from kg.evaluation.gold import to_gold
from kg.evaluation.matching import FIELDS, REPORT_FIELDS, Entry, Pairing, label_similarity, pair, same
from kg.reading.decode import decode
from kg.reading.source import Source

Extract = Callable[[Path], Mapping[str, Any]]
Compared = tuple[str, Mapping[str, Any], Mapping[str, Any]]
_SINGULAR = {
    "metrics": "metric", "awards": "award", "documents": "document", "programs": "program",
    "shortcomings": "shortcoming",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One score: ``right`` of ``gold`` annotated and ``found`` extracted; a field's base is the pairs alone."""

    name: str
    right: float
    gold: int
    found: int

    @property
    def precision(self) -> float:
        """Share of what was extracted that is right."""
        return self.right / self.found if self.found else 1.0 if not self.gold else 0.0

    @property
    def recall(self) -> float:
        """Share of what was annotated that was found."""
        return self.right / self.gold if self.gold else 1.0 if not self.found else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.gold + self.found
        return 2 * self.right / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Miss:
    """A disagreement: ``what`` is ``missed``, ``spurious`` or the field that differs."""

    document: str
    kind: str
    what: str
    quote: str
    gold: str
    found: str


@dataclass(frozen=True, slots=True)
class Scores:
    """All scores over a folder of annotated reports, and the disagreements in the order of the texts."""

    rows: tuple[Row, ...]
    misses: tuple[Miss, ...]
    documents: tuple[str, ...] = field(default=())

    def table(self) -> list[tuple[str, float, float, float, int, int]]:
        """Return rows of name, precision, recall, F1, annotated, extracted."""
        return [(row.name, row.precision, row.recall, row.f1, row.gold, row.found) for row in self.rows]

    def score(self, name: str) -> float:
        """Return the F1 of a row such as ``metric.found``. Raises KeyError for an unknown name."""
        return {row.name: row.f1 for row in self.rows}[name]


def evaluate(gold_dir: Path, text_dir: Path) -> Scores:
    """Compare the annotations of a folder with what is extracted from the texts of another.

    Raises UsageError where a folder has no annotations, an annotation cannot be read or its text is missing.
    """
    return compare(extractions(gold_dir, text_dir))


def read_well(path: Path) -> Mapping[str, Any]:
    """Extract a report's facts, in the form of an annotation."""
    return to_gold(api.extract(path))


def read_plain(path: Path) -> Mapping[str, Any]:
    """Read a report as the baseline does, in the form of an annotation."""
    return read_plainly(decode(Source(path.name, path.name, path.read_bytes())), vocabulary.load())


def extractions(gold_dir: Path, text_dir: Path, extract: Extract = read_well) -> list[Compared]:
    """Return name, annotation and extraction of each annotated report; raises UsageError as ``evaluate`` does."""
    documents = list(_annotations(gold_dir, text_dir))
    if not documents:
        raise UsageError("evaluate-no-gold", path=gold_dir)
    return [(name, gold, extract(text)) for name, gold, text in documents]


def compare(compared: Sequence[Compared]) -> Scores:
    """Score (name, annotation, extraction) triples, both in the form of a gold file."""
    rows: list[Row] = []
    misses: list[Miss] = []
    for kind in FIELDS:
        pairings = [(name, pair(gold.get(kind, ()), found.get(kind, ()))) for name, gold, found in compared]
        rows += _rows(kind, [pairing for _, pairing in pairings])
        for name, pairing in pairings:
            misses += _misses(name, kind, pairing)
    for report_field in REPORT_FIELDS:
        right = 0
        for name, gold, found in compared:
            left, other = gold["document"].get(report_field), found["document"].get(report_field)
            if same(report_field, left, other):
                right += 1
            else:
                misses.append(Miss(name, "report", report_field, "", str(left), str(other)))
        rows.append(Row(f"report.{report_field}", right, len(compared), len(compared)))
    return Scores(tuple(rows), tuple(misses), tuple(name for name, _, _ in compared))


def _rows(kind: str, pairings: Sequence[Pairing]) -> Iterator[Row]:
    prefix = _SINGULAR[kind]
    pairs = [both for pairing in pairings for both in pairing.pairs]
    gold = len(pairs) + sum(len(pairing.missed) for pairing in pairings)
    found = len(pairs) + sum(len(pairing.spurious) for pairing in pairings)
    yield Row(f"{prefix}.found", len(pairs), gold, found)
    for name in FIELDS[kind]:
        right = sum(same(name, left.get(name), other.get(name)) for left, other in pairs)
        yield Row(f"{prefix}.{name}", right, len(pairs), len(pairs))
    if kind in ("metrics", "shortcomings"):
        likeness = sum(label_similarity(left["label"], other["label"]) for left, other in pairs)
        yield Row(f"{prefix}.label", likeness, len(pairs), len(pairs))
    full = sum(
        all(same(name, left.get(name), other.get(name)) for name in FIELDS[kind]) for left, other in pairs
    )
    yield Row(f"{prefix}.full", full, gold, found)


def _misses(document: str, kind: str, pairing: Pairing) -> Iterator[Miss]:
    prefix = _SINGULAR[kind]
    for entry in pairing.missed:
        yield Miss(document, prefix, "missed", str(entry["quote"]), _summary(kind, entry), "")
    for entry in pairing.spurious:
        yield Miss(document, prefix, "spurious", str(entry["quote"]), "", _summary(kind, entry))
    for left, other in pairing.pairs:
        for name in FIELDS[kind]:
            if not same(name, left.get(name), other.get(name)):
                yield Miss(
                    document, prefix, name, str(left["quote"]), str(left.get(name)), str(other.get(name))
                )


def _summary(kind: str, entry: Entry) -> str:
    shown = ("label", *FIELDS[kind]) if kind == "metrics" else FIELDS[kind]
    return " ".join(str(entry[name]) for name in shown if entry.get(name) not in (None, False, []))


def _annotations(gold_dir: Path, text_dir: Path) -> Iterator[tuple[str, Mapping[str, Any], Path]]:
    for path in sorted(gold_dir.glob("*.json")):
        try:
            gold = json.loads(path.read_text(encoding="utf-8"))
            source = str(gold["source"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise UsageError("evaluate-broken-gold", path=path, reason=error) from error
        text = text_dir / source
        if not text.is_file():
            raise UsageError("evaluate-no-text", path=path, text=text)
        yield path.stem, gold, text
