"""Which pairs of a sentence say nothing of a stance, whatever their words weigh. A sentence with a pair in, yes or no out; pure."""

from __future__ import annotations

from extract.positions.pack.words import position_words
from extract.positions.sentence.background import is_made_to
from extract.positions.sentence.tokens import Sentence
from extract.positions.sign.announced import has_object, points_within
from extract.positions.sign.beside import asks_itself, is_beside, is_passed_on
from extract.positions.sign.features import clause, names_of

TOLD = frozenset({"named", "group"})
_LAW_JUDGED = frozenset({"SUFF", "INSUF", "LACK", "DOUBT", "BAD", "HARD", "RATHER", "QUAL", "OPP", "DISAGREE"})
_LAW_CALLED = _LAW_JUDGED | {"GOOD", "SUP", "NEED", "NEG", "PREFER"}
_ACTS = frozenset({"SUP", "OPP", "CALL", "QUAL"})


def says_nothing(sentence: Sentence, near: Sentence, names: frozenset[str], language: str, holder: int, target: int) -> bool:
    """Whether the sentence (``names``: of its tokens; ``near``: as seen from the pair) cannot tell what the holder thinks of the target."""
    who, what, words = sentence.holders[holder], sentence.targets[target], position_words(language)
    duty = _ends_in_duty(sentence) if words.verb_last else "DUTY" in names and "SAY" not in names
    if words.verb_last and (is_made_to(sentence, language, holder) or _is_anothers_act(sentence, holder, target)):
        return True
    if who.sort in TOLD and (duty or (words.focused and _is_told(near, holder, target))):
        return True  # what one must do is not what one wants
    opening = [token.name for token in sentence.tokens[:5]]
    blamed = {"BAD", "OPP", "INSUF"}.intersection(clause([token.name for token in sentence.tokens if token.start >= what.end]))
    if who.start == who.end and ((opening[:4] == ["h", "SAY", "THAT", "CLAIM"] and not blamed) or opening == ["h", "SAY", "THAT", "CALL", "<of"]):
        return True  # «the argument that …» is another's
    if [token.name for token in sentence.tokens if token.end == what.head] == ["<until"]:
        return True  # «…, until there is T»
    if who.start == who.end and asks_itself(sentence, target):
        return True
    if who.sort == "named" and is_beside(near, holder, target):
        return True
    if what.kind == "building" and "OPP" not in names:
        return True  # to speak of weapons being built or used is no position; to oppose it is
    if words.focused and (points_within(sentence, language, holder, target) or has_object(sentence, holder, target)):
        return True
    if what.kind == "pledge" and (who.start > what.head or is_passed_on(near, holder, target)):
        return True  # whoever has no intention is named before it
    judged = _LAW_JUDGED if words.focused or words.verb_last else _LAW_CALLED
    return what.kind == "law" and judged.isdisjoint(token.name for token in near.tokens)  # to name the law is no view of it


def _is_anothers_act(sentence: Sentence, holder: int, target: int) -> bool:
    """Whether T meets with what somebody does who is named, and not with what is done by whoever is left out («it met with h's opposition»)."""
    if sentence.holders[holder].start < sentence.holders[holder].end:
        return False
    names = [token.name for token in sentence.tokens if token.start >= sentence.targets[target].head]
    return any(names[at : at + 2] == ["h", ">gen"] and {"SUP", "OPP"}.intersection(names[at + 2 : at + 3]) for at in range(len(names)))


def _ends_in_duty(sentence: Sentence) -> bool:
    """Whether the last verb is that of a duty: one within a quotation tells what is wanted."""
    return next((token.name for token in reversed(sentence.tokens) if token.name.isupper() and token.end > token.start), "") == "DUTY"


def _is_told(near: Sentence, holder: int, target: int) -> bool:
    """Whether a holder before the target is told what it must do («states should»), in a sentence focused on the pair."""
    names = names_of(near, holder, target)
    at, at_t = names.index("H"), names.index("T")
    if at < at_t:
        charged = names[at - 1 : at] == ["<by"] and bool(_ACTS.intersection(names[:at]))  # «in favour of a code drawn up by H»
        return names[at + 1 : at + 2] == [">duty"] or charged
    between = names[at_t:at]
    own = between[len(between) - between[::-1].index(",") :] if "," in between else []
    return bool(_ACTS.intersection(own)) and "SAY" not in names[at:] and names[at - 1] != "<by"  # «…, but would not see H give it up»


def worries(sentence: Sentence, holder: int, target: int) -> bool:
    """Whether all that a holder does is to worry about what the target will do, or to blame another for opposing it: that is no view of its own."""
    names = names_of(sentence, holder, target)
    led = not position_words(sentence.plain.passage.language).verb_last  # where the verb stands last, what is lacking stands before
    at = names.index("T")
    if led and names[at - 1] == "LACK" and names.index("H") < at - 2 and names[at - 2] not in ("OPP", "WORRY"):  # but «deplored the lack of T»
        return True  # «wants this without T»
    between, after = names[names.index("H") + 1 : names.index("T")], [name for name in names[names.index("T") + 1 :] if name.isupper()]
    if between[:3] == [">top", "h", ">nom"] and after == ["OPP", "SAY", "OPP"]:
        return True  # «H blames another for opposing T»
    row = [name for name in between if name.isupper()]
    return row == ["WORRY"] and names[names.index("T") + 1 : names.index("T") + 2] == [">be"]
