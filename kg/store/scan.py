"""What a build is given: which files, under which keys, what is said of them, which texts they hold now."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import pipeline
from kg.errors import KgError, ReadError, UsageError
from kg.given import first_said
from kg.model import Given
from kg.store import manifest as manifests
from kg.store.discover import ENDINGS, Discovery, Found, discover, refuse_shared_keys
from kg.store.plan import Incoming
from kg.store.reading import decode_file
from kg.store.summary import LeftOut

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from kg.areas import Gazetteer


@dataclass(frozen=True, slots=True)
class Origin:
    """A file to read, its key, and what users say of it."""

    key: str
    path: Path
    given: Given


@dataclass(frozen=True, slots=True)
class Choice:
    """The files to read, sorted by key, and those passed over."""

    origins: tuple[Origin, ...]
    skipped: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """The sources with the ids of their texts, and those whose report cannot be in the graph."""

    incoming: tuple[Incoming, ...]
    left_out: tuple[LeftOut, ...]


def choose(
    sources: Sequence[Path], manifest: Path | None, given: Given, store: Path, gazetteer: Gazetteer
) -> Choice:
    """Find the files of a build. Without sources, the manifest's files are meant.

    Raises UsageError, ReadError: see kg.store.build.build.
    """
    folders = [source for source in sources if source.is_dir()]
    rows = manifests.read(manifest, gazetteer, folders) if manifest else ()
    said = {row.path.resolve(): row.given for row in rows}
    if sources:
        files = discover(sources, (store, *([manifest] if manifest else ())))
    else:
        files = Discovery(tuple(_named_by(row, manifest) for row in rows if manifest), ())
    origins = sorted((_origin(item, said, given) for item in files.found), key=lambda origin: origin.key)
    if not origins:
        where = ", ".join(map(str, sources or filter(None, [manifest])))
        raise UsageError("nothing-to-read", sources=where, endings=" ".join(sorted(ENDINGS)))
    if given.source is not None and len(origins) > 1:
        raise UsageError("source-for-many", source=given.source)
    refuse_shared_keys([Found(origin.key, origin.path) for origin in origins])
    return Choice(tuple({origin.key: origin for origin in origins}.values()), files.skipped)


def _named_by(row: manifests.Row, manifest: Path) -> Found:
    inside = row.path.is_relative_to(manifest.parent)
    return Found((row.path.relative_to(manifest.parent) if inside else row.path).as_posix(), row.path)


def _origin(item: Found, said: Mapping[Path, Given], given: Given) -> Origin:
    together = first_said(said.get(item.path.resolve(), Given()), given)
    return Origin(together.source or item.key, item.path, together)


def scan(origins: Iterable[Origin]) -> Scan:
    """Read each file's text, to know which report it is."""
    incoming: list[Incoming] = []
    left_out: list[LeftOut] = []
    for origin in origins:
        report = None
        try:
            report = pipeline.report_id(decode_file(origin.path, origin.key))
        except KgError as error:
            left_out.append(LeftOut(origin.key, copy(error)))  # a copy does not hold on to the stack
        except OSError as error:
            reason = ReadError("file-unreadable", path=origin.path, detail=error.strerror)
            left_out.append(LeftOut(origin.key, reason, "kept"))
            continue
        incoming.append(Incoming(origin.key, report, origin.path, origin.given))
    return Scan(tuple(incoming), tuple(left_out))
