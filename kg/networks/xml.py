"""Elements of XML as text, for documents that are written as a stream."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_QUOTE = {'"': "&quot;"}


def opened(name: str, **attributes: object) -> str:
    """Return a start tag; attributes that are None are left out."""
    return f"<{name}{_attributes(attributes)}>"


def empty(name: str, **attributes: object) -> str:
    """Return an element without content; attributes that are None are left out."""
    return f"<{name}{_attributes(attributes)}/>"


def element(name: str, content: Iterable[str] | str, **attributes: object) -> str:
    """Return an element around content that is markup already, or an empty one if there is no content."""
    inner = "".join(content)
    return f"{opened(name, **attributes)}{inner}</{name}>" if inner else empty(name, **attributes)


def text(content: str) -> str:
    """Return text as markup."""
    return escape(content)


def _attributes(attributes: dict[str, object]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("__", ":")}="{escape(str(value), _QUOTE)}"'
        for name, value in attributes.items()
        if value is not None
    )
