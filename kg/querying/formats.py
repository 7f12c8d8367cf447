"""Rows written one by one: the W3C's SPARQL 1.1 results formats, Markdown, and workbooks."""

from __future__ import annotations

import csv
import io
import json
from typing import IO, TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from kg.errors import QueryError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kg.querying.results import Result, Term

Row = "Sequence[Term | None]"
BYTE_ORDER_MARK = "\ufeff"
_SHEET_ROWS = 1_048_575
"""So many rows fit into a sheet below its header."""
_XML_HEAD = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n<head>'


def bounded(rows: Iterable[Any], limit: int | None) -> Iterator[Any]:
    """Yield rows (or triples). Raises QueryError where more than ``limit`` come."""
    for number, row in enumerate(rows):
        if limit is not None and number >= limit:
            raise QueryError("query-too-many-rows", limit=limit)
        yield row


def write_rows(columns: Sequence[str], rows: Iterable[Any], form: str, output: IO[bytes]) -> None:
    """Write rows in one of ``WRITERS``, in UTF-8."""
    text = io.TextIOWrapper(output, "utf-8", newline="", write_through=True)
    try:
        for piece in WRITERS[form](columns, rows):
            text.write(piece)
    finally:
        text.detach()


def markdown(result: Result) -> str:
    """Return rows as a table of Markdown."""
    lines = [result.columns, tuple("---" for _ in result.columns), *map(_texts, result.solutions)]
    return "".join("| " + " | ".join(_cell(cell) for cell in line) + " |\n" for line in lines)


def workbook(result: Result, output: IO[bytes]) -> None:
    """Write rows as a workbook (xlsx): numbers as numbers, dates as dates, codes as text.

    Raises UsageError if openpyxl is missing, or if there are more rows than a sheet has.
    """
    try:
        from openpyxl import Workbook  # noqa: PLC0415 (an optional part)
    except ImportError:
        raise UsageError("extra-missing", package="openpyxl", extra="excel") from None
    if len(result) > _SHEET_ROWS:
        raise UsageError("workbook-rows", limit=_SHEET_ROWS, count=len(result))
    book = Workbook(write_only=True)
    sheet = book.create_sheet("rol-kg")
    sheet.append(result.columns)
    for row in result.rows:
        sheet.append([_storable(value) for value in row.values()])
    book.save(output)


def _storable(value: object) -> object:
    """Return a value without the control characters that no workbook may hold."""
    if not isinstance(value, str):
        return value
    return "".join(character for character in value if character >= " " or character in "\t\n\r")


def _texts(row: Sequence[Term | None]) -> tuple[str, ...]:
    return tuple("" if term is None else str(getattr(term, "value", term)) for term in row)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _csv(columns: Sequence[str], rows: Iterable[Any]) -> Iterator[str]:
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\r\n")
    for cells in _with_header(columns, map(_texts, rows)):
        writer.writerow(cells)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _with_header(columns: Sequence[str], rows: Iterable[Any]) -> Iterator[Any]:
    yield tuple(columns)
    yield from rows


def _tsv(columns: Sequence[str], rows: Iterable[Any]) -> Iterator[str]:
    yield "\t".join(f"?{column}" for column in columns) + "\n"
    for row in rows:
        yield "\t".join("" if term is None else _escaped(str(term)) for term in row) + "\n"


def _escaped(term: str) -> str:
    return term.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def _json(columns: Sequence[str], rows: Iterable[Any]) -> Iterator[str]:
    yield '{"head":{"vars":' + json.dumps(list(columns)) + '},"results":{"bindings":['
    for number, row in enumerate(rows):
        found = {
            column: _json_term(term) for column, term in zip(columns, row, strict=True) if term is not None
        }
        yield ("," if number else "") + json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    yield "]}}"


def _json_term(term: Term) -> dict[str, Any]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
    found = {"type": "literal", "value": term.value}
    if term.language:
        return found | {"xml:lang": term.language}
    plain = term.datatype.value.endswith("XMLSchema#string")
    return found if plain else found | {"datatype": term.datatype.value}


def _xml(columns: Sequence[str], rows: Iterable[Any]) -> Iterator[str]:
    yield _XML_HEAD + "".join(f"<variable name={quoteattr(c)}/>" for c in columns) + "</head>\n<results>\n"
    for row in rows:
        found = (
            f"<binding name={quoteattr(column)}>{_xml_term(term)}</binding>"
            for column, term in zip(columns, row, strict=True)
            if term is not None
        )
        yield "<result>" + "".join(found) + "</result>\n"
    yield "</results>\n</sparql>\n"


def _xml_term(term: Term) -> str:
    described = _json_term(term)
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        inner = "".join(f"<{name}>{_xml_term(part)}</{name}>" for name, part in parts.items())
        return f"<triple>{inner}</triple>"
    attributes = "".join(
        f" {name}={quoteattr(described[name])}" for name in ("xml:lang", "datatype") if name in described
    )
    kind = described["type"]
    return f"<{kind}{attributes}>{escape(described['value'])}</{kind}>"


WRITERS: Mapping[str, Callable[[Sequence[str], Iterable[Any]], Iterator[str]]] = {
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "xml": _xml,
}
"""How rows are written in each of the W3C's formats."""
