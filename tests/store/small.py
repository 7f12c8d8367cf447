"""Tiny reports, one statement a line, and a reader for them.

So tests of the store say exactly what is in a report, whatever the extractors find in real ones. The lines:
``area 320402``, ``metric 件 5``, ``number correction-subjects 300 2022``, ``award 称号 320402 某机构``,
``cite 标题``, ``program 名称``, ``breaks``.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING
from unittest import mock

import pyoxigraph as ox

from kg import api, pipeline, terms
from kg.model import (
    Agent,
    Award,
    Body,
    Citation,
    Evidence,
    Facts,
    Given,
    Head,
    Implementation,
    Metric,
    Period,
    Where,
)
from kg.store import build as building
from kg.store import changes, reading, state
from kg.validation.storing import FOUND_IN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def read_text(text, key, given, _vocabulary, _gazetteer):
    """Read a tiny report. Its title shows the key it was read under, its year what was given."""
    found = {"area": given.area, "metric": [], "award": [], "cite": [], "program": []}
    start = 0
    for line in text.split("\n"):
        kind, *rest = line.split(" ") if line else [""]
        _take(found, kind, rest, Evidence(start, start + len(line), line))
        start += len(line) + 1
    area = found["area"]
    head = Head(
        f"题目 {key}", "annual-report", Body(area, "某局") if area else None, area, covers_year=given.year
    )
    return Facts(
        text,
        key,
        head,
        tuple(found["metric"]),
        tuple(found["award"]),
        tuple(found["cite"]),
        tuple(found["program"]),
        (),
        pipeline.report_id(text),
    )


def _take(found, kind, rest, evidence):
    where = Where(found["area"])
    if kind == "breaks":
        raise RuntimeError("the reader gives up")
    if kind == "area":
        found["area"] = found["area"] or rest[0]
    elif kind == "metric":
        found["metric"].append(
            Metric(evidence, "数量", Decimal(rest[1]), rest[0], period=Period.of_year(2023), where=where)
        )
    elif kind == "number":
        indicator, number, year = rest
        found["metric"].append(
            Metric(
                evidence,
                "数量",
                Decimal(number),
                "人",
                indicator,
                period=Period.of_year(int(year)),
                where=where,
            )
        )
    elif kind == "award":
        agent = Agent("body", rest[2], rest[1])
        found["award"].append(Award(evidence, rest[0], rest[2], (agent,), level="national", where=where))
    elif kind == "cite":
        found["cite"].append(Citation(evidence, rest[0], "cited", where=where))
    elif kind == "program":
        found["program"].append(Implementation(evidence, rest[0], where=where))


@dataclass
class World:
    """What stands in for the program: its version, and the version's own way of describing areas."""

    version: str = "1"
    terms: tuple[ox.Triple, ...] = ()
    calls: list[str] = field(default_factory=list)

    def describe(self, facts, vocabulary, gazetteer, extracted_with):
        """Describe a report; every version describes areas in a way of its own."""
        self.calls.append(facts.report_id)
        triples = _describe(facts, vocabulary, gazetteer, extracted_with)
        areas = {t.subject for t in triples if str(t.subject).startswith(f"<{terms.AREA_BASE}")}
        return [
            *triples,
            *(ox.Triple(area, terms.SKOS_ALT_LABEL, ox.Literal(self.version)) for area in areas),
        ]


_describe = reading.describe
TERM = ox.Triple(ox.NamedNode(terms.ROL + "Term"), terms.RDFS_LABEL, ox.Literal("词", language="zh"))


def one_finding(triples, *_):
    """Find the same in every report, whatever it says."""
    reports = [t.subject for t in triples if t.predicate == terms.STATEMENT_COUNT]
    return {
        ox.Triple(ox.NamedNode(f"{report.value}/finding/small/{'0' * 16}"), FOUND_IN, report)
        for report in reports
    }


@contextmanager
def world(version="1", vocabulary=(TERM,)):
    """Let builds read tiny reports, with a vocabulary of a triple or two."""
    now = World(version)
    with ExitStack() as stack:
        for patch in (
            mock.patch.object(pipeline, "read_text", read_text),
            mock.patch.object(pipeline, "extracted_with", return_value=version),
            mock.patch.object(reading, "describe", now.describe),
            mock.patch.object(reading, "check", one_finding),
            mock.patch.object(building, "vocabulary_triples", return_value=vocabulary),
        ):
            stack.enter_context(patch)
        yield now


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def lines(store: Path) -> list[str]:
    """Return a store's dump, line by line."""
    return api.dump(store).decode().splitlines()


def given_of(store: Path) -> dict[str, Given]:
    """Return what the store remembers as said by users."""
    found = state.load(store)
    return dict(found.given) if found else {}


def outcome_or_death(task: reading.Task) -> reading.Outcome:
    """Stand in for a reader that some reports kill."""
    if "deadly" in task.sources:
        os._exit(1)
    return reading.Outcome(task, task.report.encode())


def build_and_die(source: str, store: str, at: int) -> None:
    """Build, and die at a write."""
    _die(at, lambda: api.build([source], store))


def remove_and_die(sources: list[str], store: str, at: int) -> None:
    """Take sources out of a store, and die at a write."""
    _die(at, lambda: api.remove(sources, store))


def _die(at: int, change: Callable[[], object]) -> None:
    """Change a store, and kill the process right before (even ``at``) or after (odd) one of its writes, counted
    from zero."""
    writes = 0

    def deadly(function):
        def write(*arguments, **named):
            nonlocal writes
            writes += 1
            if at == 2 * (writes - 1):
                os.kill(os.getpid(), signal.SIGKILL)
            function(*arguments, **named)
            if at == 2 * writes - 1:
                os.kill(os.getpid(), signal.SIGKILL)

        return write

    with world(), ExitStack() as stack:
        for module, name in (
            (state, "save"),
            (changes, "add"),
            (changes, "replace"),
            (changes, "replace_vocabulary"),
            (changes, "replace_findings"),
        ):
            stack.enter_context(mock.patch.object(module, name, deadly(getattr(module, name))))
        stack.enter_context(mock.patch.object(building, "_BATCH", 2))
        change()


if __name__ == "__main__":
    if sys.argv[1] == "remove":
        remove_and_die(sys.argv[4:], sys.argv[2], int(sys.argv[3]))
    else:
        build_and_die(sys.argv[1], sys.argv[2], int(sys.argv[3]))
