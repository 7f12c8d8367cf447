"""Which mentions are programs: what is run, built or promised, not a slogan, an honour or a thing in general."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extraction.context import Context
from kg.extraction.program_names import Mention
from kg.extraction.program_phrases import Wordings
from kg.extraction.program_types import program_type

_DISTINCT = 4
_OWN = 3
_LONGEST = 45
_MARKS = "“”‘’《》()、,0123456789"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that names a program. ``type`` is a program type's notation or None; ``named`` tells whether it has
    a name of its own, or only that of its kind."""

    mention: Mention
    type: str | None
    named: bool


def choose(context: Context, words: Wordings, mention: Mention) -> Candidate | None:
    """Return the mention as a program, or None."""
    if mention.end - mention.start > _LONGEST or _is_won(words, context, mention):
        return None
    kind = program_type(context, *(mention.lead or (mention.start, mention.end)))
    if mention.standing in ("quoted", "whole"):
        return _quoted(context, words, mention, kind)
    own = _residue(context, words, mention, kind)
    if mention.standing == "kind":
        return Candidate(mention, kind, named=False) if kind and _fits(context, words, mention) else None
    if mention.phrase.weak and kind is None:
        return None
    if kind is None:
        return Candidate(mention, None, named=True) if own >= _DISTINCT else None
    return Candidate(mention, kind, named=own >= _OWN)


def _fits(context: Context, words: Wordings, mention: Mention) -> bool:
    """Tell whether what follows a kind's name leaves it the verb's object."""
    end = mention.end
    return end >= mention.phrase.end or words.begins("tail", end) or context.plain[end] in "(等、和及与,。;”"


def _quoted(context: Context, words: Wordings, mention: Mention, kind: str | None) -> Candidate | None:
    strict = any(m.end == mention.end for m in words.within("head", mention.start, mention.end))
    if not strict and _is_slogan(context, mention):
        return None
    if strict or (mention.listed and kind is None and mention.phrase.verbs is None):
        return Candidate(mention, kind, named=True)
    if mention.phrase.verbs is None or (mention.phrase.weak and kind is None):
        return None
    if mention.standing == "quoted" and kind is None:
        return None
    return Candidate(mention, kind, named=True)


def _is_slogan(context: Context, mention: Mention) -> bool:
    text = context.plain[mention.start : mention.end].strip("“”‘’")
    inner = text[text.find("“") + 1 :].partition("”")[0]
    slogans = context.vocabulary.words["program-slogan"]
    return text in slogans or inner in slogans


def _is_won(words: Wordings, context: Context, mention: Mention) -> bool:
    start = context.clause(mention.start)[0]
    return any(True for _ in words.within("award", start, mention.start))


def _residue(context: Context, words: Wordings, mention: Mention, kind: str | None) -> int:
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
