"""All actors named in a document: those of the lists, persons, and those told by their shape and place. A reading in, mentions out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from extract.mentions import find_mentions
from extract.names import load_names
from extract.positions.actors.glosses import with_glosses
from extract.positions.actors.governments import find_governments
from extract.positions.actors.holders import ACTORS
from extract.positions.actors.particles import AFFILIATION, find_offices, find_shaped, plausible
from extract.positions.actors.subjects import find_subjects
from extract.positions.actors.unlisted import find_actors
from extract.positions.pack.lexicon import lexicon
from extract.reading import Reading
from extract.who.persons import Person, find_persons
from graph.records import Mention, Passage

_DOTS = re.compile(r"[·•・‧]")  # between the parts of a name written in ideographs
_LONGER = 4  # characters by which a body's name goes on behind that of the house it belongs to


@lru_cache(maxsize=1)
def names_of(reading: Reading) -> tuple[tuple[Mention, ...], ...]:
    """All actors and other names of each passage: those of the lists, persons, and those told by their shape and place."""
    known: list[tuple[Mention, ...]] = []
    for passage, people, more in zip(reading.passages, find_persons(reading), find_actors(reading), strict=True):
        named = _with_persons(_with(reading.mentions[passage.ordinal], _folded(passage), ()), _plausible(passage, people))
        offices = tuple(o for o in find_offices(passage) if not any(_holds(m, o) or _bears(m, o, passage.text) for m in named))
        known.append(_with(offices, _with(named, more, lexicon(passage.language).words.state_organs), ()))
    known = list(find_subjects(reading.passages, known))
    shaped = [
        (_with(tuple(m for m in found if m.kind == AFFILIATION), one, ()), found)
        for one, found in zip(known, find_shaped(reading.passages, known), strict=True)
    ]
    known = _as_known(reading.passages, [_with(one, found, ()) for one, found in shaped])
    known = list(with_glosses(reading.passages, known))
    return tuple(_with(one, added, ()) for one, added in zip(known, find_governments(reading, known), strict=True))


def _holds(name: Mention, office: Mention) -> bool:
    """Whether a known name is longer than the office that is a part of it («프란치스코 교황»)."""
    return name.start <= office.start and office.end <= name.end and name.end - name.start > office.end - office.start


def _bears(name: Mention, office: Mention, text: str) -> bool:
    """Whether a person's name stands right beside the office, which is then no second person («N N, Secretary-General of the United Nations»)."""
    first, last = (name, office) if name.start < office.start else (office, name)
    return name.kind == "Person" and text[first.end : last.start] == " "


def _folded(passage: Passage) -> tuple[Mention, ...]:
    """Names of the lists that a passage writes in variant characters («教宗方濟各»)."""
    text = passage.text.translate(lexicon(passage.language).variants)
    if text == passage.text:
        return ()
    found = find_mentions(replace(passage, text=text), load_names())
    return tuple(replace(one, surface=passage.text[one.start : one.end]) for one in found)


def _as_known(passages: Sequence[Passage], names: Sequence[tuple[Mention, ...]]) -> list[tuple[Mention, ...]]:
    """The names with the ids of persons whom the lists know in other characters or by the last part of the name, or whom the text names in full."""
    full: dict[str, str | None] = {}
    found: list[tuple[Mention, ...]] = []
    for passage, mentions in zip(passages, names, strict=True):
        variants = lexicon(passage.language).variants
        row: list[Mention] = []
        for one in mentions:
            if one.kind == "Person" and variants:
                said = one.surface.translate(variants)
                known = load_names().identify(said, passage.language, kinds=("Person",)) or load_names().cited(said, passage.language)
                one = replace(one, entity=one.entity or (known.id if known else full.get(said)))
                full.setdefault(_DOTS.split(said)[-1], one.entity)
            if variants and row and _glosses(passage.text, row[-1], one):
                row[-1] = replace(row[-1], end=one.end + 1, entity=row[-1].entity or one.entity)
                continue
            row.append(one)
        found.append(tuple(row))
    return found


def _glosses(text: str, name: Mention, gloss: Mention) -> bool:
    """Whether a person's name stands in brackets behind the same name in ideographs («沙雷（Paul Scharre）»)."""
    return name.kind == gloss.kind == "Person" and text[name.end : gloss.start] in ("（", "(") and text[gloss.end : gloss.end + 1] in ("）", ")")


def _plausible(passage: Passage, persons: tuple[Person, ...]) -> tuple[Person, ...]:
    return tuple(person for person in persons if plausible(passage, person.start, person.end))


def _with_persons(mentions: tuple[Mention, ...], persons: tuple[Person, ...]) -> tuple[Mention, ...]:
    states = [m for m in mentions if m.kind == "State"]
    people = [Mention(p.left, p.right, "Person", p.id, p.surface) for p in persons if not any(m.start <= p.left and p.right <= m.end for m in states)]
    kept = [m for m in mentions if not any(m.start < p.end and p.start < m.end for p in people)]
    return tuple(sorted([*kept, *people], key=lambda m: m.start))


def _with(mentions: tuple[Mention, ...], more: tuple[Mention, ...], state_organs: tuple[str, ...]) -> tuple[Mention, ...]:
    """The mentions, and those of the others that overlap none or hold one in a longer name («the German Red Cross»)."""
    longer = [o for o in more if any(_names_more(o, m, state_organs) for m in mentions)]
    kept = [m for m in mentions if not any(o.start <= m.start < o.end and (m.end <= o.end or m.kind == "Person") for o in longer)]
    added = [one for one in more if not any(m.start < one.end and one.start < m.end for m in kept)]
    return tuple(sorted([*kept, *added], key=lambda m: m.start))


def _names_more(actor: Mention, mention: Mention, state_organs: tuple[str, ...]) -> bool:
    """Whether an actor's name holds a state's, and is not that of the state's own organ, or a person's name told better by what follows."""
    if actor.kind == "Person":
        return mention.kind == "Person" and mention.entity is None and actor.start == mention.start
    if not (actor.start <= mention.start and mention.end <= actor.end and actor.end - actor.start > mention.end - mention.start):
        return False
    far = mention.kind == "Institution" and actor.end - mention.end >= _LONGER  # «上议院人工智能武器委员会»
    return (far or mention.kind not in ACTORS - {"State"}) and actor.kind == "NGO" and actor.surface.removeprefix(mention.surface) not in state_organs
