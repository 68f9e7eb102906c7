"""RECOMMENDS: what a document recommends, to whom. A reading in; one claim for each recommendation out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.meeting.words import sentences
from extract.reading import Finding, Reading, extractor
from extract.recommending.addressees import EVERYONE, addressees, subject_first
from extract.recommending.enumerations import enumerated
from extract.recommending.leads import Lead, lead_above, names_topics, opens_list, read_lead
from extract.recommending.own_voice import COLON, own_cue, proposal, sentences_of
from extract.recommending.quoting import quote_span
from extract.recommending.sections import Section, recommending_sections
from extract.recommending.words import Cue, cues, has
from graph.ids import slug
from graph.records import Claim, Party, Passage, Skipped
from graph.sourcemap import Span


@extractor("recommendations")
def read_recommendations(reading: Reading) -> Iterator[Finding]:
    """One claim for each item recommended: in recommending sections, under a recommending lead-in, or in so many words."""
    sections = recommending_sections(reading)
    leads: dict[int, Lead] = {}
    last: Lead | None = None
    for passage, where in zip(reading.passages, sections, strict=True):
        if passage.kind in ("title", "heading", "table"):
            last = None
        if passage.kind in ("title", "heading", "table") or not sentences_of(passage):
            continue
        if opens_list(reading, passage):
            last = leads[passage.ordinal] = read_lead(reading, passage, where, last, leads)
        yield from _read(reading, passage, where, leads, lead_above(reading, passage, leads))


def document_part(document: str) -> str:
    """The part of a document's id that names its recommendations: a leading number (``000_1615…`` → ``000``), else all of it."""
    first = document.split("_", 1)[0]
    return first if first.isdecimal() else document


def recommendation_id(document: str, locator: str, number: int | None = None) -> str:
    """The id of the recommendation at a place: ``rec:000-annex-2a`` for annex ¶2(a) of 000; ``number`` counts several at one place."""
    plain = re.sub(r"(?<=\d)\s*\((?=\d)", "-", locator)
    place = slug(re.sub(r"[()¶§]", "", plain))
    return f"rec:{document_part(document)}-{place}" + (f"-{number}" if number is not None else "")


def _read(reading: Reading, passage: Passage, where: Section | None, leads: dict[int, Lead], above: Lead | None) -> Iterator[Finding]:
    listed = list(_enumerated(reading, passage, where))
    if listed:
        yield from listed
    elif passage.ordinal in leads and not names_topics(reading, passage, where):
        return
    elif passage.kind == "item" and above is not None and above.kind == "urging":
        yield _claim(reading, passage, where or Section(), above, 0.95)
    elif where is not None:
        yield _in_section(reading, passage, where, above)
    else:
        yield from _in_so_many_words(reading, passage)


def _in_section(reading: Reading, passage: Passage, where: Section, above: Lead | None) -> Finding:
    plain = passage.kind == "item" and not where.mixed and (above is None or above.kind == "")
    if plain and not has(passage.text, passage.language, "reported"):
        return _claim(reading, passage, where, above, 0.9 if above is None else 0.8)
    if any(own_cue(reading, passage, sentence, where) for sentence in sentences_of(passage)):
        return _claim(reading, passage, where, above, 0.9)
    reason = "recommendations: under a recommending heading, but recommends nothing"
    return Skipped(f"{passage.document} {passage.locator}", reason, passage.text[:80])


def _in_so_many_words(reading: Reading, passage: Passage) -> Iterator[Finding]:
    for sentence in sentences_of(passage):
        if own_cue(reading, passage, sentence, None) is not None and not COLON.search(passage.text, *sentence):
            yield _claim(reading, passage, None, None, 0.85)
            return


def _enumerated(reading: Reading, passage: Passage, where: Section | None) -> Iterator[Claim]:
    """«suggests that the assembly adopt: first, …; second, …»: one for each."""
    found = enumerated(passage)
    if found is None:
        return
    lead, items = found
    cue = proposal(reading, passage, lead, where) or own_cue(reading, passage, lead, where)
    alone = cue is None and where is not None and all(own_cue(reading, passage, item, where) is not None for item in items)
    if cue is None and not alone:
        return
    above = addressees(reading, passage, lead, cue) if cue is not None else ()
    above = above or (where.addressee if where is not None else ())
    for number, item in enumerate(items, 1):
        own = own_cue(reading, passage, item, where)
        named = addressees(reading, passage, item, own) if own is not None and own.kind == "modal" else ()
        yield _made(reading, passage, quote_span(passage, item, own), named or above or EVERYONE, 0.85, number)


def _claim(reading: Reading, passage: Passage, where: Section | None, above: Lead | None, sure: float) -> Claim:
    """The passage as one recommendation, to those it names itself, else those its lead-in or heading names, else everyone."""
    sentence, cue = _core(reading, passage, where)
    named = addressees(reading, passage, sentence, cue) if cue is not None else ()
    if above is not None and above.clauses:
        named = named or subject_first(passage, sentence)
    named = named or (above.addressee if above is not None else ()) or (where.addressee if where is not None else ())
    if not named:
        named = _named_later(reading, passage, sentence[1])
    return _made(reading, passage, quote_span(passage, sentence, cue), named or EVERYONE, sure)


def _core(reading: Reading, passage: Passage, where: Section | None) -> tuple[Span, Cue | None]:
    """The sentence that recommends and its cue; the first sentence where none has one."""
    every = sentences_of(passage)
    for sentence in every:
        cue = own_cue(reading, passage, sentence, where)
        if cue is not None:
            return sentence, cue
    return every[0], None


def _named_later(reading: Reading, passage: Passage, start: int) -> tuple[str, ...]:
    """The subject of an obligation in a later sentence, where the first has none."""
    for sentence in sentences(passage.text, passage.language, start):
        for cue in cues(passage.text, sentence, passage.language):
            named = addressees(reading, passage, sentence, cue) if cue.kind == "modal" else ()
            if named:
                return named
    return ()


def _made(reading: Reading, passage: Passage, quote: Span, named: tuple[str, ...], sure: float, number: int | None = None) -> Claim:
    document = passage.document
    surface = passage.text[quote[0] : quote[1]]
    item = Party("Recommendation", recommendation_id(document, passage.locator, number), surface)
    subject = Party("Document", f"doc:{document}")
    return reading.claim(passage, "RECOMMENDS", subject, item, quote, method="recommendations", confidence=sure, addressee=named)
