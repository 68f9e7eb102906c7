"""The words by which positions are read: what data/languages/<code>/positions*.yaml may say. A language code in, checked words out."""

from __future__ import annotations

from functools import cache
from typing import Literal

from extract.language import Words, section

Patterns = tuple[str, ...]
TargetKind = Literal["nominal", "law", "inverse", "clause", "building", "pledge", "claim", "view", "theme"]


class ReplyRule(Words):
    """An answer that names no proposal: what it says (neither: against the last two proposals), and what stands before and after who gives it."""

    says: Literal["same", "other", "member", "neither", "+", "-", "~"]
    before: str = ""
    after: str = ""
    vote: bool = False  # on what was voted on last
    beside: bool = False  # what is said by whoever is named in it


class PositionWords(Words):
    """Section ``positions``: how a language says who holds what; the keys are explained at the top of each file."""

    macros: dict[str, str] = {}
    joined: bool = False
    bounds: Literal["words", "blanks", "none"] = "words"
    sentence_ends: Patterns = ()
    not_ends: Patterns = ()
    cues: dict[str, Patterns] = {}
    before: dict[str, Patterns] = {}
    after: dict[str, Patterns] = {}
    quantifiers: dict[str, Patterns] = {}
    modifiers: str = ""
    nouns: dict[str, Patterns] = {}
    bare: Patterns = ()
    bare_roles: Patterns = ()
    he: Patterns = ()
    tail: str = ""
    anaphors: dict[str, Patterns] = {}
    pronouns: dict[str, Patterns] = {}
    impersonal: dict[str, Patterns] = {}
    endorsing: Patterns = ()
    continuing: Patterns = ()
    leading: Patterns = ()
    passing: Patterns = ()
    demanding: Patterns = ()
    voting: Patterns = ()
    first: Patterns = ()
    author: Patterns = ()
    third: Patterns = ()
    view: Patterns = ()
    theme: Patterns = ()
    surnames: Patterns = ()
    organs: Patterns = ()
    not_organs: Patterns = ()
    state_organs: Patterns = ()
    bare_organs: Patterns = ()
    offices: Patterns = ()
    seen_by: Patterns = ()
    not_groups_before: Patterns = ()
    objects: str = ""
    envoys: Patterns = ()
    workplaces: str = ""
    sides: str = ""
    name_stops: Patterns = ()
    counted: Patterns = ()
    roles: Patterns = ()
    not_persons: Patterns = ()
    titled: Patterns = ()
    name_openings: Patterns = ()
    beside_names: Patterns = ()
    speaking: Patterns = ()
    letter: Patterns = ()
    alone: Patterns = ()
    variants: dict[str, str] = {}
    such_as: Patterns = ()
    numbered: Patterns = ()
    for_whom: Patterns = ()
    belonging: Patterns = ()
    appositions: Patterns = ()
    and_others: Patterns = ()
    list_marks: Patterns = ()
    also: Patterns = ()
    closed_lists: Patterns = ()
    list_ends: Patterns = ()
    not_holders_before: Patterns = ()
    not_holders_after: Patterns = ()
    unsaid: Patterns = ()
    relatives: Patterns = ()
    titles: Patterns = ()
    qualities: Patterns = ()
    foreign: Patterns = ()
    labels: Patterns = ()
    grammar: float = 0.0
    doubt: float = 1.0
    siding: dict[str, Literal["+", "-"]] = {}
    side_of: Patterns = ()
    owning: Patterns = ()
    predicates: Patterns = ()
    cited: Patterns = ()
    of_treaties: Patterns = ()
    verb_last: bool = False
    focused: bool = False
    sure: float = 0.5
    replies: tuple[ReplyRule, ...] = ()
    ballots: Patterns = ()
    adopting: Patterns = ()
    carried: Patterns = ()
    texts: Patterns = ()
    voted_on: str = ""
    resolving_line: str = ""
    yes: Patterns = ()
    no: Patterns = ()
    implied: Patterns = ()
    musing: Patterns = ()
    rhetorical: Patterns = ()
    undecided: Patterns = ()
    dropped: Patterns = ()
    preconditions: Patterns = ()
    armed: str = ""
    by_name: bool = False
    past: Patterns = ()
    leaves_out: bool = False
    told: Patterns = ()
    made_of: Patterns = ()
    companions: Patterns = ()
    acting_with: dict[str, str] = {}
    staffed: str = ""
    agreeing: Patterns = ()
    copulas: Patterns = ()
    speaks_up: Patterns = ()
    organs_of: Patterns = ()
    closings: Patterns = ()
    envoy: dict[str, Patterns] = {}
    hearsay: Patterns = ()
    governing: Patterns = ()
    strangers: Patterns = ()
    viewing: Patterns = ()
    unnamed: dict[str, Patterns] = {}
    among_them: dict[str, str] = {}


class TargetRule(Words):
    """One way to name proposals: the element ``head``, the ``needs`` (one of each group) within reach, none of ``without`` beside it.

    A head inside one of the elements ``outside`` names nothing («a weapon without human control»); the words of ``lent`` elements still say
    what is done to the target («voted for the resolution»).
    """

    to: tuple[str, ...]
    head: str
    needs: tuple[tuple[str, ...], ...] = ()
    within: int = 40
    without: tuple[str, ...] = ()
    beside: int = 12
    outside: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    reach: int = 4
    lent: tuple[str, ...] = ()
    order: Literal["any", "before", "after"] = "any"
    kind: TargetKind = "nominal"


class TargetWords(Words):
    """Section ``positions_targets``: the elements that targets are made of, and the rules that make targets of them."""

    elements: dict[str, Patterns] = {}
    targets: tuple[TargetRule, ...] = ()


@cache
def position_words(language: str) -> PositionWords:
    """The section ``positions`` of a language."""
    return section(language, "positions", PositionWords)


@cache
def target_words(language: str) -> TargetWords:
    """The section ``positions_targets`` of a language."""
    return section(language, "positions_targets", TargetWords)
