"""A store of made-up facts, as large as wanted, to measure questions on.

Districts, cities and provinces are the real ones. Each report has a hundred metrics, forty programs, twelve documents,
eight honours and five shortcomings; indicators, program types and labels are as unevenly spread as in real reports
(Zipf), a quarter of the metrics has no indicator, and a report seldom gives an indicator twice. The same number gives
the same store.

    python benchmarks/facts_store.py FOLDER 2000000
"""

from __future__ import annotations

import io
import random
import sys
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from benchmarks import made_up_report
from benchmarks.made_up_report import METRICS, Concept, Report
from kg import areas, vocabulary
from kg.graph import entities
from kg.graph.keys import Known
from kg.graph.vocabulary_graph import vocabulary_triples
from kg.model import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

YEARS = range(2017, 2026)
OF_EXAMPLES = ("320402", "430103", "310113", "360102", "440205")
"""The districts of the questions' examples are in every store."""
_LINES_AT_ONCE = 1000


def fill(store: ox.Store, metrics: int) -> None:
    """Load made-up reports with so many metrics into an empty store."""
    known = Known(vocabulary.load(), areas.load())
    chosen = list(reports(known, metrics // METRICS))
    shared = set(_shared(known, {report.area for report in chosen}))
    store.bulk_extend(ox.Quad(*triple) for triple in shared)
    lines = (line for report in chosen for line in made_up_report.lines(report))
    store.bulk_load(_Lines(lines), format=ox.RdfFormat.N_TRIPLES)
    store.optimize()


class _Lines(io.RawIOBase):
    """Lines as a file that is read once: one load of all is several times as fast as many."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._left = b""

    def read(self, size: int = -1) -> bytes:
        """Return up to ``size`` bytes, nothing at the end."""
        if not self._left:
            self._left = "".join(f"{line}\n" for line in islice(self._lines, _LINES_AT_ONCE)).encode()
        found, self._left = (self._left, b"") if size < 0 else (self._left[:size], self._left[size:])
        return found


def reports(known: Known, count: int) -> Iterator[Report]:
    """Yield so many reports: one for an area and a year, those of the questions' examples first."""
    concepts = known.vocabulary
    indicators = [Concept(c.iri, c.label, (c.units or ("件",))[0]) for c in concepts.indicators.values()]
    types = [Concept(c.iri, c.label) for c in concepts.program_types.values()]
    chooser = random.Random(1)  # noqa: S311
    chooser.shuffle(indicators)
    chooser.shuffle(types)
    first = [(area, year) for area in OF_EXAMPLES for year in YEARS]
    others = [(code, year) for code in _codes(known) if code not in OF_EXAMPLES for year in YEARS]
    chooser.shuffle(others)
    places: Sequence[tuple[str, int]] = first + others
    for number in range(count):
        area, year = places[number % len(places)]
        yield Report(number, area, year, indicators, types)


def _codes(known: Known) -> list[str]:
    """Return the codes of the provinces, cities and districts that have not been replaced."""
    divisions = known.gazetteer.divisions
    return sorted(code for code in divisions if code != "100000" and not known.gazetteer.replaced_by(code))


def _shared(known: Known, codes: set[str]) -> Iterator[ox.Triple]:
    yield from vocabulary_triples(known.vocabulary)
    for year in YEARS:
        yield from entities.period(Period.of_year(year)).triples
    for code in codes:
        yield from entities.area(code, known).triples


def main() -> None:
    """Fill a store on disk and say how large it is."""
    folder, metrics = Path(sys.argv[1]), int(sys.argv[2])
    begin = time.perf_counter()
    store = ox.Store(str(folder))
    fill(store, metrics)
    print(f"{folder}: metrics {metrics}, triples {len(store)}, {time.perf_counter() - begin:.0f} s")


if __name__ == "__main__":
    main()
