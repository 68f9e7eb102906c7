"""A sentence's signed pairs as positions: pronouns, replies and quotations resolved. A sentence in, positions and skips out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.positions.actors.holders import Holder, Parties
from extract.positions.pack.lexicon import Lexicon
from extract.positions.pack.plain import quoted
from extract.positions.resolving.attribution import reads
from extract.positions.resolving.discourse import RESOLUTION, VOTED_ON, Discourse, Said
from extract.positions.resolving.replies import PROBABILITY, answers_first, replies, voted
from extract.positions.resolving.telling import doing_of, telling
from extract.positions.resolving.wording import is_unsaid, quoted_span, unsure
from extract.positions.sentence.strangers import has_subject
from extract.positions.sentence.tokens import Sentence
from extract.positions.sign.announced import meant_before
from extract.positions.sign.coherent import coherent
from extract.positions.sign.decide import SURE, Signed, signed_pairs
from extract.positions.sign.model import Model
from extract.positions.sign.trust import Grounds, grounds_read, grounds_told
from graph.records import Passage, Skipped

_JUDGED = 0.82  # from here on a judgement that is nobody's is the author's
_GUESSED = 0.6  # from here on a view is given to somebody whom neither its sentence nor the kind of text names
_POINTING = 0.85  # how much of its probability a claim keeps whose target or holder is a word that points back
_IMPLIED = 0.65  # from here on the text's own speaker holds what nobody is said to hold
_NAMED = ("named", "group")


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


def positions_of(words: Lexicon, model: Model, sentence: Sentence, passage: Passage, record: Discourse, number: int) -> Iterator[Position | Skipped]:
    """The positions of a sentence, and what one was not sure of; notes in ``record`` who acted and what was said."""
    labelled = sentence.label or sentence.start
    named = {p for t in sentence.targets if t.head < labelled for p in t.proposals}
    quoter = quoter_of(words, sentence, record)
    for pair in _one_each(words, sentence, record, quoter, coherent(sentence, list(signed_pairs(model, sentence, words.language)))):
        target, holder = sentence.targets[pair.target], sentence.holders[pair.holder]
        how = reads(sentence, words.language, holder, target)
        if how == "asked" or is_unsaid(words, sentence, holder, target) or target.head < labelled or named.intersection(target.proposals):
            continue
        if holder.sort == "dropped" and passage.kind == "note":
            continue  # a note has no subject of its own
        guessed = holder.sort == "dropped" and not record.speaks
        judged = guessed and not record.own and doing_of(sentence) not in ("said", "done")
        silent = holder.sort != "dropped" and holder.start == holder.end
        if pair.probability < (_JUDGED if judged else _GUESSED if guessed else _IMPLIED if silent else max(SURE[pair.sign], words.words.sure)):
            yield unsure(sentence, passage, pair)
            continue
        if guessed and has_subject(sentence, target):
            continue
        parties = parties_of(words, sentence, record, pair.holder, quoter)
        meant = _meant(words, sentence, record, pair, parties, number)
        for proposals, sign in meant if parties else ():
            if target.proposals or target.kind == "view":
                record.said.append(Said(parties, proposals, sign, number))
            else:
                record.themes.append((number, proposals))
            sure = pair.probability * (1.0 if target.proposals and holder.sort != "third" else _POINTING)
            if words.words.dropped and sure < SURE[pair.sign]:
                continue
            grounds = grounds_read(sentence, words.language, pair, parties, sign, sure)
            for proposal in proposals:
                yield Position(parties, proposal, sign, grounds, quoted_span(sentence, pair), holder.sort in ("first", "author"), how)
    yield from _answers(words, sentence, record, number, quoter)
    remember(words, sentence, record, number, quoter)


def _meant(words: Lexicon, sentence: Sentence, record: Discourse, pair: Signed, parties: Parties, number: int) -> list[tuple[tuple[str, ...], str]]:
    """The proposals that a pair's target stands for, with their sign: those named right before, else those spoken of, or voted on, before."""
    target = sentence.targets[pair.target]
    vote = not target.proposals and voted(words, sentence, target.start)
    within = meant_before(sentence, pair.holder, pair.target)
    if vote and not within:
        within = next((t.proposals for t in reversed(sentence.targets) if t.end <= target.start and VOTED_ON.intersection(t.proposals)), ())
    if within:
        return [(within, pair.sign)]
    if target.kind == "theme" and words.words.voted_on and words.ballots.search(sentence.plain.text, target.start, target.end):
        return [(record.cast.voted or (f"proposal:{words.words.voted_on}",), pair.sign)]
    return record.targets(target, pair.sign, parties, number, vote=vote)


def _one_each(words: Lexicon, sentence: Sentence, record: Discourse, quoter: Parties, pairs: list[Signed]) -> list[Signed]:
    """The pairs without those of a pronoun for somebody whom the sentence names, where the name has a pair with the same target («X said it …»)."""
    named = [pair for pair in pairs if sentence.holders[pair.holder].sort == "named" and pair.probability >= SURE[pair.sign]]
    kept: list[Signed] = []
    for pair in pairs:
        same = [one for one in named if one.target == pair.target and one.sign != pair.sign]
        if same and sentence.holders[pair.holder].sort == "third":
            whom = {party.id for party, _ in parties_of(words, sentence, record, pair.holder, quoter)}
            if any(whom == {party.id for party, _ in sentence.holders[one.holder].parties} for one in same):
                continue
        kept.append(pair)
    return kept


def _answers(words: Lexicon, sentence: Sentence, record: Discourse, number: int, quoter: Parties) -> Iterator[Position]:
    """What is held by those who only answer («Brazil did too»), and what is answered to a question («Yes.»)."""
    for reply in replies(words, sentence):
        parties = parties_of(words, sentence, record, reply.holder, quoter)
        if not parties or (any(one.parties == parties and one.sentence == number for one in record.said) and not answers_first(sentence, reply)):
            continue
        if reply.answer in "+-~" and any(t.proposals and sentence.holders[reply.holder].end <= t.head < reply.end for t in sentence.targets):
            continue  # it is said of that target
        if reply.answer in "+-~" and not reply.vote and _is_open(record):
            continue
        span = sentence.plain.span(sentence.holders[reply.holder].start, reply.end)
        first = all(target.head > sentence.holders[reply.holder].end for target in sentence.targets if target.proposals)
        vote = reply.answer in "+-~" and voted(words, sentence, sentence.holders[reply.holder].start)
        asked = [(record.cast.voted, reply.answer)] if reply.vote and record.cast.voted else None
        given = asked or record.answered(reply.answer, parties, number, before=first, vote=vote)
        if reply.vote and given and not VOTED_ON.intersection(given[0][0]):
            given = [(RESOLUTION, reply.answer)]  # nobody votes on a forum or on talks, but on the text that speaks of them
        for proposals, sign in given:
            record.said.append(Said(parties, proposals, sign, number))
            yield from (Position(parties, one, sign, grounds_told(parties, sign, PROBABILITY), span, False) for one in proposals)
    if number == 0 and record.cast.asked and record.speaker:
        sign = "+" if words.yes.match(sentence.plain.text) else "-" if words.no.match(sentence.plain.text) else ""
        if sign:
            record.said.append(Said(record.speaker, record.cast.asked, sign, number))
            span = sentence.plain.span(sentence.start, sentence.end)
            grounds = grounds_told(record.speaker, sign, PROBABILITY)
            yield from (Position(record.speaker, one, sign, grounds, span, True) for one in record.cast.asked)


def _is_open(record: Discourse) -> bool:
    """Whether the paragraph has made claims on several proposals, so that a stance without any may be on each of them."""
    return len({one.proposals for one in record.said}) > 1


def parties_of(words: Lexicon, sentence: Sentence, record: Discourse, index: int, quoter: Parties) -> Parties:
    """Whom the holder number ``index`` stands for."""
    holder, text = sentence.holders[index], sentence.plain.text
    before = next((h.parties for h in reversed(sentence.holders[:index]) if h.parties and h.sort in _NAMED), ())
    inside = quoted(text, holder.start) if holder.start < holder.end else sentence.implied == "quoted"
    inside = inside and not (record.answers and quoter == record.speaker)  # an answer in quotation marks is all its speaker's own
    surface = words.tail.sub("", sentence.plain.said(holder.start, holder.end).strip(" ,，"))
    doing = telling(words, sentence) if holder.sort == "dropped" else ""
    if doing == "passed on":
        return next((acted for acted in reversed(record.acted) if not inside or acted != quoter), ())
    return record.parties(holder, surface, before, quoter=quoter if inside else None, sort=_sort(words, text, holder), doing=doing)


def _sort(words: Lexicon, text: str, holder: Holder) -> str:
    return next((name for name, pattern in words.anaphors if pattern.match(text, holder.start)), "")


def quoter_of(words: Lexicon, sentence: Sentence, record: Discourse) -> Parties:
    """Whose the quoted words of a sentence are: whoever stands beside a verb of saying outside the marks; else who was quoted last."""
    text = sentence.plain.text
    for index, token in enumerate(sentence.tokens):
        if token.name != "h" or quoted(text, token.start):
            continue
        if ">gen" in [t.name for t in sentence.tokens[index + 1 : index + 2]]:
            continue  # «said the group's director, X»
        beside = [t.name for t in sentence.tokens[max(0, index - 2) : index] + sentence.tokens[index + 1 : index + 4]]
        holder = sentence.holders[token.index]
        if holder.sort in ("named", "group", "third") and ("SAY" in beside or ">say" in beside):
            parties = _parties_named(words, sentence, record, token.index)
            if parties:
                return parties
    return record.cast.quoted


def _parties_named(words: Lexicon, sentence: Sentence, record: Discourse, index: int) -> Parties:
    holder = sentence.holders[index]
    return holder.parties or record.parties(holder, "", (), sort=_sort(words, sentence.plain.text, holder))


def remember(words: Lexicon, sentence: Sentence, record: Discourse, number: int, quoter: Parties) -> None:
    """Notes in ``record`` who acted in a sentence and what was spoken of."""
    record.themes += [(number, target.proposals) for target in sentence.targets if target.proposals]
    ballots = [t.proposals for t in sentence.targets if t.proposals and words.ballots.search(sentence.plain.text, t.start, t.end)]
    if voted(words, sentence, sentence.end):
        ballots += [t.proposals for t in sentence.targets if VOTED_ON.intersection(t.proposals)]
    record.cast.voted = ballots[-1] if ballots else record.cast.voted
    subjects = [holder for holder in sentence.holders if holder.parties and holder.sort in _NAMED]
    for holder in reversed(subjects):
        record.remember(holder.parties, holder.place)
    record.latest = [holder.parties for holder in subjects] or record.latest
    record.own = any(holder.sort in ("first", "author") for holder in sentence.holders) or (record.own and not subjects)
    record.cast.quoted = quoter
    named = [target.proposals for target in sentence.targets if target.proposals]
    record.cast.asked = named[-1] if named and sentence.plain.text.rstrip().endswith("?") else ()
