"""A sentence's signed pairs as positions: pronouns, replies and quotations resolved. A sentence in, positions and skips out."""

from __future__ import annotations

from collections.abc import Iterator

from extract.positions.actors.holders import Parties
from extract.positions.pack.lexicon import Lexicon
from extract.positions.pack.plain import quoted
from extract.positions.resolving.answers import Position, answers, asks_against
from extract.positions.resolving.attribution import reads
from extract.positions.resolving.carried import carried
from extract.positions.resolving.cast import Said
from extract.positions.resolving.discourse import RESOLUTION, VOTED_ON, Discourse
from extract.positions.resolving.nearest import one_each
from extract.positions.resolving.replies import voted
from extract.positions.resolving.telling import announced, doing_of
from extract.positions.resolving.whom import NAMED, parties_of, quoter_of, told_apart
from extract.positions.resolving.wording import is_unsaid, only_explains, quoted_span, unsure
from extract.positions.sentence.strangers import has_subject
from extract.positions.sentence.tokens import Sentence
from extract.positions.sign.algebra import times
from extract.positions.sign.announced import meant_before
from extract.positions.sign.coherent import coherent
from extract.positions.sign.decide import SURE, Signed, signed_pairs
from extract.positions.sign.model import Model
from extract.positions.sign.trust import grounds_read
from graph.records import Passage, Skipped

_JUDGED = 0.82  # from here on a judgement that is nobody's is the author's
_GUESSED = 0.6  # from here on a view is given to somebody whom neither its sentence nor the kind of text names
_POINTING = 0.85  # how much of its probability a claim keeps whose target or holder is a word that points back
_IMPLIED = 0.65  # from here on the text's own speaker holds what nobody is said to hold


def positions_of(words: Lexicon, model: Model, sentence: Sentence, passage: Passage, record: Discourse, number: int) -> Iterator[Position | Skipped]:
    """The positions of a sentence, and what one was not sure of; notes in ``record`` who acted and what was said."""
    labelled = sentence.label or sentence.start
    named = {p for t in sentence.targets if t.head < labelled for p in t.proposals}
    quoter = quoter_of(words, sentence, record)
    held: list[Said] = []
    for pair in one_each(words, sentence, record, quoter, coherent(sentence, list(signed_pairs(model, sentence, words.language)))):
        target, holder = sentence.targets[pair.target], sentence.holders[pair.holder]
        how = reads(sentence, words.language, holder, target)
        if how == "asked" or is_unsaid(words, sentence, holder, target) or target.head < labelled or named.intersection(target.proposals):
            continue
        if (holder.sort == "dropped" and passage.kind == "note") or told_apart(words, sentence, pair.holder, target.head):
            continue  # a note has no subject of its own; «the former» is only one of them
        guessed = holder.sort == "dropped" and not record.speaks and not (quoter and quoted(sentence.plain.text, target.head))
        judged = guessed and not record.own and doing_of(sentence) not in ("said", "done")
        silent = holder.sort != "dropped" and holder.start == holder.end
        if pair.probability < (_JUDGED if judged else _GUESSED if guessed else _IMPLIED if silent else max(SURE[pair.sign], words.words.sure)):
            yield unsure(sentence, passage, pair)
            continue
        if guessed and has_subject(sentence, target):
            continue
        parties = parties_of(words, sentence, record, pair.holder, quoter)
        explains = holder.sort == "dropped" and only_explains(sentence, record.said, parties, pair, number)
        meant = [] if explains else _meant(words, sentence, record, pair, parties, number)
        for proposals, sign in meant if parties else ():
            held.append(Said(parties, proposals, sign, number))
            if target.proposals or target.kind == "view":
                record.said.append(held[-1])
            else:
                record.themes.append((number, proposals))
            sure = pair.probability * (1.0 if target.proposals and holder.sort != "third" else _POINTING)
            if words.words.dropped and sure < SURE[pair.sign]:
                continue
            grounds = grounds_read(sentence, words.language, pair, parties, sign, sure)
            for proposal in proposals:
                yield Position(parties, proposal, sign, grounds, quoted_span(sentence, pair), holder.sort in ("first", "author"), how)
    yield from answers(words, sentence, record, number, quoter, held)
    yield from carried(words, sentence, record)
    remember(words, sentence, record, number, quoter)


def _meant(words: Lexicon, sentence: Sentence, record: Discourse, pair: Signed, parties: Parties, number: int) -> list[tuple[tuple[str, ...], str]]:
    """The proposals that a pair's target stands for, with their sign: those named right before, else those spoken of, or voted on, before."""
    target = sentence.targets[pair.target]
    vote = not target.proposals and voted(words, sentence, target.start)
    before = meant_before(sentence, pair.holder, pair.target)
    if before is not None:
        return [(before.proposals, times("-", pair.sign) if before.kind == "inverse" else pair.sign)]
    if vote and (on := next((t.proposals for t in reversed(sentence.targets) if t.end <= target.start and VOTED_ON.intersection(t.proposals)), ())):
        return [(on, pair.sign)]
    if target.kind == "theme" and words.words.voted_on and words.ballots.search(sentence.plain.text, target.start, target.end):
        return [(record.cast.voted or (f"proposal:{words.words.voted_on}",), pair.sign)]
    if target.kind == "theme" and record.cast.voted and words.text_voted.search(sentence.plain.text, target.start, target.end):
        return [(record.cast.voted, pair.sign)]  # «the text», once it was put to the vote
    return record.targets(target, pair.sign, parties, number, vote=vote)


def remember(words: Lexicon, sentence: Sentence, record: Discourse, number: int, quoter: Parties) -> None:
    """Notes in ``record`` who acted in a sentence and what was spoken of."""
    record.themes += [(number, target.proposals) for target in sentence.targets if target.proposals and target.kind != "law"]  # no proposal
    ballots = [t.proposals for t in sentence.targets if t.proposals and words.ballots.search(sentence.plain.text, t.start, t.end)]
    if voted(words, sentence, sentence.end):
        ballots += [t.proposals for t in sentence.targets if VOTED_ON.intersection(t.proposals)]
    if not ballots and words.adopting.search(sentence.plain.text, sentence.start, sentence.end) is not None:
        ballots = [t.proposals for t in sentence.targets if VOTED_ON.intersection(t.proposals)] or [record.cast.voted or RESOLUTION]
    record.cast.voted = ballots[-1] if ballots else record.cast.voted
    subjects = [holder for holder in sentence.holders if holder.parties and holder.sort in NAMED]
    for holder in reversed(subjects):
        record.remember(holder.parties, holder.place)
    for holder in sentence.holders:
        if holder.sort in ("first", "author") and holder.start < holder.end and not quoted(sentence.plain.text, holder.start):
            record.cast.own = words.tail.sub("", sentence.plain.said(holder.start, holder.end).strip(" ,，"))
    record.latest = [holder.parties for holder in subjects] or record.latest
    record.holds = announced(sentence)
    record.own = any(holder.sort in ("first", "author") for holder in sentence.holders) or (record.own and not subjects)
    record.cast.quoted = quoter
    named = [target.proposals for target in sentence.targets if target.proposals]
    asked = named[-1] if named and sentence.plain.text.rstrip().endswith(("?", "？")) else ()
    answered = number == 0 and not named and any(shape.match(sentence.plain.text) for shape in (words.yes, words.no))
    record.cast.asked = record.cast.asked if answered else asked  # others may answer the same question
    record.cast.doubting = record.cast.doubting if answered else asks_against(words, sentence)
