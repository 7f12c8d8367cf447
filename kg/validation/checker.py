"""Checks things one after another with the same shapes, profile, vocabulary and engine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kg import vocabulary as vocabularies
from kg.errors import ReadError
from kg.given import NOTHING_GIVEN
from kg.store import opening
from kg.validation import engines, inputs
from kg.validation.examine import Examined, Means
from kg.validation.profile import load_profile
from kg.validation.shapes import VOCABULARY_GROUPS, load_shapes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.model import Given
    from kg.validation.shapes import Shapes
    from kg.validation.validate import Engine
    from kg.vocabulary import Vocabulary

Choice = Literal["auto", "fast", "reference"]


class Checker:
    """What is needed to check, loaded once.

    ``shapes`` are files of the user's own SHACL shapes, ``profile`` a file that changes severities, ``words``
    the user's own vocabulary files. ``engine`` ``auto`` is the fast one unless there are own shapes.

    Raises UsageError for an unusable profile, GraphError for unusable shapes, ReadError if a file is not
    there, VocabularyError for unusable words.
    """

    def __init__(
        self,
        shapes: Sequence[str | Path] = (),
        profile: str | Path | None = None,
        words: Sequence[str | Path] = (),
        engine: Choice = "auto",
    ) -> None:
        self._own = tuple(Path(path) for path in shapes)
        self._words = tuple(Path(path) for path in words)
        self._engine: Engine = engines.for_bulk() if engine == "auto" else engine
        try:
            every = load_shapes(self._own, elsewhere=True)
        except FileNotFoundError as error:
            raise ReadError("file-missing", path=error.filename) from None
        names = _names(every) | _names(load_shapes(groups=VOCABULARY_GROUPS))
        self._profile = load_profile(Path(profile) if profile else None, names)

    def report(self, data: bytes, name: str, given: Given = NOTHING_GIVEN) -> Examined:
        """Read and check one report. Raises ReadError if its bytes are no text."""
        return inputs.report_file(data, name, given, self._means())

    def store(self, folder: str | Path) -> Iterator[Examined]:
        """Check all reports of a store. Raises StoreError if there is none."""
        yield from inputs.stored(opening.open_for_reading(Path(folder)), self._means())

    def graph(self, path: str | Path) -> list[Examined]:
        """Check a file of RDF that was made elsewhere. Raises ReadError or GraphError if it cannot be read."""
        return inputs.graph_file(Path(path), self._means(elsewhere=True))

    def vocabularies(self) -> Iterator[Examined]:
        """Check the user's own vocabulary files."""
        shapes = load_shapes(groups=VOCABULARY_GROUPS)
        for path in self._words:
            yield inputs.vocabulary_file(path, Means(self._vocabulary(), shapes, self._profile, "reference"))

    def _means(self, *, elsewhere: bool = False) -> Means:
        shapes = load_shapes(self._own, elsewhere=elsewhere)
        return Means(self._vocabulary(), shapes, self._profile, self._engine)

    def _vocabulary(self) -> Vocabulary:
        return vocabularies.load(self._words)


def _names(shapes: Shapes) -> set[str]:
    return {check.name for check in shapes.checks.values()}
