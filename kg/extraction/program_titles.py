"""Programs that 《》 name: works that carry publicity, lists that a title publishes, and kinds of program.

A work is what stands behind its title (《…》普法专栏); a list is published under its own name. The kind of program that a
document regulates counts only where the body issues it, or carries out what the title quotes, and the report names no
such program elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from kg.extraction.editions import edition_of
from kg.extraction.leniency import FIRST_OFFENCE, LIST_TYPES, is_list_name, settle_type
from kg.extraction.program_choice import Candidate
from kg.extraction.program_names import Mention
from kg.extraction.program_phrases import Phrase
from kg.extraction.program_types import program_type
from kg.extraction.wordings import begins, ends

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extraction.context import Context
    from kg.extraction.lexicon import Match
    from kg.extraction.program_landmarks import Landmarks, Span

_LONGEST_WORK = 14
_NEAR = 6
"""How far behind a quotation the last word of a name may end."""
_MARK_END = re.compile("[《》,。;:、!?\n]")


def titled(context: Context, marks: Landmarks, phrases: Sequence[Phrase]) -> Iterator[Candidate]:
    """Yield the programs that titles name, in the order of the text."""
    starts = [phrase.start for phrase in phrases]
    for opening, closing in context.quoted:
        if context.plain[opening] != "《":
            continue
        index = bisect_right(starts, opening) - 1
        phrase = (
            phrases[index]
            if index >= 0 and opening < phrases[index].end
            else _unspoken(context, opening, closing)
        )
        work = _work(context, marks, closing)
        if work is not None:
            mention = Mention(opening, work[1], "quoted", phrase, work[0], (opening + 1, closing - 1))
            yield Candidate(
                mention, program_type(context, marks, opening, work[1], opaque=True), "own", headed=True
            )
        else:
            yield from _in_title(context, marks, phrase, (opening + 1, closing - 1))


def _unspoken(context: Context, start: int, end: int) -> Phrase:
    return Phrase(start, end, context.clause(start))


def _work(context: Context, marks: Landmarks, position: int) -> Span | None:
    """Return the last word of what carries a title (专栏, 课程), right after it."""
    stop = _MARK_END.search(context.plain, position)
    end = min(stop.start() if stop else len(context.plain), position + _LONGEST_WORK)
    return max(marks.within("work", position, end), key=lambda span: span[1], default=None)


def _in_title(context: Context, marks: Landmarks, phrase: Phrase, title: Span) -> Iterator[Candidate]:
    start, end = title
    notation = program_type(context, marks, start, end)
    if notation is None:
        return
    bare, _ = edition_of(context.plain[start:end], context.vocabulary)
    settled = settle_type(notation, bare, None, context.vocabulary)
    if settled in (FIRST_OFFENCE, *LIST_TYPES) and is_list_name(bare, context.vocabulary):
        if ends(context.vocabulary, "initiative-studying", context.plain, 0, start - 1):
            return
        yield _list_in_title(context, marks, phrase, title, notation)
        return
    regulates = bare.endswith(context.vocabulary.words["initiative-regulation"])
    issued = not regulates and _is_issued(context, phrase)
    named = _named_in(context, marks, phrase, title) if issued else None
    if named is not None:
        yield named
        return
    for match in marks.triggers_within(start, end):
        if match.id == notation and (issued or _is_carried_out(context, phrase, match)):
            mention = Mention(match.start, match.end, "kind", phrase, match.end)
            yield Candidate(mention, notation, "aside")
            return


def _named_in(context: Context, marks: Landmarks, phrase: Phrase, title: Span) -> Candidate | None:
    """Return the program that an issued document names in quotation marks (《深化“…”改革实施方案》), or None."""
    opening = context.plain.rfind("“", *title)
    closing = context.plain.find("”", opening, title[1]) + 1 if opening >= 0 else 0
    if not closing:
        return None
    head = next(iter(marks.within("head", closing, min(title[1], closing + _NEAR))), None)
    if head is None:
        return None
    kind = program_type(context, marks, opening, head[1], opaque=True)
    mention = Mention(opening, head[1], "quoted", phrase, head[0], (opening + 1, closing - 1))
    return Candidate(mention, kind, "own", headed=True)


def _list_in_title(
    context: Context, marks: Landmarks, phrase: Phrase, title: Span, notation: str
) -> Candidate:
    """A list that is published under a title is told by what it waives, and by its last word."""
    ends = [
        found
        for ending in context.vocabulary.words["initiative-list-end"]
        if (found := context.plain.rfind(ending, *title)) >= 0
    ]
    kinds = [m for m in marks.triggers_within(*title) if m.id == notation]
    longest = max(kinds, key=lambda m: (m.end - m.start, -m.start), default=None)
    quotation = (longest.start, longest.end) if longest else None
    mention = Mention(*title, "headed", phrase, max(ends, default=title[1]), quotation)
    return Candidate(mention, notation, "own", headed=True, listing=True)


def _is_carried_out(context: Context, phrase: Phrase, match: Match) -> bool:
    """Tell whether a document is carried out whose title has the kind's name in quotation marks (《“三项制度”实施办法》).

    Of duties (word list ``initiative-duty``) that a document lays down, to carry it out is to run them.
    """
    quoted = context.plain[match.start - 1] == "“" and context.plain.startswith("”", match.end)
    duty = ends(context.vocabulary, "initiative-duty", context.plain, match.start, match.end)
    if not (quoted or duty) or phrase.verbs is None:
        return False
    return begins(context.vocabulary, "initiative-carrying-out", context.plain, phrase.last)


def _is_issued(context: Context, phrase: Phrase) -> bool:
    issuing = context.vocabulary.words["initiative-issuing"]
    return phrase.verbs is not None and any(
        context.plain.startswith(issuing, verb) for verb in (phrase.verbs[0], phrase.last)
    )
