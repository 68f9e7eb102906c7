"""Which pairs of a sentence are positions. A sentence in, signed pairs with their probability out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extract.positions.actors.speaking import answers_itself, asks
from extract.positions.pack.lexicon import lexicon
from extract.positions.pack.words import position_words
from extract.positions.sentence.focus import seen_from
from extract.positions.sentence.strangers import of_another
from extract.positions.sentence.tokens import Sentence
from extract.positions.sign.algebra import SIGNS, chain, times
from extract.positions.sign.announced import announced_sign, ballot_cast, side_taken
from extract.positions.sign.features import clause, names_of, own_features
from extract.positions.sign.grammar import plain_sign, voiced_sign
from extract.positions.sign.grammar_last import plain_sign_last
from extract.positions.sign.model import Model
from extract.positions.sign.roles_last import undertakes
from extract.positions.sign.silent import TOLD, says_nothing, worries

SURE = {"+": 0.5, "-": 0.5, "~": 0.5}
_ANNOUNCED = 0.95  # where the head of a list or an endorsing phrase gives the sign
_UNDERTAKEN = 0.8  # of the subject of the clause that holds an undertaking
_SIDED = 0.85  # of a group that is named by what it sides on
UNSURE = 0.35  # from here to sure, a pair is skipped aloud
_SUBJECTS = ("top", "nom")
_PRONOUNS = frozenset({"first", "author", "third"})
_IN_WORDS = TOLD | {"impersonal"}
_KEPT = 256  # pairs whose plain reading is remembered, which is asked for again when it is weighed how far to trust it
_MOST = 60  # pairs of a sentence; an endless one is a list that no sentence frame resembles


@dataclass(frozen=True, slots=True)
class Signed:
    """A pair by the numbers of its holder and target, its likeliest sign but none, and how likely that is."""

    holder: int
    target: int
    sign: str
    probability: float


def signed_pairs(model: Model, sentence: Sentence, language: str) -> Iterator[Signed]:
    """The pairs that may be positions, in the order of the targets."""
    if not sentence.holders or not sentence.targets or len(sentence.holders) * len(sentence.targets) > _MOST:
        return
    names = frozenset(token.name for token in sentence.tokens)
    question = asks(sentence.plain, (sentence.start, sentence.end), sentence.tokens)
    own = answers_itself(sentence.plain, sentence.end, sentence.tokens)  # the judgement is of whoever asks, not of those it names
    for target in range(len(sentence.targets)):
        for holder in range(len(sentence.holders)):
            if (question and sentence.holders[holder].sort != "first") or (own and sentence.holders[holder].sort in ("named", "group")):
                continue  # a question is nobody's position
            near = seen_from(sentence, language, holder, target)
            if says_nothing(sentence, near, names, language, holder, target):
                continue
            focused = position_words(language).focused
            told = (announced_sign(sentence, language, holder, target) or ballot_cast(near, language, holder, target)) if focused else None
            if told is not None:
                yield Signed(holder, target, told, _ANNOUNCED)
                continue
            odds = _weighed(near, language, holder, target, model.probabilities(own_features(near, language, holder, target), language))
            sign = max("+-~", key=lambda one: odds[one])
            if sign == "+" and worries(sentence, holder, target):
                continue
            checked = _checked(sentence, holder, target, sign)
            probability = odds[sign] if checked == sign else odds["+"] + odds["-"]  # a side is taken; which one, the words leave no doubt
            if probability >= UNSURE:
                yield Signed(holder, target, checked, probability)


def _weighed(sentence: Sentence, language: str, holder: int, target: int, odds: dict[str, float]) -> dict[str, float]:
    """The learned odds and what the grammar of plain clauses says, where the language has one and it says anything."""
    kind, words = sentence.targets[target].kind, position_words(language)
    if (side := side_taken(sentence, language, holder, target)) is not None:
        return {sign: _SIDED * (sign == side) for sign in odds}
    if words.verb_last and kind == "pledge":  # to undertake it is to be for it
        spoken_for = any(_undertaken_by_another(sentence, other, target) for other in range(holder))
        least = _UNDERTAKEN if spoken_for or undertakes(names_of(sentence, holder, target)) else 0.0
        odds = {**odds, "+": max(odds["+"] + odds["-"], least), "-": 0.0}
        return {**odds, "+": 0.0, "0": odds["0"] + odds["+"]} if _undertaken_by_another(sentence, holder, target) else odds
    if not words.grammar:
        return odds
    if _is_refused(sentence, holder, target):
        return {sign: _SIDED * (sign == "-") for sign in odds}
    plain = plain_reading(sentence, language, holder, target)
    if words.verb_last and of_another(sentence, sentence.holders[holder], sentence.targets[target].head):
        plain = "0"
    if plain is None:
        return odds
    mixed = {sign: (1 - words.grammar) * value + words.grammar * (sign == plain) for sign, value in odds.items()}
    if odds.get(plain, 0.0) > 0.5 and plain != "0" and sentence.holders[holder].sort in _IN_WORDS and sentence.targets[target].proposals:
        return {sign: 1 - (1 - value) * words.doubt if sign == plain else value * words.doubt for sign, value in mixed.items()}
    return mixed


def _is_refused(sentence: Sentence, holder: int, target: int) -> bool:
    """Whether whoever speaks says nothing but that he does not want it («Not a T.», «No T.»)."""
    who, what = sentence.holders[holder], sentence.targets[target]
    names = [token.name for token in sentence.tokens if token.end <= what.head and token.name != "h"]
    bare = who.start == who.end and set(names) <= {"SAY", "THAT", "<no", "NEG"} and "<no" in names
    return bare and not any(map(str.isalpha, sentence.plain.text[what.end : sentence.end]))


@lru_cache(maxsize=_KEPT)
def plain_reading(sentence: Sentence, language: str, holder: int, target: int) -> str | None:
    """The sign that the grammar of plain clauses reads; None where it has no rule for the clause."""
    words, kind = position_words(language), sentence.targets[target].kind
    if words.verb_last:
        return plain_sign_last(_plain_names(sentence, holder, target), kind)
    names = names_of(sentence, holder, target)
    plain = plain_sign(names, kind)
    return voiced_sign(names, kind) if plain is None and words.focused else plain


def _undertaken_by_another(sentence: Sentence, holder: int, target: int) -> bool:
    """Whether it is the body whose head only says so («the firm, said its president, will build none»): the subject nearest to the words."""
    names = [(token.name, token.index) for token in sentence.tokens]
    between = names[names.index(("h", holder)) : names.index(("t", target))] if ("h", holder) in names else []
    return any(name == "h" and index != holder and after[0] == ">top" for (name, index), after in pairwise(between))


def _plain_names(sentence: Sentence, holder: int, target: int) -> list[str]:
    """The names of the tokens with what a pronoun holds in itself, its particle, and without weapons that are only said to be built or used."""
    names: list[str] = []
    hidden = False
    for token, name in zip(sentence.tokens, names_of(sentence, holder, target), strict=True):
        hidden = (name == "t" and sentence.targets[token.index].kind == "building") or (hidden and name.startswith(">"))
        if not hidden:
            names.append(name)
        if (name == "H" or (name == "h" and "T" not in names)) and _bears_particle(sentence, token.index):
            names.append(">top")
    return names


def _bears_particle(sentence: Sentence, holder: int) -> bool:
    """Whether a pronoun holds in itself the particle of a subject."""
    roles, who = lexicon(sentence.plain.passage.language).after, sentence.holders[holder]
    subject = (pattern for name, pattern in roles if name in _SUBJECTS)
    return who.sort in _PRONOUNS and who.end > who.start and any(role.match(sentence.plain.text, who.end - 1) for role in subject)


def _checked(sentence: Sentence, holder: int, target: int, sign: str) -> str:
    """The learned sign, or the algebra's where the chain leaves no doubt: to be against the claim that something is good is to be against it."""
    names = [token.name for token in sentence.tokens]
    places = [(token.name, token.index) for token in sentence.tokens]
    at_h, at_t = places.index(("h", holder)), places.index(("t", target))
    said = [name for name in clause(names[:at_t][::-1]) if name != ","]
    if names[at_t + 1 : at_h] == [">gen"] and len(said) == 1 and said[0] in SIGNS:
        return SIGNS[said[0]]  # «those who demand T are H»
    between = [name for name in names[at_h + 1 : at_t] if name.isupper() and name != "THAT"]
    if sign == "-" and _not_first(sentence, names[at_t + 1 :], target):
        return "~"
    if sentence.targets[target].kind == "inverse" and between == ["SAY"] and "BAD" in clause(names[at_t + 1 :]):
        return "+"  # «to leave it to machines is unacceptable»
    if between != ["OPP", "CLAIM"]:
        return sign
    after = chain(clause(names[at_t + 1 :]))
    return times("-", after) if after in ("+", "-") else sign


def _not_first(sentence: Sentence, after: list[str], target: int) -> bool:
    """Whether a proposal that others want first is only said not to be needed: a reserve («a definition is not needed to begin»)."""
    first = position_words(sentence.plain.passage.language).preconditions
    said = [name for name in clause(after) if name.isupper()]
    return sorted(said[:2]) == ["NEED", "NEG"] and any(one.removeprefix("proposal:") in first for one in sentence.targets[target].proposals)
