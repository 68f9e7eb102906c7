"""Whole lists of participants in one sentence: «A, B and C also took part», «it was attended by A, B and C». A sentence in; claims out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.language import section
from extract.lists import Item, ListWords, split_list
from extract.meeting.items import item_party, knows
from extract.meeting.words import kind_of, meeting_words, role_of, roles_in
from extract.organisation_lists import organisation
from extract.patterns import either, either_of
from extract.reading import Finding, Reading
from graph.records import Party, Passage
from graph.sourcemap import Span

ACTORS = frozenset({"State", "NGO", "InternationalOrganization", "Institution", "Coalition", "Person"})


def read_whole_list(reading: Reading, passage: Passage, span: Span, event: Party) -> Iterator[Finding]:
    """«A, B and C also took part», «it was attended by A, B and C»: the words before the verb, or behind it, are a list of names."""
    for (start, end), told in _list_spans(passage, span):
        items = split_list(passage.text, (start, end), passage.language, knows(passage.language))
        around = f"{passage.text[span[0] : start]} {passage.text[end : span[1]]}"  # names in the list tell no class
        bodies, states, _ = roles_in(around, passage.language)
        actors = [(item, _actor(passage, item, bodies)) for item in items]
        if not _are_names(passage, actors, told=told):
            continue
        for item, actor in actors:
            role = role_of(actor, bodies if actor.kind != "State" else None, states)
            sure = 0.85 if actor.id is not None else 0.75
            yield reading.claim(
                passage, "PARTICIPATED_IN", actor, event, (item.start, item.end), method="participants:named", confidence=sure, role=role
            )
        return


def _list_spans(passage: Passage, span: Span) -> Iterator[tuple[Span, bool]]:
    """Where the list of a sentence may stand, and whether words of delegates or attendance say that it is one."""
    words, text = meeting_words(passage.language), passage.text[span[0] : span[1]]
    delegates = either_of(words.represented)
    for passive in re.finditer(either_of(words.attended_by), text):
        opening = re.match(rf"\s*(?:{delegates})?\s*", text[passive.end() :])
        start = passive.end() + (opening.end() if opening else 0)
        closing = re.search(rf"(?:\s*(?:{either_of(words.before_verb)}))?[.。]?\s*$", text[start:])
        yield (span[0] + start, span[0] + start + (closing.start() if closing else len(text))), True
    verb = re.search(either(words.attend), text)
    if verb is None:
        return
    head = text[: verb.start()]
    opening = re.match(rf"\s*(?:(?:{either(words.openings)})\s*)?(?P<told>{delegates})?\s*", head)
    closing = re.search(rf"(?P<told>{delegates})?(?:\s*(?:{either_of(words.before_verb)}))*\s*$", head)
    start, end = (opening.end() if opening else 0), (closing.start() if closing else len(head))
    told = bool(opening and opening["told"]) or bool(closing and closing["told"])
    yield (span[0] + start, span[0] + end), told


def _actor(passage: Passage, item: Item, bodies: str | None) -> Party:
    """The known name, or an organisation of the kind that its class or a word of its name tells."""
    actor = item_party(passage, item, kind_of(bodies) or "")
    return actor if actor.kind else organisation(passage.text[item.start : item.end], passage.language)


def _are_names(passage: Passage, actors: list[tuple[Item, Party]], *, told: bool) -> bool:
    """All known; or at least half of them, and the others look like names of organisations."""
    unknown = [passage.text[item.start : item.end] for item, actor in actors if actor.id is None]
    if not actors or any(actor.kind not in ACTORS for _, actor in actors) or (len(unknown) == len(actors)):
        return False
    names = section(passage.language, "lists", ListWords).organisations
    plausible = all(_is_organisation(name, names, passage.language) for name in unknown)
    return not unknown or (plausible and 2 * len(unknown) <= len(actors)) or (told and plausible and len(unknown) < len(actors))


def _is_organisation(name: str, names: tuple[str, ...], language: str) -> bool:
    """A short name that holds a word of organisations' names, with capitals where its script has them."""
    bare = re.sub(r"\s*[(（][^()（）]*[)）]$", "", name)
    if language != "en":
        return len(bare) <= 30 and bare.endswith(names)
    words = [word for word in bare.split() if len(word) > 3 or word[0].isupper()]
    return len(words) <= 10 and any(word in names for word in words) and all(word[0].isupper() for word in words)
