"""Errors for people: what is wrong, where, and what to do about it.

Every error has a code, under which ``kg/messages.toml`` keeps its wording in Chinese and English.
"""

from __future__ import annotations

from typing import ClassVar

from kg import messages


class KgError(Exception):
    """Something that the user can mend. ``values`` fill the placeholders of the message.

    ``exit_status`` is what the command line returns for it: 2, since nothing was done. (1 means that all was
    done and something was found: a violation, a report that had to be left out.)
    """

    exit_status: ClassVar[int] = 2

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        return self.in_language(messages.language())

    def __reduce__(self) -> tuple[object, ...]:
        return (_restore, (type(self), self.code, self.values))

    def in_language(self, language: messages.Language) -> str:
        """Return the message in one language."""
        return messages.text(self.code, language, **self.values)


def _restore(kind: type[KgError], code: str, values: dict[str, object]) -> KgError:
    return kind(code, **values)


class ReadError(KgError):
    """A source cannot be read: not there, empty, no text, too large, broken."""


class VocabularyError(KgError):
    """A file of the ontology or vocabulary, the project's or the user's own, is missing or broken."""


class StoreError(KgError):
    """A store is missing, is none, is in use by another process, or cannot be written."""


class QueryError(KgError):
    """A query is broken, refused, unknown, or its parameters do not fit."""


class UsageError(KgError):
    """The call itself makes no sense: options that exclude each other, a manifest with wrong columns."""


class GraphError(KgError):
    """Facts or RDF that cannot be a graph of ours: a bug of an extractor, or a file that somebody else made."""
