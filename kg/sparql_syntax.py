"""SPARQL text to rdflib's syntax tree, with nothing left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyparsing import ParserElement
from rdflib.plugins.sparql import parser

if TYPE_CHECKING:
    from pyparsing import ParseResults
    from rdflib.plugins.sparql.parserutils import CompValue


def parse_query(text: str) -> ParseResults:
    """Parse a query. Raises pyparsing.ParseException if it is broken."""
    try:
        return parser.parseQuery(text)
    finally:
        _forget()


def parse_update(text: str) -> CompValue:
    """Parse an update. Raises pyparsing.ParseException if it is broken."""
    try:
        return parser.parseUpdate(text)
    finally:
        _forget()


def _forget() -> None:
    """Drop what the parser remembers of the text.

    Where its memory is switched on (importing matplotlib does so), it keeps the errors of the ways it tried, and
    these the frames of all that called it: a store that one of them holds would stay open, and locked, for as
    long as the process runs.
    """
    ParserElement.reset_cache()
