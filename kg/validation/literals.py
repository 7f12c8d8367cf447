"""Literals as N-Triples writes them, read as far as comparing them needs: None for whatever is not plain."""

from __future__ import annotations

import re

from rdflib import RDF, XSD

_NUMBER = re.compile(
    r'"(-?[0-9]{1,12}(?:\.[0-9]{1,6})?)"\^\^<http://www\.w3\.org/2001/XMLSchema#(?:decimal|integer)>'
)
_MONTHS = (
    r"(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])",
    r"(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)",
    r"02-(?:0[1-9]|1[0-9]|2[0-8])",
)
_DAY = rf"([1-9][0-9]{{3}}-(?:{'|'.join(_MONTHS)}))"
_DATE = re.compile(rf'"{_DAY}"\^\^<http://www\.w3\.org/2001/XMLSchema#date>')
_NUMERIC = (f'"^^<{XSD.decimal}>', f'"^^<{XSD.integer}>')
_DATE_END = f'"^^<{XSD.date}>'
_LONGEST_ESCAPE = len(r"\U00000000")
WELL_FORMED = {
    str(XSD.integer): re.compile(r'"-?[0-9]{1,12}"\^\^<http://www\.w3\.org/2001/XMLSchema#integer>'),
    str(XSD.decimal): re.compile(
        r'"-?[0-9]{1,12}(?:\.[0-9]{1,6})?"\^\^<http://www\.w3\.org/2001/XMLSchema#decimal>'
    ),
    str(XSD.date): _DATE,
    str(XSD.string): re.compile(r'".*"'),
    str(RDF.langString): re.compile(r'".*"@[a-z]+'),
}
"""By datatype, what is certainly a literal of it; some that are fall outside."""


def number(term: str) -> float | None:
    """Return the number that a plain integer or decimal literal is."""
    if not term.endswith(_NUMERIC):
        return None
    match = _NUMBER.fullmatch(term)
    return float(match[1]) if match else None


def day(term: str) -> str | None:
    """Return the day that a plain date literal is, in a form that can be compared."""
    if not term.endswith(_DATE_END):
        return None
    match = _DATE.fullmatch(term)
    return match[1] if match else None


def text(term: str) -> str | None:
    """Return the text of an IRI or of a literal without escapes, whatever its language or datatype."""
    if term.startswith("<"):
        return term[1:-1]
    return term[1 : term.rindex('"')] if term.startswith('"') and "\\" not in term else None


def language(term: str) -> str | None:
    """Return the language of a literal that has one."""
    before, _, tag = term.rpartition("@")
    return tag if term.startswith('"') and before.endswith('"') else None


def before(left: str, right: str, *, or_same: bool) -> bool | None:
    """Tell whether a number or day comes before another; None if they are no two of a kind."""
    for read in (number, day):
        one, other = read(left), read(right)
        if one is not None and other is not None:
            return one < other or (or_same and one == other)  # type: ignore[operator]
    return None


def shortest(term: str) -> int:
    """Return how many characters a literal or IRI has at least: an escape stands for one, with up to ten."""
    said = text(term.replace("\\", "/"))
    return len(said or "") if "\\" not in term else len(said or "") // _LONGEST_ESCAPE
