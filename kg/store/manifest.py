"""The manifest: a CSV table in which users say of files what the pages do not."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from kg import given, messages
from kg.errors import KgError, ReadError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.areas import Gazetteer
    from kg.model import Given

COLUMNS = ("file", "source", "area", "year", "type", "issued")
_LIKENESS = 0.75
"""From this share of common letters on a column's name counts as a misspelt one (``difflib``'s ratio)."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in a manifest and its line."""

    line: int
    error: KgError


class ManifestError(UsageError):
    """A manifest with mistakes: all of them, each with its line."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        super().__init__("manifest-wrong", path=path)
        self.path = path
        self.problems = problems

    def __reduce__(self) -> tuple[object, ...]:
        return (ManifestError, (self.path, self.problems))

    def in_language(self, language: messages.Language) -> str:
        """Return the message in one language, a line for each mistake."""
        lines = (
            messages.text("manifest-line", language, line=p.line, problem=p.error.in_language(language))
            for p in self.problems
        )
        return "\n".join((super().in_language(language), *lines))


@dataclass(frozen=True, slots=True)
class Row:
    """What a manifest says of a file."""

    path: Path
    given: Given


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    values: Mapping[str, str]


def read(path: Path, gazetteer: Gazetteer, folders: Iterable[Path] = ()) -> tuple[Row, ...]:
    """Read a manifest: UTF-8, with or without byte order mark, its first row naming the columns.

    Only ``file`` is required; columns of other names are ignored. A file's path is relative to the
    manifest's folder, else to one of ``folders``. ``area`` is a code or a name that only one area has,
    ``issued`` an ISO date. Raises ReadError if the manifest is not there or not UTF-8, ManifestError with
    all mistakes that it has.
    """
    lines, problems = _lines(path)
    rows: dict[Path, Row] = {}
    for line in lines:
        mistakes = list(given.problems(line.values, gazetteer))
        file = _find(line.values.get("file", ""), (path.parent, *folders))
        if isinstance(file, KgError):
            mistakes.append(file)
        elif file.resolve() in rows:
            mistakes.append(UsageError("manifest-file-twice", file=line.values["file"]))
        problems.extend(Problem(line.number, mistake) for mistake in mistakes)
        if not mistakes and isinstance(file, Path):
            rows[file.resolve()] = Row(file, given.parse(line.values, gazetteer))
    if problems:
        raise ManifestError(path, tuple(problems))
    return tuple(rows.values())


def _find(file: str, folders: Sequence[Path]) -> Path | KgError:
    if not file:
        return UsageError("manifest-file-empty")
    for folder in folders:
        try:
            if (folder / file).is_file():
                return folder / file
        except ValueError:  # a NUL in the name
            break
    return ReadError("file-missing", path=folders[0] / file)


def _lines(path: Path) -> tuple[list[_Line], list[Problem]]:
    table = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    lines: list[_Line] = []
    try:
        columns = _columns(next(table, []), path)
        for cells in table:
            if any(cell.strip() for cell in cells):
                values = {name: cells[place].strip() for name, place in columns.items() if place < len(cells)}
                lines.append(_Line(table.line_num, values))
    except csv.Error as error:
        return lines, [Problem(table.line_num, UsageError("manifest-no-csv", detail=str(error)))]
    return lines, []


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise ReadError("file-missing", path=path) from error
    except OSError as error:
        raise ReadError("file-unreadable", path=path, detail=error.strerror) from error
    except UnicodeDecodeError as error:
        raise ReadError("manifest-not-utf-8", path=path) from error


def _columns(header: Sequence[str], path: Path) -> Mapping[str, int]:
    """Return the places of the known columns; refuse names that look like one of them, misspelt."""
    names = [name.strip().lower() for name in header]
    errors = list(_column_errors(names))
    if errors:
        raise ManifestError(path, tuple(Problem(1, error) for error in errors))
    return {name: place for place, name in enumerate(names) if name in COLUMNS}


def _column_errors(names: Sequence[str]) -> Iterator[KgError]:
    missing = [column for column in COLUMNS if column not in names]
    misspelt = [
        (name, near[0])
        for name in names
        if name not in COLUMNS and (near := get_close_matches(name, missing, 1, _LIKENESS))
    ]
    for name, known in misspelt:
        yield UsageError("manifest-column-misspelt", name=name, known=known)
    for name in COLUMNS:
        if names.count(name) > 1:
            yield UsageError("manifest-column-twice", name=name)
    if "file" in missing and not misspelt:
        yield UsageError("manifest-column-missing", columns=", ".join(COLUMNS))
