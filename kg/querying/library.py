"""The questions in ``queries/``: one SPARQL file each, with a header that says what it answers.

The header's lines are ``# id: …``, ``# title: …``, ``# title@zh: …``, ``# description: …``,
``# description@zh: …``, ``# keywords: …, …`` and, for each parameter,
``# parameter NAME (TYPE, required|optional): EXAMPLE``. A line that starts with more than one space after
the ``#`` goes on with the line before. The header ends at the first line that is no comment.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg import messages, resources
from kg.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PARAMETER = re.compile(r"parameter (?P<name>[a-z]+) \((?P<type>[a-z]+), (?P<need>required|optional)\)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a question. ``type`` says which values fit (see ``kg.querying.parameters``)."""

    name: str
    type: str
    required: bool
    example: str


@dataclass(frozen=True, slots=True)
class Question:
    """One file of the library.

    ``text`` is the whole file: plain SPARQL 1.1, with its parameters as marked blocks.
    """

    id: str
    title: str
    title_zh: str
    description: str
    description_zh: str
    keywords: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    text: str

    def titled(self, language: messages.Language) -> str:
        """Return the title in a language."""
        return self.title_zh if language == "zh" else self.title

    def described(self, language: messages.Language) -> str:
        """Return the description in a language."""
        return self.description_zh if language == "zh" else self.description


def questions() -> tuple[Question, ...]:
    """Return all questions, by id. Raises QueryError for a file whose header is broken."""
    return _read(resources.folder("queries"))


def question(identifier: str) -> Question:
    """Return one question. Raises QueryError, with the nearest ids, if there is none of that id."""
    known = {each.id: each for each in questions()}
    if identifier not in known:
        near = difflib.get_close_matches(identifier, known, n=3, cutoff=0.4) or sorted(known)
        raise QueryError("question-unknown", id=identifier, near=", ".join(near))
    return known[identifier]


def about(word: str) -> tuple[Question, ...]:
    """Return the questions whose id, title, description or keywords have a word in them."""
    wanted = word.casefold()
    return tuple(each for each in questions() if wanted in "\n".join(_words(each)).casefold())


def _words(question: Question) -> tuple[str, ...]:
    described = (question.description, question.description_zh)
    return (question.id, question.title, question.title_zh, *described, *question.keywords)


@cache
def _read(folder: Path) -> tuple[Question, ...]:
    return tuple(parse(path.read_text("utf-8"), path.name) for path in sorted(folder.glob("*.rq")))


def parse(text: str, name: str) -> Question:
    """Read one file of the library, called ``name``. Raises QueryError if the header lacks something."""
    fields: dict[str, str] = {}
    parameters: list[Parameter] = []
    for key, value in header(text):
        match = _PARAMETER.fullmatch(key)
        if match:
            parameters.append(Parameter(match["name"], match["type"], match["need"] == "required", value))
        else:
            fields[key] = value
    try:
        return Question(
            fields["id"],
            fields["title"],
            fields["title@zh"],
            fields["description"],
            fields["description@zh"],
            tuple(word.strip() for word in fields["keywords"].split(",")),
            tuple(parameters),
            text,
        )
    except KeyError as error:
        raise QueryError("question-header", file=name, field=error.args[0]) from None


def header(text: str) -> Iterator[tuple[str, str]]:
    """Yield the keys and values of the header, lines that go on joined (Chinese without a space)."""
    entries: list[str] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if line.startswith("#  ") and entries:
            glue = "" if ord(entries[-1][-1]) >= 0x2E80 else " "
            entries[-1] += glue + line[1:].strip()
        elif ":" in line:
            entries.append(line[1:].strip())
    for entry in entries:
        key, _, value = entry.partition(":")
        yield key.strip(), value.strip()
