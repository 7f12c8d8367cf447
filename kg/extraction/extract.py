"""From a parsed page to plain facts: every kind of statement, in the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction import context as contexts
from kg.extraction import repeats
from kg.extraction import resolve as resolvers
from kg.extraction.awards import find_awards
from kg.extraction.citations import find_citations
from kg.extraction.metrics import find_metrics
from kg.extraction.programs import find_implementations
from kg.extraction.shortcomings import find_shortcomings
from kg.model import Facts, Head

if TYPE_CHECKING:
    from kg.areas import Gazetteer
    from kg.parsing.structure import Page
    from kg.vocabulary import Vocabulary


def extract(page: Page, head: Head, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Facts:
    """Read the statements of a report. The caller knows the source and sets ``source`` and ``report_id``."""
    context = contexts.build(page, head, vocabulary)
    resolve = resolvers.build(context, gazetteer)
    return Facts(
        page.text.original,
        "",
        head,
        repeats.mark_metrics(find_metrics(context, resolve)),
        repeats.mark_awards(find_awards(context, resolve)),
        repeats.mark_citations(find_citations(context, resolve)),
        tuple(find_implementations(context, resolve)),
        repeats.mark_shortcomings(find_shortcomings(context, resolve)),
    )
