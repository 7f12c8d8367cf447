"""Findings as rows for programs: JSON and CSV."""

from __future__ import annotations

import csv
import json
from typing import IO, TYPE_CHECKING

from kg.validation.outputs.rows import COLUMNS, counts, rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.messages import Language
    from kg.validation.examine import Examined


def write_json(examined: Sequence[Examined], language: Language, output: IO[str]) -> None:
    """Write an object with the findings, what was checked, and how many there are of each severity."""
    data = {
        "checked": [{"source": one.source, "report": one.report} for one in examined],
        "counts": counts(examined),
        "findings": [
            {name: value for name, value in row.items() if value is not None}
            for row in rows(examined, language)
        ],
    }
    json.dump(data, output, ensure_ascii=False, indent=1)
    output.write("\n")


def write_csv(examined: Sequence[Examined], language: Language, output: IO[str]) -> None:
    """Write a line for each finding. What a spreadsheet might take for a formula gets an apostrophe."""
    writer = csv.DictWriter(output, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows(examined, language):
        writer.writerow({name: _harmless(value) for name, value in row.items()})


def _harmless(value: object) -> object:
    risky = isinstance(value, str) and value[:1] in ("=", "+", "@", "\t", "\r")
    return f"'{value}" if risky else value
