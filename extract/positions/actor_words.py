"""The words by which actors are known that no list names: what data/languages/<code>/positions_actors.yaml may say. A language code in, patterns out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.language import Words, section
from extract.patterns import either, either_of
from extract.positions.matching import written
from extract.positions.words import position_words

Patterns = tuple[str, ...]


class ActorWords(Words):
    """Section ``positions_actors``; the keys are explained at the top of the file."""

    demonyms: dict[str, Patterns] = {}
    capitals: dict[str, Patterns] = {}
    offices: Patterns = ()
    moves: str = ""
    adverbs: str = ""
    heads: dict[str, Patterns] = {}
    bodies: Patterns = ()
    kinds: Patterns = ()
    roles: Patterns = ()
    honorifics: str = ""
    starts: Patterns = ()
    never: Patterns = ()
    titles: Patterns = ()
    places: str = ""
    small: str = ""
    byline: Patterns = ()
    closing: Patterns = ()
    house: Patterns = ()
    own: str = ""
    turn: str = ""
    answer: str = ""
    question: str = ""
    speaks_for: Patterns = ()


@dataclass(frozen=True, slots=True)
class ActorPatterns:
    """The patterns of a language, compiled once."""

    states: dict[str, str]  # an adjective or capital in the words of the text: the state's code
    name: re.Pattern[str]
    body: re.Pattern[str]
    adjective: re.Pattern[str]
    capital: re.Pattern[str]
    head: dict[str, re.Pattern[str]]
    kind_before: re.Pattern[str]
    kind_after: re.Pattern[str]
    role_before: re.Pattern[str]
    role_after: re.Pattern[str]
    honorific: re.Pattern[str]
    verb_after: re.Pattern[str]
    said_before: re.Pattern[str]
    office_before: re.Pattern[str]
    office_after: re.Pattern[str]
    starts: frozenset[str]
    never: frozenset[str]
    titles: re.Pattern[str]
    place_before: re.Pattern[str]


@cache
def actor_words(language: str) -> ActorWords:
    """The section ``positions_actors`` of a language."""
    return section(language, "positions_actors", ActorWords)


@cache
def actor_patterns(language: str) -> ActorPatterns | None:
    """The patterns of a language; none for one without the section.

    Raises:
        DataError: the section breaks its shape.
    """
    words, stance = actor_words(language), position_words(language)
    speaking = either_of(written(pattern, stance.macros, "none") for pattern in stance.speaking)
    if not words.heads:
        return None
    capital = r"(?:[A-Z](?:[\w-]|['’](?!s\b)(?=\w))*(?:\.(?=[A-Z]))?|[A-Z]\.|St\.)"
    name = rf"{capital}(?:(?: (?:(?:of|for)(?: the)?|{words.small}))? {capital}){{0,7}}"
    offices, kinds, roles = either_of(words.offices), either_of(words.kinds), either_of(words.roles)
    others = rf"(?:(?:, {name})* and {name})?"
    aside = others + r"(?:,? \([^()]{2,60}\)|, (?!and )[^.;:“”\"]{2,90},)?"
    article = r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ne|[Oo]ur|[Hh]is|[Hh]er|[Mm]y|[Aa]nother|[Ss]ister|[Ff]ellow)"
    states = {one: code for named in (words.demonyms, words.capitals) for code, those in named.items() for one in those}
    return ActorPatterns(
        states=states,
        name=re.compile(rf"(?<![\w@#/-]){name}"),
        body=re.compile(rf"(?:\b[Tt]he )?\b(?:{either_of(words.bodies)}) (?:of|for|at|in) (?:the )?{name}"),
        adjective=re.compile(rf"(?:\b[Tt]he |\b[Aa]n? )?\b({either(one for those in words.demonyms.values() for one in those)}) (?:[\w-]+ ){{0,2}}?(?:{offices}|{words.moves})(?!\w)"),
        capital=re.compile(rf"\b({either(one for those in words.capitals.values() for one in those)})(?= {words.adverbs}(?:{speaking}))"),
        head={kind: re.compile(rf"\b(?:{either(heads)})\b") for kind, heads in words.heads.items()},
        kind_before=re.compile(rf"(?:^|\b(?:{article}|[Oo]f|[Bb]y|[Aa]t|[Aa]nd)|[,“”\"] ?) ?(?:[\w’'-]+ )?(?:{kinds}),? \Z"),
        kind_after=re.compile(rf"(?:, | \()(?:an?|the|its|our|one of|which|whose|based)\b (?:[\w-]+ ){{0,3}}?(?:{kinds})\b(?!['’])"),
        role_before=re.compile(rf"(?:{article}|['’]s?|,|[Bb]y|of|and) (?:{roles}),? \Z|\b{words.honorifics} \Z"),
        role_after=re.compile(rf", (?:an?|the|its|their|our|his|her|who|now|then|[A-Z][\w’'-]+['’]s|(?:the |an? |its )?(?:[\w-]+ ){{0,3}}?(?:{roles}))\b(?! (?:[\w-]+ ){{0,3}}(?:{kinds})\b)"),
        honorific=re.compile(rf"(?<![\w])(?:the |The )?{words.honorifics} "),
        verb_after=re.compile(rf"{aside},? {words.adverbs}(?:{speaking})"),
        said_before=re.compile(r"(?:\b(?:said|says|say|argued|argues|added|adds|wrote|writes|warned|warns|asked|insisted|according to|told|explained|replied|by|for|like|including|and)|, as) \Z"),
        office_before=re.compile(rf"(?:\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Ii]ts) )?(?:\b(?:(?!of |by |to |from |with |for |and |in |that |at |on |as )[a-z-]+ ){{0,2}})?\b(?:{offices}|spokes\w+|director|chair|chairman|president|head) (?:of|from|for) (?:the )?\Z"),
        office_after=re.compile(rf"['’]s? (?:(?:[a-z-]+|UN|EU) ){{0,2}}?(?:{offices})(?![\w-])(?! (?:of|for)\b)"),
        starts=frozenset(words.starts), never=frozenset(one.casefold() for one in words.never),
        titles=re.compile(rf"\b(?:{either(words.titles)})\b"), place_before=re.compile(rf"\b(?:{words.places}) \Z", re.IGNORECASE),
    )  # fmt: skip
