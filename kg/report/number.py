"""A report's own document number (发文字号), such as 宝司〔2021〕1号.

Form: GB/T 9704-2012, 7.2.5: code of the issuing body, year in tortoise-shell brackets, serial number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.report.clues import Clues

_NUMBER = re.compile(
    r"(?P<code>[\u3400-\u9fff()A-Za-z]{1,16}?)[〔﹝\[(【{〈<](?P<year>(?:19|20)\d\d)[〕﹞\])】}〉>]第?(?P<serial>\d{1,5})号"
)
_BEFORE_TITLE = re.compile(rf"[\[【(〔]{_NUMBER.pattern}[\]】)〕]")
_EDGE = " 　\t(（)）[]【】文号:："


def document_number(clues: Clues) -> str | None:
    """Return the number that the header gives, or that stands alone on a line beside the title."""
    for value in clues.fields("document-number"):
        found = _NUMBER.search(value)
        if found is not None:
            return _written(found)
    start = clues.page.body[0]
    for line in clues.page.plain[:start].split("\n"):
        found = _NUMBER.fullmatch(line.strip(_EDGE)) or _NUMBER.fullmatch(line.strip(_EDGE) + "号")
        if found is not None:
            return _written(found)
        # A list of links puts the number before the title: [天政发〔2026〕7号]….
        found = _BEFORE_TITLE.match(line.lstrip("-*# "))
        if found is not None:
            return _written(found)
    return None


def _written(found: re.Match[str]) -> str:
    return f"{found['code']}〔{found['year']}〕{int(found['serial'])}号"
