"""A network as a picture: the same places, sizes and colours as in its file."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from kg.pictures import canvas

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from kg.networks.model import Kind, Look, Network, Node

_WIDTH = 12.0
_POINTS = 72
_LABELS = 150
"""The most labels on a picture."""
_FONT_SIZES = (7.5, 14.0)
_LARGEST_SCALE = 0.6
_EDGE_COLOUR = "#8a8a8a"


def draw(network: Network, looks: Mapping[str, Look], path: Path) -> None:
    """Draw a network; nodes of the most weight are labelled first, and labels that would overlap left out.

    Raises UsageError if the file's name does not end in .png or .svg, or there is no matplotlib or no font.
    """
    with canvas.sheet(path, _WIDTH, _WIDTH * _proportion(looks)) as figure:
        axes = figure.add_subplot()
        axes.set_axis_off()
        axes.set_title(network.title)
        _legend(figure, network.kinds.values())
        if network.nodes:
            scale = _scale(figure, axes, looks.values())
            _edges(axes, network, looks)
            _nodes(axes, looks.values(), scale)
            _labels(figure, axes, network.nodes, looks, scale)


def _proportion(looks: Mapping[str, Look]) -> float:
    """Return height by width, within reason."""
    if not looks:
        return 0.5
    width, height = (_extent(look.x for look in looks.values()), _extent(look.y for look in looks.values()))
    return min(1.2, max(0.6, (height + 1) / (width + 1)))


def _extent(values: Iterable[float]) -> float:
    found = list(values)
    return max(found) - min(found)


def _scale(figure: Any, axes: Any, looks: Iterable[Look]) -> float:
    """Set the axes to what is to be seen; return how many points (1/72 inch) a unit of a disc's size has.

    In pictures of few nodes, discs are smaller than their places would allow: they are to be seen, not to fill it.
    """
    drawn = list(looks)
    margin = max(look.size for look in drawn)
    axes.set_xlim(min(look.x for look in drawn) - margin, max(look.x for look in drawn) + margin)
    axes.set_ylim(min(look.y for look in drawn) - margin, max(look.y for look in drawn) + margin)
    axes.set_aspect("equal")
    figure.draw_without_rendering()
    transform = axes.transData.transform
    pixels = math.dist(transform((0, 0)), transform((1, 0)))
    return min(_LARGEST_SCALE, float(pixels * _POINTS / figure.dpi))


def _nodes(axes: Any, looks: Iterable[Look], scale: float) -> None:
    drawn = sorted(looks, key=lambda look: -look.size)
    axes.scatter(
        [look.x for look in drawn],
        [look.y for look in drawn],
        s=[max(2.0, look.size * scale) ** 2 for look in drawn],
        c=[look.colour for look in drawn],
        edgecolors="white",
        linewidths=0.5,
        zorder=2,
    )


def _edges(axes: Any, network: Network, looks: Mapping[str, Look]) -> None:
    from matplotlib.collections import LineCollection  # noqa: PLC0415

    heaviest = max((edge.weight for edge in network.edges), default=0) or 1
    faint = min(1.0, 30 / math.sqrt(len(network.edges) + 1))
    places = {node: (look.x, look.y) for node, look in looks.items()}
    lines = LineCollection(
        [(places[edge.source], places[edge.target]) for edge in network.edges],
        linewidths=[0.4 + 2.6 * faint * edge.weight / heaviest for edge in network.edges],
        colors=[looks[edge.source].colour if network.directed else _EDGE_COLOUR for edge in network.edges],
        alpha=0.12 + 0.33 * faint,
        zorder=1,
    )
    axes.add_collection(lines)


def _legend(figure: Any, kinds: Iterable[Kind]) -> None:
    from matplotlib.lines import Line2D  # noqa: PLC0415

    handles = [
        Line2D([], [], marker="o", linestyle="", markersize=8, color=kind.colour, label=kind.label_zh)
        for kind in kinds
    ]
    figure.legend(handles=handles, loc="outside lower left", ncols=8, fontsize=9)


def _labels(figure: Any, axes: Any, nodes: Sequence[Node], looks: Mapping[str, Look], scale: float) -> None:
    """Label the largest nodes first; a label that would cover another one is left out."""
    from matplotlib import patheffects  # noqa: PLC0415
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415

    halo = [patheffects.withStroke(linewidth=2, foreground="white", alpha=0.8)]
    most = max(look.size for look in looks.values())
    # One for all: without one each label would make its own.
    renderer = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]
    taken: list[Any] = []
    largest_first = sorted(nodes, key=lambda node: (-looks[node.id].size, node.id))
    for node in largest_first[:_LABELS]:
        look = looks[node.id]
        smallest, largest = _FONT_SIZES
        text = axes.annotate(
            _short(node.label),
            (look.x, look.y),
            (0, -look.size * scale / 2),
            textcoords="offset points",
            ha="center",
            va="top",
            path_effects=halo,
            fontsize=smallest + (largest - smallest) * (look.size / most) ** 2,
            zorder=3,
            parse_math=False,
        )
        box = text.get_window_extent(renderer)
        if any(box.overlaps(other) for other in taken):
            text.remove()
        else:
            taken.append(box)


def _short(label: str, longest: int = 18) -> str:
    return label if len(label) <= longest else label[: longest - 1] + "…"
