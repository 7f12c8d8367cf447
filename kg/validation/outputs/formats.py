"""The formats by name."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from kg.validation.outputs.junit import write_junit
from kg.validation.outputs.page import write_page
from kg.validation.outputs.plain import write_csv, write_json
from kg.validation.outputs.sarif import write_sarif
from kg.validation.outputs.text import write_text
from kg.validation.outputs.turtle import write_turtle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kg.messages import Language
    from kg.validation.examine import Examined

WRITERS: Mapping[str, Callable[[Sequence[Examined], Language, IO[str]], None]] = {
    "table": write_text,
    "json": write_json,
    "csv": write_csv,
    "turtle": write_turtle,
    "html": write_page,
    "sarif": write_sarif,
    "junit": write_junit,
}
