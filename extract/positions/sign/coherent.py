"""Which signed pairs of a sentence stand beside each other, and which another makes superfluous. Signed pairs in, fewer out; pure."""

from __future__ import annotations

from extract.positions.pack.words import position_words
from extract.positions.sentence.targets import Target
from extract.positions.sentence.tokens import Sentence
from extract.positions.sign.announced import is_warned
from extract.positions.sign.decide import Signed


def coherent(sentence: Sentence, pairs: list[Signed]) -> list[Signed]:
    """The pairs without those that another makes superfluous.

    The special aspect of human control counts, not the general one too, and the instrument, not the rules it holds; whoever
    finds the law sufficient wants no new one; who does not
    oppose the building of weapons takes no side on a ban, and who opposes it may mean the weapons alone. In «A supports X, while B opposes Y»
    B takes no side on X.
    """
    pairs = [pair for pair in pairs if not (_taken(sentence, pair, pairs) or _its_own(sentence, pair, pairs))]
    names = {(pair.holder, pair.sign, name) for pair in pairs for name in sentence.targets[pair.target].proposals}
    special = {name for target in sentence.targets for name in target.proposals} & _SPECIAL
    return [pair for pair in pairs if not _superfluous(sentence, pair, names, bool(special))]


def _taken(sentence: Sentence, pair: Signed, pairs: list[Signed]) -> bool:
    """Whether a target is that of a holder before it, and the pair's holder, who comes later, has another behind."""
    target, start = sentence.targets[pair.target], sentence.holders[pair.holder].start
    if start < target.head or not target.proposals:
        return False
    others = [one for one in pairs if one is not pair and sentence.targets[one.target].proposals]
    own = any(one.holder == pair.holder and sentence.targets[one.target].head > start for one in others)
    return own and any(one.target == pair.target and sentence.holders[one.holder].end <= target.head for one in others)


def _its_own(sentence: Sentence, pair: Signed, pairs: list[Signed]) -> bool:
    """Whether the view spoken of is the holder's own, so that another judges it («some say that T is too early, a view that does not hold»)."""
    what = sentence.targets[pair.target]
    if what.kind != "view":
        return False
    told = {one.holder for one in pairs if sentence.targets[one.target].proposals and sentence.targets[one.target].head < what.head}
    return told == {pair.holder}


_SPECIAL = frozenset({"proposal:meaningful-human-control", "proposal:appropriate-human-judgment"})
_NEW_LAW = frozenset({"proposal:new-regulation", "proposal:legally-binding-instrument"})


def _describes(sentence: Sentence, target: Target, other: Target) -> bool:
    """«a treaty that rules the rest»: where the verb stands last, a rule before the treaty it belongs to."""
    joins = position_words(sentence.plain.passage.language).of_treaties
    if "proposal:legally-binding-instrument" not in other.proposals:
        return False
    return other.start > target.end and sentence.plain.text[target.end : other.start].strip() in joins


def _superfluous(sentence: Sentence, pair: Signed, names: set[tuple[int, str, str]], special: bool) -> bool:
    target = sentence.targets[pair.target]
    if "proposal:new-regulation" in target.proposals and any(_describes(sentence, target, other) for other in sentence.targets):
        return True
    if pair.sign == "+" and is_warned(sentence, pair.target):
        return True
    if target.kind == "building":
        return pair.sign == "-" or (pair.sign == "+" and "proposal:preemptive-ban" in target.proposals)
    if "proposal:retain-human-control" in target.proposals:
        return special
    if pair.sign == "+" and "proposal:ccw-as-forum" in target.proposals:
        return (pair.holder, "+", "proposal:other-forums") in names
    if pair.sign == "+" and "proposal:new-regulation" in target.proposals and (pair.holder, "+", "proposal:legally-binding-instrument") in names:
        return True  # rules that bind are the instrument
    return pair.sign == "+" and bool(_NEW_LAW.intersection(target.proposals)) and (pair.holder, "+", "proposal:existing-ihl-sufficient") in names
