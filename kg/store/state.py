"""What a store remembers beside its graph: what users said of the sources, what a build left unfinished.

It stands in one small file in the store's folder, which is replaced as a whole. A build writes it twice:
before its first change to the graph and after its last. So whatever happens to the build, the next one
knows which reports may have been read under other conditions than the file says, and reads these again.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.model import Given

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "rol-kg.json"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class State:
    """``given`` is what users said, by source key (keys of which nothing was said are left out).

    ``unsettled`` are the ids of the reports that an unfinished build was changing; ``vocabulary`` is the
    digest of the vocabulary's triples in the graph, None if they may be incomplete.
    """

    given: Mapping[str, Given] = field(default_factory=dict)
    unsettled: frozenset[str] = frozenset()
    vocabulary: str | None = None


def is_store(folder: Path) -> bool:
    """Tell whether a folder holds a store."""
    return (folder / FILE).is_file()


def load(folder: Path) -> State | None:
    """Read a store's state; None if it has none, or one that cannot be used."""
    try:
        data = json.loads((folder / FILE).read_bytes())
        if data["format"] != _FORMAT:
            return None
        given = {key: _given(values) for key, values in data["given"].items()}
        return State(given, frozenset(data["unsettled"]), data["vocabulary"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def save(folder: Path, state: State) -> None:
    """Write a store's state, so that a reader finds the former or the new one, whatever happens meanwhile."""
    data = {
        "format": _FORMAT,
        "vocabulary": state.vocabulary,
        "unsettled": sorted(state.unsettled),
        "given": {key: _plain(given) for key, given in sorted(state.given.items())},
    }
    fresh = folder / (FILE + ".new")
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(data, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / FILE)


def _plain(given: Given) -> dict[str, Any]:
    values = {name: value for name, value in asdict(given).items() if value is not None and name != "source"}
    return values | ({"issued": given.issued.isoformat()} if given.issued else {})


def _given(values: dict[str, Any]) -> Given:
    issued = values.pop("issued", None)
    return Given(**values, issued=date.fromisoformat(issued) if issued else None)
