"""The verb ``plot``: the answer to a question as a picture."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import messages
from kg.errors import QueryError
from kg.pictures import canvas, charts, library
from kg.pictures.rows import Row, labelled
from kg.querying import library as questions
from kg.querying import run
from kg.querying.results import read
from kg.querying.table import labels_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kg.pictures.library import Picture
    from kg.querying.parameters import Given, Value

    Chart = Callable[[Any, Sequence[Row], Picture], int]

_CHARTS: Mapping[str, Chart] = {"lines": charts.lines, "bars": charts.bars, "matrix": charts.matrix}
_WIDTH = 11.0
_LEAST_HEIGHT = 4.0


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to a question that has a picture: its rows with names for people."""

    picture: Picture
    rows: tuple[Row, ...]
    title: str


def plot(
    question: str,
    output: str | Path,
    *,
    store: run.StoreLike = "kg-store",
    example: bool = False,
    **given: Value | list[Value],
) -> int:
    """Draw the answer to a question into a file that ends in .png or .svg; return how many rows it has.

    ``given`` and ``example`` as for ``kg.query``. Raises QueryError if the question has no picture or no rows,
    or if a parameter does not fit; UsageError for another ending, or if there is no matplotlib or no font with
    Chinese characters; StoreError if there is no store.
    """
    canvas.check(Path(output))
    answer = ask(question, store=store, example=example, **given)
    draw(answer, Path(output))
    return len(answer.rows)


def ask(
    question: str, *, store: run.StoreLike, example: bool = False, **given: Value | list[Value]
) -> Answered:
    """Ask a question that has a picture. Raises QueryError and StoreError as ``plot`` does."""
    picture = library.picture(question)
    text = run.question_text(question, given, example=example)
    opened = run.opened(store)
    result = read(run.answer(opened, text, question))
    if not result.solutions:
        raise QueryError("picture-empty", question=question)
    return Answered(picture, tuple(labelled(result, labels_of(opened))), _title(question, given))


def draw(answer: Answered, path: Path) -> None:
    """Draw an answer into a file. Raises UsageError as ``plot`` does."""
    if answer.picture.kind == "network":
        _network(answer, path)
    else:
        _chart(answer, path)


def _title(question: str, given: Given) -> str:
    """Return the question, with what it was asked about."""
    asked = questions.question(question).titled(messages.language())
    values = [
        str(one)
        for value in given.values()
        for one in ([value] if isinstance(value, str | int) else value or ())
    ]
    return f"{asked} ({', '.join(values)})" if values else asked


def _chart(answer: Answered, path: Path) -> None:
    picture, rows = answer.picture, answer.rows
    with canvas.sheet(path, _WIDTH, _height(picture, rows)) as figure:
        figure.suptitle(answer.title, x=0.01, ha="left", fontsize=13)
        missing = _CHARTS[picture.kind](figure, rows, picture)
        if missing:
            figure.supxlabel(messages.text("picture-left-out", count=missing), fontsize=8, x=0.99, ha="right")


def _height(picture: Picture, rows: Sequence[Row]) -> float:
    """Return how many inches a picture needs for its rows."""
    if picture.kind == "bars":
        needed = 1.5 + 0.3 * min(len(rows), charts.MOST_BARS) * (1 if picture.stacked else _bars(picture))
    elif picture.kind == "matrix":
        names = {str(row[picture.columns["row"]]) for row in rows}
        needed = 3.0 + 0.35 * min(len(names), charts.MOST_ROWS)
    else:
        panels = {row[picture.columns["panels"]] for row in rows} if "panels" in picture.columns else {0}
        needed = 1.5 + 3.0 * math.ceil(min(len(panels), charts.MOST_PANELS) / 2)
    return max(_LEAST_HEIGHT, needed)


def _bars(picture: Picture) -> float:
    return (len(picture.values) + 1) / 2


def _network(answer: Answered, path: Path) -> None:
    """Draw the rows as a network: what they name at both ends, linked."""
    from kg.networks.layout import layout  # noqa: PLC0415  (networkx takes a while to load)
    from kg.networks.looks import looks  # noqa: PLC0415
    from kg.pictures.linked import linked  # noqa: PLC0415
    from kg.pictures.network import draw as draw_network  # noqa: PLC0415

    network = linked(answer.rows, answer.picture, answer.title)
    draw_network(network, looks(network, layout(network)), path)
