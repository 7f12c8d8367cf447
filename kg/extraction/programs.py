"""Implementations: the programs that a report's area runs or plans to run, one entry for each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.bodies import complete
from kg.body_finding import find_bodies
from kg.extraction import leniency
from kg.extraction.editions import edition_beside, edition_of
from kg.extraction.item_counts import item_count, listed_items
from kg.extraction.leniency import WaivedList, told_apart, waived_lists
from kg.extraction.program_choice import Candidate, choose
from kg.extraction.program_joining import join
from kg.extraction.program_landmarks import Landmarks, landmarks
from kg.extraction.program_merging import merge
from kg.extraction.program_names import Mention, mentions
from kg.extraction.program_phrases import Phrase, phrases
from kg.extraction.program_titles import titled
from kg.extraction.responsibility import Responsibilities, responsibilities
from kg.extraction.wordings import begins, wordings
from kg.model import Body, Implementation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.context import Context
    from kg.extraction.resolve import Resolvers
    from kg.vocabulary import Vocabulary

_MARKS = str.maketrans("", "", "“”‘’《》")
_ENUMERATOR = re.compile(r"由|[一二三四五六七八九十]是|\(?[一二三四五六七八九十\d]+[).、]")
_ADVERBS = 6
_SHORTEST_BODY = 3
_LONGEST_BODY = 40


def find_implementations(context: Context, resolve: Resolvers) -> list[Implementation]:
    """Return the report's programs in the order of the text, one per program at its most informative mention.

    Linear in the length of the text.
    """
    marks = landmarks(context)
    reading = _Reading(context, resolve, marks, responsibilities(context, resolve.whereabouts.gazetteer))
    waived = list(waived_lists(context, marks))
    together = [w for w in waived if not w.counted]
    found = [
        candidate
        for candidate in merge(context, list(_candidates(context, marks)))
        if not any(_overlap(w, candidate) for w in together)
        and not (waived and _is_bundle(context, candidate))
        and not _is_from_above(context, candidate.mention.phrase)
    ]
    implementations = [reading.implementation(candidate) for candidate in found]
    implementations += [reading.waived(waived) for waived in together]
    apart = [w for w in waived if w.counted and not any(_overlap(w, candidate) for candidate in found)]
    implementations += [reading.waived(w) for w in told_apart(apart, implementations)]
    return sorted(implementations, key=lambda i: (i.evidence.start, i.evidence.end))


def _is_bundle(context: Context, candidate: Candidate) -> bool:
    """Tell whether a name only bundles lists that are told apart elsewhere (“四张清单”制度)."""
    mention = candidate.mention
    if candidate.type not in (*leniency.LENIENT, *leniency.LIST_TYPES):
        return False
    bundles = wordings(context.vocabulary, "initiative-list-bundle")
    bundled = bundles.has(context.plain, mention.start, mention.end)
    return bundled and item_count(context, mention.start, mention.end) is None


def _is_from_above(context: Context, phrase: Phrase) -> bool:
    """Tell whether a body above only issued what the verb governs."""
    if phrase.verbs is None or not begins(
        context.vocabulary, "initiative-issuing", context.plain, phrase.verbs[0]
    ):
        return False
    return leniency.is_from_above(context, phrase.clause[0], phrase.verbs[0])


def _overlap(waived: WaivedList, candidate: Candidate) -> bool:
    return waived.start < candidate.mention.end and candidate.mention.start < waived.end


def _candidates(context: Context, marks: Landmarks) -> Iterator[Candidate]:
    spoken = list(_spoken(context, marks))
    # Step by step over all of them, not phrase by phrase: what does one step stays at hand.
    for named in [mentions(context, marks, phrase) for phrase in spoken]:
        chosen = [choose(context, marks, mention) for mention in named]
        yield from join(context, [candidate for candidate in chosen if candidate is not None])
    yield from titled(context, marks, spoken)


def _spoken(context: Context, marks: Landmarks) -> Iterator[Phrase]:
    """Yield what the report's own words say, its shortcomings aside."""
    first, last = context.page.body
    aside = [section for section in context.page.sections if section.part == "shortcomings"]
    opening, closing = (aside[0].start, max(section.end for section in aside)) if aside else (last, last)
    for phrase in phrases(context, marks):
        start = phrase[0]
        near = opening <= start < closing
        if first <= start < last and not (
            near and any(section.part == "shortcomings" for section in context.sections(start))
        ):
            yield phrase


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the entries of one report are read with."""

    context: Context
    resolve: Resolvers
    marks: Landmarks
    responsibilities: Responsibilities

    def implementation(self, candidate: Candidate) -> Implementation:
        context, mention = self.context, candidate.mention
        start, end = mention.start, mention.end
        name, edition = self._name(mention)
        count = self._item_count(candidate, name)
        notation = leniency.settle_type(candidate.type, name, count, context.vocabulary)
        return Implementation(
            evidence=context.evidence(start, end),
            name=name,
            types=(notation,) if notation else (),
            planned=self._planned(mention.phrase, start),
            item_count=count,
            edition=edition or self._edition(candidate),
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
            item_count=waived.item_count,
            edition=waived.edition,
            responsible=self.responsibilities.at(start),
            is_list=True,
            period=self.resolve.period(start),
            where=self.resolve.where(start),
            part=context.part(start),
        )

    def _edition(self, candidate: Candidate) -> str | None:
        """Return the edition that stands beside some mention of a program."""
        plain, vocabulary = self.context.plain, self.context.vocabulary
        mentioned = (candidate.mention, *candidate.others)
        for mention in mentioned:
            edition = edition_beside(plain, mention.start, mention.end, vocabulary)
            if edition is not None:
                return edition
        return None

    def _item_count(self, candidate: Candidate, name: str) -> int | None:
        """Return how many items a list has, as some mention of it says."""
        mentioned = (candidate.mention, *candidate.others)
        if leniency.is_list_name(name, self.context.vocabulary):
            counts = (item_count(self.context, m.start, m.end) for m in mentioned)
        elif candidate.type in (leniency.FIRST_OFFENCE, *leniency.LIST_TYPES):
            counts = (listed_items(self.context, m.start, m.end) for m in mentioned)
        else:
            return None
        return next((count for count in counts if count is not None), None)

    def _name(self, mention: Mention) -> tuple[str, str | None]:
        """Return a program's name without edition and quotation marks, and the edition."""
        plain = self.context.plain
        lead = plain[slice(*mention.lead)] if mention.lead else ""
        text = (lead + plain[mention.start : mention.end]).replace("”“", "、")
        if text.endswith("”工作"):
            text = text.removesuffix("工作")
        return edition_of(text.translate(_MARKS), self.context.vocabulary)

    def _planned(self, phrase: Phrase, start: int) -> bool:
        """What a plan says goes on (持续推进…) runs already; words such as 确保 make plans of what follows them only."""
        if self._intended(phrase):
            return True
        if not self.resolve.planned(start) or self._goes_on(phrase):
            return False
        in_plan = self.context.head.type == "work-plan" or self.context.part(start) == "next-plan"
        first = self.context.sentence(start)[0]
        return in_plan or any(first <= cue < start for cue in self.resolve.plans.cues)

    def _intended(self, phrase: Phrase) -> bool:
        """Tell whether the verb is one of what will be done (将出台…), or of what is still being made (正在制定…)."""
        if phrase.verbs is None:
            return False
        plain, vocabulary, verb = self.context.plain, self.context.vocabulary, phrase.verbs[0]
        match = _intent(vocabulary).search(plain, max(phrase.clause[0], verb - _ADVERBS), verb)
        if match is None:
            return False
        made = begins(vocabulary, "initiative-issuing", plain, verb)
        return made or begins(vocabulary, "initiative-will", plain, match.start())

    def _goes_on(self, phrase: Phrase) -> bool:
        if phrase.verbs is None:
            return False
        first = max(self.context.clause(phrase.verbs[0])[0], phrase.verbs[0] - _ADVERBS)
        return self.marks.has("continuing", first, phrase.verbs[1])

    def _run_by(self, phrase: Phrase) -> Body | None:
        """Return the body that the clause opens with, before its verb."""
        context, publisher = self.context, self.context.head.publisher
        start, end = phrase.clause[0], phrase.verbs[0] if phrase.verbs else phrase.clause[0]
        if not _SHORTEST_BODY <= end - start <= _LONGEST_BODY:
            return None
        if not _last_characters(context.vocabulary).intersection(context.plain[start:end]):
            return None
        bodies = find_bodies(context.plain, start, end, context.vocabulary)
        if len(bodies) != 1:
            return None
        first, last, _ = bodies[0]
        if first != start and not _ENUMERATOR.fullmatch(context.plain, start, first):
            return None
        gazetteer = self.resolve.whereabouts.gazetteer
        name = publisher.name if publisher else None
        return complete(context.plain[first:last], context.head.area, gazetteer, name, context.vocabulary)


@lru_cache(maxsize=4)
def _intent(vocabulary: Vocabulary) -> re.Pattern[str]:
    words = "|".join((*vocabulary.words["initiative-will"], *vocabulary.words["initiative-making"]))
    adverbs = "|".join(map(re.escape, sorted(vocabulary.words["program-adverb"], key=len, reverse=True)))
    return re.compile(rf"(?:{words})(?:{adverbs})*$")


@lru_cache(maxsize=4)
def _last_characters(vocabulary: Vocabulary) -> frozenset[str]:
    """Return what names of bodies end in: without any of them a text names none."""
    return frozenset(ending[-1] for kind in vocabulary.body_types.values() for ending in kind.endings)
