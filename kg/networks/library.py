"""The projections in ``queries/networks/``: one SPARQL file each, which users' own files follow.

The header is that of a question (``kg.querying.library``) with more kinds of lines:
``# directed: yes|no``, ``# alone: no`` if nodes without an edge are left out, and, for each kind of node,
``# kind ID: CHINESE; ENGLISH; #rrggbb``.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg import resources
from kg.errors import QueryError, ReadError
from kg.networks.model import Kind
from kg.querying import guard
from kg.querying import library as questions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.querying.library import Question

ENDING = ".rq"
DEFAULT_COLOURS = ("#4e79a7", "#f28e2b", "#59a14f", "#e15759", "#76b7b2", "#b07aa1", "#9c755f", "#bab0ac")
"""Colours for kinds of nodes that a header does not name."""
_KIND = re.compile(
    r"(?P<zh>[^;]+);(?P<en>[^;]+);\s*(?P<colour>#[0-9a-fA-F]{6})\s*",
)


@dataclass(frozen=True, slots=True)
class Projection:
    """A way to see the graph as a network. ``question`` is its query, with its filters as parameters."""

    question: Question
    directed: bool
    alone: bool
    """Whether nodes that no edge names are shown."""
    kinds: Mapping[str, Kind]

    @property
    def name(self) -> str:
        """The projection's id."""
        return self.question.id


def projections() -> tuple[Projection, ...]:
    """Return all projections, by name. Raises QueryError for a file whose header is broken."""
    return tuple(parse(path.read_text("utf-8"), path.name) for path in sorted(folder().glob("*" + ENDING)))


def folder() -> Path:
    """Return the folder of the projections."""
    return resources.folder("queries") / "networks"


def projection(name: str) -> Projection:
    """Return the projection of a name, or the one in a user's own file (a path that ends in ``.rq``).

    Raises QueryError, with the nearest names, if there is none, if the file's header lacks something or its
    query is broken or refused; ReadError if the file cannot be read.
    """
    if name.endswith(ENDING):
        return _own(Path(name))
    known = {each.name: each for each in projections()}
    if name not in known:
        near = difflib.get_close_matches(name, known, n=3, cutoff=0.4) or sorted(known)
        raise QueryError("network-unknown", name=name, near=", ".join(near))
    return known[name]


def _own(path: Path) -> Projection:
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise ReadError("file-missing", path=path) from None
    except UnicodeDecodeError:
        raise QueryError("query-not-utf-8", name=path) from None
    except OSError as error:
        raise ReadError("file-unreadable", path=path, detail=error.strerror) from None
    return parse(guard.accept(text, str(path)), path.name)


def parse(text: str, name: str) -> Projection:
    """Read a projection from the text of its file, called ``name``. Raises QueryError if the header is broken."""
    question = questions.parse(text, name)
    fields = dict(questions.header(text))
    directed = fields.get("directed")
    if directed not in ("yes", "no"):
        raise QueryError("question-header", file=name, field="directed")
    kinds = [
        _kind(key.removeprefix("kind "), value, name)
        for key, value in fields.items()
        if key.startswith("kind ")
    ]
    alone = fields.get("alone", "yes") != "no"
    return Projection(question, directed == "yes", alone, {kind.id: kind for kind in kinds})


def _kind(identifier: str, value: str, name: str) -> Kind:
    match = _KIND.fullmatch(value)
    if match is None:
        raise QueryError("network-kind", file=name, kind=identifier)
    return Kind(identifier, match["zh"].strip(), match["en"].strip(), match["colour"].lower())
