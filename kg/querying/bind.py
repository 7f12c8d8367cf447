"""Writing parameters into the text of a question.

A parameter is a block of lines between ``# param NAME`` and ``# end`` that holds its patterns and a
``VALUES``. Its lines may stand behind ``#``: then the file as it stands leaves the parameter open. Only
terms are written, in the notation of N-Triples, never text that a user typed, so nothing that a user types
can change the query.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.errors import QueryError

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.querying.library import Question
    from kg.querying.parameters import Bound

_BLOCK = re.compile(r"^[ \t]*# param (?P<name>\w+)\n(?P<lines>.*?)^[ \t]*# end\n", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"^([ \t]*)# ?", re.MULTILINE)
_VALUES = re.compile(r"(VALUES\s+\?\w+\s*\{)[^{}]*(\})")
_LIMIT = re.compile(r"^LIMIT \d+", re.MULTILINE)


def bind(question: Question, bound: Bound) -> str:
    """Return the question's query with the terms in the blocks of its parameters, the other blocks left out.

    ``limit`` replaces the number of the last ``LIMIT``. Raises QueryError if the file has no place for a
    parameter.
    """
    places = {match["name"] for match in _BLOCK.finditer(question.text)}
    for name in bound:
        if name not in places and name != "limit":
            raise QueryError("question-block", question=question.id, parameter=name)

    def fill(match: re.Match[str]) -> str:
        given = bound.get(match["name"])
        return _filled(match["lines"], given) if given else ""

    text = _BLOCK.sub(fill, question.text)
    return _limited(question, text, bound["limit"][0].value) if "limit" in bound else text


def _filled(lines: str, given: tuple[ox.NamedNode | ox.Literal, ...]) -> str:
    written = " ".join(str(term) for term in given)
    return _VALUES.sub(lambda match: f"{match[1]} {written} {match[2]}", _COMMENT.sub(r"\1", lines))


def _limited(question: Question, text: str, number: str) -> str:
    found = list(_LIMIT.finditer(text))
    if not found:
        raise QueryError("question-block", question=question.id, parameter="limit")
    return text[: found[-1].start()] + f"LIMIT {number}" + text[found[-1].end() :]
