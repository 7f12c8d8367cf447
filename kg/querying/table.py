"""Answers as tables for people: Chinese labels beside notations, short IRIs, no wider than the window."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import pyoxigraph as ox
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg import messages, terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.querying.results import Result, Term

LABELLED = {
    "comparator": terms.ROL,
    "group": terms.INDICATOR_GROUP_BASE,
    "indicator": terms.INDICATOR_BASE,
    "level": terms.ROL,
    "missing": terms.ROL,
    "part": terms.ROL,
    "relation": terms.ROL,
    "status": terms.ROL,
    "type": terms.PROGRAM_TYPE_BASE,
}
"""The columns that hold notations, and where the concepts of these notations lie."""

_LABELS = """
SELECT ?concept ?notation ?label WHERE {
  ?concept <http://www.w3.org/2004/02/skos/core#notation> ?notation ;
    <http://www.w3.org/2000/01/rdf-schema#label>|<http://www.w3.org/2004/02/skos/core#prefLabel> ?label .
  FILTER(LANG(?label) = "zh")
}"""

_LEFT_OUT_FIRST = ("report", "statement", "otherStatement")
_UNLIMITED = 100_000
"""The width of what is no window, such as a file or a pipe: no cell is broken there."""


def show(result: Result, store: ox.Store, output: IO[str]) -> None:
    """Print a result as a table, with the number of its rows.

    In a window that is too narrow the columns with the IRIs of statements and reports are left out, which
    is said.
    """
    console = console_for(output)
    labels = labels_of(store) if set(result.columns) & set(LABELLED) else {}
    cells = [
        tuple(_cell(column, term, labels) for column, term in zip(result.columns, row, strict=True))
        for row in result.solutions
    ]
    left_out = _left_out(result.columns, cells, console)
    print_table(_table(result, cells, left_out), output)
    console.print(messages.text("table-rows", count=len(result)))
    if left_out:
        console.print(messages.text("table-narrow", columns=", ".join(left_out)), soft_wrap=True)


def print_table(table: Table, output: IO[str]) -> None:
    """Print a table without the spaces that fill up its lines."""
    console = console_for(output)
    with console.capture() as capture:
        console.print(table)
    output.writelines(line.rstrip() + "\n" for line in capture.get().splitlines())


def console_for(output: IO[str]) -> Console:
    """Return a console that breaks lines at the width of a window, and in a file or a pipe not at all."""
    console = Console(file=output, highlight=False)
    return console if console.is_terminal else Console(file=output, highlight=False, width=_UNLIMITED)


def _table(result: Result, cells: Iterable[tuple[str, ...]], left_out: tuple[str, ...] = ()) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    shown = [index for index, column in enumerate(result.columns) if column not in left_out]
    for index in shown:
        numeric = any(_is_number(row[index]) for row in result.solutions)
        table.add_column(result.columns[index], justify="right" if numeric else "left", overflow="fold")
    for row in cells:
        table.add_row(*(Text(row[index]) for index in shown))
    return table


def _left_out(columns: tuple[str, ...], cells: list[tuple[str, ...]], console: Console) -> tuple[str, ...]:
    padding = 2
    widths = [
        max((Text(cell).cell_len for cell in (column, *texts)), default=0) + padding
        for column, texts in zip(
            columns, zip(*cells, strict=True) if cells else [()] * len(columns), strict=True
        )
    ]
    if sum(widths) <= console.width:
        return ()
    return tuple(column for column in _LEFT_OUT_FIRST if column in columns and len(columns) > 1)


def _cell(column: str, term: Term | None, labels: Mapping[tuple[str, str], str]) -> str:
    if term is None:
        return ""
    text = term.value if not isinstance(term, ox.Triple) else str(term)
    if isinstance(term, ox.NamedNode):
        return _printable(text.removeprefix(terms.BASE))
    label = labels.get((LABELLED.get(column, ""), text))
    return _printable(f"{text} {label}" if label else text)


def short(iri: str) -> str:
    """Return an IRI of the graph as tables show it."""
    return _printable(iri.removeprefix(terms.BASE))


def _printable(text: str) -> str:
    """Return the text on one line, without characters that would steer a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _is_number(term: Term | None) -> bool:
    return isinstance(term, ox.Literal) and term.datatype in (terms.XSD_INTEGER, terms.XSD_DECIMAL)


def labels_of(store: ox.Store) -> Mapping[tuple[str, str], str]:
    """Return the Chinese labels by the place where a concept lies and its notation."""
    found: dict[tuple[str, str], str] = {}
    for solution in store.query(_LABELS):  # type: ignore[union-attr]
        concept = solution["concept"].value
        place = next((base for base in set(LABELLED.values()) if concept.startswith(base)), "")
        found[place, solution["notation"].value] = solution["label"].value
    return found
