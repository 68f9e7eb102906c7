"""By which shorter forms the names of a text come back: surnames, acronyms, «the Committee». Passages and found names in, names out; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.patterns import places_of
from extract.positions.pack.actor_words import ActorPatterns, actor_patterns
from graph.records import Mention, Passage

Mentions = tuple[Mention, ...]
Aliases = dict[str, dict[str, Mention | None]]  # by language and form; none where two names share it
_APART, _APART_BEHIND = re.compile(r"(?<![\w-])"), re.compile(r"(?![\w-])")
_SHORTEST = 3  # letters of a surname or acronym that is looked for again


def aliases_of(passages: Sequence[Passage], found: Sequence[Mentions]) -> Aliases:
    """By language, the shorter forms under which the found names come back; none where two share a form."""
    aliases: Aliases = {}
    for passage, mentions in zip(passages, found, strict=True):
        patterns = actor_patterns(passage.language)
        if patterns is None:
            continue
        known = aliases.setdefault(passage.language, {})
        for mention in mentions:
            if mention.entity is not None and mention.kind in ("Person", "NGO", "Institution", "Coalition"):
                for form in _forms(patterns, passage.text, mention):
                    other = known.setdefault(form, mention)
                    if other is not None and not _same(other, mention):
                        known[form] = None
    return aliases


def _same(one: Mention, other: Mention) -> bool:
    return one.entity == other.entity or (one.kind == other.kind == "Person" and one.surface.split()[-1:] == other.surface.split()[-1:])


def _forms(patterns: ActorPatterns, text: str, mention: Mention) -> Iterator[str]:
    words = mention.surface.removeprefix("The ").removeprefix("the ").split()
    yield " ".join(words)
    if mention.kind == "Person":
        if len(words) > 1 and len(words[-1]) >= _SHORTEST:
            yield words[-1]
        return
    if (acronym := re.match(r" \((?:the )?[“\"]?([A-Z][\w’-]*[A-Z]\w*)[”\"]?\)", text[mention.end :])) is not None:
        yield acronym[1]
    if len(words) > 1 and words[0] not in patterns.starts and any(heads.fullmatch(words[-1]) for heads in patterns.head.values()):
        short = " ".join(words[:-1])
        if short.casefold() not in patterns.never and short not in patterns.states and not re.search(r" (?:of|for|on|and|the|against)$", short):
            yield short
    of_what = re.match(r"(?:.*? )??(\w+) (?:of|on|for) ", " ".join(words))
    for noun in ((words[-1],) if len(words) > 2 else ()) + ((of_what[1],) if of_what is not None else ()):
        if f"the {noun}".casefold() not in patterns.never and any(heads.fullmatch(noun) for heads in patterns.head.values()):
            yield from _definite(noun)


def _definite(noun: str) -> Iterator[str]:
    """How a body is called by the noun of its name alone."""
    yield from (f"{article} {word}" for article in ("the", "The") for word in (noun, noun.lower()))


def found_again(passage: Passage, aliases: Aliases) -> Iterator[Mention]:
    """The names of a passage that come back in one of their shorter forms."""
    for form, mention in aliases.get(passage.language, {}).items():
        if mention is not None:
            for start in places_of(form, passage.text, _APART, _APART_BEHIND):
                yield Mention(start, start + len(form), mention.kind, mention.entity, form)
