"""Helps tests to parse a short page and to look at what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.normalise import normalise
from kg.parsing.parse import parse

if TYPE_CHECKING:
    from kg.parsing.structure import Page, Span


def read(text: str) -> Page:
    """The page that a text holds."""
    return parse(normalise(text))


def fields(page: Page) -> list[tuple[str, str]]:
    """Names and values of the fields."""
    return [(field.name, field.value) for field in page.fields]


def words(page: Page, span: Span | None) -> str | None:
    """The cleaned text of a span."""
    return page.plain[slice(*span)] if span else None


def headings(page: Page) -> list[tuple[int, str, str | None]]:
    """Level, heading and part of the sections."""
    return [(section.level, section.heading, section.part) for section in page.sections]


BODY = "\n2023年，县司法局依法履职。现将有关情况报告如下：\n一、主要举措和成效\n全年审查文件30件。\n"
"""A report's own words, for tests of what stands around them."""
