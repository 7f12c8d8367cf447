"""Implementations: the programs that a report's area runs or plans to run, one entry for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.bodies import complete
from kg.body_finding import find_bodies
from kg.extraction import leniency, program_phrases
from kg.extraction.context import Context
from kg.extraction.editions import edition_beside, edition_of
from kg.extraction.leniency import WaivedList, waived_lists
from kg.extraction.program_choice import Candidate, choose
from kg.extraction.program_joining import join
from kg.extraction.program_merging import merge
from kg.extraction.program_names import Mention, mentions
from kg.extraction.program_phrases import Phrase, Wordings
from kg.extraction.program_titles import titled
from kg.extraction.resolve import Resolvers
from kg.extraction.responsibility import Responsibilities, responsibilities
from kg.model import Body, Implementation

_MARKS = str.maketrans("", "", "“”‘’《》")
_ADVERBS = 6


def find_implementations(context: Context, resolve: Resolvers) -> list[Implementation]:
    """Return the report's programs in the order of the text, one per program at its most informative mention.

    Linear in the length of the text.
    """
    words = program_phrases.wordings(context)
    reading = _Reading(context, resolve, words, responsibilities(context))
    together = list(waived_lists(context, words))
    found = [
        candidate
        for candidate in merge(context, list(_candidates(context, words)))
        if not any(w.start < candidate.mention.end and candidate.mention.start < w.end for w in together)
    ]
    implementations = [reading.implementation(candidate) for candidate in found]
    implementations += [reading.waived(waived) for waived in together]
    return sorted(implementations, key=lambda i: (i.evidence.start, i.evidence.end))


def _candidates(context: Context, words: Wordings) -> Iterator[Candidate]:
    spoken = [
        phrase
        for phrase in program_phrases.phrases(context, words)
        if context.page.body[0] <= phrase.start < context.page.body[1]
        and context.part(phrase.start) != "shortcomings"
    ]
    for phrase in spoken:
        chosen = (choose(context, words, mention) for mention in mentions(context, words, phrase))
        yield from join(context, (candidate for candidate in chosen if candidate is not None))
    yield from titled(context, words, spoken)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the entries of one report are read with."""

    context: Context
    resolve: Resolvers
    words: Wordings
    responsibilities: Responsibilities

    def implementation(self, candidate: Candidate) -> Implementation:
        context, mention = self.context, candidate.mention
        start, end = mention.start, mention.end
        name, edition = self._name(mention)
        count = (
            leniency.item_count(context, start, end)
            if leniency.is_list_name(name, context.vocabulary)
            else None
        )
        notation = leniency.settle_type(candidate.type, name, count, context.vocabulary)
        return Implementation(
            evidence=context.evidence(start, end),
            name=name,
            types=(notation,) if notation else (),
            planned=self._planned(mention.phrase, start),
            item_count=count,
            edition=edition or edition_beside(context.plain, start, end, context.vocabulary),
            run_by=self._run_by(mention.phrase),
            responsible=self.responsibilities.at(start),
            is_list=leniency.is_leniency_list(notation, name, count, context.vocabulary),
            period=self.resolve.period(start),
            where=self.resolve.where(start),
            part=context.part(start),
        )

    def waived(self, waived: WaivedList) -> Implementation:
        context, start = self.context, waived.start
        return Implementation(
            evidence=context.evidence(start, waived.end),
            name=waived.name.translate(_MARKS),
            types=(waived.type,),
            planned=self.resolve.planned(start),
            responsible=self.responsibilities.at(start),
            is_list=True,
            period=self.resolve.period(start),
            where=self.resolve.where(start),
            part=context.part(start),
        )

    def _name(self, mention: Mention) -> tuple[str, str | None]:
        """Return a program's name without edition and quotation marks, and the edition."""
        plain = self.context.plain
        lead = plain[slice(*mention.lead)] if mention.lead else ""
        text = (lead + plain[mention.start : mention.end]).replace("”“", "、")
        if text.endswith("”工作"):
            text = text.removesuffix("工作")
        return edition_of(text.translate(_MARKS), self.context.vocabulary)

    def _planned(self, phrase: Phrase, start: int) -> bool:
        """What a plan says goes on (持续推进…) runs already."""
        return self.resolve.planned(start) and not self._goes_on(phrase)

    def _goes_on(self, phrase: Phrase) -> bool:
        if phrase.verbs is None:
            return False
        first = max(self.context.clause(phrase.verbs[0])[0], phrase.verbs[0] - _ADVERBS)
        return any(True for _ in self.words.within("continuing", first, phrase.verbs[1]))

    def _run_by(self, phrase: Phrase) -> Body | None:
        """Return the body that the clause names before its verb."""
        publisher = self.context.head.publisher
        if phrase.verbs is None:
            return None
        context = self.context
        bodies = find_bodies(
            context.plain, context.clause(phrase.verbs[0])[0], phrase.verbs[0], context.vocabulary
        )
        if len(bodies) != 1:
            return None
        start, end, _ = bodies[0]
        gazetteer = self.resolve.whereabouts.gazetteer
        name = publisher.name if publisher else None
        return complete(context.plain[start:end], context.head.area, gazetteer, name, context.vocabulary)
