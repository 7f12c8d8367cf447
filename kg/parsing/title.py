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

_TAIL = re.compile(r"(?:\([^()]{1,20}\)|[】》*#\s])+\Z")
_SITE = re.compile(r"[_|]|--?(?=[\u3400-\u9fff])")
_YEAR = re.compile(r"(?:19|20)\d\d|[二两]〇[〇一二三四五六七八九]{2}")
_LONGEST = 90
_SHORTEST = 6
_MOST_LINES = 3


def find(text: Text, rows: Sequence[Line], fields: Sequence[Field], wording: Wording) -> Span | None:
    """Return the title's place: the best candidate among ``rows``, else the value of the field that names it.

    ``rows`` are the lines before the body that are neither fields nor furniture.
    """
    named = [field for field in fields if field.name == "title"]
    names = {_bare(field.value) for field in named}
    best: tuple[int, int, Span] | None = None
    for order, span in enumerate(_candidates(text, rows)):
        score = _score(text.plain[slice(*span)].replace("\n", ""), names, wording)
        if score > 0 and (best is None or (score, order) >= best[:2]):
            best = (score, order, span)
    if best is not None:
        return best[2]
    return _field_title(named, wording) or _site_title(text, rows, wording)


def _candidates(text: Text, rows: Sequence[Line]) -> Iterator[Span]:
    """Yield single lines, and neighbouring lines taken together, shorter ones first."""
    for index, row in enumerate(rows):
        if _SITE.search(row.content):
            continue
        for first in range(index, max(-1, index - _MOST_LINES), -1):
            if any(rows[place + 1].blank_before for place in range(first, index)):
                break
            yield rows[first].start, row.end


def _score(content: str, names: set[str], wording: Wording) -> int:
    bare = _TAIL.sub("", content)
    if _bare(content) in names:
        return 9
    if not _SHORTEST <= len(content) <= _LONGEST or "。" in content or is_clock(content):
        return 0
    if not wording.ends("title-end", bare) or wording.has("title-not", content):
        return 0
    return 1 + 2 * bool(_YEAR.search(content)) + wording.has("title-body", content) + content.count("关于")


def _field_title(named: Sequence[Field], wording: Wording) -> Span | None:
    for field in named:
        if not wording.has("title-not", field.value):
            return field.start, field.end
    return None


def _site_title(text: Text, rows: Sequence[Line], wording: Wording) -> Span | None:
    """Return the first piece of a browser title such as ``title_column_site``."""
    for row in rows:
        mark = _SITE.search(row.content)
        if mark and _score(row.content[: mark.start()].strip(), set(), wording) > 1:
            return row.start, row.start + len(row.content[: mark.start()].rstrip())
    return None


def _bare(value: str) -> str:
    return re.sub(r"[\s“”\"《》]", "", value)
