"""A sheet to draw on, and saving it: the same picture gives the same bytes."""

from __future__ import annotations

import importlib.util
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from kg.errors import UsageError
from kg.networks.export import replacing
from kg.pictures import fonts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENDINGS = (".png", ".svg")
DOTS_PER_INCH = 150
_SETTINGS: Any = {
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 13,
    "axes.unicode_minus": False,
    "figure.dpi": DOTS_PER_INCH,
    "font.size": 10,
    "legend.frameon": False,
    "svg.fonttype": "path",
    "svg.hashsalt": "rol-kg",
}


def check(path: Path) -> None:
    """Raise UsageError if a picture cannot be drawn there: another ending, no matplotlib, no Chinese font."""
    if path.suffix.lower() not in ENDINGS:
        raise UsageError("picture-format", path=path, known=", ".join(ENDINGS))
    if importlib.util.find_spec("matplotlib") is None:
        raise UsageError("picture-library")
    fonts.family()


@contextmanager
def sheet(path: Path, width: float, height: float) -> Iterator[Any]:
    """Give a figure of so many inches; afterwards it is saved to the path, whole or not at all.

    Raises UsageError as ``check`` does, and if the file cannot be written.
    """
    check(path)
    import matplotlib as mpl  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    with mpl.rc_context({**_SETTINGS, "font.family": [fonts.family(), "DejaVu Sans"]}):
        figure = Figure(figsize=(width, height), layout="constrained")
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", r"Glyph .* missing")  # rare characters become boxes
            yield figure
            _save(figure, path)


def _save(figure: Any, path: Path) -> None:
    metadata = (
        {"Date": None, "Creator": "rol-kg"} if path.suffix.lower() == ".svg" else {"Software": "rol-kg"}
    )
    try:
        with replacing(path) as temporary:
            figure.savefig(temporary, metadata=metadata)
    except OSError as error:
        raise UsageError("output-unwritable", path=path, detail=error.strerror or error) from None
