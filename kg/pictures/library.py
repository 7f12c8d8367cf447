"""Which questions have a picture, and how it is drawn: ``queries/pictures.toml``."""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from kg import resources
from kg.errors import QueryError
from kg.querying import library as questions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measured:
    """A column of numbers and what it is called."""

    column: str
    label_zh: str
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """How a question's answer is drawn. ``columns`` are the answer's columns by their part in the picture."""

    question: str
    kind: str
    columns: Mapping[str, str]
    label: tuple[str, ...] = ()
    values: tuple[Measured, ...] = ()
    stacked: bool = False


def pictures() -> Mapping[str, Picture]:
    """Return the pictures by their questions' ids."""
    return _read(resources.folder("queries") / "pictures.toml")


def picture(question: str) -> Picture:
    """Return the picture of a question.

    Raises QueryError if there is no such question, or if it has no picture (with those that have one).
    """
    questions.question(question)
    known = pictures()
    if question not in known:
        near = difflib.get_close_matches(question, known, n=3, cutoff=0.5)
        raise QueryError("picture-none", question=question, known=", ".join(near or known))
    return known[question]


@cache
def _read(path: Path) -> Mapping[str, Picture]:
    return {name: _picture(name, table) for name, table in tomllib.loads(path.read_text("utf-8")).items()}


def _picture(name: str, table: Mapping[str, Any]) -> Picture:
    return Picture(
        name,
        table["kind"],
        {key: value for key, value in table.items() if isinstance(value, str) and key != "kind"},
        tuple(table.get("label", ())),
        tuple(Measured(*value) for value in table.get("values", ())),
        table.get("stacked", False),
    )
