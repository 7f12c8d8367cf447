"""Which sources of a store a user means: by source key, by report, or by the files that they came from."""

from __future__ import annotations

import difflib
import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kg import pipeline, terms
from kg.errors import KgError, UsageError
from kg.store.discover import discover
from kg.store.reading import decode_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_REPORT = re.compile(r"[0-9a-f]{16}")
_NEAR = 3


def keys_of(names: Iterable[str], sources: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the source keys that the names mean, of those in ``sources`` (keys by report id).

    A name is a source key; else the id or IRI of a report, which means all its sources; else a file or a
    folder: the reports whose texts lie there, each by the key that its path ends in, or by all its keys where
    it ends in none. Raises UsageError, with near matches, if some of the names mean nothing.
    """
    found: set[str] = set()
    unknown = []
    for name in dict.fromkeys(names):
        meant = _keys(name, sources)
        found |= meant
        if not meant:
            unknown.append(name)
    if unknown:
        known = sorted({key for keys in sources.values() for key in keys})
        near = dict.fromkeys(key for name in unknown for key in _near(name, known))
        raise UsageError("source-unknown", sources=", ".join(unknown), near=", ".join([*near][:_NEAR]) or "-")
    return frozenset(found)


def _keys(name: str, sources: Mapping[str, frozenset[str]]) -> frozenset[str]:
    if any(name in keys for keys in sources.values()):
        return frozenset({name})
    report = name.removeprefix(terms.BASE).removeprefix("report/")
    if _REPORT.fullmatch(report) and report in sources:
        return sources[report]
    path = Path(name)
    return _keys_of_files(path, sources) if path.exists() else frozenset()


def _keys_of_files(place: Path, sources: Mapping[str, frozenset[str]]) -> frozenset[str]:
    found: set[str] = set()
    for item in discover([place]).found:
        carried = sources.get(_report(item.path, item.key), frozenset())
        path = item.path.resolve().as_posix()
        found |= {key for key in carried if path.endswith("/" + key)} or carried
    return frozenset(found)


def _report(path: Path, key: str) -> str:
    """Return the id of the report in a file, of one that cannot be read nothing."""
    try:
        return pipeline.report_id(decode_file(path, key))
    except (KgError, OSError):
        return ""


def _near(name: str, known: list[str]) -> list[str]:
    """Return keys like a name; those that end as it does, or have it in them, first."""
    last = PurePosixPath(name).name
    akin = [key for key in known if name in key or (last and PurePosixPath(key).name == last)]
    return [*akin, *difflib.get_close_matches(name, known, n=_NEAR, cutoff=0.5)][:_NEAR]
