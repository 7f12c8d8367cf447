"""Which engine checks: pySHACL is the reference, the fast one is for many reports."""

from __future__ import annotations

import importlib.util
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.validation.validate import Engine


@cache
def for_bulk() -> Engine:
    """Return the fast engine, or the reference where the package ``shacl`` is not installed."""
    return "fast" if importlib.util.find_spec("shacl") else "reference"
