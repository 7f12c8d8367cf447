"""A metric's label: a short noun phrase in the text's own words that says what is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.extraction.context import Context
from kg.extraction.segments import Segment
from kg.vocabulary import Vocabulary

_LONGEST = 40
_EDGE = " 、,;:·—-()“”‘’"
_TIME = re.compile(r"^(?:截[至止]\S{0,6}?[月日底末],?|20\d\d年(?:度|以来|底|末)?,?|\d{1,2}[-—至]\d{1,2}月,?|\d{1,2}月(?:份|底)?,?)")
_RELATIVE = ("%", "百分点", "‰")


@dataclass(frozen=True, slots=True)
class _Patterns:
    lead: re.Pattern[str]
    trail: re.Pattern[str]
    noun_end: re.Pattern[str]
    change: re.Pattern[str]


@lru_cache(maxsize=4)
def _patterns(vocabulary: Vocabulary) -> _Patterns:
    def words(*names: str) -> str:
        terms = [re.escape(word) for name in names for word in vocabulary.words[name]]
        return "|".join(sorted(set(terms), key=lambda word: (-len(word), word)))

    change = words("change-up", "change-down", "level-reached", "level-left")
    return _Patterns(
        re.compile(f"^(?:{words('label-lead')})"),
        re.compile(f"(?:{words('label-trail')})$"),
        re.compile(words("noun-end-verb")),
        re.compile(f"(?:{words('change-compared')})?[^,]{{0,4}}?(?:{change})[^,]{{0,6}}$"),
    )


def label(context: Context, segment: Segment, *, change: bool, subject: str) -> str:
    """Return the label: the words before the number, or those after it where the noun follows.

    ``subject`` is put in front where the words name none (may be empty).
    """
    patterns = _patterns(context.vocabulary)
    before = context.plain[slice(*segment.before)]
    after = context.plain[slice(*segment.after)]
    if change:
        before = patterns.change.sub("", before)
    head = _trim(before, patterns)
    noun = "" if segment.quantity.unit in _RELATIVE else _noun_after(after, patterns)
    phrase = _join(head, noun)
    if subject and not phrase.startswith(subject) and len(subject) + len(phrase) <= _LONGEST:
        phrase = subject + phrase
    return phrase[-_LONGEST:].strip(_EDGE) or _trim(after, patterns)[:_LONGEST] or segment.quantity.unit


def _trim(words: str, patterns: _Patterns) -> str:
    """Strip times, connectives and adverbs from the start, fillers such as 共 and 达 from the end."""
    for pattern in (_TIME, patterns.lead):
        words = words.strip(_EDGE)
        while (match := pattern.match(words)) and len(match[0]) < len(words):
            words = words[match.end() :].strip(_EDGE)
    while (match := patterns.trail.search(words)) and match.start() > 1:
        words = words[: match.start()].strip(_EDGE)
    return words


def _noun_after(after: str, patterns: _Patterns) -> str:
    """Return the noun that follows the number: up to the first mark, number or verb."""
    noun = re.split(r"[,。;:、!?\n\d(]", after, maxsplit=1)[0]
    verb = patterns.noun_end.search(noun, 2)
    return (noun[: verb.start()] if verb else noun).strip(_EDGE)


def _join(head: str, noun: str) -> str:
    if not noun or noun[0] in "并且的":
        return head
    # With the noun after the number only the verb before it matters: 召开 2次 联席会议.
    clause = head.rsplit("、", 1)[-1]
    return f"{clause}{noun}" if len(clause) + len(noun) <= _LONGEST else noun
