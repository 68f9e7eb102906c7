"""Which words of a sentence prove a claim, and which take it back. A sentence with a pair in, a stretch or a verdict out; pure."""

from __future__ import annotations

from collections.abc import Sequence

from extract.positions.actors.holders import Holder, Parties
from extract.positions.pack.lexicon import Lexicon
from extract.positions.resolving.cast import Said
from extract.positions.sentence.targets import Target
from extract.positions.sentence.tokens import Sentence
from extract.positions.sign.decide import Signed
from graph.records import Passage, Skipped


def is_unsaid(words: Lexicon, sentence: Sentence, holder: Holder, target: Target) -> bool:
    """Whether nobody says it, or the holder only hears it from others or leaves it unsaid («I do not claim that …»)."""
    nobody = any(quantifier == "none" for _, quantifier in holder.parties)
    text = sentence.plain.text
    nearer = [
        h for h in sentence.holders if holder.end < h.start and h.end <= target.head and words.relative.match(text, h.end)
    ]  # «N of X, which wants»
    return nobody or bool(nearer) or words.unsaid.match(text, holder.end, max(holder.end, target.start)) is not None


def only_explains(sentence: Sentence, said: Sequence[Said], parties: Parties, pair: Signed, number: int) -> bool:
    """Whether a hedge only gives the ground for the side that the same party took in the sentence before («rejects a ban. It is hard to define»)."""
    if pair.sign != "~" or any(token.name == "BUT" for token in sentence.tokens):
        return False
    whose, what = {party.key for party, _ in parties}, set(sentence.targets[pair.target].proposals)
    before = (one for one in said if one.sentence == number - 1 and one.sign != "~")
    return any(what.intersection(one.proposals) and {party.key for party, _ in one.parties} == whose for one in before)


def quoted_span(sentence: Sentence, pair: Signed) -> tuple[int, int]:
    """The words that prove a claim: from the first of holder and target to the last, and the cue right behind."""
    holder, target = sentence.holders[pair.holder], sentence.targets[pair.target]
    start, end = min(holder.start, target.start), max(holder.end, target.end)
    if holder.sort == "dropped":
        start = target.start
    after = [t.end for t in sentence.tokens if end <= t.start <= end + 24 and t.name.isupper() and t.name not in ("BUT", "AND")]
    end = min([*after[:1], sentence.end]) if after else end
    return sentence.plain.span(start, max(end, start + 1))


def unsure(sentence: Sentence, passage: Passage, pair: Signed) -> Skipped:
    """What is said of a pair that one is not sure of."""
    start, end = sentence.plain.span(sentence.start, sentence.end)
    reason = f"position unsure ({pair.sign} {pair.probability:.2f})"
    return Skipped(f"{passage.document} {passage.locator}", reason, passage.text[start:end].strip()[:200])
