"""Which mentions are programs: what is run, built or promised, not a slogan, an honour or a thing in general."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.extraction.context import Context
from kg.extraction.program_names import Mention, ends_in
from kg.extraction.program_phrases import Wordings
from kg.extraction.program_types import program_type

Rank = Literal["own", "general", "bare", "aside"]
_DISTINCT = 4
_OWN = 2
_LONG = 6
_LONGEST = 45
_MARKS = "“”‘’《》()、,0123456789"
_AFTER_KIND = "(等、和及与,。;”"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that names a program. ``type`` is a program type's notation or None. ``rank`` tells whether it has a
    name of its own (``own``), one that only says of what kind it is (``general``: 公共法律服务平台), none but its
    kind's (``bare``), or only stands in a document's title (``aside``); ``headed`` whether it ends as names of programs do, ``listing`` whether the text gives a list of its own."""

    mention: Mention
    type: str | None
    rank: Rank
    headed: bool = False
    listing: bool = False


def choose(context: Context, words: Wordings, mention: Mention) -> Candidate | None:
    """Return the mention as a program, or None."""
    if mention.end - mention.start > _LONGEST or _is_won(words, context, mention):
        return None
    kind = _type(context, mention)
    if mention.standing in ("quoted", "whole"):
        if not _is_quoted_name(context, words, mention, kind):
            return None
        kind = kind or _type_of_brand(context, mention)
        return Candidate(mention, kind, "own", headed=ends_in(words, "head", mention))
    if mention.standing == "kind":
        if kind is None or not _fits(context, words, mention):
            return None
        if mention.phrase.weak and mention.phrase.verbs is not None:
            return None
        return Candidate(mention, kind, "bare")
    return _headed(context, words, mention, kind)


def _headed(context: Context, words: Wordings, mention: Mention, kind: str | None) -> Candidate | None:
    own = residue(context, words, mention, kind)
    lists = context.vocabulary.words
    if context.plain.startswith(lists["program-measured"], mention.end) or context.plain.endswith(
        lists["program-vague"], mention.start, mention.end
    ):
        return None
    if kind is None:
        needed = _DISTINCT if ends_in(words, "head-common", mention) else _OWN
        return Candidate(mention, None, "own", headed=True) if own >= needed and not mention.phrase.weak else None
    if own >= _OWN:
        return Candidate(mention, kind, "own", headed=True)
    classes = context.plain.startswith(lists["program-head-class"], mention.head)
    if mention.phrase.weak or classes or _is_counted(context, mention):
        return None
    return Candidate(mention, kind, "general", headed=True)


def _is_counted(context: Context, mention: Mention) -> bool:
    """Tell whether the text only counts such things (建成公共法律服务中心12个)."""
    after = context.plain[mention.end : mention.end + 1]
    before = context.plain[mention.phrase.start : mention.start]
    return after.isdigit() or any(character.isdigit() for character in before)


def _type(context: Context, mention: Mention) -> str | None:
    if mention.lead is not None:
        kind = program_type(context, *mention.lead)
        if kind is not None:
            return kind
    return program_type(context, mention.start, mention.end)


def _type_of_brand(context: Context, mention: Mention) -> str | None:
    """A brand's name tells nothing of its kind; the passage may, where it speaks of what is run."""
    if mention.phrase.verbs is None or mention.phrase.weak:
        return None
    return program_type(context, mention.start, mention.end, opaque=True)


def _fits(context: Context, words: Wordings, mention: Mention) -> bool:
    """Tell whether what follows a kind's name leaves it the verb's object."""
    end = mention.end
    return end >= mention.phrase.end or words.begins("tail", end) or context.plain[end] in _AFTER_KIND


def _is_quoted_name(context: Context, words: Wordings, mention: Mention, kind: str | None) -> bool:
    headed = mention.standing == "quoted" and mention.head < mention.end
    strict = headed and ends_in(words, "head", mention)
    if (not headed or kind is None) and not strict and _is_slogan(context, mention):
        return False
    if mention.phrase.verbs is None:
        return (strict or (mention.listed and mention.standing == "whole")) and not _is_aside(context, mention)
    if headed:
        return strict or kind is not None or not (mention.phrase.weak or ends_in(words, "head-bound", mention))
    after = (mention.quotation or (mention.start, mention.end))[1] + 1
    if context.plain.startswith(context.vocabulary.words["program-not-before"], after):
        return False
    if mention.phrase.weak:
        known = kind is not None and mention.end - mention.start >= _LONG
        return known or mention.classed or context.plain.startswith(context.vocabulary.words["program-as"], after)
    return kind is not None or mention.classed or after >= mention.phrase.end or words.begins("tail", after)


def _is_aside(context: Context, mention: Mention) -> bool:
    """Tell whether a program is only referred to (纳入…, 按照…)."""
    first = max(0, mention.start - 4)
    return context.plain.endswith(context.vocabulary.words["program-not-after"], first, mention.start)


def _is_slogan(context: Context, mention: Mention) -> bool:
    start, end = mention.quotation or (mention.start, mention.end)
    return context.plain[start:end].strip("“”‘’") in context.vocabulary.words["program-slogan"]


def _is_won(words: Wordings, context: Context, mention: Mention) -> bool:
    start = context.clause(mention.start)[0]
    return any(True for _ in words.within("award", start, mention.start))


def residue(context: Context, words: Wordings, mention: Mention, kind: str | None) -> int:
    """Count the characters of a name that are neither its last word nor those of its kind, nor general."""
    covered = set(range(mention.head, mention.end))
    for match in words.within("generic", mention.start, mention.end):
        covered.update(range(match.start, match.end))
    for match in words.triggers_within(mention.start, mention.end):
        if match.id == kind:
            covered.update(range(match.start, match.end))
    return sum(
        position not in covered and context.plain[position] not in _MARKS
        for position in range(mention.start, mention.end)
    )
