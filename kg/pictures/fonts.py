"""A font that has Chinese characters: the one that the user names, else the best that the machine has."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from kg.errors import UsageError

VARIABLE = "KG_FONT"
"""The environment variable that names a font file or a family."""
FAMILIES = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "Heiti SC",
    "SimHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Noto Sans CJK JP",
    "Droid Sans Fallback",
    "Noto Serif CJK SC",
    "SimSun",
    "STHeiti",
    "AR PL UMing CN",
)
"""Families with Chinese characters, those that read best on a screen first."""
_SAMPLE = "汉违罚区"


@cache
def family(chosen: str | None = None) -> str:
    """Return the name of a family, as matplotlib knows it, that has Chinese characters.

    ``chosen`` is a file or family; without it, that of ``KG_FONT``; without that, one is looked for. Raises
    UsageError if what is chosen is no font with Chinese characters, or if the machine has none.
    """
    wanted = chosen or os.environ.get(VARIABLE)
    if wanted:
        return _wanted(wanted)
    from matplotlib import font_manager  # noqa: PLC0415

    installed = {entry.name: entry.fname for entry in font_manager.fontManager.ttflist}
    for name in (*FAMILIES, *sorted(installed)):
        if name in installed and _has_chinese(installed[name]):
            return name
    raise UsageError("font-none", variable=VARIABLE)


def _wanted(wanted: str) -> str:
    from matplotlib import font_manager  # noqa: PLC0415

    if Path(wanted).is_file():
        try:
            font_manager.fontManager.addfont(wanted)
            name: str = font_manager.FontProperties(fname=wanted).get_name()
        except (RuntimeError, OSError):
            raise UsageError("font-unfit", font=wanted, variable=VARIABLE) from None
        path = wanted
    else:
        found = {entry.name: entry.fname for entry in font_manager.fontManager.ttflist}
        name, path = wanted, found.get(wanted, "")
    if not (path and _has_chinese(path)):
        raise UsageError("font-unfit", font=wanted, variable=VARIABLE)
    return name


def _has_chinese(path: str) -> bool:
    from matplotlib import ft2font  # noqa: PLC0415

    try:
        characters = ft2font.FT2Font(path).get_charmap()
    except (RuntimeError, OSError):
        return False
    return all(ord(character) in characters for character in _SAMPLE)
