"""The words that prove a signed pair, and the sentence of one that is skipped. A pair in; places of the passage, or a skip, out; pure."""

from __future__ import annotations

from extract.positions.decide import Signed
from extract.positions.tokens import Sentence
from graph.records import Passage, Skipped


def unsure(sentence: Sentence, passage: Passage, pair: Signed) -> Skipped:
    """What is said of a pair that one is not sure of."""
    start, end = sentence.plain.span(sentence.start, sentence.end)
    reason = f"position unsure ({pair.sign} {pair.probability:.2f})"
    return Skipped(f"{passage.document} {passage.locator}", reason, passage.text[start:end].strip()[:200])


def span_of(sentence: Sentence, pair: Signed) -> tuple[int, int]:
    """From the holder or target, whichever stands first, to the cue behind them."""
    holder, target = sentence.holders[pair.holder], sentence.targets[pair.target]
    start, end = min(holder.start, target.start), max(holder.end, target.end)
    if holder.sort == "dropped":
        start = target.start
    after = [t.end for t in sentence.tokens if end <= t.start <= end + 24 and t.name.isupper() and t.name not in ("BUT", "AND")]
    end = min([*after[:1], sentence.end]) if after else end
    return sentence.plain.span(start, max(end, start + 1))
