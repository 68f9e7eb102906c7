"""The words by which actors are known that no list names (data/languages/<code>/positions_actors.yaml). A language code in, patterns out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extract.language import Words, section
from extract.patterns import either, either_of
from extract.positions.pack.matching import written
from extract.positions.pack.words import position_words
from extract.sought import Sought

Patterns = tuple[str, ...]
# a word with a capital: no contraction («We’ve»), its possessive ending left out
CAPITAL = r"(?:(?!I['’]|[A-Z][a-z]*['’](?:ve|re|ll|d|m|t)\b)[A-Z](?:[\w-]|['’](?!s\b)(?=\w))*(?:\.(?=[A-Z]))?|[A-Z]\.|St\.)"


class ActorWords(Words):
    """Section ``positions_actors``; the keys are explained at the top of the file."""

    posts: dict[str, Patterns] = {}
    demonyms: dict[str, Patterns] = {}
    capitals: dict[str, Patterns] = {}
    short: dict[str, Patterns] = {}
    offices: Patterns = ()
    moves: str = ""
    articles: str = ""
    shapes: dict[str, str] = {}
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
    issuer: Patterns = ()
    own: str = ""
    resolved: str = ""
    posted: str = ""
    minister: str = ""
    gathered: str = ""
    brief: str = ""
    uttering: str = ""
    salutation: str = ""
    mission: str = ""
    label: str = ""
    address: str = ""
    behalf: str = ""
    programme: str = ""
    submitted: str = ""
    essay: str = ""
    dateline: str = ""
    judging: str = ""
    turn: str = ""
    standing: str = ""
    within: str = ""
    answer: str = ""
    question: str = ""
    speaks_for: Patterns = ()
    guest: str = ""
    briefing: str = ""
    own_page: str = ""
    released: str = ""
    parliaments: dict[str, str] = {}
    by_title: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class ActorPatterns:
    """The patterns of a language, compiled once."""

    states: dict[str, str]  # an adjective or capital in the words of the text: the state's code
    posts: tuple[tuple[str, Sought], ...]
    shape: dict[str, Sought]
    head: dict[str, Sought]
    titles: Sought
    starts: frozenset[str]
    never: frozenset[str]


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
    states = {one: code for named in (words.demonyms, words.capitals) for code, those in named.items() for one in those}
    patterns = {name: _filled(shape, words, speaking) for name, shape in words.shapes.items()}
    return ActorPatterns(
        states=states, posts=tuple((person, Sought(either_of(those))) for person, those in words.posts.items()),
        shape={name: Sought(pattern) for name, pattern in patterns.items()},
        head={kind: Sought(rf"\b(?:{either(heads)})\b") for kind, heads in words.heads.items()},
        titles=Sought(rf"\b(?:{either(words.titles)})\b"),
        starts=frozenset(words.starts), never=frozenset(one.casefold() for one in words.never),
    )  # fmt: skip


def _filled(shape: str, words: ActorWords, speaking: str) -> str:
    """A shape with the words of the language in the place of their names."""
    fillers = {
        "{offices}": either_of(words.offices), "{moves}": words.moves, "{kinds}": either_of(words.kinds), "{roles}": either_of(words.roles),
        "{bodies}": either_of(words.bodies), "{honorifics}": words.honorifics, "{adverbs}": words.adverbs, "{speaking}": speaking,
        "{articles}": words.articles, "{places}": words.places, "{small}": words.small,
        "{heads}": either(one for those in words.heads.values() for one in those),
        "{adjectives}": either(one for those in words.demonyms.values() for one in those),
        "{capitals}": either(one for those in words.capitals.values() for one in those), "{capital}": CAPITAL,
    }  # fmt: skip
    for _ in range(3):
        shape = shape.replace("{name}", words.shapes["name"])
        for name, filler in fillers.items():
            shape = shape.replace(name, filler)
    return shape
