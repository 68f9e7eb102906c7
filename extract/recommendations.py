"""RECOMMENDS: what a document recommends, to whom. A reading in; one claim for each recommendation out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.addressees import EVERYONE, addressees
from extract.enumerations import enumerated
from extract.meetings import sentences
from extract.quoting import quote_span
from extract.reading import Finding, Reading, extractor
from extract.recommending import Cue, cues, has, shape
from extract.recommending_sections import Section, recommending_sections
from graph.ids import slug
from graph.records import Claim, Party, Passage, Skipped
from graph.sourcemap import Span

_COLON = re.compile(r"[:：]\s*$")
_OPENING = 12  # characters before a verb that may be adverbs
_NEAR = 60  # characters before a verb within which its subject stands


@dataclass(frozen=True, slots=True)
class Lead:
    """What a lead-in says of its items: that they are recommended (``urging``), a view that is reported (``view``), or nothing."""

    kind: str
    addressee: tuple[str, ...]


@extractor("recommendations")
def read_recommendations(reading: Reading) -> Iterator[Finding]:
    """One claim for each item recommended: in recommending sections, under a recommending lead-in, or in so many words."""
    sections = recommending_sections(reading)
    leads: dict[int, Lead] = {}
    last: Lead | None = None
    for passage, where in zip(reading.passages, sections, strict=True):
        if passage.kind in ("title", "heading", "table"):
            last = None
            continue
        if _leads(reading, passage):
            last = leads[passage.ordinal] = _lead(reading, passage, where, last, leads)
        yield from _read(reading, passage, where, leads, _lead_above(reading, passage, leads))


def document_part(document: str) -> str:
    """The part of a document's id that names its recommendations: a leading number (``000_1615…`` → ``000``), else all of it."""
    first = document.split("_", 1)[0]
    return first if first.isdecimal() else document


def recommendation_id(document: str, locator: str, number: int | None = None) -> str:
    """The id of the recommendation at a place: ``rec:000-annex-2a`` for annex ¶2(a) of 000; ``number`` counts several at one place."""
    plain = re.sub(r"(?<=\d)\s*\((?=\d)", "-", locator)
    place = slug(re.sub(r"[()¶§]", "", plain))
    return f"rec:{document_part(document)}-{place}" + (f"-{number}" if number is not None else "")


def _leads(reading: Reading, passage: Passage) -> bool:
    following = reading.passages[passage.ordinal + 1 : passage.ordinal + 40]
    if any(after.lead == passage.ordinal for after in following) or _COLON.search(passage.text) is not None:
        return True
    return _announces(passage, _last_sentence(passage)) and following[:1] != () and following[0].kind == "item" and following[0].lead is None


def _announces(passage: Passage, sentence: Span) -> bool:
    """Whether a list follows: after a colon, or in so many words («다음과 같이 촉구한다.»)."""
    return _COLON.search(passage.text, *sentence) is not None or has(passage.text[sentence[0] : sentence[1]], passage.language, "announce")


def _lead_above(reading: Reading, passage: Passage, leads: dict[int, Lead]) -> Lead | None:
    """What was said of the list that the passage belongs to, or of the items right before it."""
    if passage.lead is not None:
        return leads.get(passage.lead)
    at = passage.ordinal
    while at > 0 and reading.passages[at].kind == "item" and reading.passages[at].lead is None and at not in leads:
        at -= 1
    return leads.get(at) if at != passage.ordinal and reading.passages[at].heading_path == passage.heading_path else None


def _lead(reading: Reading, passage: Passage, where: Section | None, last: Lead | None, leads: dict[int, Lead]) -> Lead:
    """What a passage says of the items beneath it, by its last sentence."""
    sentence = _last_sentence(passage)
    text = passage.text[sentence[0] : sentence[1]]
    language = passage.language
    cue = _cue(reading, passage, sentence, where)
    above = _lead_above(reading, passage, leads)
    if cue is not None:
        named = addressees(reading, passage, sentence, cue)
        if not named and last is not None and has(text, language, "further"):
            named = last.addressee
        return Lead("urging", named or (above.addressee if above is not None else ()))
    if has(text, language, "reported") or has(text, language, "views"):
        return Lead("view", ())
    if has(text, language, "announce") and where is not None:
        return Lead("urging", ())
    return above if above is not None else Lead("", ())


def _read(reading: Reading, passage: Passage, where: Section | None, leads: dict[int, Lead], above: Lead | None) -> Iterator[Finding]:
    listed = list(_enumerated(reading, passage, where))
    if listed:
        yield from listed
    elif passage.ordinal in leads and not _names_topics(reading, passage, where):
        return
    elif passage.kind == "item" and above is not None and above.kind == "urging":
        yield _claim(reading, passage, where or Section(), above, 0.95)
    elif where is not None:
        yield _in_section(reading, passage, where, above)
    else:
        yield from _in_so_many_words(reading, passage)


def _names_topics(reading: Reading, passage: Passage, where: Section | None) -> bool:
    """Whether a lead-in is a recommendation itself: it tells someone to consider the topics beneath, and does not go on with an earlier list."""
    sentence = _last_sentence(passage)
    cue = _cue(reading, passage, sentence, where)
    if cue is None or where is None or not has(passage.text[cue.start : sentence[1]], passage.language, "consider"):
        return False
    return passage.marker is not None or bool(addressees(reading, passage, sentence, cue))


def _in_section(reading: Reading, passage: Passage, where: Section, above: Lead | None) -> Finding:
    plain = passage.kind == "item" and not where.mixed and (above is None or above.kind == "")
    if plain and not has(passage.text, passage.language, "reported"):
        return _claim(reading, passage, where, above, 0.9 if above is None else 0.8)
    if any(_cue(reading, passage, sentence, where) for sentence in _sentences(passage)):
        return _claim(reading, passage, where, above, 0.9)
    return Skipped(f"{passage.document} {passage.locator}", "recommendations: under a recommending heading, but recommends nothing", passage.text[:80])


def _in_so_many_words(reading: Reading, passage: Passage) -> Iterator[Finding]:
    for sentence in _sentences(passage):
        if _cue(reading, passage, sentence, None) is not None and not _COLON.search(passage.text, *sentence):
            yield _claim(reading, passage, None, None, 0.85)
            return


def _enumerated(reading: Reading, passage: Passage, where: Section | None) -> Iterator[Claim]:
    """«proposes that the committee recommend: first, …; second, …»: one for each."""
    found = enumerated(passage)
    if found is None:
        return
    lead, items = found
    cue = _proposal(reading, passage, lead, where) or _cue(reading, passage, lead, where)
    alone = cue is None and where is not None and all(_cue(reading, passage, item, where) is not None for item in items)
    if cue is None and not alone:
        return
    above = addressees(reading, passage, lead, cue) if cue is not None else ()
    above = above or (where.addressee if where is not None else ())
    for number, item in enumerate(items, 1):
        own = _cue(reading, passage, item, where)
        named = addressees(reading, passage, item, own) if own is not None and own.kind == "modal" else ()
        yield _made(reading, passage, quote_span(passage, item, own), named or above or EVERYONE, 0.85, number)


def _proposal(reading: Reading, passage: Passage, lead: Span, where: Section | None) -> Cue | None:
    """«We propose that the committee recommend»: the words up to those who should, as a verb of recommending."""
    found = shape(passage.language, "propose").search(passage.text, *lead)
    if found is None or not _own_voice(reading, passage, (lead[0], found.start()), where, strong=False):
        return None
    return Cue("recommend", found.start(), found.start())


def _claim(reading: Reading, passage: Passage, where: Section | None, above: Lead | None, sure: float) -> Claim:
    """The passage as one recommendation, to those it names itself, else those its lead-in or heading names, else everyone."""
    sentence, cue = _core(reading, passage, where)
    named = addressees(reading, passage, sentence, cue) if cue is not None else ()
    named = named or (above.addressee if above is not None else ()) or (where.addressee if where is not None else ())
    if not named:
        named = _named_later(reading, passage, sentence[1])
    return _made(reading, passage, quote_span(passage, sentence, cue), named or EVERYONE, sure)


def _core(reading: Reading, passage: Passage, where: Section | None) -> tuple[Span, Cue | None]:
    """The sentence that recommends and its cue; the first sentence where none has one."""
    every = _sentences(passage)
    for sentence in every:
        cue = _cue(reading, passage, sentence, where)
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


def _sentences(passage: Passage) -> list[Span]:
    return list(sentences(passage.text, passage.language)) or [(0, len(passage.text))]


def _last_sentence(passage: Passage) -> Span:
    return _sentences(passage)[-1]


def _cue(reading: Reading, passage: Passage, sentence: Span, where: Section | None) -> Cue | None:
    """The first words of a sentence by which the document itself recommends.

    In a recommending section an obligation is enough; elsewhere it takes a verb and the document's own voice, and a verb that merely
    urges counts only where a list follows.
    """
    text, language = passage.text, passage.language
    reported = shape(language, "reported").search(text, *sentence)
    for cue in cues(text, sentence, language):
        if reported is not None and reported.start() < cue.end:
            return None
        if cue.kind == "modal":
            if where is not None:
                return cue
            continue
        listing = _announces(passage, sentence)
        if _operative(reading, passage, sentence, cue):
            return cue
        strong = where is None and cue.kind == "urge" and not listing
        if _own_voice(reading, passage, (sentence[0], cue.start), where, strong=strong):
            return cue
    return None


def _operative(reading: Reading, passage: Passage, sentence: Span, cue: Cue) -> bool:
    """Whether a verb opens a numbered paragraph of a resolution («2. Also calls upon …»): the body that adopts it speaks."""
    numbered = reading.document.kind == "resolution" and passage.marker is not None
    return numbered and sentence[0] == 0 and cue.start <= _OPENING + 4


def _own_voice(reading: Reading, passage: Passage, span: Span, where: Section | None, *, strong: bool) -> bool:
    """Whether the words before a verb are the document's own voice: nobody else in a recommending section, else said to be so.

    ``strong``: only where a meeting or the paper itself speaks.
    """
    text, language = passage.text[max(span[0], span[1] - _NEAR) : span[1]], passage.language
    if has(text, language, "own"):
        return True
    official = reading.document.kind in ("report", "resolution") or where is not None
    if official and has(text, language, "bodies"):
        return True
    if strong:
        return False
    if has(text, language, "first_person") or _is_speaker(reading, text.strip()) or any(_is_speaker(reading, m.surface) for m in reading.in_span(passage, *span)):
        return True
    return where is not None and len(text.strip()) <= _OPENING


def _is_speaker(reading: Reading, name: str) -> bool:
    speaker = reading.document.speaker or ""
    return bool(speaker) and len(name) > 1 and (name in speaker or speaker in name)
