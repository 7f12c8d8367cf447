"""Problems in tables: which cell of a row states one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.problem_segments import behind_number

if TYPE_CHECKING:
    from kg.extraction.context import Context
    from kg.extraction.problem_words import Problems
    from kg.parsing.structure import Span

_CELL = re.compile(r"[^|\n]+")
_BORDER = "|"


def cell_of(context: Context, problems: Problems, line: Span, column: int | None) -> tuple[int | None, Span]:
    """Return the column in which a table's problems stand, if known, and what of a line can state problems.

    A row of headings (序号|存在问题|整改措施) names the column and states none; without one the first cell that
    says what is wanting counts. A line that is no row counts whole, but for the number before it.
    """
    if _BORDER not in context.plain[slice(*line)]:
        return None, behind_number(context, line)
    cells = [match.span() for match in _CELL.finditer(context.plain, *line)]
    headed = [index for index, cell in enumerate(cells) if _is_heading(context, problems, *cell)]
    if headed:
        return headed[0], (line[0], line[0])
    telling = [cell for cell in cells if problems.predicates.has(context.plain, *cell)]
    if not telling:
        return column, (line[0], line[0])
    if column is not None and column < len(cells):
        return column, cells[column]
    return None, telling[0]


def _is_heading(context: Context, problems: Problems, start: int, end: int) -> bool:
    """Tell whether a cell says but that problems stand below it: 问题, 存在问题, 主要不足."""
    noun = problems.nouns.suffix(context.plain, start, end)
    if noun is None:
        return False
    before = problems.settings.prefix(context.plain, start, noun.start)
    general = before is not None and before.end == noun.start
    return noun.start == start or general or problems.exist.has(context.plain, start, noun.start)
