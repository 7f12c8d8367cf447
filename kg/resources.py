"""Where the project's data lie: inside the installed package, or at the root of a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Return the folder ``ontology``, ``shapes``, ``queries`` or ``samples``.

    Raises FileNotFoundError if the installation lacks it.
    """
    for root in (_PACKAGE / "data", _PACKAGE.parent):
        path = root / name
        if path.is_dir():
            return path
    raise FileNotFoundError(f"the installation lacks its folder {name!r}: install rol-kg again")
