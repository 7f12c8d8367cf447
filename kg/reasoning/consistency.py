"""Whether the ontology is consistent, by HermiT (owlready2 brings it along; it needs Java)."""

from __future__ import annotations

import contextlib
import io
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import resources
from kg.errors import UsageError, VocabularyError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FILES = ("rol.ttl", "indicators.ttl", "program-types.ttl", "bodies.ttl", "wordings.ttl")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What HermiT says. ``unsatisfiable`` are the IRIs of classes that can have no member."""

    consistent: bool
    unsatisfiable: tuple[str, ...] = ()


def judge(more: Iterable[Path] = ()) -> Verdict:
    """Judge the project's ontology and vocabulary, with Turtle files of the user's own.

    Datatypes that OWL 2 does not know (xsd:date) are ignored. Raises UsageError if there is no Java,
    VocabularyError for a file that is missing or no Turtle.
    """
    if shutil.which("java") is None:
        raise UsageError("reason-no-java")
    paths = [resources.folder("ontology") / name for name in FILES] + list(more)
    with tempfile.TemporaryDirectory() as folder:
        joined = Path(folder) / "ontology.nt"
        with joined.open("wb") as output:
            ox.serialize(_triples(paths), output, format=ox.RdfFormat.N_TRIPLES)
        return _ask_hermit(joined)


def _triples(paths: Iterable[Path]) -> Iterator[ox.Triple]:
    for number, path in enumerate(paths):
        try:
            for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE, rename_blank_nodes=True):
                yield quad.triple
        except FileNotFoundError:
            raise VocabularyError("file-missing", path=path) from None
        except SyntaxError as error:
            detail = " ".join(str(error.msg).split())
            line = error.lineno or number
            raise VocabularyError("vocabulary-broken", path=path, line=line, detail=detail) from None


def _ask_hermit(path: Path) -> Verdict:
    import owlready2  # noqa: PLC0415 (takes a while to load)

    world = owlready2.World()
    loaded = world.get_ontology(path.as_uri()).load()
    try:
        with loaded, contextlib.redirect_stdout(io.StringIO()):
            owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
    except owlready2.OwlReadyInconsistentOntologyError:
        return Verdict(False)
    found = {each.iri for each in world.inconsistent_classes() if each is not owlready2.Nothing}
    return Verdict(True, tuple(sorted(found)))
