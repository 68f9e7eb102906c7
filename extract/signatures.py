"""SIGNED and CONTRIBUTED_TO: who issues, signs and contributes to a document, or to one it cites. A reading in, claims out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from extract.citations import cited_documents
from extract.citations.found import sentence_span
from extract.citations.unite import Citation
from extract.organisation_lists import is_proper, is_whole, listed_names, logo_name, organisation, signing
from extract.patterns import either
from extract.reading import Reading, extractor, party
from extract.who.name_shapes import find_names
from extract.who.words import words_for
from graph.records import Claim, Mention, Party, Passage, Skipped
from graph.sourcemap import Span

ORGANISATIONS = {"NGO", "InternationalOrganization", "Institution", "Coalition"}
SECTIONS = {"SIGNED": ("signatories", "signatory_headings"), "CONTRIBUTED_TO": ("contributors", "contributor_headings")}
NEAR, BESIDE = 45, 16


@extractor("signatures")
def read_signatures(reading: Reading) -> Iterator[Claim | Skipped]:
    """The issuers in a joint statement's head, the lists of signatories and contributors, the issuers and signatories of cited documents."""
    yield from _read_head(reading)
    for relation, (locator, headings) in SECTIONS.items():
        for passage in reading.passages:
            if _is_under(passage, locator, headings):
                yield from _read_listed(reading, passage, relation)
    yield from _read_beneath_leads(reading)
    for citation in cited_documents(reading):
        yield from _read_issuer(reading, citation)


def _read_beneath_leads(reading: Reading) -> Iterator[Claim]:
    """The names, one a passage, right after a line that says who signs («Endorsed by the following organizations:»)."""
    listing = False
    for passage in reading.passages:
        if _lead().fullmatch(passage.text) is not None:
            listing = True
        elif listing and not _is_under(passage, *SECTIONS["SIGNED"]):
            name = logo_name(passage) if passage.kind != "heading" or passage.marker is not None else None
            listing = name is not None and _is_signer(passage.text[slice(*name)], passage.language)
            if listing and name is not None:
                yield _claim(reading, passage, "SIGNED", name, 0.85)


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"[\W_]*{signing('signatory_leads')}[\W_]*", re.IGNORECASE)


def _is_signer(name: str, language: str) -> bool:
    """A known organisation, or a short name in capitals without the commas of a person's entry."""
    known = organisation(name, language)
    return (known.id is not None and known.kind in ORGANISATIONS) or (known.id is None and is_proper(name) and re.search(r"[,，.;；]", name) is None)


def _read_head(reading: Reading) -> Iterator[Claim]:
    """The line of names beneath the title of a joint statement."""
    head = [passage for passage in reading.passages if passage.kind == "title" or passage.locator.split()[0] == "head"]
    if not any(re.search(signing("joint_titles"), passage.text, re.I) for passage in head):
        return
    for passage in head:
        for span in listed_names(passage):
            whole = is_whole(passage.text[span[0] : span[1]], passage.language)
            yield _claim(reading, passage, "SIGNED", span, 0.93 if whole else 0.8)


def _is_under(passage: Passage, locator: str, headings: str) -> bool:
    if passage.kind == "title" or (passage.kind == "heading" and passage.marker is None):  # numbered headings may be the items of a list
        return False
    return (passage.heading_path != () and _heads(passage.heading_path[-1], headings)) or passage.locator.split()[0] == locator


@lru_cache(maxsize=64)  # asked about for every passage below it
def _heads(heading: str, headings: str) -> bool:
    return re.fullmatch(rf"[\W\d]*{signing(headings)}\W*", heading, re.I) is not None


def _read_listed(reading: Reading, passage: Passage, relation: str) -> Iterator[Claim | Skipped]:
    """One name a passage (a logo, a list item), or a list of names in one."""
    if passage.kind != "title" and _is_person(passage):
        yield Skipped(f"{passage.document} {passage.locator}", "signed by a person, not an organisation", passage.text[:80])
    elif names := listed_names(passage):
        for span in names:
            yield _claim(reading, passage, relation, span, 0.9)
    elif (name := logo_name(passage)) is not None:
        yield _claim(reading, passage, relation, name, 0.9)
    elif re.fullmatch(rf"[^.。]{{0,60}}{signing('signatory_leads')}[\W_]*", passage.text, re.I) is None:
        yield Skipped(f"{passage.document} {passage.locator}", "no name of an organisation in a list of such", passage.text[:80])


def _is_person(passage: Passage) -> bool:
    """An entry that begins with a person's name («Dr. X, University of Y»)."""
    before = rf"(?:(?:{either(words_for(passage.language).before)})\s+)*"
    return (
        any(re.fullmatch(rf"[\W_]*{before}", passage.text[:start]) for start, _, _ in find_names(passage))
        and organisation(passage.text, passage.language).id is None
    )


def _claim(reading: Reading, passage: Passage, relation: str, span: Span, confidence: float) -> Claim:
    subject = organisation(passage.text[span[0] : span[1]], passage.language)
    own = Party("Document", f"doc:{reading.document.id}")
    return reading.claim(passage, relation, subject, own, span, method="signatures:list", confidence=confidence)


def _read_issuer(reading: Reading, citation: Citation) -> Iterator[Claim]:
    """The organisation that published or signed a cited document, where the words beside its title say so."""
    passage, found = citation.passage, citation.found
    low, high = sentence_span(passage.text, found.start)
    mentions = [m for m in reading.in_span(passage, low, high) if m.kind in ORGANISATIONS]
    for mention, role in _beside(passage.text, mentions, citation, high):
        span = (min(mention.start, found.start), max(mention.end, found.end))
        target = Party("Document", found.id, passage.text[found.start : found.end])
        yield reading.claim(passage, "SIGNED", party(mention), target, span, role=role, method="signatures:cited", confidence=0.8)


def _beside(text: str, mentions: list[Mention], citation: Citation, high: int) -> Iterator[tuple[Mention, str | None]]:
    found = citation.found
    before = [m for m in mentions if m.end <= found.start]
    if before and _published(text[before[-1].end : found.start], text[found.end : high]):
        yield before[-1], "issuer"
    after = [m for m in mentions if m.start >= found.end]
    if after and re.fullmatch(rf"[”\"»]?,?\s*{signing('published_by')}\s*", text[found.end : after[0].start]):
        yield after[0], "issuer"
    if signed := re.compile(rf"[^.。]{{0,{NEAR}}}?{signing('signed_by')}").match(text, found.end):
        yield from ((m, None) for m in _row(text, after, signed.end()))


def _published(between: str, behind: str) -> bool:
    """«X가 2019년 발표한 「…」»: a verb of publishing and little else between the name and the title; or behind the title."""
    if re.search(r"[,，;；。.]", between) or len(between) > NEAR:
        return False
    verb = re.search(rf"{signing('issued_before')}[^,，]{{0,{BESIDE}}}$", between)
    return verb is not None or re.match(rf"[^.。]{{0,6}}?{signing('issued_after')}", behind) is not None


def _row(text: str, mentions: list[Mention], at: int) -> Iterator[Mention]:
    """The names that follow one another from ``at``, with no more than a separator between them."""
    for mention in mentions:
        if not re.fullmatch(rf"[\s,，、;]*(?:{signing('conjunctions')}\s*)?(?:the\s+)?", text[at : mention.start]):
            return
        yield mention
        at = mention.end
