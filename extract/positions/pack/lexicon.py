"""The words of a language, ready for use: matcher, holder patterns, target rules. A language code in, its lexicon out, made once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.patterns import NEVER, either_of
from extract.positions.pack.matching import Matcher, written
from extract.positions.pack.reply_words import ReplyRules
from extract.positions.pack.words import Patterns, PositionWords, TargetRule, position_words, target_words

SINGLE = ("first", "author", "third", "view", "theme", "titles", "qualities", "foreign", "labels", "implied", "letter", "alone")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is needed to read positions in a language."""

    language: str
    words: PositionWords
    rules: tuple[TargetRule, ...]
    elements: frozenset[str]
    matcher: Matcher
    quantified: tuple[tuple[str, re.Pattern[str]], ...]
    before: tuple[tuple[str, re.Pattern[str]], ...]
    after: tuple[tuple[str, re.Pattern[str]], ...]
    any_before: re.Pattern[str]
    any_after: re.Pattern[str]
    any_quantified: re.Pattern[str]
    list_mark: re.Pattern[str]
    closed_list: re.Pattern[str]
    list_end: re.Pattern[str]
    such_as: re.Pattern[str]
    numbered: re.Pattern[str]
    for_whom: re.Pattern[str]
    belonging: re.Pattern[str]
    apposition: re.Pattern[str]
    and_others: re.Pattern[str]
    not_before: re.Pattern[str]
    not_after: re.Pattern[str]
    not_group: re.Pattern[str]
    unsaid: re.Pattern[str]
    endorsing: re.Pattern[str]
    continuing: re.Pattern[str]
    leading: re.Pattern[str]
    passing: re.Pattern[str]
    demanding: re.Pattern[str]
    voting: re.Pattern[str]
    relative: re.Pattern[str]
    owning: re.Pattern[str]
    side_of: re.Pattern[str]
    predicate: re.Pattern[str]
    office: re.Pattern[str]
    seen_by: re.Pattern[str]
    sentence_end: re.Pattern[str]
    not_end: re.Pattern[str]
    anaphors: tuple[tuple[str, re.Pattern[str]], ...]
    tail: re.Pattern[str]
    variants: dict[int, str]  # as str.translate wants them
    replies: ReplyRules
    ballots: re.Pattern[str]
    adopting: re.Pattern[str]
    carried: re.Pattern[str]
    text_voted: re.Pattern[str]
    yes: re.Pattern[str]
    no: re.Pattern[str]
    told: re.Pattern[str]
    made_of: re.Pattern[str]
    companion: re.Pattern[str]
    agreeing: re.Pattern[str]
    copula: re.Pattern[str]
    musing: re.Pattern[str]
    rhetorical: re.Pattern[str]
    undecided: re.Pattern[str]
    closing: re.Pattern[str]
    envoy: re.Pattern[str]
    crowd: re.Pattern[str]
    governing: re.Pattern[str]
    stranger: re.Pattern[str]
    viewing: re.Pattern[str]
    among_them: dict[str, re.Pattern[str]]
    acting_with: dict[str, re.Pattern[str]]
    staffed: re.Pattern[str]


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; one without words finds nothing.

    Raises:
        DataError: a pattern of the data is wrong.
    """
    words, targets = position_words(language), target_words(language)
    style = words.bounds
    groups = {
        "cue": words.cues, "element": targets.elements, "noun": words.nouns, "pronoun": words.pronouns, "impersonal": words.impersonal,
        "unnamed": words.unnamed, "mark": {name: getattr(words, name) for name in SINGLE},
    }  # fmt: skip
    return Lexicon(
        language=language, words=words, rules=targets.targets, elements=frozenset(targets.elements),
        matcher=Matcher(groups, words.macros, style),
        quantified=tuple((name, _before(words, patterns, words.modifiers)) for name, patterns in words.quantifiers.items()),
        before=tuple((name, _before(words, patterns)) for name, patterns in words.before.items()),
        after=tuple((name, _plain(words, patterns)) for name, patterns in words.after.items()),
        any_before=_before(words, _all(words.before)), any_after=_plain(words, _all(words.after)),
        any_quantified=_before(words, _all(words.quantifiers), words.modifiers),
        list_mark=_whole(words, words.list_marks), closed_list=_plain(words, words.closed_lists), list_end=_plain(words, words.list_ends),
        such_as=_whole(words, words.such_as), numbered=_plain(words, words.numbered), for_whom=_whole(words, words.for_whom),
        belonging=_plain(words, words.belonging),
        apposition=_plain(words, words.appositions), and_others=_whole(words, words.and_others),
        not_before=_before(words, words.not_holders_before), not_after=_plain(words, words.not_holders_after),
        unsaid=_plain(words, words.unsaid),
        endorsing=_plain(words, words.endorsing), continuing=_plain(words, words.continuing),
        leading=_exact(words, words.leading), passing=_plain(words, words.passing),
        demanding=_exact(words, words.demanding), voting=_plain(words, words.voting),
        relative=_plain(words, words.relatives), side_of=_plain(words, words.side_of),
        owning=_plain(words, words.owning), predicate=_before(words, words.predicates),
        not_group=_before(words, words.not_groups_before), office=_plain(words, words.offices), seen_by=_plain(words, words.seen_by),
        sentence_end=_plain(words, words.sentence_ends), not_end=_before(words, words.not_ends),
        anaphors=tuple((name, _plain(words, patterns)) for name, patterns in {"person": words.he, **words.anaphors}.items()),
        replies=ReplyRules(words),
        ballots=_plain(words, words.ballots) if words.ballots else re.compile(NEVER),
        adopting=_exact(words, words.adopting), carried=_exact(words, words.carried),
        text_voted=_plain(words, words.texts) if words.texts else re.compile(NEVER),
        yes=_plain(words, words.yes), no=_plain(words, words.no),
        told=_before(words, words.told), made_of=_whole(words, words.made_of), companion=_plain(words, words.companions),
        agreeing=_plain(words, words.agreeing),
        copula=_plain(words, words.copulas), musing=_plain(words, words.musing), rhetorical=_plain(words, words.rhetorical),
        undecided=_plain(words, words.undecided), closing=_plain(words, words.closings),
        envoy=_exact(words, words.envoy.get("one", ())), crowd=_exact(words, words.envoy.get("several", ())),
        governing=_exact(words, words.governing), stranger=_exact(words, words.strangers), viewing=_plain(words, words.viewing),
        among_them={name: re.compile(words.among_them.get(name, NEVER)) for name in ("between", "after")},
        acting_with={name: re.compile(words.acting_with.get(name, NEVER)) for name in ("between", "after")},
        staffed=re.compile(rf"(?:{words.staffed})?\Z"),
        tail=re.compile(rf"(?:{words.tail})\Z" if words.tail else NEVER),
        variants={ord(one): usual for usual, others in words.variants.items() for one in others},
    )  # fmt: skip


def _plain(words: PositionWords, patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(either_of(written(pattern, words.macros, "none") for pattern in patterns), re.IGNORECASE)


def _all(patterns: dict[str, Patterns]) -> Patterns:
    return tuple(pattern for each in patterns.values() for pattern in each)


def _whole(words: PositionWords, patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{_plain(words, patterns).pattern})\Z", re.IGNORECASE) if patterns else re.compile(NEVER)


def _exact(words: PositionWords, patterns: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of which the capital letters count."""
    return re.compile(either_of(written(pattern, words.macros, "none") for pattern in patterns))


def _before(words: PositionWords, patterns: tuple[str, ...], between: str = "") -> re.Pattern[str]:
    """A pattern that must end where the holder begins."""
    return re.compile(rf"(?:{_plain(words, patterns).pattern}){between}\Z", re.IGNORECASE) if patterns else re.compile(NEVER)
