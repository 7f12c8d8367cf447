"""What a build has done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pyoxigraph as ox

from kg import messages, terms
from kg.store import content

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kg.errors import KgError
    from kg.messages import Language

STATEMENT_CLASSES: Mapping[str, ox.NamedNode] = {
    "metric": ox.NamedNode(terms.ROL + "Metric"),
    "award": ox.NamedNode(terms.ROL + "Award"),
    "citation": ox.NamedNode(terms.ROL + "Citation"),
    "implementation": ox.NamedNode(terms.ROL + "Implementation"),
    "shortcoming": ox.NamedNode(terms.ROL + "Shortcoming"),
}


Former = Literal["none", "removed", "kept"]
_FORMER = {"removed": "former-removed", "kept": "former-kept"}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A source whose report is not in the graph, why, and what became of what the graph had from it.

    ``kept``: the file could not be opened, so nothing is known of a new text, and the former report stays.
    """

    source: str
    error: KgError
    former: Former = "none"

    def reason(self, language: Language | None = None) -> str:
        """Return the reason in a language, by default the one that messages are in."""
        spoken = language or messages.language()
        reason = self.error.in_language(spoken)
        code = _FORMER.get(self.former)
        return f"{reason} {messages.text(code, spoken)}" if code else reason


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build has done, and what the store holds now.

    ``new``, ``replaced``, ``read_again`` and ``unchanged`` count this build's reports: not seen before; put
    in the place of a former text of their source; known, but read by another version or under other given
    data (also reports that the build did not name); as they were. ``removed`` counts reports that went
    without a successor. ``reports``, ``statements`` (by kind) and ``triples`` count what is in the store in
    the end.
    """

    store: Path
    new: int
    replaced: int
    read_again: int
    unchanged: int
    removed: int
    reports: int
    statements: Mapping[str, int]
    triples: int
    left_out: tuple[LeftOut, ...] = ()
    skipped: tuple[Path, ...] = ()


def statements(store: ox.Store) -> dict[str, int]:
    """Count the statements of each kind."""
    return {kind: _count(store, node) for kind, node in STATEMENT_CLASSES.items()}


def _count(store: ox.Store, node: ox.NamedNode) -> int:
    return sum(1 for _ in store.quads_for_pattern(None, terms.RDF_TYPE, node, content.GRAPH))
