"""Programs that 《》 name: works that carry publicity (《…》普法专栏), lists that a title publishes, and the kinds of
program that a document regulates, where the report names them nowhere else."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kg.extraction.context import Context
from kg.extraction.leniency import FIRST_OFFENCE, LIST_TYPES, is_list_name
from kg.extraction.program_choice import Candidate
from kg.extraction.program_names import Mention
from kg.extraction.program_phrases import Phrase, Span, Wordings
from kg.extraction.program_types import program_type
from kg.extraction.editions import edition_of

_LONGEST_WORK = 14
_MARK_END = re.compile("[《》,。;:、!?\n]")


def titled(context: Context, words: Wordings, phrases: Sequence[Phrase]) -> Iterator[Candidate]:
    """Yield the programs that titles name, in the order of the text."""
    starts = [phrase.start for phrase in phrases]
    for opening, closing in context.quoted:
        if context.plain[opening] != "《":
            continue
        index = bisect_right(starts, opening) - 1
        phrase = phrases[index] if index >= 0 else Phrase(opening, closing, None, weak=True)
        work = _work(context, words, closing)
        if work is not None:
            mention = Mention(opening, work[1], "quoted", phrase, work[0], (opening + 1, closing - 1))
            yield Candidate(mention, program_type(context, opening, work[1], opaque=True), "own", headed=True)
        else:
            yield from _in_title(context, words, phrase, (opening + 1, closing - 1))


def _work(context: Context, words: Wordings, position: int) -> Span | None:
    """Return the last word of what carries a title (专栏, 课程), right after it."""
    stop = _MARK_END.search(context.plain, position)
    end = min(stop.start() if stop else len(context.plain), position + _LONGEST_WORK)
    last = None
    for match in words.within("work", position, end):
        last = (match.start, match.end)
    return last


def _in_title(context: Context, words: Wordings, phrase: Phrase, title: Span) -> Iterator[Candidate]:
    start, end = title
    notation = program_type(context, start, end)
    if notation is None:
        return
    bare, _ = edition_of(context.plain[start:end], context.vocabulary)
    if notation in (FIRST_OFFENCE, *LIST_TYPES) and is_list_name(bare, context.vocabulary):
        yield _list_in_title(context, words, phrase, title, notation)
        return
    if not _is_issued(context, words, phrase):
        return
    for match in words.triggers_within(start, end):
        if match.id == notation:
            mention = Mention(match.start, match.end, "kind", phrase, match.end)
            yield Candidate(mention, notation, "aside")
            return


def _list_in_title(
    context: Context, words: Wordings, phrase: Phrase, title: Span, notation: str
) -> Candidate:
    """A list that is published under a title is told by what it waives, and by its last word."""
    ends = [m.start for m in words.within("list-end", *title)]
    kinds = [m for m in words.triggers_within(*title) if m.id == notation]
    longest = max(kinds, key=lambda m: (m.end - m.start, -m.start), default=None)
    quotation = (longest.start, longest.end) if longest else None
    mention = Mention(*title, "headed", phrase, ends[-1] if ends else title[1], quotation)
    return Candidate(mention, notation, "own", headed=True, listing=True)


def _is_issued(context: Context, words: Wordings, phrase: Phrase) -> bool:
    return phrase.verbs is not None and any(
        context.plain.startswith(verb, phrase.last) for verb in context.vocabulary.words["program-issuing"]
    )
