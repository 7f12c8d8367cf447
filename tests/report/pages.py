"""Small pages, and what their heads say."""

from __future__ import annotations

from kg import areas, vocabulary
from kg.model import Given, Head
from kg.normalise import normalise
from kg.parsing.parse import parse
from kg.report import read_head

SECTIONS = """
一、主要举措和成效
(一)加强学习。组织学习会4次,干部的法律知识明显增加,办事能力也有提高。
(二)规范执法。检查企业20家次,纠正问题3个,没有引起争议。
二、存在的不足
部分干部对新法律不熟悉,培训的次数偏少。
三、下一步安排
增加培训,改进检查的方式,把已有的制度用好。
"""


def head(text: str, key: str = "report.txt", given: Given | None = None) -> Head:
    """Read the head of a page."""
    page = parse(normalise(text))
    return read_head(page, key, given or Given(), vocabulary.load(), areas.load())


def publisher(text: str, key: str = "report.txt") -> str | None:
    """Return the publisher's name."""
    body = head(text, key).publisher
    return body.name if body is not None else None
