"""The rules that a report's graph must keep to be taken into the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import messages
from kg.errors import ReadError
from kg.validation.validate import Finding, validate

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyoxigraph as ox

    from kg.messages import Language
    from kg.vocabulary import Vocabulary


class BrokenRulesError(ReadError):
    """A report whose graph breaks rules: ``findings`` are the violations."""

    def __init__(self, code: str, *, source: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(code, source=source, findings=findings)
        self.source = source
        self.findings = findings

    def in_language(self, language: Language) -> str:
        """Return the message in one language, with the first finding as an example."""
        first = self.findings[0]
        said = first.message_zh if language == "zh" else first.message_en
        example = f"{said} ({first.check}: {first.focus})"
        return messages.text(
            self.code, language, source=self.source, count=len(self.findings), finding=example
        )


def check(triples: Iterable[ox.Triple], vocabulary: Vocabulary, source: str) -> None:
    """Raise BrokenRulesError if a report's graph violates ``shapes/graph.ttl``; warnings pass."""
    found = tuple(finding for finding in validate(triples, vocabulary) if finding.severity == "violation")
    if found:
        raise BrokenRulesError("report-violates", source=source, findings=found)
