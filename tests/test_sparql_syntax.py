"""Parsing SPARQL leaves nothing behind that keeps its callers' objects alive."""

import gc
import weakref

import pytest
from pyparsing import ParseException, ParserElement

from kg.sparql_syntax import parse_query, parse_update


class Held:
    """Stands for a store: closed when nothing refers to it."""


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        (parse_query, "SELECT ?a { ?a ?b ?c FILTER(?c > 1) }  # a comment"),
        (parse_query, "SELECT ?a {"),
        (parse_update, "INSERT DATA { <urn:a> <urn:b> 1 }"),
        (parse_update, "INSERT {"),
    ],
)
def test_what_the_caller_holds_is_let_go(parse, text):
    ParserElement.enable_packrat()  # as matplotlib does when it is imported

    def caller():
        held = Held()
        try:
            parse(text)
        except ParseException:
            assert text.endswith("{")
        return weakref.ref(held)

    reference = caller()
    gc.collect()
    assert reference() is None
