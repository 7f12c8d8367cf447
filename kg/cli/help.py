"""Help texts: examples stand as they are written, not wrapped."""

from __future__ import annotations

_AS_WRITTEN = "\b\n"
"""How click marks a paragraph that it must not wrap."""


def examples(*lines: str) -> str:
    """Return the part of a help text that shows how a command is called."""
    return _AS_WRITTEN + "Examples 示例:\n" + "\n".join(f"  {line}" for line in lines)
