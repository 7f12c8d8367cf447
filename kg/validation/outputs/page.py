"""Findings as one page: the report's text with findings and facts marked in it. It needs nothing but itself."""

from __future__ import annotations

import itertools
from html import escape
from typing import IO, TYPE_CHECKING

from kg import messages
from kg.validation.outputs.rows import counts, said
from kg.validation.outputs.style import STYLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.messages import Language
    from kg.validation.examine import Examined, Located

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""The page loads nothing and runs nothing."""


def write_page(examined: Sequence[Examined], language: Language, output: IO[str]) -> None:
    """Write a page of HTML with a section for each thing checked."""
    title = messages.text("page-title", language)
    output.write(
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if language == "zh" else "en"}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n"
        '<input type="checkbox" id="facts" checked> '
        f'<label for="facts">{escape(messages.text("page-facts", language))}</label>\n'
    )
    for number, one in enumerate(examined):
        output.writelines(_section(number, one, language))
    output.write("</body>\n</html>\n")


def _section(number: int, one: Examined, language: Language) -> Iterator[str]:
    found = counts([one])
    yield f'<section>\n<h2>{escape(one.source)}</h2>\n<p class="counts">'
    yield escape(
        messages.text("page-counts", language, **{f"{name}s": count for name, count in found.items()})
    )
    yield '</p>\n<ol class="findings">\n'
    for index, located in enumerate(one.findings):
        yield _item(f"{number}-{index}", located, language)
    yield "</ol>\n"
    if one.text is not None:
        yield '<pre class="text">'
        yield from _marked(number, one, language)
        yield "</pre>\n"
    yield "</section>\n"


def _item(key: str, located: Located, language: Language) -> str:
    finding, check, place = located.finding, located.check, located.place
    parts = [f"<strong>{escape(finding.message(language))}</strong> <code>{escape(finding.check)}</code>"]
    if place:
        where = messages.text("page-place", language, line=place.line, column=place.column)
        quote = f"{escape(place.before)}<q>{escape(place.quote)}</q>{escape(place.after)}"
        parts.append(f'<a href="#at-{key}">{escape(where)}</a> {quote}')
    for code, words in (
        ("finding-ground", check.ground if check else None),
        ("finding-remedy", check.remedy if check else None),
    ):
        text = said(words, language)
        if text:
            parts.append(f"<small>{escape(messages.text(code, language, text=text))}</small>")
    return f'<li id="finding-{key}" class="{finding.severity}">{"<br>".join(parts)}</li>\n'


def _marked(number: int, one: Examined, language: Language) -> Iterator[str]:
    """Yield the text, cut wherever a mark begins or ends, each piece with the marks that cover it."""
    text = one.text or ""
    found = [(index, located) for index, located in enumerate(one.findings) if located.place]
    spans = [(located.place.start, located.place.end) for _, located in found if located.place]
    spans += [(fact.start, fact.end) for fact in one.facts]
    cuts = sorted({0, len(text), *(end for span in spans for end in span if 0 <= end <= len(text))})
    for start, end in itertools.pairwise(cuts):
        piece = escape(text[start:end])
        facts = [fact for fact in one.facts if fact.start <= start and end <= fact.end]
        if facts:
            label = "; ".join(f"{fact.kind}: {fact.label}" for fact in facts)
            piece = f'<span class="fact" title="{escape(label)}">{piece}</span>'
        for index, located in found:
            place = located.place
            if place and place.start <= start and end <= place.end:
                key = f"{number}-{index}"
                anchor = f' id="at-{key}"' if place.start == start else ""
                told = escape(located.finding.message(language))
                piece = f'<mark{anchor} class="{located.finding.severity}" title="{told}">{piece}</mark>'
        yield piece
