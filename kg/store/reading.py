"""Reading reports, in this process or in several, each to the triples that the store takes in."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from copy import copy
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import areas, pipeline, vocabulary
from kg.errors import KgError, ReadError, VocabularyError
from kg.graph.describe import describe
from kg.reading.decode import decode
from kg.reading.source import Source
from kg.store import changes
from kg.store.checking import check
from kg.terms import DCTERMS_SOURCE, REPORT_BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from kg.model import Given

_WORTH_A_PROCESS = 40
"""A further process has to load the vocabulary first, which takes as long as reading about so many
reports."""
_MOST_PROCESSES = 16
_AHEAD = 8
"""So many reports per process are read ahead of what the store has taken in."""


@dataclass(frozen=True, slots=True)
class Task:
    """A report to read: from a file, or from ``text``. It is read under the first of its source keys.

    ``reader`` names the program and vocabulary that it is to be read by.
    """

    report: str
    sources: tuple[str, ...]
    given: Given
    reader: str
    path: Path | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report's graph as sorted N-Triples, or why it is left out."""

    task: Task
    triples: bytes = b""
    error: KgError | None = None


def read(task: Task, more: tuple[Path, ...] = ()) -> Outcome:
    """Read one report to its graph; ``more`` are the user's own vocabulary files.

    Raises VocabularyError if these, or the project's, changed since the build began. Whatever else goes wrong
    is in the outcome.
    """
    try:
        return Outcome(task, _graph(task, more))
    except VocabularyError:
        raise
    except KgError as error:
        return Outcome(task, error=copy(error))  # a copy does not hold on to the stack, and so to the store
    except Exception as error:
        broken = ReadError(
            "report-breaks", source=task.sources[0], kind=type(error).__name__, detail=str(error)
        )
        return Outcome(task, error=broken)


def read_all(
    tasks: Iterable[Task], count: int, more: tuple[Path, ...], workers: int | None
) -> Iterator[Outcome]:
    """Read many reports and yield their outcomes in the order of the tasks, whatever the number of processes.

    ``count`` is the number of tasks, ``workers`` that of processes (None: as many as are worth their start).
    """
    processes = processes_for(count) if workers is None else min(workers, count)
    work = partial(read, more=more)
    pool = _started(processes) if processes > 1 else None
    return map(work, tasks) if pool is None else _in_processes(work, iter(tasks), pool, processes)


def processes_for(count: int) -> int:
    """Return how many processes are worth their start for so many reports, on this machine."""
    return max(1, min(os.cpu_count() or 1, _MOST_PROCESSES, count // _WORTH_A_PROCESS))


def _started(processes: int) -> ProcessPoolExecutor | None:
    """Start processes; None where they do not come up, as under a script that builds without a main guard."""
    if multiprocessing.parent_process() is not None:
        return None
    pool = _pool(processes)
    try:
        pool.submit(bool).result()
    except BrokenProcessPool:
        return None
    return pool


def _in_processes(
    work: Callable[[Task], Outcome], tasks: Iterator[Task], pool: ProcessPoolExecutor, processes: int
) -> Iterator[Outcome]:
    """Keep the processes busy, not too far ahead. A report that kills its process is left out."""
    waiting: deque[tuple[Task, Future[Outcome]]] = deque()
    try:
        while True:
            for task in islice(tasks, processes * _AHEAD - len(waiting)):
                waiting.append((task, _submitted(pool, work, task)))
            if not waiting:
                return
            task, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                again = [task, *(later for later, _ in waiting)]
                waiting.clear()
                yield from _one_by_one(work, again)
                pool = _pool(processes)
    finally:
        pool.shutdown(cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, work: Callable[[Task], Outcome], task: Task) -> Future[Outcome]:
    try:
        return pool.submit(work, task)
    except BrokenProcessPool as error:  # by an earlier task, whose outcome is not yet asked for
        future: Future[Outcome] = Future()
        future.set_exception(error)
        return future


def _one_by_one(work: Callable[[Task], Outcome], tasks: Iterable[Task]) -> Iterator[Outcome]:
    """Read each report in a process of its own: some one of them has killed the process that read it."""
    for task in tasks:
        with _pool(1) as pool:
            try:
                yield pool.submit(work, task).result()
            except BrokenProcessPool:
                yield Outcome(task, error=ReadError("report-kills", source=task.sources[0]))


def _pool(processes: int) -> ProcessPoolExecutor:
    """Make processes by starting Python anew: a fork would share the open store with its parent."""
    return ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"))


def _graph(task: Task, more: tuple[Path, ...]) -> bytes:
    words = vocabulary.load(more)
    if pipeline.extracted_with(words) != task.reader:  # another process found other files than this build did
        raise VocabularyError("vocabulary-changes")
    gazetteer = areas.load()
    facts = pipeline.read_text(_text(task), task.sources[0], task.given, words, gazetteer)
    triples = set(describe(facts, words, gazetteer, task.reader))
    report = ox.NamedNode(REPORT_BASE + task.report)
    triples |= {ox.Triple(report, DCTERMS_SOURCE, ox.Literal(key)) for key in task.sources}
    triples |= check(triples, words, task.sources[0])
    return changes.as_lines(triples)


def _text(task: Task) -> str:
    text = task.text if task.path is None else decode_file(task.path, task.sources[0])
    if pipeline.report_id(text) != task.report:
        raise ReadError("source-changes", source=task.sources[0])
    return text


def decode_file(path: Path, key: str) -> str:
    """Return a file's text. Raises ReadError if there is none, OSError if the system refuses the file."""
    return decode(Source(key, path.name, path.read_bytes()))
