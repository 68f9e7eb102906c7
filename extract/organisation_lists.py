"""Names of organisations as lists and logos give them. A passage's text in; the spans of single names, and the parties they are, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from pydantic import Field

from extract.citations.words import choice
from extract.language import Words, languages, section
from extract.names import load_names
from graph.records import Party, Passage
from graph.sourcemap import Span

KINDS = ("Coalition", "InternationalOrganization", "Institution", "NGO")
SEPARATOR = re.compile(r"[、,，;；•·|]|\s[–—-]\s")
BRACKET = r"\s*[（(][^（）()]*[)）]"
LOGO = re.compile(r"\s*\*\*[a-z]+\*\*\s+(?=\S)")  # the letters of a logo, read as a word, before the name
LONGEST_NAME, MOST_WORDS, JOINED = 160, 22, 4


class SignatureWords(Words):
    """data/languages/<code>/signatures.yaml; every key is explained there."""

    joint_titles: tuple[str, ...] = ()
    signatory_headings: tuple[str, ...] = ()
    contributor_headings: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    slogans: tuple[str, ...] = ()
    kinds: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    issued_before: tuple[str, ...] = ()
    issued_after: tuple[str, ...] = ()
    published_by: tuple[str, ...] = ()
    signed_by: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    signatory_leads: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()


@cache
def signing(name: str) -> str:
    """A regular expression for the words of a key, of all languages."""
    return choice(word for code in languages() for word in getattr(section(code, "signatures", SignatureWords), name))


@cache
def _kind_words(kind: str) -> str:
    return choice(word for code in languages() for word in section(code, "signatures", SignatureWords).kinds.get(kind, ()))


def organisation(surface: str, language: str) -> Party:
    """The known entity of that name, else an organisation of the kind that a word in its name tells (NGO where none does)."""
    plain = re.sub(r"\*+", "", surface)
    for form in (plain, re.sub(BRACKET + "$", "", plain), *re.findall(r"[（(]([^（）()]+)[)）]$", plain)):
        for code in dict.fromkeys((language, *languages())):
            if (entity := load_names().identify(form, code)) is not None:
                return Party(entity.kind, entity.id, surface)
    kind = next((kind for kind in KINDS if re.search(_kind_words(kind), plain)), "NGO")
    return Party(kind, None, surface)


def is_whole(name: str, language: str) -> bool:
    """A known name, or one that ends as names of organisations do."""
    return organisation(name, language).id is not None or re.search(rf"{signing('endings')}(?:{BRACKET})?$", name) is not None


def split_names(passage: Passage) -> tuple[Span, ...]:
    """The names of a list: divided at its separators, but not within a name («联合国教育、科学及文化组织») or within brackets."""
    text, spans = passage.text, _fragments(passage.text)
    names: list[Span] = []
    at = 0
    while at < len(spans):
        start, end = spans[at]
        step = 1
        if not is_whole(text[start:end], passage.language) and re.match(signing("openings"), text[start:end]):
            wholes = (n for n in range(2, JOINED + 1) if at + n <= len(spans) and is_whole(text[start : spans[at + n - 1][1]], passage.language))
            step = next(wholes, 1)
        names.extend(_divided(text, start, spans[at + step - 1][1], passage.language))
        at += step
    return tuple(names)


def listed_names(passage: Passage) -> tuple[Span, ...]:
    """The names of a passage that is a list of organisations: most are whole names, or all look like names. Nothing for any other passage."""
    names = split_names(passage)
    pieces = [passage.text[start:end] for start, end in names]
    if len(names) < 2 or re.search(r"[.。]\s*$", passage.text):
        return ()
    whole = sum(is_whole(piece, passage.language) for piece in pieces)
    looks = _is_row(passage.text, names) and all(is_proper(piece) for piece in pieces)
    return names if looks or 2 * whole > len(names) else ()


def _is_row(text: str, names: tuple[Span, ...]) -> bool:
    """Separators that do not stand within a name; commas do, so three names are wanted of these."""
    between = "".join(text[low:high] for (_, low), (high, _) in pairwise(names))
    return re.search(r"[;；、•|]", between) is not None or len(names) > 2


def is_proper(piece: str) -> bool:
    """Capitalised as names are; or short, in a script without capitals."""
    words = [word for word in re.findall(r"[^\W\d_]+", piece) if len(word) > 3 or word[0].isupper()]
    if not piece.isascii() and not re.match(r"[A-Za-zÀ-ÿ]", piece):
        return len(piece) <= MOST_WORDS
    return 0 < len(words) <= 9 and all(word[0].isupper() for word in words) and piece[0].isupper()


def _fragments(text: str) -> list[Span]:
    edges, depth_at = [0], [m.span() for m in re.finditer(BRACKET, text)]
    for separator in SEPARATOR.finditer(text):
        if not any(low <= separator.start() < high for low, high in depth_at):
            edges += [separator.start(), separator.end()]
    edges.append(len(text))
    pieces = [_trimmed(text, edges[n], edges[n + 1]) for n in range(0, len(edges), 2)]
    return [(start, end) for start, end in pieces if end > start]


def _divided(text: str, start: int, end: int, language: str) -> Iterator[Span]:
    """At a conjunction that has a whole name on either side; one at the start of the last name goes."""
    lead = re.match(rf"{signing('conjunctions')}\s+", text[start:end])
    start += lead.end() if lead else 0
    if organisation(text[start:end], language).id is None:
        for match in re.finditer(signing("conjunctions"), text[start:end]):
            left, right = text[start : start + match.start()].strip(), text[start + match.end() : end].strip()
            if len(right) >= 4 and is_whole(left, language) and is_whole(right, language):
                yield _trimmed(text, start, start + match.start())
                yield from _divided(text, *_trimmed(text, start + match.end(), end), language)
                return
    yield start, end


def logo_name(passage: Passage) -> Span | None:
    """The name in a block of a logo: without the letters read off it and its slogan. ``None`` for what cannot be a name."""
    text = passage.text
    lead = LOGO.match(text)
    low, stop = lead.end() if lead else 0, len(text.rstrip())
    slogan = re.compile(rf"\s(?={signing('slogans')}\s[^.!]*[.!])(?:[^.!]+[.!]\s*)+$").search(text, low, stop)
    start, end = _trimmed(text, low, slogan.start() if slogan else stop)
    name = text[start:end]
    sentence = re.search(r"[.。!?！？]\s*$", text[:stop]) is not None and slogan is None and (not name.isascii() or len(name.split()) > 3)
    if (
        sentence
        or re.search(r"[:：]", name)
        or not 2 < end - start <= LONGEST_NAME
        or len(name.split()) > MOST_WORDS
        or re.search(r"https?://|!\[", name)
    ):
        return None
    return start, end


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), max(start, start + len(piece.rstrip(" \n\t.。")))
