"""What a build has to do: which reports to read, which to let go. Pure: it compares, and touches nothing.

A report is what it is by its text, the sources that carry this text, and what users said of these sources.
It is read under its first source's key, and of what users said of several sources the first one's word
counts. So the graph is a function of the sources alone, whatever the order in which they came.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.given import NOTHING_GIVEN, first_said
from kg.model import Given

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Incoming:
    """A source of this build: its key, the id of its text (None if it cannot be read), where it is."""

    key: str
    report: str | None
    path: Path
    given: Given = NOTHING_GIVEN


@dataclass(frozen=True, slots=True)
class Stored:
    """What the store holds: by report id its source keys and what read it; by key what was given."""

    sources: Mapping[str, frozenset[str]]
    readers: Mapping[str, str]
    given: Mapping[str, Given]
    unsettled: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Step:
    """A report to read, from a file or (``path`` is None) from its text in the store.

    ``known``: the store has it already; ``replaces``: the reports that go because it came.
    """

    report: str
    sources: tuple[str, ...]
    given: Given
    path: Path | None
    known: bool
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The reports to read, in order, and those that go and have no successor.

    ``unchanged`` counts the reports of the build that stay as they are; ``given`` is what users have said
    when all is done, by source key; ``unsettled`` are the reports of the store that are read again because
    it changed.
    """

    steps: tuple[Step, ...]
    removals: tuple[str, ...]
    unchanged: int
    given: Mapping[str, Given]
    unsettled: frozenset[str]


def make(stored: Stored, incoming: Sequence[Incoming], reader: str) -> Plan:
    """Compare what the store holds with what came in; ``reader`` is the program that would read now."""
    given = _given_after(stored, incoming)
    wanted = _sources_after(stored, incoming)
    paths: dict[str, Path] = {}
    for item in sorted(incoming, key=lambda item: item.key):
        if item.report is not None:
            paths.setdefault(item.report, item.path)
    replaced = _replaced(stored, incoming, {report for report, keys in wanted.items() if not keys})
    steps = []
    for report, keys in sorted(wanted.items(), key=lambda entry: sorted(entry[1])):
        if keys and not _as_it_was(report, keys, stored, given, reader):
            former = tuple(replaced.pop(report, ()))
            said = merged(keys, given)
            known = report in stored.sources
            steps.append(Step(report, tuple(sorted(keys)), said, paths.get(report), known, former))
    read = sum(step.path is not None for step in steps)
    removals = tuple(sorted(report for reports in replaced.values() for report in reports))
    unsettled = frozenset(step.report for step in steps if step.known and _is_said_anew(step, stored))
    return Plan(tuple(steps), removals, len(paths) - read, given, unsettled | stored.unsettled)


def _given_after(stored: Stored, incoming: Iterable[Incoming]) -> dict[str, Given]:
    given = dict(stored.given)
    for item in incoming:
        given.pop(item.key, None)
        if item.given != Given(source=item.given.source):
            given[item.key] = item.given
    return given


def _sources_after(stored: Stored, incoming: Iterable[Incoming]) -> dict[str, frozenset[str]]:
    came = {item.key: item.report for item in incoming}
    after = {report: {key for key in keys if key not in came} for report, keys in stored.sources.items()}
    for key, report in came.items():
        if report is not None:
            after.setdefault(report, set()).add(key)
    return {report: frozenset(keys) for report, keys in after.items()}


def _replaced(stored: Stored, incoming: Iterable[Incoming], gone: Iterable[str]) -> dict[str, list[str]]:
    r"""Return the reports that go, by the report that the first source of each carries now (\"\" if none)."""
    came = {item.key: item.report for item in incoming}
    replaced: dict[str, list[str]] = defaultdict(list)
    for report in sorted(gone):
        replaced[came.get(min(stored.sources[report], default="")) or ""].append(report)
    return replaced


def _as_it_was(
    report: str, keys: frozenset[str], stored: Stored, given: Mapping[str, Given], reader: str
) -> bool:
    return (
        stored.sources.get(report) == keys
        and stored.readers.get(report) == reader
        and report not in stored.unsettled
        and merged(keys, stored.given) == merged(keys, given)
    )


def _is_said_anew(step: Step, stored: Stored) -> bool:
    return merged(stored.sources[step.report], stored.given) != step.given


def merged(keys: Iterable[str], given: Mapping[str, Given]) -> Given:
    """Return what was said of a report's sources; of different words, the one on the first source counts."""
    said = first_said(*(given[key] for key in sorted(keys) if key in given))
    return replace(said, source=None)
