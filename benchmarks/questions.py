"""How long each question takes: on 0.2 and 2 million made-up metrics in Oxigraph, on one hundredth of that in rdflib.

    python -m benchmarks.questions FOLDER      # makes the stores in FOLDER where they are missing

Each question runs in a process of its own, twice, and the second time counts; what takes longer than a minute is
stopped. The columns 0.2M and 2M are with all parameters of the question's header, "open" with those that are required.
"""

from __future__ import annotations

import multiprocessing
import statistics
import sys
import time
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
TIME_LIMIT = 60
STATEMENT = "report/0000000000000000/metric/40-44"
"""One that every made-up store has, for the question that needs one."""


def main() -> None:
    """Print a line for each question, and how long the median and the slowest take."""
    folder = Path(sys.argv[1])
    stores = [prepared(folder, size) for size in SIZES]
    hundredth = as_file(folder)
    wanted = sys.argv[2:]
    print(f"{'question':24} {'rdflib 0.02M':>12} {'0.2M':>8} {'2M':>8} {'growth':>7} {'2M open':>8}   ms")
    measured = []
    for question in questions():
        if wanted and question.id not in wanted:
            continue
        text, bare = texts(question)
        small, large = (timed(in_oxigraph, store, text) for store in stores)
        slow = timed(in_rdflib, hundredth, text)
        free = timed(in_oxigraph, stores[1], bare)
        growth = f"{large / small:.1f}" if small and large else "-"
        shown = " ".join(f"{written(each):>8}" for each in (small, large))
        print(f"{question.id:24} {written(slow):>12} {shown} {growth:>7} {written(free):>8}", flush=True)
        measured.append(large or TIME_LIMIT)
    print(f"median {statistics.median(measured) * 1000:.0f} ms, slowest {max(measured) * 1000:.0f} ms")


def texts(question: Question) -> tuple[str, str]:
    """Return a question with all parameters of its header's examples, and with the required ones only."""
    every = {parameter.name: parameter.example for parameter in question.parameters}
    if "statement" in every:
        every["statement"] = STATEMENT
    required = {p.name: every[p.name] for p in question.parameters if p.required}
    return question_text(question.id, every), question_text(question.id, required)


def timed(open_graph: Callable[[Path], Graph], path: Path, text: str) -> float | None:
    """Return the seconds that a query takes once its pages are read, or None if it is stopped."""
    receiving, sending = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=_measure, args=(open_graph, path, text, sending))
    process.start()
    found = None
    if receiving.poll(2 * TIME_LIMIT):
        found = receiving.recv()
    process.kill()
    process.join()
    return found


def _measure(open_graph: Callable[[Path], Graph], path: Path, text: str, sending: Connection) -> None:
    graph = open_graph(path)
    sending.send(min(_seconds(graph, text) for _ in range(2)))


def _seconds(graph: Graph, text: str) -> float:
    begin = time.perf_counter()
    sum(1 for _ in graph.query(text))
    return time.perf_counter() - begin


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


def written(seconds: float | None) -> str:
    """Return milliseconds, or that the query was stopped."""
    return f">{TIME_LIMIT * 1000}" if seconds is None else f"{seconds * 1000:.0f}"


if __name__ == "__main__":
    main()
