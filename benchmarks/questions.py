"""How long each question takes: on 0.2 and 2 million made-up metrics in Oxigraph, on one hundredth of that in rdflib.

    python -m benchmarks.questions FOLDER      # makes the stores in FOLDER where they are missing

Each question runs in a process of its own, in Oxigraph twice (open: once), and the faster time counts. It is the time
of the processor: a question keeps one core busy, and what else runs on the machine does not count, but for what it takes
of caches. What takes too long is stopped: see the limits below. The columns 0.2M and 2M are with all parameters of the
question's header, "open" without, for the questions that are meant to be asked so.
"""

from __future__ import annotations

import multiprocessing
import resource
import statistics
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import rdflib

from benchmarks.facts_store import fill
from kg.querying.library import Question, questions
from kg.querying.run import question_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    Graph = ox.Store | rdflib.Graph

SIZES = (200_000, 2_000_000)
HUNDREDTH = 20_000
TIME_LIMIT, OPEN_LIMIT, RDFLIB_LIMIT = 60, 120, 3
"""Seconds, after which a question is stopped: with parameters, without, and in rdflib."""
OPEN = ("conflicts", "coverage", "named-programs", "program-matrix", "unlinked-metrics")
STATEMENT = "report/0000000000000000/metric/40-44"
"""One that every made-up store has, for the question that needs one."""


def main() -> None:
    """Print a line for each question, and how long the median and the slowest take."""
    folder, wanted = Path(sys.argv[1]), sys.argv[2:]
    small, large = (partial(in_oxigraph, prepared(folder, size)) for size in SIZES)
    read = in_rdflib(as_file(folder))
    print(f"{'question':24} {'rdflib 0.02M':>12} {'0.2M':>8} {'2M':>8} {'growth':>7} {'2M open':>8}   ms")
    measured = []
    for question in questions():
        if wanted and question.id not in wanted:
            continue
        text, bare = texts(question)
        slow = written(timed(lambda: read, text, RDFLIB_LIMIT, 1), RDFLIB_LIMIT)
        times = [timed(small, text, TIME_LIMIT), timed(large, text, TIME_LIMIT)]
        free = written(timed(large, bare, OPEN_LIMIT, 1), OPEN_LIMIT) if question.id in OPEN else ""
        print(f"{question.id:24} {slow:>12} {in_columns(*times)} {free:>8}", flush=True)
        measured.append(TIME_LIMIT if times[1] is None else times[1])
    print(f"median {statistics.median(measured) * 1000:.0f} ms, slowest {max(measured) * 1000:.0f} ms")


def texts(question: Question) -> tuple[str, str]:
    """Return a question with all parameters of its header's examples, and with the required ones only."""
    every = {parameter.name: parameter.example for parameter in question.parameters}
    if "statement" in every:
        every["statement"] = STATEMENT
    required = {p.name: every[p.name] for p in question.parameters if p.required}
    return question_text(question.id, every), question_text(question.id, required)


def timed(open_graph: Callable[[], Graph], text: str, limit: int, times: int = 2) -> float | None:
    """Return the seconds that a query takes once its pages are read, or None if it is stopped after ``limit``."""
    forking = multiprocessing.get_context("fork")
    receiving, sending = forking.Pipe(duplex=False)
    process = forking.Process(target=_measure, args=(open_graph, text, limit * times, sending, times))
    process.start()
    sending.close()
    try:
        found: float = receiving.recv()
    except EOFError:
        return None
    finally:
        process.join()
    return found


def _measure(open_graph: Callable[[], Graph], text: str, limit: int, sending: Connection, times: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    graph = open_graph()
    sending.send(min(_seconds(graph, text) for _ in range(times)))


def _seconds(graph: Graph, text: str) -> float:
    begin = time.process_time()
    sum(1 for _ in graph.query(text))
    return time.process_time() - begin


def in_oxigraph(path: Path) -> ox.Store:
    """Open a store on disk."""
    return ox.Store.read_only(str(path))


def in_rdflib(path: Path) -> rdflib.Graph:
    """Read a file in N-Triples."""
    return rdflib.Graph().parse(path, format="nt")


def prepared(folder: Path, metrics: int) -> Path:
    """Return the store with so many metrics; make it where it is missing."""
    path = folder / f"metrics-{metrics}"
    if not path.exists():
        fill(ox.Store(str(path)), metrics)
    return path


def as_file(folder: Path) -> Path:
    """Return the file that rdflib reads; make it where it is missing."""
    path = folder / f"metrics-{HUNDREDTH}.nt"
    if not path.exists():
        store = ox.Store()
        fill(store, HUNDREDTH)
        store.dump(str(path), format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    return path


def in_columns(small: float | None, large: float | None) -> str:
    """Return columns of a line: with all parameters in both stores, and how it grows."""
    growth = f"{large / small:.1f}" if small and large else "-"
    return f"{written(small, TIME_LIMIT):>8} {written(large, TIME_LIMIT):>8} {growth:>7}"


def written(seconds: float | None, limit: int) -> str:
    """Return milliseconds, or that the query was stopped."""
    return f">{limit * 1000}" if seconds is None else f"{seconds * 1000:.0f}"


if __name__ == "__main__":
    main()
