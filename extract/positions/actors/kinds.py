"""What kind of actor a name is, by its words and their neighbours. Text and the place of a name in, the kind out; pure."""

from __future__ import annotations

import re

from extract.positions.pack.actor_words import ActorPatterns

_TITLE_CASE = re.compile(r"[A-Z][a-z]+[A-Z]|[A-Z]{3,}")  # «AeroWorks», «VAKM»
_FIRST = re.compile(r"[\w’'-]+\.? ?")
_SMALL = re.compile(r" ?(?:[a-z&]+ )+| ")
_FULL_NAME = 3  # words of a person's name
_REACH = 60  # characters before a name that tell what it is the name of


def trimmed(patterns: ActorPatterns, text: str, start: int, end: int) -> tuple[int, int]:
    """A name without the words that only begin a sentence."""
    while (first := _FIRST.match(text, start, end)) is not None and first[0].strip() in patterns.starts:
        start = first.end()
    if (paper := patterns.titles.match(text, start, end)) is not None:
        start = paper.end()
    if (title := patterns.shape["honorific"].match(text, start, end)) is not None:
        start = title.end()
    small = _SMALL.match(text, start, end)
    return small.end() if small is not None else start, end


def kind_of(patterns: ActorPatterns, text: str, start: int, end: int) -> str | None:
    """NGO, Institution or Person, where the words or their neighbours say so."""
    name, left = text[start:end], max(0, start - _REACH)
    before = text[left:start]
    words = name.split()
    if (
        name in patterns.states
        or name.casefold() in patterns.never
        or all(word.casefold() in patterns.never for word in words)
        or patterns.titles.within(text, start, end)
        or patterns.shape["portfolio_before"].within(text, left, start)  # «the Minister for X»
    ):
        return None
    honorific = patterns.shape["honorific"]
    if honorific.may_match(text) and any(match.end() == len(before) for match in honorific.pattern.finditer(before)):
        return "Person"
    opens = not before.strip() or before.rstrip()[-1:] in ".!?:\n"
    subject = patterns.shape["verb_after"].match(text, end) is not None
    if (kind := _organisation(patterns, text, start, end)) is not None and (len(words) > 1 or subject):
        return kind
    if patterns.shape["place_before"].within(text, left, start):
        return None
    told = patterns.shape["role_told"].match(text, end) is not None  # «N, then special rapporteur, …»
    if told or patterns.shape["role_before"].within(text, left, start) or patterns.shape["role_after"].match(text, end):
        return "Person" if len(words) > 1 or not opens or told else None
    if not subject and not patterns.shape["said_before"].within(text, left, start):
        return None
    if 1 < len(words) <= _FULL_NAME and "agent_before" in patterns.shape and patterns.shape["agent_before"].within(text, left, start):
        return "Person"  # «was rejected by N N»
    if len(words) == 1:
        if opens and (name.endswith(("s", "ing", "ion", "ment", "ity", "ers", "ly")) or not patterns.shape["verb_after"].match(text, end)):
            return None
        return "NGO" if _TITLE_CASE.match(name) else "Person" if subject else None
    return ("NGO" if any(_TITLE_CASE.match(word) for word in words) else "Person") if len(words) <= 4 and subject else None


def _organisation(patterns: ActorPatterns, text: str, start: int, end: int) -> str | None:
    for kind, heads in patterns.head.items():
        if heads.within(text, start, end):
            return kind
    if re.search(r" (?:for|against|without) ", text[start:end]):
        return "NGO"
    left = max(0, start - _REACH)
    if patterns.shape["kind_before"].within(text, left, start) and not patterns.shape["role_before"].within(text, left, start):
        return "NGO"
    return "NGO" if patterns.shape["kind_after"].match(text, end) else None
