"""Pairing of annotated and extracted facts by their spans, and the comparison of their fields."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Entry = Mapping[str, Any]

FIELDS: Mapping[str, tuple[str, ...]] = {
    "metrics": (
        "value", "upper", "unit", "comparator", "status", "change", "period", "jurisdiction", "indicator",
    ),
    "awards": ("name", "recipient", "conferredBy", "level", "status", "year"),
    "documents": ("title", "relation", "status"),
    "programs": ("name", "type", "status", "itemCount", "edition", "responsible"),
    "shortcomings": ("topic",),
}  # fmt: skip
"""The fields of each kind that must all be right for a fact to count as fully right (``full``)."""

REPORT_FIELDS = (
    "title", "type", "publisher", "jurisdiction", "level", "coversYear", "issued", "documentNumber", "sections",
)  # fmt: skip
_TEXT_FIELDS = frozenset(("name", "recipient", "conferredBy", "title", "publisher"))
_MARKS = frozenset("“”‘’\"'《》〈〉<> \u3000")


@dataclass(frozen=True, slots=True)
class Pairing:
    """The pairs of a kind, and what stands on one side only."""

    pairs: tuple[tuple[Entry, Entry], ...]
    missed: tuple[Entry, ...]
    spurious: tuple[Entry, ...]


def pair(gold: Sequence[Entry], found: Sequence[Entry]) -> Pairing:
    """Pair facts one to one where their spans overlap, the greatest share of overlap first."""
    candidates = []
    for i, left in enumerate(gold):
        for j, right in enumerate(found):
            shared = min(left["end"], right["end"]) - max(left["start"], right["start"])
            if shared > 0:
                union = max(left["end"], right["end"]) - min(left["start"], right["start"])
                candidates.append((-shared / union, i, j))
    taken_gold: dict[int, int] = {}
    taken_found: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in taken_gold and j not in taken_found:
            taken_gold[i] = j
            taken_found.add(j)
    return Pairing(
        tuple((gold[i], found[j]) for i, j in sorted(taken_gold.items())),
        tuple(entry for i, entry in enumerate(gold) if i not in taken_gold),
        tuple(entry for j, entry in enumerate(found) if j not in taken_found),
    )


def same(field: str, left: Any, right: Any) -> bool:
    """Tell whether two values of a field agree; names are compared without spaces and quotation marks."""
    if field in _TEXT_FIELDS and isinstance(left, str) and isinstance(right, str):
        return _bare(left) == _bare(right)
    if isinstance(left, list) or isinstance(right, list):
        return sorted(map(str, left or ())) == sorted(map(str, right or ()))
    return bool(left == right)


def label_similarity(left: str, right: str) -> float:
    """Return the F1 of the two labels' characters, counted with repetition (0 to 1)."""
    rest = list(_bare(right))
    shared = 0
    for char in _bare(left):
        if char in rest:
            rest.remove(char)
            shared += 1
    total = len(_bare(left)) + len(_bare(right))
    return 2 * shared / total if total else 1.0


def _bare(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char not in _MARKS)
