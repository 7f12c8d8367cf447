"""The way of one report through the stages, from its bytes to what it says."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import replace
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from kg.extraction.extract import extract
from kg.normalise import normalise
from kg.parsing.parse import parse
from kg.reading.decode import decode
from kg.report import read_head

if TYPE_CHECKING:
    from kg.areas import Gazetteer
    from kg.model import Facts, Given
    from kg.reading.source import Source
    from kg.vocabulary import Vocabulary


def read_facts(source: Source, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Facts:
    """Read all that a source's report says.

    Raises kg.errors.ReadError if its bytes are no text or an empty one.
    """
    return read_text(decode(source), source.key, source.given, vocabulary, gazetteer)


def read_text(text: str, key: str, given: Given, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Facts:
    """Read all that a report's text says. ``key`` is its source key: a URL may help to find the area."""
    page = parse(normalise(text), vocabulary)
    head = read_head(page, key, given, vocabulary, gazetteer)
    found = extract(page, head, vocabulary, gazetteer)
    return replace(found, text=text, source=key, report_id=report_id(text))


def report_id(text: str) -> str:
    """Return the identity of a report: the first 16 hex digits of the SHA-256 of its text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def extracted_with(vocabulary: Vocabulary) -> str:
    """Name what reads the reports: the version of the program and the digest of its vocabulary.

    A report that something else has read is read again.
    """
    return f"rol-kg {version()} {vocabulary.digest}"


@cache
def version() -> str:
    """Return the program's version: that of the checkout it runs from, else of the installed distribution."""
    project = Path(__file__).resolve().parent.parent / "pyproject.toml"
    if project.is_file():
        found = tomllib.loads(project.read_text("utf-8")).get("project", {})
        if found.get("name") == "rol-kg":
            return str(found["version"])
    return metadata.version("rol-kg")
