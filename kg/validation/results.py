"""What an engine finds, before it is put in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kg.validation.checks import Severity


class Result(NamedTuple):
    """One result: IRIs and lexical forms as plain strings, so that the engines' results can be compared.

    ``shape`` is empty for a shape without a name, ``path`` None for a path that is no single property.
    ``words`` is what a shape without a name says, ``component`` the kind of constraint.
    """

    shape: str
    focus: str
    path: str | None
    value: str | None
    severity: Severity
    words: str = ""
    component: str = ""
