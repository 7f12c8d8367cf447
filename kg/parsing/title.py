"""The report's title, among the lines before its body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.parsing.layout import Line, is_clock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.parsing.structure import Field, Span
    from kg.parsing.wording import Wording
    from kg.text import Text

_SITE = re.compile(r"[_|]|--?(?=[\u3400-\u9fff])")
_MARK = re.compile(r"[。!?;|_>]|[:,]\Z")
_SPACE = re.compile(r"[\s“”\"《》]+")
_LONGEST = 90
_RUN_ON = re.compile(r"([^。!?;:,、\n]{6,60}[\u3400-\u9fff])(?=(?:20\d\d年|今年|[一二]、|各位))")
_SHORTEST = 6
_SHORTEST_UNDATED = 8
_MOST_LINES = 3
_FARTHEST = 3
_LONGEST_REST = 20
_LONGEST_COLUMN_NAME = 7
_BELOW_TITLE = ("issued", "source", "author")
_SHORTEST_HEADLINE = 10
_LONGEST_HEADLINE = 60
_ABOUT = "关于"
_LEVELS = ("省", "市", "区", "县", "旗", "州", "盟", "镇", "乡", "街道")
"""What the names of areas end in: one may stand on a line of its own above the rest of the title."""
_YEAR_FIRST = re.compile(r"(?:(?:19|20)\d\d|[二两][〇○零][〇○零一二三四五六七八九]{2})年?度?")


def find(text: Text, rows: Sequence[Line], fields: Sequence[Field], wording: Wording) -> Span | None:
    """Return the title's place: the best candidate among ``rows``, else the value of the field that names it.

    ``rows`` are the lines before the body that are neither fields nor furniture. Of equal candidates the last
    one wins: what comes before may be the browser's title or a link.
    """
    named = [field for field in fields if field.name == "title"]
    names = {_bare(field.value) for field in named}
    best: tuple[int, Span] | None = None
    for span in _candidates(rows, wording):
        score = _score(text.plain[slice(*span)].replace("\n", ""), names, wording)
        if score > 0 and (best is None or score >= best[0]):
            best = score, span
    if best is not None:
        return best[1]
    return (
        _named_title(named, wording) or _site_title(rows, wording) or _headline(text, rows, fields, wording)
    )


def _headline(text: Text, rows: Sequence[Line], fields: Sequence[Field], wording: Wording) -> Span | None:
    """Return the title of a page that is no report: the line right above its date or source."""
    first = min((field.start for field in fields if field.name in _BELOW_TITLE), default=0)
    above = [row for row in rows if row.end <= first]
    if not above or text.plain.count("\n", above[-1].end, first) > _FARTHEST:
        return None
    content = above[-1].content
    is_name = wording.ends("signature-end", content) or wording.ends("title-site", content)
    fits = _SHORTEST_HEADLINE <= len(content) <= _LONGEST_HEADLINE and not is_clock(content)
    if not fits or is_name or _MARK.search(content) or wording.has("title-not", content):
        return None
    return above[-1].start, above[-1].end


def within(rows: Sequence[Line], wording: Wording) -> tuple[Span | None, Sequence[Line]]:
    """Return the title that runs on into the body without a line end, and the body's lines without it."""
    first = rows[0]
    match = _RUN_ON.match(first.content)
    if match is None or not wording.is_dated_title(match[1]):
        return None, rows
    end = first.start + match.end()
    rest = Line(end, first.end, first.content[match.end() :], first.blank_before)
    return (first.start, end), (rest, *rows[1:])


def _candidates(rows: Sequence[Line], wording: Wording) -> Iterator[Span]:
    """Yield the lines that may be a title, each with the lines before it that it continues."""
    for index, row in enumerate(rows):
        if not _SITE.search(row.content):
            first = index
            while index - first + 1 < _MOST_LINES and first > 0 and _continues(rows, first, wording):
                first -= 1
            yield rows[first].start, row.end


def _continues(rows: Sequence[Line], index: int, wording: Wording) -> bool:
    """Tell whether a line goes on with the title that the line before begins.

    The line before is no title itself, no name of a column, and the name of a body only if the title goes
    on with 关于, or with the year and no body of its own (2023年度法治政府建设情况报告). A blank line may stand
    between if the lines need each other.
    """
    before, row = rows[index - 1].content, rows[index]
    distance = row.start - rows[index - 1].end
    if wording.ends("title-site", before):
        return False
    if distance > _FARTHEST or _MARK.search(before) or is_clock(before) or wording.is_title(before):
        return False
    if row.content.startswith(_ABOUT) or before.endswith(_ABOUT):
        return True
    if wording.has_year(before) and len(row.content) <= _LONGEST_REST and not wording.has_year(row.content):
        return wording.is_title(row.content)
    if distance > 1:
        return False
    short = len(before) <= _LONGEST_COLUMN_NAME
    if wording.ends("signature-end", before) or (short and before.endswith(_LEVELS)):
        return _lacks_body(row.content, wording)
    return not short


def _lacks_body(content: str, wording: Wording) -> bool:
    """Tell whether a title goes on right behind its year, so that the line before can name its body."""
    year = _YEAR_FIRST.match(content)
    return year is not None and wording.begins("title-rest", content[year.end() :])


def _score(content: str, names: set[str], wording: Wording) -> int:
    if not _SHORTEST <= len(content) <= _LONGEST:
        return 0
    if _bare(content) in names:
        return 9
    if _MARK.search(content) or is_clock(content) or not wording.is_title(content):
        return 0
    points = 2 * wording.has_year(content) + wording.has("title-body", content) + (_ABOUT in content)
    return points if len(content) >= _SHORTEST_UNDATED or wording.has_year(content) else 0


def _named_title(named: Sequence[Field], wording: Wording) -> Span | None:
    return next(
        ((field.start, field.end) for field in named if not wording.has("title-not", field.value)), None
    )


def _site_title(rows: Sequence[Line], wording: Wording) -> Span | None:
    """Return the first piece of a browser title such as ``title_column_site``."""
    for row in rows:
        mark = _SITE.search(row.content)
        piece = row.content[: mark.start()].rstrip() if mark else ""
        if piece and _score(piece, set(), wording) > 1:
            return row.start, row.start + len(piece)
    return None


def _bare(value: str) -> str:
    return _SPACE.sub("", value)
