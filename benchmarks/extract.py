"""Extraction against plain segmentation, and how both grow: ratios measured in one run.

    python benchmarks/extract.py [FOLDER] [--slope]

Times, over the texts of a folder (the samples by default), the whole way from bytes to facts, and ``jieba.lcut`` over the
same decoded texts; prints the median of five runs of each and their ratio. With ``--slope`` hostile texts of doubling
length, up to two million characters: the growth of the time when the length doubles (2 is linear), and the most memory
that was in use. All times are of the process alone, so that what else the machine does matters little.
"""

from __future__ import annotations

import resource
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import jieba

from kg import areas, pipeline, resources, vocabulary
from kg.reading.decode import decode
from kg.reading.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 5
LENGTHS = (250_000, 500_000, 1_000_000, 2_000_000)
HOSTILE = {
    "one clause": "人民调解委员会调解纠纷5件,",
    "list": "受理案件5件、",
    "sentence": "2023年,区司法局办理法律援助案件5件。",
    "digits": "1",
    "digits and commas": "1,",
    "Chinese numerals": "一二三四五六七八九十百千万",
    "brackets": "(",
    "titles": "《",
    "quotation marks": "“法律",
    "honours": "获评全市先进集体、",
    "problems": "一是存在不足;",
    "headings": "一、推进\n",
}


def median(run: Callable[[], object]) -> float:
    """Return the median of the times of several runs, in seconds."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return statistics.median(times)


def main() -> None:
    """Print the ratio over the texts, and the growth over hostile ones."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else resources.folder("samples")
    words, gazetteer = vocabulary.load(), areas.load()
    sources = [
        Source(path.name, path.name, path.read_bytes())
        for path in sorted(folder.glob("*.*"))
        if path.suffix in (".txt", ".html")
    ]
    texts = [decode(source) for source in sources]
    jieba.lcut("预热")
    extraction = median(lambda: [pipeline.read_facts(source, words, gazetteer) for source in sources])
    segmentation = median(lambda: [jieba.lcut(text) for text in texts])
    characters = sum(map(len, texts))
    print(f"{len(sources)} reports, {characters} characters")
    print(f"extraction   {1e3 * extraction / len(sources):8.2f} ms a report")
    print(f"jieba.lcut   {1e3 * segmentation / len(sources):8.2f} ms a report")
    print(f"ratio        {extraction / segmentation:8.2f}")
    if "--slope" in sys.argv:
        slope(words, gazetteer)


def slope(words: vocabulary.Vocabulary, gazetteer: areas.Gazetteer) -> None:
    """Print the seconds that hostile texts of doubling length take, and the last growth."""
    print(f"\n{'hostile text':20}" + "".join(f"{length:>12,}" for length in LENGTHS) + "   growth")
    for name, unit in HOSTILE.items():
        times = []
        for length in LENGTHS:
            data = ("一、存在的问题\n" + unit * (length // len(unit))).encode()
            start = time.process_time()
            pipeline.read_facts(Source(name, name, data), words, gazetteer)
            times.append(time.process_time() - start)
        print(
            f"{name:20}" + "".join(f"{seconds:12.2f}" for seconds in times) + f"{times[-1] / times[-2]:9.2f}",
            flush=True,
        )
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
