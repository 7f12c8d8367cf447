"""The text of a web page: what a reader sees, one block or table row a line, nothing of the markup."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser, LexborNode

if TYPE_CHECKING:
    from collections.abc import Iterator

_SKIPPED = frozenset(
    (
        *("head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "map"),
        *("select", "button", "textarea", "audio", "video", "canvas"),
    )
)
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hr", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody"),
        *("tfoot", "thead", "tr", "ul"),
    )
)
_CELLS = frozenset(("td", "th"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_LINE_END = re.compile(r"[ \t]*\n[\s]*")
_META = ("ArticleTitle", "PubDate", "ContentSource")
"""Metadata that every Chinese government page must carry (政府网站发展指引, 国办发〔2017〕47号, appendix)."""
_LAYOUT_CELL = 300
"""A table cell with more characters on several lines is page layout, not data."""


@dataclass(slots=True)
class _Frame:
    """An open table cell, or the page itself: the text so far, and the cells of its open table row."""

    pieces: list[str] = field(default_factory=list)
    row: list[str] | None = None

    def text(self) -> str:
        return _tidy("".join(self.pieces))


def text(page: str) -> str:
    """Return the text of an HTML page.

    Standard metadata of government pages (title, date, source) come first, a line each; blocks end lines;
    the cells of a table row stand on one line, separated by ``|``; hidden parts, scripts, controls left out.
    """
    tree = LexborHTMLParser(page)
    head = list(_metadata(tree))
    body = tree.body or tree.root
    main = _render(body) if body is not None else ""
    return "\n".join([*head, main]) if main else ""


def _metadata(tree: LexborHTMLParser) -> Iterator[str]:
    values: dict[str, str] = {}
    for node in tree.css("meta[name]"):
        content = _SPACE.sub(" ", node.attributes.get("content") or "").strip()
        values.setdefault((node.attributes.get("name") or "").lower(), content)
    found = {name: values[name.lower()] for name in _META if values.get(name.lower())}
    title = tree.css_first("title")
    if "ArticleTitle" not in found and title is not None:
        line = _SPACE.sub(" ", title.text()).strip()
        if line:
            yield line
    yield from (f"{name}: {value}" for name, value in found.items())


def _render(root: LexborNode) -> str:
    frames = [_Frame()]
    node: LexborNode | None = root
    while node is not None:
        descend = _enter(node, frames)
        child = node.child if descend else None
        if child is not None:
            node = child
            continue
        node = _onward(node, root, frames)
    return frames[0].text()


def _onward(node: LexborNode, root: LexborNode, frames: list[_Frame]) -> LexborNode | None:
    """Leave a node, and those around it that end with it; return the next one."""
    current: LexborNode | None = node
    while current is not None:
        _leave(current, frames)
        if current.mem_id == root.mem_id:
            return None
        if current.next is not None:
            return current.next
        current = current.parent
    return None


def _enter(node: LexborNode, frames: list[_Frame]) -> bool:
    tag = node.tag
    if tag == "-text":
        frames[-1].pieces.append(_SPACE.sub(" ", node.text(deep=False)))
        return False
    if _is_hidden(node, tag or ""):
        return False
    if tag == "br":
        frames[-1].pieces.append("\n")
    elif tag in _CELLS:
        frames.append(_Frame())
    elif tag in _BLOCKS:
        frames[-1].pieces.append("\n")
        if tag == "tr":
            frames[-1].row = []
    return True


def _is_hidden(node: LexborNode, tag: str) -> bool:
    if tag in _SKIPPED or tag.startswith(("!", "-")):
        return True
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


def _leave(node: LexborNode, frames: list[_Frame]) -> None:
    tag = node.tag
    if _is_hidden(node, tag or "") or tag == "-text":
        return
    if tag in _CELLS and len(frames) > 1:
        content = frames.pop().text()
        frame = frames[-1]
        if frame.row is None:
            frame.pieces.append(f"\n{content}\n")
        else:
            frame.row.append(content)
    elif tag in _BLOCKS:
        frame = frames[-1]
        if tag == "tr" and frame.row is not None:
            frame.pieces.append(_row(frame.row))
            frame.row = None
        frame.pieces.append("\n")


def _row(cells: list[str]) -> str:
    if any("\n" in cell and len(cell) > _LAYOUT_CELL for cell in cells):
        return "\n".join(cells)
    return " | ".join(cell.replace("\n", " ") for cell in cells) if any(cells) else ""


def _tidy(content: str) -> str:
    return _LINE_END.sub("\n", content).strip()
