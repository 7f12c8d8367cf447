"""From bytes to text: encodings, HTML, and what is no text at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.errors import ReadError
from kg.reading import html
from kg.reading.encoding import detect

if TYPE_CHECKING:
    from kg.reading.source import Source

LARGEST = 64 * 1024 * 1024
"""The size in bytes above which a document is refused."""
LONGEST = 5_000_000
"""The length in characters above which a document's text is refused.

Reports have some ten thousand characters; what has more than this is many of them, or none.
"""

_HTML_ENDINGS = (".html", ".htm", ".shtml", ".xhtml")
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(
    r"</(?:p|div|span|td|table|body|html|li|ul|a)>|<(?:br|p|div)\b[^<>]{0,200}>", re.IGNORECASE
)
_REFERENCE = re.compile("&(?:nbsp|#[0-9]{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_META_CHARSET = re.compile(rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_FORMATS = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "DOCX/XLSX/ZIP"),
    (b"\xd0\xcf\x11\xe0", "DOC/XLS"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "GZIP"),
    (b"{\\rtf", "RTF"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(source: Source) -> str:
    """Return a document's text: as decoded (line ends untouched, without BOM), or as read out of its HTML.

    Raises ReadError for a document that is empty, larger than ``LARGEST``, longer than ``LONGEST``, or no text.
    """
    data = source.data
    if len(data) > LARGEST:
        raise ReadError("source-too-large", source=source.name, size=len(data) >> 20, limit=LARGEST >> 20)
    _refuse_known_formats(source)
    text = _characters(data, source.name)
    if looks_like_html(source.name, text):
        text = html.text(text)
    if not text.strip("\ufeff\u200b \t\r\n\f\v\u00a0\u3000"):
        raise ReadError("source-empty", source=source.name)
    if len(text) > LONGEST:
        raise ReadError("source-too-long", source=source.name, length=len(text), limit=LONGEST)
    return text


def looks_like_html(name: str, text: str) -> bool:
    """Tell whether a text is HTML: by its beginning, or by tags in the first 20,000 characters.

    With a name that says so one tag is enough, or one character that is written as a reference (``&#20013;``).
    """
    if _HTML_START.match(text[:4000]):
        return True
    beginning = text[:20_000]
    tags = len(_HTML_TAG.findall(beginning))
    if name.lower().split("?")[0].endswith(_HTML_ENDINGS):
        return tags > 0 or _REFERENCE.search(beginning) is not None
    return tags >= 3


def _refuse_known_formats(source: Source) -> None:
    for magic, name in _FORMATS:
        if source.data.startswith(magic):
            raise ReadError("source-other-format", source=source.name, format=name)


def _characters(data: bytes, name: str) -> str:
    declared = _META_CHARSET.search(data[:4096])
    text = detect(data, declared[1].decode("ascii", "ignore") if declared else None)
    if text is None or _is_binary(text):
        raise ReadError("source-not-text", source=name)
    return text


def _is_binary(text: str) -> bool:
    if "\x00" in text:
        return True
    sample = text[:100_000]
    return len(_CONTROL.findall(sample)) * 50 > len(sample)
