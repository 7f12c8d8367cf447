"""A report's bytes, where they came from, and what the user says of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model import Given


@dataclass(frozen=True, slots=True)
class Source:
    """One document to read.

    ``key`` identifies it across builds (a URL, or a path relative to the folder named by the user); ``name``
    is what messages call it and whose ending tells HTML from plain text; ``given`` is what the user says.
    """

    key: str
    name: str
    data: bytes
    given: Given = field(default_factory=Given)
