"""The passages of a document in which somebody may take a stance on the weapons, and whose words each is. A reading in, scenes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.positions.actors.holders import Parties
from extract.positions.actors.naming import names_of
from extract.positions.pack.lexicon import lexicon
from extract.positions.sentence.passages import Searched, search
from extract.positions.speech.floor import Turns
from extract.positions.speech.home import home_of, parliament_of, releasing
from extract.positions.speech.issuers import author_named, byline_of, interviewed, issuers_of
from extract.positions.speech.resolutions import resolving_of, without_resolving
from extract.positions.speech.rows import rows_of
from extract.positions.speech.sections import tells_of, topics_of, voices_of
from extract.positions.speech.signed import signed
from extract.positions.speech.speaker import Speaker, author_of, signatories_of, speaker_of
from extract.positions.speech.turns import Turn, find_turns, state_asked
from extract.positions.topic import about_weapons, bans_others, implied_weapons, names_debate, names_others, names_weapons, near_weapons
from extract.reading import Reading
from graph.records import Mention, Passage

Mentions = tuple[tuple[Mention, ...], ...]
_READ = frozenset({"paragraph", "item", "note"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A passage that is read: its words, whose words it is (``speaking``: surely), and the author of the text."""

    passage: Passage
    searched: Searched
    parties: Parties
    author: Parties
    speaking: bool
    topic: Parties = ()  # whom the heading above is about
    answers: bool = False  # it is what somebody answers
    home: Parties = ()  # the state that the text is about
    asked_of: Parties = ()  # the state that the question above is about


@lru_cache(maxsize=1)
def scenes_of(reading: Reading) -> tuple[Scene, ...]:
    """The passages in which somebody may take a stance on the weapons."""
    return tuple(_scenes(reading))


def _scenes(reading: Reading) -> Iterator[Scene]:
    mentions = names_of(reading)
    searched = [search(lexicon(p.language), p, found) for p, found in zip(reading.passages, mentions, strict=True)]
    naming = [names_weapons(_whole(p, one)) for p, one in zip(reading.passages, searched, strict=True)]
    touching = [named or names_debate(one) for named, one in zip(naming, searched, strict=True)]
    about = about_weapons(reading.passages, touching, [names_others(one) for one in searched]) or implied_weapons(searched)
    resolving = resolving_of(reading, searched)
    if resolving is None:
        searched = [without_resolving(one) for one in searched]
    home, issuers = parliament_of(reading) or home_of(mentions), issuers_of(reading, mentions)
    speaker = resolving or speaker_of(reading, searched, home)
    author = byline_of(reading, mentions) or _writers(reading, searched) or author_of(reading.document)
    turns, labelled = Turns(reading, searched, speaker), find_turns(reading, mentions, issuers[0][0] if len(issuers) == 1 else None)
    voices, topics = voices_of(reading.passages, mentions), topics_of(reading.passages, mentions)
    speaker = None if any(voices) else _whose(reading, mentions, speaker, author, issuers or releasing(reading, home))
    if speaker is not None and speaker.sure and speaker.parties[0][0].kind != "Group":
        author = speaker.parties  # «the authors» of a paper are those who hand it in, «this brief» says what its writer does
    for index, passage in enumerate(reading.passages):
        turn, near = labelled[index], about or near_weapons(reading.passages, naming, index)
        if passage.kind == "table" and near:
            yield from (Scene(passage, words, ((party, None),), author, True, home=home) for party, words in rows_of(passage, mentions[index]))
        floor = turns.at(index) if turn is None else (speaker if turn.replies and turn.party is None else None) or _at_turn(turn)
        if passage.kind in _READ and near and (naming[index] or floor is not None or not bans_others(searched[index])):
            heading = voices[index] or (topics[index] if tells_of(passage) else ())
            voice = Speaker(heading, sure=True) if heading else None
            who = voice or floor or signatories_of(searched[index]) or speaker
            words = _unlabelled(turns.without_label(index, searched[index]), turn)
            if turns.asks(index):  # who asks holds nothing
                who = None
            answers = turn is not None and turn.party is not None and not turn.end
            parties, sure = (who.parties, who.sure) if who is not None else ((), False)
            yield Scene(passage, words, parties, author, sure, topics[index], answers, home, state_asked(reading, index, mentions))


def _whole(passage: Passage, searched: Searched) -> Searched:
    """What a title says with the words of its names, which tell the topic too («Committee on AI in Weapon Systems»)."""
    return search(lexicon(passage.language), passage, ()) if passage.kind == "title" else searched


def _writers(reading: Reading, searched: Sequence[Searched]) -> Parties:
    """The persons whom a line above or below a text names as its writers, who in it are «the author» or «we»."""
    writers = signed(reading, searched)
    return writers if all(party.kind == "Person" for party, _ in writers) else ()


def _whose(reading: Reading, mentions: Mentions, speaker: Speaker | None, author: Parties, issuers: Parties) -> Speaker | None:
    """Whose «we» and «I» a text's are outside its turns: the speaker's that its words tell, else those of who issues or wrote it.

    Nobody's is a text that collects the voices of others.
    """
    if issuers and (speaker is None or not speaker.sure):
        return Speaker(issuers, sure=True)
    if speaker is None and (guest := interviewed(reading, mentions) or author_named(reading)):
        return Speaker(guest, sure=False)
    if speaker is not None and speaker.parties == author_of(reading.document):
        return Speaker(author, speaker.sure)
    return speaker


def _at_turn(turn: Turn) -> Speaker:
    return Speaker(() if turn.party is None else ((turn.party, None),), sure=True)


def _unlabelled(searched: Searched, turn: Turn | None) -> Searched:
    """A passage without the name that only says whose turn it is."""
    if turn is None or not turn.end:
        return searched
    return replace(searched, plain=replace(searched.plain, mentions=tuple(m for m in searched.plain.mentions if m.start >= turn.end)))
