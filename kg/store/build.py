"""Building the graph: read what is new, let go what went, leave the rest as it is.

Whatever came before, the store then holds what a fresh build of the sources' present texts would give.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import areas, pipeline, vocabulary
from kg.given import NOTHING_GIVEN
from kg.graph.vocabulary_graph import vocabulary_triples
from kg.store import changes, checking, content, opening, plan, reading, scan, state, summary
from kg.store.plan import Plan, Step, Stored
from kg.store.reading import Outcome, Task
from kg.store.state import State
from kg.store.summary import BuildSummary, Former, LeftOut

if TYPE_CHECKING:
    from kg.model import Given

Progress = Callable[[int, int, str], None]
"""Called with the number of reports read, the number to read, and the source key of the one just read."""

_BATCH = 100
"""So many new reports are loaded at once: what a killed build has to read again."""
_WORTH_COMPACTING = 50
"""After so many changed reports the database's files are put in order, which speeds up queries."""


@dataclass(slots=True)
class Tally:
    """What has happened so far."""

    new: int = 0
    replaced: int = 0
    read_again: int = 0
    removed: int = 0
    left_out: list[LeftOut] = field(default_factory=list)
    held: frozenset[str] = frozenset()
    """The source keys of which the store had a report before."""


@dataclass(frozen=True, slots=True)
class Run:
    """A build under way: the open store, with what it reads, and what has happened so far."""

    store: ox.Store
    folder: Path
    words: tuple[Path, ...]
    workers: int | None
    progress: Progress | None
    tally: Tally


def build(
    sources: str | Path | Sequence[str | Path],
    store: str | Path = "kg-store",
    *,
    manifest: str | Path | None = None,
    given: Given = NOTHING_GIVEN,
    words: Sequence[str | Path] = (),
    progress: Progress | None = None,
    workers: int | None = None,
) -> BuildSummary:
    """Bring the reports of files and folders into a store, which is made if there is none.

    A source is known by its key: what the manifest says, else its path below the folder named, else its
    name. When a key comes back with another text, the former report goes unless another source still has
    it. A report that cannot be read, or whose graph breaks a rule, is left out and told of in the summary,
    and its source's former report goes all the same: the graph never says what its source no longer says.
    Only where a file cannot be opened, so that nothing is known of a new text, the former report stays.
    What another version of the program has read is read again, from the text in the store where the build
    does not name the source.

    ``given`` holds for all sources, ``manifest`` (see kg.store.manifest) for single ones and wins.
    ``words`` are the user's own vocabulary files. ``workers`` is the number of processes (by default what
    is worth while); a script that builds many reports must then start under ``if __name__ == "__main__"``.

    Raises UsageError (nothing to read, one key for two files, a wrong manifest), ReadError (a source or the
    manifest is not there), StoreError (the store is none, in use, or cannot be written).
    """
    folder = Path(store)
    own_words = tuple(Path(path) for path in words)
    named = tuple(Path(source) for source in ([sources] if isinstance(sources, str | Path) else sources))
    chosen = scan.choose(named, Path(manifest) if manifest else None, given, folder, areas.load())
    loaded = vocabulary.load(own_words)
    with opening.writing(folder) as database:
        run = Run(database, folder, own_words, workers, progress, Tally())
        scanned = scan.scan(chosen.origins)
        run.tally.left_out.extend(scanned.left_out)
        unchanged = bring_in(run, scanned.incoming, loaded)
        done = _summary(run, unchanged, chosen.skipped)
    # A store closes when nothing refers to it. Errors that were dealt with keep the frames of all that called them,
    # this one too: until they are collected the store would stay open.
    del database, run
    gc.collect()
    return done


def bring_in(run: Run, incoming: Sequence[plan.Incoming], words: vocabulary.Vocabulary) -> int:
    """Change the graph and the state as the sources ask; return how many reports stay as they are."""
    reader = pipeline.extracted_with(words)
    before = state.load(run.folder)
    sources, readers = content.reports(run.store)
    run.tally.held = frozenset().union(*sources.values())
    unsettled = before.unsettled if before else frozenset(sources)
    before = before or State()
    stored = Stored(sources, readers, before.given, unsettled)
    work = plan.make(stored, incoming, reader)
    terms = set(vocabulary_triples(words))
    digest = _digest(terms)
    settled = State(work.given, frozenset(), digest)
    if before != settled or work.steps or work.removals:
        known = before.vocabulary == digest
        state.save(run.folder, State(work.given, work.unsettled, digest if known else None))
        if not known:
            changes.replace_vocabulary(run.store, terms)
        _work_off(run, work, reader, uniform=set(readers.values()) <= {reader})
        changes.replace_findings(run.store, *checking.comparison(run.store))
        run.store.flush()
        state.save(run.folder, settled)
    return work.unchanged


def _work_off(run: Run, work: Plan, reader: str, *, uniform: bool) -> None:
    """Read what is to be read, let go what goes.

    ``uniform``: all that is in the graph was read by the program as it is now.
    """
    waiting: list[bytes] = []
    tasks = _tasks(run.store, work.steps, reader)
    outcomes = reading.read_all(tasks, len(work.steps), run.words, run.workers)
    for number, (step, outcome) in enumerate(zip(work.steps, outcomes, strict=True), 1):
        if outcome.error is None and uniform and not step.known and not step.replaces:
            waiting.append(outcome.triples)
            if len(waiting) == _BATCH:
                changes.add(run.store, waiting)
                waiting.clear()
        else:
            _exchange(run.store, step, outcome)
        _count(run.tally, step, outcome)
        if run.progress is not None:
            run.progress(number, len(work.steps), step.sources[0])
    changes.add(run.store, waiting)
    for report in work.removals:
        changes.replace(run.store, (report,), set())
    run.tally.removed += len(work.removals)
    if len(work.steps) >= _WORTH_COMPACTING:
        run.store.optimize()


def _tasks(store: ox.Store, steps: Sequence[Step], reader: str) -> Iterator[Task]:
    for step in steps:
        text = content.text(store, step.report) if step.path is None else ""
        yield Task(step.report, step.sources, step.given, reader, step.path, text)


def _exchange(store: ox.Store, step: Step, outcome: Outcome) -> None:
    gone = (step.report, *step.replaces) if step.known else step.replaces
    quads = ox.parse(outcome.triples, ox.RdfFormat.N_TRIPLES)
    changes.replace(store, gone, {quad.triple for quad in quads})


def _count(tally: Tally, step: Step, outcome: Outcome) -> None:
    if outcome.error is not None:
        tally.left_out.extend(LeftOut(source, outcome.error) for source in step.sources)
        tally.removed += step.known + len(step.replaces)
    elif step.replaces:
        tally.replaced += 1
    elif step.known:
        tally.read_again += 1
    else:
        tally.new += 1


def _summary(run: Run, unchanged: int, skipped: tuple[Path, ...]) -> BuildSummary:
    tally = run.tally
    return BuildSummary(
        store=run.folder,
        new=tally.new,
        replaced=tally.replaced,
        read_again=tally.read_again,
        unchanged=unchanged,
        removed=tally.removed,
        reports=len(content.reports(run.store)[0]),
        statements=summary.statements(run.store),
        triples=len(run.store),
        left_out=tuple(sorted((_told(item, tally) for item in tally.left_out), key=lambda item: item.source)),
        skipped=skipped,
    )


def _told(item: LeftOut, tally: Tally) -> LeftOut:
    """Add what became of the former report."""
    kept: Former = "kept" if item.former == "kept" else "removed"
    return replace(item, former=kept if item.source in tally.held else "none")


def _digest(triples: set[ox.Triple]) -> str:
    return hashlib.sha256("\n".join(sorted(map(str, triples))).encode()).hexdigest()
