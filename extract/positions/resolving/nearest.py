"""Which of a sentence's pairs a nearer holder makes superfluous: the name beside its pronoun, the pronoun before the target. Pairs in, fewer out."""

from __future__ import annotations

from extract.positions.actors.holders import Parties
from extract.positions.pack.lexicon import Lexicon
from extract.positions.resolving.discourse import Discourse
from extract.positions.resolving.whom import NAMED, parties_of, sort_of
from extract.positions.sentence.tokens import Sentence
from extract.positions.sign.decide import SURE, Signed

_JUDGING = frozenset({"SUP", "OPP", "GOOD", "BAD", "QUAL", "DOUBT"})
_OPEN = frozenset({"IF", "COND", "SAY", "THAT", "t"})  # what leaves open whether the first clause is over


def one_each(words: Lexicon, sentence: Sentence, record: Discourse, quoter: Parties, pairs: list[Signed]) -> list[Signed]:
    """The pairs without those of a pronoun for somebody whom the sentence names, where the name has a pair with the same target («X said it …»)."""
    named = [pair for pair in pairs if sentence.holders[pair.holder].sort == "named" and pair.probability >= SURE[pair.sign]]
    kept: list[Signed] = []
    for pair in pairs:
        if _goes_on(sentence, pair, pairs):
            continue
        same = [one for one in named if one.target == pair.target and one.sign != pair.sign]
        if same and sentence.holders[pair.holder].sort == "third":
            whom = {party.id for party, _ in parties_of(words, sentence, record, pair.holder, quoter)}
            same = [one for one in same if whom == {party.id for party, _ in sentence.holders[one.holder].parties}]
            nearer = [one for one in same if _begins_anew(sentence, pair, one)]
            kept = [one for one in kept if one not in nearer]
            if same and not nearer:
                continue
        if not _acts_behind(words, sentence, record, quoter, pair, pairs):
            kept.append(pair)
    return kept


def _goes_on(sentence: Sentence, pair: Signed, pairs: list[Signed]) -> bool:
    """Whether a pronoun is said again before the target, and the sign is another there («They do not want it, and they urged T»)."""
    holder, target = sentence.holders[pair.holder], sentence.targets[pair.target]
    said = sentence.plain.said(holder.start, holder.end).casefold()
    if holder.sort not in ("third", "first") or not said:
        return False
    nearer = (one for one in pairs if one.target == pair.target and one.sign != pair.sign and one.probability >= SURE[one.sign])
    again = (sentence.holders[one.holder] for one in nearer)
    return any(holder.end <= h.start < target.head and sentence.plain.said(h.start, h.end).casefold() == said for h in again)


def _begins_anew(sentence: Sentence, pair: Signed, other: Signed) -> bool:
    """Whether a holder begins a clause of its own before the target («X rejects it; in its view …», «X judged this, and he …»)."""
    first, own, target = sentence.holders[other.holder], sentence.holders[pair.holder], sentence.targets[pair.target]
    between = [token.name for token in sentence.tokens if first.end <= token.start < own.start]
    judged = between[-1:] == [","] and bool(_JUDGING.intersection(between)) and not _OPEN.intersection(between)
    return (";" in between or judged) and own.end <= target.head


def _acts_behind(words: Lexicon, sentence: Sentence, record: Discourse, quoter: Parties, pair: Signed, pairs: list[Signed]) -> bool:
    """Whether a person whom a pronoun means acts between a state, body or group and its target («to the leaders of X, when he urged …»)."""
    holder, target = sentence.holders[pair.holder], sentence.targets[pair.target]
    if holder.sort not in NAMED or holder.end > target.head or holder.parties[0][0].kind == "Person":
        return False
    for one in pairs:
        nearer = sentence.holders[one.holder]
        person = nearer.sort == "third" and sort_of(words, sentence.plain.text, nearer) == "person" and holder.end <= nearer.start < target.head
        if person and one.target == pair.target and one.probability >= SURE[one.sign]:
            whom = parties_of(words, sentence, record, one.holder, quoter)
            return bool(whom) and whom[0][0].kind == "Person"
    return False
