"""What users give for the parameters of a question: checked, and turned into terms of the graph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import areas, terms
from kg.errors import QueryError
from kg.given import parse_area
from kg.querying import names

if TYPE_CHECKING:
    from kg.querying.library import Parameter, Question
    from kg.querying.names import Names

Value = str | int
Given = Mapping[str, Value | Iterable[Value]]
"""What the user gave: by the parameter's name a value or several."""
Bound = Mapping[str, tuple[ox.NamedNode | ox.Literal, ...]]
"""The terms by the parameter's name; parameters that were not given are left out."""

COUNTY_DIGITS = 6
FIRST_YEAR, LAST_YEAR = 1949, 2100
_STATEMENT = re.compile(
    r"report/[0-9a-f]{16}/(?:metric|award|citation|implementation|shortcoming)/[0-9]+-[0-9]+"
)
_YEAR = re.compile(r"[0-9]{4}")
_LIMIT = re.compile(r"[1-9][0-9]{0,8}")


@dataclass(frozen=True, slots=True)
class _Asked:
    """A value that the user gave, and for which parameter of which question."""

    question: str
    parameter: str
    value: str

    def error(self, code: str, **more: object) -> QueryError:
        """Return the error that this value does not fit."""
        return QueryError(code, question=self.question, parameter=self.parameter, value=self.value, **more)


def check(question: Question, given: Given) -> Bound:
    """Turn what the user gave into terms.

    Raises QueryError for a parameter that the question does not have, a required one that is missing, or a
    value that does not fit (with what it may have meant), and UsageError for an area that is unknown.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in given:
        if name not in known:
            raise QueryError(
                "parameter-unknown", question=question.id, parameter=name, known=", ".join(known) or "-"
            )
    bound: dict[str, tuple[ox.NamedNode | ox.Literal, ...]] = {}
    for parameter in question.parameters:
        values = _values(given.get(parameter.name))
        if values:
            bound[parameter.name] = _terms(question, parameter, values)
        elif parameter.required:
            raise QueryError(
                "parameter-missing", question=question.id, parameter=parameter.name, example=parameter.example
            )
    return bound


def _values(given: Value | Iterable[Value] | None) -> list[str]:
    if given is None:
        return []
    several = [given] if isinstance(given, str | int) else given
    return [str(value).strip() for value in several if value is not None]


def _terms(
    question: Question, parameter: Parameter, values: list[str]
) -> tuple[ox.NamedNode | ox.Literal, ...]:
    read = _READERS[parameter.type]
    found = dict.fromkeys(read(_Asked(question.id, parameter.name, value)) for value in values)
    if parameter.type == "limit" and len(found) > 1:
        raise QueryError("parameter-single", question=question.id, parameter=parameter.name)
    return _outermost(tuple(found)) if parameter.type == "area" else tuple(found)


def _outermost(found: tuple[ox.NamedNode | ox.Literal, ...]) -> tuple[ox.NamedNode | ox.Literal, ...]:
    """Leave out areas that lie in another one: with both, every statement would come twice."""
    codes = {term: term.value.rpartition("/")[2] for term in found}
    within = areas.load().within
    return tuple(
        term
        for term, code in codes.items()
        if not any(code != other and within(code, other) for other in codes.values())
    )


def _area(asked: _Asked) -> ox.NamedNode:
    code = parse_area(asked.value.removeprefix(terms.AREA_BASE), areas.load())
    if len(code) > COUNTY_DIGITS:
        raise asked.error("area-township", county=code[:COUNTY_DIGITS])
    return ox.NamedNode(terms.AREA_BASE + code)


def _year(asked: _Asked) -> ox.Literal:
    if not (_YEAR.fullmatch(asked.value) and FIRST_YEAR <= int(asked.value) <= LAST_YEAR):
        raise asked.error("year-invalid", first=FIRST_YEAR, last=LAST_YEAR)
    return ox.Literal(asked.value, datatype=terms.XSD_INTEGER)


def _limit(asked: _Asked) -> ox.Literal:
    if not _LIMIT.fullmatch(asked.value):
        raise asked.error("limit-invalid")
    return ox.Literal(asked.value, datatype=terms.XSD_INTEGER)


def row_count(question: Question, value: Value) -> str:
    """Return a number of rows as SPARQL writes it. Raises QueryError for what is no whole number above zero."""
    return _limit(_Asked(question.id, "limit", str(value).strip())).value


def _statement(asked: _Asked) -> ox.NamedNode:
    value = asked.value.removeprefix(terms.BASE)
    if not _STATEMENT.fullmatch(value):
        raise asked.error("statement-invalid", example=terms.BASE + "report/0123456789abcdef/metric/10-14")
    return ox.NamedNode(terms.BASE + value)


def _named(known: Callable[[], Names], code: str, base: str) -> Callable[[_Asked], ox.NamedNode]:
    """Return a reader of names of one scheme; ``code`` is the message for a name that is unknown."""

    def read(asked: _Asked) -> ox.NamedNode:
        found = known().find(asked.value.removeprefix(base))
        if len(found) > 1:
            raise asked.error("name-ambiguous", found=_listed(known().shown[iri] for iri in found))
        if not found:
            raise asked.error(
                code, near=_listed(known().near(asked.value)), known=_listed(known().shown.values())
            )
        return ox.NamedNode(found[0])

    return read


def _listed(things: Iterable[str]) -> str:
    return "; ".join(things) or "-"


_READERS: Mapping[str, Callable[[_Asked], ox.NamedNode | ox.Literal]] = {
    "area": _area,
    "year": _year,
    "limit": _limit,
    "statement": _statement,
    "indicator": _named(names.indicators, "indicator-unknown", terms.INDICATOR_BASE),
    "type": _named(names.program_types, "type-unknown", terms.PROGRAM_TYPE_BASE),
    "level": _named(names.levels, "level-unknown", terms.ROL),
    "status": _named(names.statuses, "status-unknown", terms.ROL),
}
"""How a value of each type is read."""
