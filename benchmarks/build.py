"""How a build spends its time: ``python -m benchmarks.build [REPORTS]``.

Prints the share of each stage in reading a report, what several processes gain, and what a second build
costs.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from benchmarks import reports
from kg import api, areas, pipeline, vocabulary
from kg.extraction.extract import extract
from kg.graph.describe import describe
from kg.graph.serialise import serialise
from kg.model import Given
from kg.normalise import normalise
from kg.parsing.parse import parse
from kg.reading.decode import decode
from kg.reading.source import Source
from kg.report import read_head
from kg.store import changes
from kg.store.checking import check

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLE = 100


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reports.write(folder / "in", count)
        stages(min(count, SAMPLE))
        builds(folder, count)


def stages(count: int) -> None:
    """Print what each stage of a report takes, in milliseconds and as a share."""
    clock = Clock()
    batch = [one_report(reports.report(number), clock) for number in range(count)]
    store = ox.Store()
    clock("load", lambda: changes.add(store, batch))
    whole = sum(clock.spent.values())
    print(f"{count} reports, one process; milliseconds a report, share")
    for stage, seconds in clock.spent.items():
        print(f"  {stage:10} {seconds / count * 1000:8.2f} {seconds / whole:7.1%}")
    print(f"  {'together':10} {whole / count * 1000:8.2f}; triples a report: {len(store) / count:.0f}")


class Clock:
    """Adds up the time of named calls."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)

    def __call__(self, stage: str, work: Callable[[], Any]) -> Any:
        """Do some work and add its time to a stage's."""
        begun = time.perf_counter()
        done = work()
        self.spent[stage] += time.perf_counter() - begun
        return done


def one_report(content: str, clock: Clock) -> bytes:
    """Take a report through all stages up to its triples."""
    words, gazetteer, data = vocabulary.load(), areas.load(), content.encode()
    text = clock("decode", lambda: decode(Source("a.txt", "a.txt", data)))
    plain = clock("normalise", lambda: normalise(text))
    page = clock("parse", lambda: parse(plain))
    head = clock("head", lambda: read_head(page, "a.txt", Given(), words, gazetteer))
    clock("extract", lambda: extract(page, head, words, gazetteer))
    facts = pipeline.read_text(text, "a.txt", Given(), words, gazetteer)
    triples = clock("describe", lambda: describe(facts, words, gazetteer, pipeline.extracted_with(words)))
    clock("check", lambda: check(triples, words, "a.txt"))
    return bytes(clock("serialise", lambda: serialise(triples, "nt")))


def builds(folder: Path, count: int) -> None:
    """Print what whole builds take, relative to the first."""
    first = timed(lambda: api.build([folder / "in"], folder / "one", workers=1))
    print(f"build of {count} reports, one process: {first / count * 1000:.1f} ms a report")
    processes = os.cpu_count() or 1
    several = timed(lambda: api.build([folder / "in"], folder / "several", workers=processes))
    print(f"  with {processes} processes: {several / first:.2f} of that")
    again = timed(lambda: api.build([folder / "in"], folder / "one"))
    print(f"  second build, nothing new: {again / first:.3f} of that")
    with (folder / "dump.nt").open("wb") as output:
        dumped = timed(lambda: api.dump(folder / "one", "nt", output))
    print(f"  dump: {dumped / first:.3f} of that, {(folder / 'dump.nt').stat().st_size / 1e6:.0f} MB")


def timed(work: Callable[[], Any]) -> float:
    """Return the seconds that some work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
