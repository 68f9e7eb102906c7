"""Sentences made from frames, with the sign of every holder towards every target. A language and a seed in, labelled pairs out."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.mentions import find_mentions
from extract.names import load_names
from extract.positions.pack.frame_words import FrameWords, frame_words
from extract.positions.pack.lexicon import Lexicon, lexicon
from extract.positions.sentence.passages import read_sentences, search
from extract.positions.sentence.tokens import Sentence, Token
from extract.positions.sign.features import features
from graph.records import Mention, Passage

_GAP = re.compile(r"\{([123AB])\}")
_STOPS = {"zh": "。"}
_SPARED = 0.5  # of the left-out subjects that hold nothing: nearly every sentence has one
_NOISE = (",", ",", "SAY", "FACT", "FACT", "ASK", "COND", "WORRY", "'", "<ob", "THAT")  # tokens that change no sign


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of holder and target in a made sentence: its features and its sign."""

    text: str
    features: tuple[str, ...]
    sign: str


@dataclass(frozen=True, slots=True)
class Made:
    """A made text: where each gap was filled, and the sign between gaps."""

    text: str
    gaps: dict[str, tuple[int, int]]
    signs: dict[tuple[str, str], str]


def examples(language: str, count: int, seed: int) -> Iterator[Example]:
    """Pairs from ``count`` made texts, the same for the same seed."""
    chance = random.Random(f"{language}{seed}")
    words = frame_words(language)
    for _ in range(count):
        made = _make(language, words, chance)
        yield from _pairs(language, made, chance)


def _make(language: str, words: FrameWords, chance: random.Random) -> Made:
    dice = chance.random()
    if dice < 0.30 and words.mixed:
        frame, _, signs = chance.choice(words.mixed).partition("##")
        labels = {(one[0], one[1]): one[2] for one in signs.split()}
        return _fill(language, words, chance, _opened(language, words, chance, frame.strip()), labels, {"A": "targets", "B": "targets"})
    frame, sign, sort = _clause(words, chance)
    labels = {("1", "A"): sign}
    sorts = {"A": sort}
    text = frame
    if dice > 0.62 and words.joints:
        other, sign, sort = _clause(words, chance)
        text += chance.choice(words.joints) + other.replace("{1}", "{2}").replace("{A}", "{B}")
        labels[("2", "B")], sorts["B"] = sign, sort
    return _fill(language, words, chance, _opened(language, words, chance, text), labels, sorts)


def _clause(words: FrameWords, chance: random.Random) -> tuple[str, str, str]:
    banks = [
        (words.frames, "targets", 64), (words.law_frames, "law", 12), (words.inverse_frames, "inverse", 8), (words.pledge_frames, "pledges", 4),
        (words.view_frames, "views", 7), (words.impersonal, "targets", 8), (words.building_frames, "building", 6),
        (words.clause_frames, "clauses", 9), (words.silent_frames, "silents", 5), (words.claim_frames, "claims", 9),
        (words.dropped, "targets", 9), (words.dropped_clauses, "clauses", 8), (words.dropped_views, "views", 3),
    ]  # fmt: skip
    bank, sort, _ = chance.choices(banks, weights=[weight if bank else 0 for bank, _, weight in banks])[0]
    if sort == "targets" and chance.random() < 0.04:
        sort = "themes"
    if sort == "views" and chance.random() < 0.3:
        sort = "themes"
    weights = {"+": 30, "-": 27, "~": 13, "0": 30}
    sign = chance.choices(list(bank), weights=[weights[name] for name in bank])[0]
    return chance.choice(bank[sign]), sign, sort


def _opened(language: str, words: FrameWords, chance: random.Random, frame: str) -> str:
    return f"{chance.choice(words.openings)}{frame}{chance.choice(words.reasons)}{_STOPS.get(language, '.')}"


def _fill(language: str, words: FrameWords, chance: random.Random, frame: str, signs: dict[tuple[str, str], str], sorts: dict[str, str]) -> Made:
    frame = _chosen(frame, chance)
    if words.asides and chance.random() < 0.12:
        frame = frame.replace("{1}", "{1}" + chance.choice(words.asides), 1)
    names = [name if chance.random() < 0.45 else chance.choice(words.groups) for name in chance.sample(words.holders, 3)]
    wanted = set(signs.values()) != {"0"} or not lexicon(language).words.focused  # who says «we must» wants it
    if words.speakers and wanted and chance.random() < 0.08 and language != "ko":
        names[0] = chance.choice(words.speakers)
    fillers = dict(zip("123", names, strict=True))
    used: set[str] = set()
    for gap, sort in sorts.items():
        proposal, fillers[gap] = _target(words, sort, chance, used)
        used.add(proposal)
    gaps: dict[str, tuple[int, int]] = {}
    text, at = "", 0
    for match in _GAP.finditer(frame):
        text += frame[at : match.start()]
        filler = fillers.get(match[1], "")
        gaps.setdefault(match[1], (len(text), len(text) + len(filler)))
        text, at = text + filler, match.end()
    text += frame[at:]
    return Made(text[:1].upper() + text[1:], gaps, signs)


def _target(words: FrameWords, sort: str, chance: random.Random, used: set[str]) -> tuple[str, str]:
    if sort in ("targets", "inverse", "building", "clauses", "claims"):
        bank = getattr(words, sort)
        proposals = [name for name in bank if name not in used] or list(bank)
        common = [name for name in proposals if name in ("preemptive-ban", "legally-binding-instrument", "new-regulation")]
        proposal = chance.choice(common if common and chance.random() < 0.35 else proposals)
        tail = chance.choice(words.tails) if sort == "targets" and words.tails and chance.random() < 0.15 else ""
        return proposal, chance.choice(bank[proposal]) + tail
    return sort, chance.choice(getattr(words, sort))


def _chosen(frame: str, chance: random.Random) -> str:
    while (match := re.search(r"\[([^\[\]]*)\]", frame)) is not None:
        frame = frame[: match.start()] + chance.choice(match[1].split("|")) + frame[match.end() :]
    return frame


def _pairs(language: str, made: Made, chance: random.Random) -> Iterator[Example]:
    words = lexicon(language)
    passage = Passage("frames", "¶1", 0, made.text, language)
    searched = search(words, passage, _named(words, passage, made))
    for sentence in read_sentences(words, searched):
        for h, holder in enumerate(sentence.holders):
            for t, target in enumerate(sentence.targets):
                left = _gap_of(sentence, made, "123", holder.start, holder.end)
                if holder.sort == "impersonal" and "1" not in made.gaps:
                    left = "1"
                if left is None and holder.sort == "first" and words.words.focused:
                    left = "1"  # «we» in the words that the holder says
                if holder.sort == "dropped":
                    left = next((name for name in "12" if name not in made.gaps), "0")
                right = _gap_of(sentence, made, "AB", target.head, target.head + 1)
                if holder.sort == "dropped" and (left, right) not in made.signs and chance.random() < _SPARED:
                    continue
                if left is not None and right is not None:
                    sign = made.signs.get((left, right), "0")
                    yield Example(made.text, tuple(features(sentence, language, h, t)), sign)
                    for _ in range(2):
                        seen = features(_disturbed(sentence, chance), language, h, t)
                        yield Example(made.text, tuple(one for one in seen if "A" in one[:9] or chance.random() < 0.7), sign)


def _named(words: Lexicon, passage: Passage, made: Made) -> tuple[Mention, ...]:
    """The names in a made sentence; where names are told by their shape alone, all that fill a gap, since reading finds most of them."""
    known = find_mentions(passage, load_names())
    if not words.words.organs:
        return known
    gaps = [made.gaps[name] for name in "123" if name in made.gaps]
    shaped = [
        Mention(start, end, "NGO", None, made.text[start:end])
        for start, end in gaps
        if made.text[start:end] in frame_words(words.language).holders and not any(m.start < end and start < m.end for m in known)
    ]
    return tuple(sorted([*known, *shaped], key=lambda m: m.start))


def _disturbed(sentence: Sentence, chance: random.Random) -> Sentence:
    """The sentence with a few tokens more and fewer, none of which change what is held: real sentences hold more than frames."""
    tokens: list[Token] = []
    for token in sentence.tokens:
        if token.index < 0 and chance.random() < (0.2 if token.name[0] in "<>,'" else 0.0):
            continue
        tokens.append(token)
        if chance.random() < 0.09:
            tokens.append(Token(token.end, token.end, chance.choice(_NOISE)))
    return replace(sentence, tokens=tuple(tokens))


def _gap_of(sentence: Sentence, made: Made, names: str, start: int, end: int) -> str | None:
    first, last = sentence.plain.span(start, end)
    return next((name for name in names if name in made.gaps and made.gaps[name][0] < last and first < made.gaps[name][1]), None)
