"""Answers that name no proposal («Brazil did too; India did not», «the others were against»). A sentence in, answers out; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.positions.pack.lexicon import Lexicon
from extract.positions.sentence.tokens import Sentence

PROBABILITY = 0.75  # how sure an answer is: its words are plain, what they answer is not
_ACTING = ("named", "group", "third", "first")


@dataclass(frozen=True, slots=True)
class Reply:
    """The holder number ``holder`` answers up to ``end``: takes the ``same`` or the ``other`` view, or is for, against, neither (+ - ~)."""

    holder: int
    answer: str
    end: int
    vote: bool = False  # whatever was voted on last
    beside: bool = False  # the view of whoever is named in it


def replies(words: Lexicon, sentence: Sentence) -> Iterator[Reply]:
    """The answers of a sentence, at most one a holder."""
    text = sentence.plain.text
    if text[: sentence.end].rstrip().endswith(("?", "？")):
        return
    for index, holder in enumerate(sentence.holders):
        if holder.sort not in _ACTING or holder.start == holder.end or any(quantifier == "none" for _, quantifier in holder.parties):
            continue
        for rule, before, after in words.replies.possible(text):
            closing = after.match(text, holder.end, sentence.end)
            if closing is not None and before.search(text[sentence.start : holder.start]) is not None:
                yield Reply(index, rule.says, closing.end(), rule.vote, rule.beside)
                break


def voted(words: Lexicon, sentence: Sentence, end: int) -> bool:
    """Whether the sentence tells of a vote before ``end``."""
    return bool(words.words.voting) and words.voting.search(sentence.plain.text, sentence.start, end) is not None


def answers_first(sentence: Sentence, reply: Reply) -> bool:
    """Whether somebody takes another's view, or the other, before he comes to his own («it does not, said H, and asked for T»)."""
    return reply.answer in ("same", "other") and all(reply.end <= one.head for one in sentence.targets if one.proposals)
