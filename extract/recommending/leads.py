"""Lead-ins: what a passage says of the list beneath it. A passage in; whether its items are recommended, and to whom, out."""

from __future__ import annotations

from dataclasses import dataclass

from extract.reading import Reading
from extract.recommending.addressees import addressees, addressees_of_heading
from extract.recommending.own_voice import COLON, announces, last_sentence, own_cue
from extract.recommending.sections import Section
from extract.recommending.words import has
from graph.records import Passage

_LONGEST = 40  # passages after a lead-in that may be its items


@dataclass(frozen=True, slots=True)
class Lead:
    """What a lead-in says of its items: that they are recommended (``urging``), a view that is reported (``view``), or nothing."""

    kind: str
    addressee: tuple[str, ...]
    clauses: bool = False  # each item is a clause with a subject of its own («recommends that:»)


def opens_list(reading: Reading, passage: Passage) -> bool:
    """Whether a list stands beneath a passage."""
    following = reading.passages[passage.ordinal + 1 : passage.ordinal + _LONGEST]
    if any(after.lead == passage.ordinal for after in following) or COLON.search(passage.text) is not None:
        return True
    return following[:1] != () and following[0].kind == "item" and following[0].lead is None and announces(passage, last_sentence(passage))


def lead_above(reading: Reading, passage: Passage, leads: dict[int, Lead]) -> Lead | None:
    """What was said of the list that the passage belongs to, or of the items right before it."""
    if passage.lead is not None:
        return leads.get(passage.lead)
    at = passage.ordinal
    while at > 0 and reading.passages[at].kind == "item" and reading.passages[at].lead is None and at not in leads:
        at -= 1
    return leads.get(at) if at != passage.ordinal and reading.passages[at].heading_path == passage.heading_path else None


def read_lead(reading: Reading, passage: Passage, where: Section | None, last: Lead | None, leads: dict[int, Lead]) -> Lead:
    """What a passage says of the items beneath it, by its last sentence."""
    sentence = last_sentence(passage)
    text = passage.text[sentence[0] : sentence[1]]
    language = passage.language
    cue = own_cue(reading, passage, sentence, where)
    above = lead_above(reading, passage, leads)
    if cue is not None:
        named = addressees(reading, passage, sentence, cue)
        if not named and last is not None and has(text, language, "further"):
            named = last.addressee
        return Lead("urging", named or (above.addressee if above is not None else ()), not named and has(text, language, "clauses"))
    if has(text, language, "reported") or has(text, language, "views"):
        return Lead("view", ())
    if has(text, language, "announce") and where is not None:
        return Lead("urging", ())
    urged = where is not None or (last is not None and last.kind == "urging")
    spoken_to = addressees_of_heading(text.rstrip(" :："), language) if urged else ()
    if spoken_to:
        return Lead("urging", spoken_to)
    return above if above is not None else Lead("", ())


def names_topics(reading: Reading, passage: Passage, where: Section | None) -> bool:
    """Whether a lead-in is a recommendation itself: it tells someone to consider the topics beneath, and does not go on with an earlier list."""
    sentence = last_sentence(passage)
    cue = own_cue(reading, passage, sentence, where)
    if cue is None or where is None or not has(passage.text[cue.start : sentence[1]], passage.language, "consider"):
        return False
    return passage.marker is not None or bool(addressees(reading, passage, sentence, cue))
