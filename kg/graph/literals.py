"""Literals as the graph has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal

from kg import terms

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal


def decimal(number: Decimal) -> Literal:
    """Return an ``xsd:decimal`` in its shortest form: no ``+``, no exponent, no trailing zeros or point.

    Raises ValueError for infinity and for what is no number.
    """
    if not number.is_finite():
        raise ValueError(f"{number} is no quantity")
    digits = f"{number:f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return Literal("0" if digits == "-0" else digits, datatype=terms.XSD_DECIMAL)


def integer(number: int) -> Literal:
    """Return an ``xsd:integer``."""
    return Literal(str(number), datatype=terms.XSD_INTEGER)


def day(value: date) -> Literal:
    """Return an ``xsd:date``."""
    return Literal(value.isoformat(), datatype=terms.XSD_DATE)


def chinese(text: str) -> Literal:
    """Return a text in Chinese."""
    return Literal(text, language="zh")


def english(text: str) -> Literal:
    """Return a text in English."""
    return Literal(text, language="en")


def plain(text: str) -> Literal:
    """Return a text in no language: a title, a code, a unit, a quote."""
    return Literal(text)
