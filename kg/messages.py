"""The wordings of all messages to people, in Chinese and English, kept in ``kg/messages.toml``.

The language is that of ``KG_LANG`` (``zh`` or ``en``), else the locale's if that is Chinese, else English.
"""

from __future__ import annotations

import os
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Language = Literal["zh", "en"]
_FILE = Path(__file__).with_name("messages.toml")
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


class _Values(dict[str, object]):
    """Values for placeholders; one that is missing stays visible instead of hiding the message."""

    def __missing__(self, name: str) -> str:
        return "{" + name + "}"


def language(environment: Mapping[str, str] | None = None) -> Language:
    """Return the language to speak: ``KG_LANG``, else the locale, else English."""
    environment = os.environ if environment is None else environment
    chosen = environment.get("KG_LANG") or next(
        (environment[name] for name in _LOCALE_VARIABLES if environment.get(name)), ""
    )
    return "zh" if chosen.lower().startswith("zh") else "en"


@cache
def table() -> Mapping[str, Mapping[str, str]]:
    """Return all messages: code → language → wording."""
    return tomllib.loads(_FILE.read_text("utf-8"))


def text(code: str, spoken: Language | None = None, /, **values: object) -> str:
    """Return a message with its placeholders filled, in the current language unless one is given.

    Raises KeyError for a code that ``messages.toml`` lacks.
    """
    return table()[code][spoken or language()].format_map(_Values(values))
