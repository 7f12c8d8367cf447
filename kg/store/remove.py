"""Taking sources out of a store, which is then as if it had never had them."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg import pipeline, vocabulary
from kg.store import changes, checking, content, opening, plan, sought, state
from kg.store.build import Run, Tally, bring_in
from kg.store.plan import Incoming, Plan, Stored
from kg.store.state import State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pyoxigraph as ox

    from kg.store.summary import LeftOut

_BATCH = 100
"""So many reports go in one transaction."""


@dataclass(frozen=True, slots=True)
class Removal:
    """What a removal has done, or would do.

    ``keys`` are the sources that go, ``reports`` the reports that go with them, with all their sources.
    ``staying`` are reports that lose a source and have another; these are read again under what is left.
    ``left`` counts the reports that the store holds in the end, ``left_out`` names those that could not be
    read again.
    """

    store: Path
    keys: frozenset[str]
    reports: Mapping[str, frozenset[str]]
    staying: Mapping[str, frozenset[str]]
    left: int
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class _Work:
    """What is to be done to a store: the sources that go, and what a build would make of that."""

    before: State | None
    stored: Stored
    keys: frozenset[str]
    plan: Plan


def remove(
    sources: str | Path | Sequence[str | Path],
    store: str | Path = "kg-store",
    *,
    words: Sequence[str | Path] = (),
    dry_run: bool = False,
) -> Removal:
    """Take sources out of a store: named by source key, by report id or IRI, or by files and folders.

    A report goes with the last of its sources, and with it what only it named. Where another source carries
    the same text, the report stays and is read again under that source, with all that a build would read
    again; only then ``words``, the user's own vocabulary files, have to be given as they were to ``build``.
    With ``dry_run`` nothing is changed.

    Raises UsageError if the store has none of the sources of some name (then nothing is done), StoreError if
    there is no store, it is in use, or cannot be written.
    """
    folder = Path(store)
    named = [str(each) for each in ([sources] if isinstance(sources, str | Path) else sources)]
    opening.refuse_none(folder)
    own_words = tuple(Path(path) for path in words)
    reader = pipeline.extracted_with(vocabulary.load(own_words))
    if not dry_run:
        _mend(folder)
    # Names are looked up before anything is opened for writing: an error that somebody keeps, keeps open what it saw.
    work = _work(opening.open_for_reading(folder), folder, named, reader)
    return _told(folder, work, () if dry_run else _change(folder, work, own_words))


def _mend(folder: Path) -> None:
    """Compare the reports anew where a removal was cut short after its reports had gone."""
    before = state.load(folder)
    if before is not None and before.vocabulary is None:
        with opening.writing(folder) as database:
            changes.replace_findings(database, *checking.comparison(database))
        del database
        gc.collect()


def _change(folder: Path, work: _Work, words: tuple[Path, ...]) -> tuple[LeftOut, ...]:
    """Do the work; return what could not be read again."""
    with opening.writing(folder) as database:
        run = Run(database, folder, words, None, None, Tally())
        if work.plan.steps:
            bring_in(run, _gone(work.keys), vocabulary.load(words))
        else:
            _let_go(database, folder, work)
    left_out = tuple(run.tally.left_out)
    # A store closes when nothing refers to it: see kg.store.build.build.
    del database, run
    gc.collect()
    return left_out


def _work(store: ox.Store, folder: Path, named: Sequence[str], reader: str) -> _Work:
    """Plan a removal. Reports that another program has read are left to the next build."""
    before = state.load(folder)
    sources, readers = content.reports(store)
    keys = sought.keys_of(named, sources)
    unsettled = before.unsettled if before else frozenset(sources)
    stored = Stored(sources, dict.fromkeys(readers, reader), before.given if before else {}, unsettled)
    return _Work(before, stored, keys, plan.make(stored, _gone(keys), reader))


def _gone(keys: frozenset[str]) -> tuple[Incoming, ...]:
    return tuple(Incoming(key, None, Path(key)) for key in sorted(keys))


def _let_go(store: ox.Store, folder: Path, work: _Work) -> None:
    """Let reports go, and leave all others as they are.

    Until all is done the state says that the vocabulary may be incomplete, so that the next build would
    compare the reports anew.
    """
    before = work.before or State()
    state.save(folder, State(before.given, work.stored.unsettled, None))
    for start in range(0, len(work.plan.removals), _BATCH):
        changes.replace(store, work.plan.removals[start : start + _BATCH], set())
    changes.replace_findings(store, *checking.comparison(store))
    store.flush()
    unsettled = work.stored.unsettled - set(work.plan.removals)
    state.save(folder, State(work.plan.given, unsettled, before.vocabulary))


def _told(folder: Path, work: _Work, left_out: tuple[LeftOut, ...]) -> Removal:
    sources = work.stored.sources
    touched = {report: keys for report, keys in sources.items() if keys & work.keys}
    reports = {report: keys for report, keys in touched.items() if keys <= work.keys}
    staying = {report: keys - work.keys for report, keys in touched.items() if report not in reports}
    return Removal(folder, work.keys, reports, staying, len(sources) - len(reports), left_out)
