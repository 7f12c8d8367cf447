"""Titles in 《》: where they begin and end, also where marks are nested or lost, and whether they name a document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kg.extraction.wordings import Wordings, wordings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.vocabulary import Vocabulary

LONGEST = 200
"""No title is longer: what seems to be is a mark without its counterpart."""
_DEEPEST = 3
_LONGEST_REPAIRED = 60
_MARK = re.compile("[《》\n]")
_REPAIR_END = re.compile("[,。;:!?\n《]")
_AFTER = re.compile("[,。;:!?\n《、]")
_BEFORE = re.compile("[,。;:!?\n》]")
_REACH_AFTER = 10
_REACH_BEFORE = 12
_LIST = re.compile("(?:、?《[^《》\n]{1,40}》){1,4}")
"""Titles that go on right behind one: 《…》|《…》、《…》|."""
_PARENTHESIS = re.compile(r"\([^()\n]{1,20}\)")


class Title(NamedTuple):
    """``start``..``end`` is the title without its outer marks, ``left``..``right`` the title with them."""

    start: int
    end: int
    left: int
    right: int


def find_titles(plain: str, start: int, end: int, vocabulary: Vocabulary) -> list[Title]:
    """Find the titles within a span, in order; of nested titles the outer one only. Linear in the span's length.

    A title that has lost its closing mark ends where the wording of a document's name ends, and is left out if it
    has none.
    """
    marks = [match.start() for match in _MARK.finditer(plain, start, end)]
    titles: list[Title] = []
    index = 0
    while index < len(marks):
        if plain[marks[index]] != "《":
            index += 1
            continue
        title, index = _title(plain, marks, index, vocabulary)
        if title is not None and title.end > title.start:
            titles.append(title)
    return titles


def _title(plain: str, marks: Sequence[int], index: int, vocabulary: Vocabulary) -> tuple[Title | None, int]:
    """Return the title that begins at a mark, and the index of the mark to go on with."""
    left = marks[index]
    closing = _closing(plain, marks, index)
    if closing is not None:
        return Title(left + 1, marks[closing], left, marks[closing] + 1), closing + 1
    inner = marks[index + 1] if index + 1 < len(marks) else left
    if plain[inner] == "《" and _opens_nested(plain, left, inner, vocabulary):
        closing = _closing(plain, marks, index + 1)
        if closing is not None and marks[closing] - left <= LONGEST:
            end = _after_nested(plain, marks[closing], vocabulary)
            return Title(left + 1, end, left, max(end, marks[closing] + 1)), closing + 1
    return _repaired(plain, left, vocabulary), index + 1


def _closing(plain: str, marks: Sequence[int], index: int) -> int | None:
    """Return the index of the mark that closes the one at ``index``, or None."""
    depth = 0
    for at in range(index, len(marks)):
        mark = plain[marks[at]]
        if mark == "\n" or marks[at] - marks[index] > LONGEST:
            return None
        depth += 1 if mark == "《" else -1
        if depth == 0:
            return at
        if depth > _DEEPEST:
            return None
    return None


def _opens_nested(plain: str, left: int, inner: int, vocabulary: Vocabulary) -> bool:
    if inner - left > _LONGEST_REPAIRED or _REPAIR_END.search(plain, left + 1, inner):
        return False
    return (
        inner == left + 1 or wordings(vocabulary, "title-nesting").suffix(plain, left + 1, inner) is not None
    )


def _after_nested(plain: str, mark: int, vocabulary: Vocabulary) -> int:
    """Return where a title ends that lost the mark behind its nested one: 《关于印发《…》的通知, or at that mark."""
    if not plain.startswith("的", mark + 1):
        return mark
    ending = wordings(vocabulary, "title-ending").prefix(plain, mark + 2, len(plain))
    return mark if ending is None else ending.end


def _repaired(plain: str, left: int, vocabulary: Vocabulary) -> Title | None:
    limit = min(left + 1 + _LONGEST_REPAIRED, len(plain))
    stop = _REPAIR_END.search(plain, left + 1, limit)
    end = None
    for ending in wordings(vocabulary, "title-ending").find(plain, left + 1, stop.start() if stop else limit):
        end = ending.end
        parenthesis = _PARENTHESIS.match(plain, end)
        if parenthesis is not None:
            end = parenthesis.end()
            break
    return None if end is None else Title(left + 1, end, left, end)


@dataclass(frozen=True, slots=True)
class DocumentNames:
    """Tells documents from what else stands in 《》: columns, courses, newspapers, films, building projects."""

    endings: Wordings
    others: Wordings
    before: Wordings
    after: Wordings

    def names_document(self, plain: str, title: Title) -> bool:
        """Tell whether a title names a document: by what follows it directly, by its own end, by what is near."""
        if self.after.prefix(plain, title.right, len(plain)) is not None:
            return False
        if self.before.suffix(plain, max(0, title.left - _REACH_BEFORE), title.left) is not None:
            return False
        end = _without_parenthesis(plain, title)
        ending = self.endings.suffix(plain, title.start, end)
        other = self.others.suffix(plain, title.start, end)
        if ending is not None or other is not None:
            return other is None or (ending is not None and ending.start < other.start)
        return not self._stands_as_other(plain, title)

    def _stands_as_other(self, plain: str, title: Title) -> bool:
        """Tell whether what is around a title, or the list that it stands in, speaks of no document."""
        listed = _LIST.match(plain, title.right)
        if listed is not None and self.others.suffix(plain, title.right, listed.end() - 1) is not None:
            return True
        right = listed.end() if listed is not None else title.right
        limit = min(right + _REACH_AFTER, len(plain))
        stop = _AFTER.search(plain, right, limit)
        if self.after.has(plain, right, stop.start() if stop else limit):
            return True
        limit = max(0, title.left - _REACH_BEFORE)
        stops = [match.end() for match in _BEFORE.finditer(plain, limit, title.left)]
        return self.before.has(plain, stops[-1] if stops else limit, title.left)


def _without_parenthesis(plain: str, title: Title) -> int:
    """Return where a title ends without a closing parenthesis such as (试行) or (第二版)."""
    if title.end > title.start and plain[title.end - 1] == ")":
        opening = plain.rfind("(", title.start, title.end)
        return opening if opening > title.start else title.end
    return title.end


def document_names(vocabulary: Vocabulary) -> DocumentNames:
    """Return the judge of titles for a vocabulary."""
    return DocumentNames(
        wordings(vocabulary, "title-ending"),
        wordings(vocabulary, "title-not-document"),
        wordings(vocabulary, "title-not-before"),
        wordings(vocabulary, "title-not-after"),
    )
