"""Tables, as pages flatten them: a row a line with its cells apart, or a cell a line.

A number in a table is about what its row and its column say; its unit may stand with either, or in a column of its own.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from kg.extraction.numerals import read_numeral
from kg.extraction.quantities import Quantity, grammar, read_quantity, shortest
from kg.model import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extraction.context import Context
    from kg.parsing.structure import Span
    from kg.vocabulary import Vocabulary

_LONGEST_CELL = 24
_LONGEST_ROW = 300
_FEWEST_CELLS = 6
_SENTENCE = re.compile(r"[。;!?]|,.*[\u4e00-\u9fff]{4}")
_YEAR = re.compile(r"(20\d\d)年?(?:度)?(?:数|数量|数值)?")
_BARE = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_SERIAL = "序号"
_RULE = re.compile(r":?-{3,}:?")
"""A cell of the line that Markdown draws below a header."""
_SIGNED = re.compile(r"([-+\u2212\u2013])(?=\d[\d,.]*(?:%|个?百分点))")
_RULE_MARKS = ":-"
_BORDER = re.compile(r"[|\s]")
_BETWEEN_BARS = re.compile(r"[^|\s]+")
_IN_BRACKETS = re.compile(r"[((](?:单位:)?([^()]{1,4})[))]")
_SCALES = {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
_Kind = Literal["number", "unit", "label"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at ``start``..``end`` of the plain text.

    ``sign`` is 1 or -1 where words of growth or decline stand before the number (增长5%), which begins at ``number``.
    """

    start: int
    end: int
    text: str
    kind: _Kind
    number: int
    sign: int = 0


@dataclass(frozen=True, slots=True)
class TableNumber:
    """A number of a table: the quantity with the unit it has there, its words, and what its column says of it."""

    quantity: Quantity
    words: str
    period: Period | None
    change: bool
    planned: bool


@dataclass(frozen=True, slots=True)
class _Words:
    change: re.Pattern[str]
    up: re.Pattern[str]
    down: re.Pattern[str]
    planned: re.Pattern[str]
    before: re.Pattern[str]
    generic: re.Pattern[str]
    remark: frozenset[str]
    units: frozenset[str]


@lru_cache(maxsize=4)
def _words(vocabulary: Vocabulary) -> _Words:
    def pattern(name: str) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, sorted(vocabulary.words[name], key=len, reverse=True))))

    return _Words(
        pattern("table-change"),
        pattern("change-up"),
        pattern("change-down"),
        pattern("table-planned"),
        pattern("table-year-before"),
        pattern("table-generic"),
        frozenset(vocabulary.words["table-remark"]),
        frozenset(vocabulary.words["unit"]),
    )


def find_table_numbers(context: Context) -> list[TableNumber]:
    """Return the numbers that stand in tables, in the order of the text."""
    found: list[TableNumber] = []
    for block in _blocks(context):
        for table in _tables(_without_serials(block)):
            if _is_table(table):
                found += _numbers(context, table)
    return found


def _blocks(context: Context) -> Iterator[list[Cell]]:
    """Yield the cells of each run of lines that look like a table's, if they are enough for a table."""
    for block in _runs(context):
        if len(block) >= _FEWEST_CELLS:
            words, pattern = _words(context.vocabulary), grammar(context.vocabulary).pattern
            yield [_cell(context, words, pattern, *span) for span in block]


def _runs(context: Context) -> Iterator[list[Span]]:
    """Yield the pieces of each run of lines that hold nothing but short pieces without a sentence."""
    plain, words = context.plain, _words(context.vocabulary)
    block: list[Span] = []
    columns: tuple[int, int] | None = None
    start, last = context.page.body
    gaps = sorted(context.page.text.gaps)
    while start < last:
        end = plain.find("\n", start, last)
        end = last if end < 0 else end
        if _is_one_piece(plain, gaps, start, end):
            if block:
                yield block
                block, columns = [], None
            start = end + 1
            continue
        spans = _split(context, gaps, start, end) if end - start < _LONGEST_ROW else []
        pieces = [span for span in spans if not _RULE.fullmatch(plain, *span)]
        columns = _remarks(plain, pieces, words) or columns
        if columns is not None and len(pieces) == columns[1]:
            del pieces[columns[0]]
        if pieces and all(b - a <= _LONGEST_CELL and not _SENTENCE.search(plain, a, b) for a, b in pieces):
            block += pieces
        elif end > start and block and (pieces or not spans):
            yield block
            block, columns = [], None
        start = end + 1
    if block:
        yield block


def _is_one_piece(plain: str, gaps: Sequence[int], start: int, end: int) -> bool:
    """Tell whether a line is too long for a cell, and nothing parts it: most lines of a report are so."""
    if end - start <= _LONGEST_CELL or _BORDER.search(plain, start, end) or plain[start] in _RULE_MARKS:
        return False
    return bisect_right(gaps, start) == bisect_left(gaps, end)


def _remarks(plain: str, cells: Sequence[Span], words: _Words) -> tuple[int, int] | None:
    """Return which column of how many a header row names remarks (备注), which no number is in."""
    if len(cells) <= 2:
        return None
    found = [index for index, (start, end) in enumerate(cells) if plain[start:end] in words.remark]
    return (found[0], len(cells)) if len(found) == 1 else None


def _without_serials(block: Sequence[Cell]) -> list[Cell]:
    """Leave out the numbers that only count the rows (1, 2, 3 before a label), and the column's name."""
    kept: list[Cell] = []
    expected = 1
    for cell, following in zip(block, [*block[1:], None], strict=True):
        if cell.text == str(expected) and following is not None and following.kind == "label":
            expected += 1
        else:
            kept.append(cell)
    return [cell for cell in kept if cell.text != _SERIAL] if expected > 2 else kept


def _tables(block: Sequence[Cell]) -> Iterator[Sequence[Cell]]:
    """Cut a block where a new header begins: labels in a row after a number."""
    start = 0
    for index in range(1, len(block) - 1):
        before, here, after = block[index - 1 : index + 2]
        if before.kind != "label" and here.kind == after.kind == "label":
            yield block[start:index]
            start = index
    yield block[start:]


def _split(context: Context, gaps: Sequence[int], start: int, end: int) -> list[Span]:
    """Cut a line into cells at | and at white space."""
    plain = context.plain
    cuts = [gap for gap in gaps[bisect_right(gaps, start) : bisect_right(gaps, end - 1)] if start < gap < end]
    cells: list[Span] = []
    for piece in _BETWEEN_BARS.finditer(plain, start, end):
        edges = [piece.start(), *(cut for cut in cuts if piece.start() < cut < piece.end()), piece.end()]
        cells += list(itertools.pairwise(edges))
    return cells


def _cell(context: Context, words: _Words, pattern: re.Pattern[str], start: int, end: int) -> Cell:
    text = context.plain[start:end]
    if _is_unit(text, words):
        return Cell(start, end, text, "unit", start)
    if end - start > _LONGEST_CELL:
        return Cell(start, end, text, "label", start)
    number, sign = start, 0
    for moved, way in ((words.up, 1), (words.down, -1)):
        match = moved.match(text)
        if match is not None:
            number, sign = start + match.end(), way
    signed = _SIGNED.match(text)
    if signed is not None:
        number, sign = start + 1, 1 if signed[1] == "+" else -1
    if _BARE.fullmatch(text, number - start) or pattern.fullmatch(context.plain, number, end):
        return Cell(start, end, text, "number", number, sign)
    return Cell(start, end, text, "label", start)


def _is_table(block: Sequence[Cell]) -> bool:
    """A table has labels that stand before numbers, more than once."""
    if len(block) < _FEWEST_CELLS:
        return False
    rows = sum(a.kind == "label" and b.kind != "label" for a, b in itertools.pairwise(block))
    return (rows >= 2 or _columns(block) > 0) and sum(cell.kind == "number" for cell in block) >= 2


def _columns(block: Sequence[Cell]) -> int:
    """Return the number of columns of a table whose only labels are those of its columns, else 0."""
    kinds = [cell.kind for cell in block]
    labels = kinds.index("number") if "number" in kinds else 0
    numbers = len(kinds) - labels
    only = labels >= 2 and all(kind == "number" for kind in kinds[labels:])
    return (
        next((width for width in (labels, labels - 1) if width >= 2 and numbers % width == 0), 0)
        if only
        else 0
    )


def _of_columns(context: Context, block: Sequence[Cell], width: int) -> Iterator[TableNumber]:
    """Read a table that has the names of its columns, and numbers below them."""
    first = next(index for index, cell in enumerate(block) if cell.kind == "number")
    names = block[first - width : first]
    for index, cell in enumerate(block[first:]):
        yield from _row(context, names[index % width], [cell], ())


def _numbers(context: Context, block: Sequence[Cell]) -> Iterator[TableNumber]:
    """Read a table row by row: each label followed by numbers opens a row."""
    width = _columns(block)
    if width:
        yield from _of_columns(context, block, width)
        return
    starts = [
        index
        for index in range(len(block) - 1)
        if block[index].kind == "label"
        and block[index + 1].kind != "label"
        and not _YEAR.fullmatch(block[index].text)
    ]
    if not starts:
        return
    lengths = Counter(b - a for a, b in itertools.pairwise(starts))
    usual = lengths.most_common(1)[0][0] if lengths else len(block) - starts[0]
    header = _header(block, starts[0], usual)
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else min(len(block), start + usual)
        yield from _row(context, block[start], block[start + 1 : end], header)


def _header(block: Sequence[Cell], first: int, length: int) -> list[str]:
    """Return the names of the columns behind the label's own, from the cells before the first row."""
    before = [cell.text for cell in block[max(0, first - length) : first] if cell.kind == "label"]
    return before[-(length - 1) :] if len(before) >= length - 1 > 0 else before


def _row(
    context: Context, label: Cell, cells: Sequence[Cell], header: Sequence[str]
) -> Iterator[TableNumber]:
    words = _words(context.vocabulary)
    given = next((cell.text for cell in cells if cell.kind == "unit"), None) or _unit_in(label.text, words)
    shared = given or _unit_at_end(label.text, words)
    for column, cell in enumerate(cells):
        if cell.kind != "number":
            continue
        name = header[column] if column < len(header) else ""
        quantity = _quantity(context, cell, _unit_in(name, words) or shared)
        if quantity is not None:
            own = words.generic.sub("", _IN_BRACKETS.sub("", _YEAR.sub("", name)))
            about = _IN_BRACKETS.sub("", label.text)
            change = cell.sign != 0 or words.change.search(name) is not None
            yield TableNumber(
                quantity,
                about if change or own in about or words.planned.search(name) else f"{about}{own}",
                None if change else _period(context, words, name),
                change,
                words.planned.search(name) is not None,
            )


def _period(context: Context, words: _Words, name: str) -> Period | None:
    """Return the year that a column's name gives, or the year before the report's for 上年."""
    year = _YEAR.search(name)
    if year is not None:
        return Period.of_year(int(year[1]))
    covered = context.head.covers_year
    return Period.of_year(covered - 1) if covered and words.before.search(name) else None


def _unit_in(text: str, words: _Words) -> str | None:
    match = _IN_BRACKETS.search(text)
    return match[1] if match and _is_unit(match[1], words) else None


def _unit_at_end(text: str, words: _Words) -> str | None:
    """Return the unit that a label ends with: 讲座场次 counts in 场次, 办理件数 in 件."""
    counted = text.removesuffix("数")
    lengths = (2,) if counted == text else (2, 1)
    return next((counted[-n:] for n in lengths if len(counted) > n and counted[-n:] in words.units), None)


def _is_unit(text: str, words: _Words) -> bool:
    """Tell whether a cell is a unit, alone or with a scale (万元)."""
    return text in words.units or (text[:1] in _SCALES and text[1:] in words.units)


def _quantity(context: Context, cell: Cell, unit: str | None) -> Quantity | None:
    """Return the quantity of a cell; a bare number takes the unit of its row or column."""
    rules = grammar(context.vocabulary)
    match = rules.pattern.fullmatch(context.plain, cell.number, cell.end)
    if match is not None:
        found = read_quantity(match, rules)
        signed = _SIGNED.match(cell.text) is not None
        return found and found._replace(
            start=cell.start if signed else found.start, value=found.value * (cell.sign or 1)
        )
    bare = context.plain[cell.number : cell.end]
    value = read_numeral(bare.lstrip("-"))
    if value is None or unit is None:
        return None
    if unit not in _words(context.vocabulary).units:
        value, unit = value * _SCALES[unit[0]], unit[1:]
    sign = -1 if bare[0] == "-" or cell.sign < 0 else 1
    return Quantity(cell.number, cell.number, cell.end, shortest(value * sign), unit)
