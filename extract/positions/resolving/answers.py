"""Positions of those who only answer: to what was said («Brazil did too»), to a vote, to a question («Yes»). A sentence in, positions out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.positions.actors.holders import Parties
from extract.positions.pack.lexicon import Lexicon
from extract.positions.resolving.cast import Said
from extract.positions.resolving.discourse import RESOLUTION, VOTED_ON, Discourse
from extract.positions.resolving.replies import PROBABILITY, Reply, answers_first, replies, voted
from extract.positions.resolving.whom import parties_of
from extract.positions.sentence.tokens import Sentence
from extract.positions.sign.algebra import chain
from extract.positions.sign.trust import Grounds, grounds_told

_BESIDE = 14  # characters between an answer and what it is restricted to


@dataclass(frozen=True, slots=True)
class Position:
    """Who holds what, on which ``grounds``, and in which words (``span`` of the passage)."""

    parties: Parties
    proposal: str
    sign: str
    grounds: Grounds
    span: tuple[int, int]
    own: bool  # the speaker's or author's
    reads: str = "stated"  # or conditional, or a question


def answers(words: Lexicon, sentence: Sentence, record: Discourse, number: int, quoter: Parties, held: list[Said]) -> Iterator[Position]:
    """What is held by those who only answer («Brazil did too»), and what is answered to a question («Yes.»); ``held`` is what its pairs gave."""
    answered = False  # somebody in this sentence has, whom the next may follow («A voted against, as did B»)
    for reply in replies(words, sentence):
        parties = parties_of(words, sentence, record, reply.holder, quoter)
        told = [one for one in record.said if one.parties == parties and one.sentence == number]
        told = [one for one in told if not reply.vote or (VOTED_ON.intersection(one.proposals) and not _votes_first(sentence, reply, one))]
        if not parties or (told and not answers_first(sentence, reply)):
            continue
        if reply.answer in "+-~" and any(t.proposals and sentence.holders[reply.holder].end <= t.head < reply.end for t in sentence.targets):
            continue  # it is said of that target
        if reply.answer in "+-~" and not reply.vote and _is_open(record):
            continue
        span = sentence.plain.span(sentence.holders[reply.holder].start, reply.end)
        first = all(target.head > sentence.holders[reply.holder].end for target in sentence.targets if target.proposals) and not answered
        vote = reply.answer in "+-~" and voted(words, sentence, sentence.holders[reply.holder].start)
        given = _given(sentence, record, reply, parties, number, held, first=first, vote=vote)
        if reply.answer in ("same", "other") and (on := _on_which(sentence, reply.end)):
            given = [one for one in given if on.intersection(one[0])] or given  # «takes the same line on the ban»
        if reply.vote and given and not VOTED_ON.intersection(given[0][0]):
            given = [(RESOLUTION, reply.answer)]  # nobody votes on a forum or on talks, but on the text that speaks of them
        for proposals, sign in given:
            record.said.append(Said(parties, proposals, sign, number))
            answered = True
            yield from (Position(parties, one, sign, grounds_told(parties, sign, PROBABILITY), span, False) for one in proposals)
    yield from _yes_or_no(words, sentence, record, number)


def _votes_first(sentence: Sentence, reply: Reply, told: Said) -> bool:
    """Whether somebody votes before he says what he thinks of something else («voted in favour while making clear that it does not want T»)."""
    return told.sign != reply.answer and all(reply.end <= one.head for one in sentence.targets if one.proposals)


def _on_which(sentence: Sentence, end: int) -> set[str]:
    """The proposals of a target right behind an answer."""
    return {proposal for target in sentence.targets for proposal in target.proposals if 0 <= target.start - end <= _BESIDE}


def asks_against(words: Lexicon, sentence: Sentence) -> bool:
    """Whether a question asks if somebody is against what it names («Is no treaty needed?»)."""
    cues = [token.name for token in sentence.tokens if token.name.isupper()]
    return bool(sentence.targets) and chain(cues, last_first=words.words.verb_last) == "-"


def _yes_or_no(words: Lexicon, sentence: Sentence, record: Discourse, number: int) -> Iterator[Position]:
    """What the speaker holds who answers the question before («Yes.»)."""
    if number == 0 and record.cast.asked and record.speaker:
        sign = "+" if words.yes.match(sentence.plain.text) else "-" if words.no.match(sentence.plain.text) else ""
        if not sign and words.words.undecided and words.undecided.match(sentence.plain.text, sentence.start, sentence.end) and not sentence.targets:
            sign = "~"
        if record.cast.doubting:
            sign = "-" if sign == "+" else ""  # «Are you against it?» «Yes.»
        if sign and not any(set(record.cast.asked).intersection(target.proposals) for target in sentence.targets):
            record.said.append(Said(record.speaker, record.cast.asked, sign, number))
            span = sentence.plain.span(sentence.start, sentence.end)
            grounds = grounds_told(record.speaker, sign, PROBABILITY)
            yield from (Position(record.speaker, one, sign, grounds, span, True) for one in record.cast.asked)


def _given(
    sentence: Sentence, record: Discourse, reply: Reply, parties: Parties, number: int, held: list[Said], *, first: bool, vote: bool
) -> list[tuple[tuple[str, ...], str]]:
    """The proposals that a reply is about, with its sign."""
    whose = _whose(sentence, reply)
    if reply.beside and not whose:
        return []
    if reply.vote and (
        on := [t.proposals for t in sentence.targets if t.end <= sentence.holders[reply.holder].start and VOTED_ON.intersection(t.proposals)]
    ):
        return [(on[-1], reply.answer)]  # «T was adopted with 9 votes in favour and 2 against, among them A»
    if reply.vote and record.cast.voted:
        return [(record.cast.voted, reply.answer)]
    if reply.answer == "neither":
        spoken = list(dict.fromkeys(one.proposals for one in (record.said or record.cast.said)))
        return [(proposals, "-") for proposals in spoken[-2:]] if len(spoken) > 1 else []
    if reply.answer == "member":
        before = [one for one in record.said if one.sentence == number - 1] if not held and not sentence.targets else []  # «… They include A and B»
        return [(one.proposals, one.sign) for one in (*held, *before) if one.parties[0][0].kind == "Group"]
    return record.answered(reply.answer, parties, number, before=first, vote=vote, whose=whose)


def _is_open(record: Discourse) -> bool:
    """Whether the paragraph has made claims on several proposals, so that a stance without any may be on each of them."""
    return len({one.proposals for one in record.said}) > 1


def _whose(sentence: Sentence, reply: Reply) -> Parties:
    """Whose view an answer takes that names them («I am on N's side»)."""
    mine = sentence.holders[reply.holder]
    return next((h.parties for h in sentence.holders if reply.beside and mine.end <= h.start < reply.end and h.sort == "named"), ())
