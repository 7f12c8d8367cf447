"""Lines, bars and matrices. Each function draws into a figure and returns how many things found no room."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg import messages
from kg.networks.values import number as shortest
from kg.pictures.rows import Row, number, of_one_unit, sign

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.pictures.library import Measured, Picture

COLOURS = (
    "#4e79a7", "#f28e2b", "#59a14f", "#e15759", "#76b7b2", "#b07aa1",
    "#edc948", "#ff9da7", "#9c755f", "#499894", "#d37295", "#79706e",
)  # fmt: skip
MOST_LINES = len(COLOURS)
MOST_PANELS = 12
MOST_BARS = 40
MOST_ROWS, MOST_COLUMNS = 60, 60
_PANELS_ABREAST = 2
_LONGEST = 28
_SHORT = 4


@dataclass(frozen=True, slots=True)
class _Point:
    series: str
    x: int
    y: float
    sign: str


def lines(figure: Any, rows: Sequence[Row], picture: Picture) -> int:
    """Draw a line for each series, in a panel for each indicator if the picture has panels."""
    by_panel = _grouped(rows, picture.columns.get("panels"))
    names = sorted(by_panel, key=lambda name: (-len(by_panel[name]), name))
    shown, abreast = names[:MOST_PANELS], min(_PANELS_ABREAST, len(names))
    missing = sum(len(by_panel[name]) for name in names[MOST_PANELS:])
    series = _most_frequent(rows, picture.columns["series"], MOST_LINES)
    for place, name in enumerate(shown, 1):
        axes = figure.add_subplot(math.ceil(len(shown) / abreast), abreast, place)
        missing += _panel(axes, by_panel[name], picture, series)
        if name:
            axes.set_title(name, fontsize=11)
    handles, labels = _legend(figure)
    figure.legend(handles, labels, loc="outside lower center", ncols=min(4, max(1, len(labels))))
    return missing


def _panel(axes: Any, rows: Sequence[Row], picture: Picture, series: Mapping[str, str]) -> int:
    fitting, unit = of_one_unit(rows)
    points = _points(fitting, picture)
    drawn = 0
    for name, colour in series.items():
        own = [point for point in points if point.series == name]
        drawn += len(own)
        axes.plot(*_line(own), color=colour, linewidth=1.5)
        if own:
            axes.scatter(
                [point.x for point in own],
                [point.y for point in own],
                s=18,
                color=colour,
                label=name,
                zorder=2,
            )
        for point in own:
            axes.annotate(point.sign, (point.x, point.y), (4, 3), textcoords="offset points", fontsize=8)
    axes.set_ylabel(unit)
    _scales(axes, points)
    return len(rows) - drawn


def _points(rows: Sequence[Row], picture: Picture) -> list[_Point]:
    """Return what is to be drawn: rows that have a whole number for x, and a number for y."""
    x, y, series = (picture.columns[part] for part in ("x", "y", "series"))
    found = [
        _Point(str(row[series]), place, value, sign(row))
        for row in rows
        if isinstance(place := row[x], int) and (value := number(row, y)) is not None
    ]
    return sorted(found, key=lambda point: (point.series, point.x, point.y))


def _line(points: Sequence[_Point]) -> tuple[list[int], list[float]]:
    """Return the line through the points; where reports differ it breaks off."""
    values: dict[int, set[float]] = {}
    for point in points:
        values.setdefault(point.x, set()).add(point.y)
    return list(values), [min(found) if len(found) == 1 else math.nan for found in values.values()]


def _scales(axes: Any, points: Sequence[_Point]) -> None:
    """Begin at zero, where there is nothing below, and mark the years that there are."""
    places = sorted({point.x for point in points}) or [0]
    heights = [0.0, *(point.y for point in points)]
    low, high = min(heights), max(heights)
    room = (high - low) * 0.1 or 1
    axes.set_xlim(places[0] - 0.5, places[-1] + 0.5)
    axes.set_xticks(places)
    axes.set_ylim(low - (room if low < 0 else 0), high + room)


def bars(figure: Any, rows: Sequence[Row], picture: Picture) -> int:
    """Draw a bar, or one for each value, for each row: the longest on top."""
    fitting, unit = of_one_unit(rows)
    with_values = [row for row in fitting if any(number(row, each.column) for each in picture.values)]
    ranked = sorted(with_values, key=lambda row: (-_total(row, picture), _label(row, picture)))[:MOST_BARS]
    axes = figure.add_subplot()
    places = list(range(len(ranked), 0, -1))
    left = [0.0] * len(ranked)
    thickness = 0.8 if picture.stacked else 0.8 / len(picture.values)
    for order, (each, colour) in enumerate(zip(picture.values, COLOURS, strict=False)):
        found = [number(row, each.column) or 0.0 for row in ranked]
        shift = 0 if picture.stacked else (len(picture.values) / 2 - 0.5 - order) * thickness
        drawn = axes.barh(
            [place + shift for place in places],
            found,
            thickness,
            left=left,
            color=colour,
            label=_called(each),
        )
        written = _figures(ranked, each)
        axes.bar_label(
            drawn, written, padding=3, label_type="center" if picture.stacked else "edge", fontsize=8
        )
        if picture.stacked:
            left = [start + length for start, length in zip(left, found, strict=True)]
    axes.set_yticks(places, [_label(row, picture) for row in ranked])
    axes.set_xlabel(unit)
    axes.margins(x=0.08, y=0.02)
    if len(picture.values) > 1:
        axes.legend(loc="lower right")
    return len(rows) - len(ranked)


def _figures(rows: Sequence[Row], measured: Measured) -> list[str]:
    found = [(sign(row), number(row, measured.column)) for row in rows]
    return [f"{mark}{shortest(value)}" if value else "" for mark, value in found]


def matrix(figure: Any, rows: Sequence[Row], picture: Picture) -> int:
    """Draw a heat map with its figures; the fullest rows come first, and so do the fullest columns."""
    cells: dict[tuple[str, str], float] = {}
    for row in rows:
        key = str(row[picture.columns["row"]]), str(row[picture.columns["column"]])
        cells[key] = cells.get(key, 0) + (number(row, picture.columns["value"]) or 0)
    ordered = all(name.isdecimal() for _, name in cells)
    down = _fullest(cells, 0)[:MOST_ROWS]
    across = (sorted(_fullest(cells, 1)) if ordered else _fullest(cells, 1))[:MOST_COLUMNS]
    axes = figure.add_subplot()
    grid = [[cells.get((name, other), 0) or math.nan for other in across] for name in down] or [[math.nan]]
    axes.imshow(grid, cmap="Blues", aspect="auto", vmin=0)
    turned = {"rotation": 60, "ha": "right"} if max(map(len, across), default=0) > _SHORT else {}
    axes.set_xticks(range(len(across)), [_cut(name) for name in across], **turned)
    axes.set_yticks(range(len(down)), [_cut(name) for name in down])
    most = max(cells.values(), default=0)
    for y, line in enumerate(grid):
        for x, value in enumerate(line):
            if not math.isnan(value):
                colour = "white" if value > most / 2 else "black"
                axes.text(x, y, shortest(value), ha="center", va="center", fontsize=8, color=colour)
    return sum(
        1 for (name, other), value in cells.items() if value and (name not in down or other not in across)
    )


def _fullest(cells: Mapping[tuple[str, str], float], side: int) -> list[str]:
    totals: dict[str, float] = {}
    for key, value in cells.items():
        totals[key[side]] = totals.get(key[side], 0) + value
    return sorted((name for name, total in totals.items() if total), key=lambda name: (-totals[name], name))


def _grouped(rows: Sequence[Row], column: str | None) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault("" if column is None else str(row[column]), []).append(row)
    return groups


def _most_frequent(rows: Sequence[Row], column: str, most: int) -> dict[str, str]:
    """Return the series with the most rows, each with its colour."""
    groups = _grouped(rows, column)
    names = sorted(groups, key=lambda name: (-len(groups[name]), name))[:most]
    return dict(zip(sorted(names), COLOURS, strict=False))


def _legend(figure: Any) -> tuple[list[Any], list[str]]:
    """Return every line once, whichever panels it is in."""
    found: dict[str, Any] = {}
    for axes in figure.axes:
        for handle, label in zip(*axes.get_legend_handles_labels(), strict=True):
            found.setdefault(label, handle)
    labels = sorted(found)
    return [found[label] for label in labels], labels


def _total(row: Row, picture: Picture) -> float:
    found = [number(row, each.column) or 0.0 for each in picture.values]
    return sum(found) if picture.stacked else found[0]


def _label(row: Row, picture: Picture) -> str:
    return " ".join(_cut(str(row[column])) for column in picture.label if row[column] is not None)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _called(measured: Measured) -> str:
    return measured.label_zh if messages.language() == "zh" else measured.label
