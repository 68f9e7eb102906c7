"""The verbs that govern a target in a language that puts the verb last. Token names behind the target in, their cues and sign out; pure."""

from __future__ import annotations

from collections.abc import Sequence

from extract.positions.sign.algebra import SIGNS, chain, times

WEIGHING = frozenset({*SIGNS, "NEG", "AGREE", "DISAGREE"})
URGED = frozenset({"CALL", "NEED", "DUTY"})
UNPLAIN = frozenset({"?", "ASK", "FACT", "RATHER", "INSTEAD", "COND", "LACK"})
AGAINST = frozenset({"OPP", "BAD", "NEG", "DOUBT"})
_TOLD = frozenset({"SAY", "CALL"})
_SUBJECT = frozenset({">top", ">nom"})
_ACTORS = frozenset({"h", "i"})
_OF_LAW = frozenset({"SUFF", "INSUF", "BAD", "HARD", "DOUBT", "QUAL", "NEG"})
_ENDS = frozenset({"BUT", "AND", ";", "t", "v"})
_OTHERS = frozenset({"h", "i", "t", "v"})
_STANCES = frozenset({"SUP", "OPP", "QUAL", "DOUBT"})
_VIEWS = {"AGREE": "SUP", "DISAGREE": "OPP"}
_TWICE = frozenset({"NEG", "OPP"})


def until_end(after: Sequence[str]) -> list[str]:
    """What belongs to T's own clause: up to a connective, or the next target, behind its first verb."""
    end = next((at for at, name in enumerate(after) if name in _ENDS and any(n.isupper() for n in after[:at])), len(after))
    return list(after[:end])


def predicate(after: Sequence[str]) -> list[str] | None:
    """The cues of the verbs behind T, up to the next clause or target; none where the clause is not plain."""
    row: list[str] = []
    after = _to_comma(after)
    if list(after[:2]) == [">gen", "FACT"]:
        after = after[2:]  # «the adoption of T»
    if list(after[:1]) == ["FACT"] and not {*URGED, "SUP", "BAD", "OPP"}.intersection(after[1:2]):
        return []  # «a meeting on T»
    for at, name in enumerate(after):
        if name in _ENDS and row:
            return None if name in ("t", "v") and after[at - 1] == ">gen" else _topic(after, at) or row
        if name in ("t", "v") and not row and after[:1] == [">acc"] and after[at + 1 : at + 2] in ([">top"], [">nom"]):
            return []  # «if T is done, t is superfluous»
        if name == "RATHER" and not row and after[at - 1 : at] == ["t"]:
            continue  # «T is better than t»
        if name in UNPLAIN:
            found = _unplain(after, at, row)
            if found is None or name != "FACT" or not found:
                return found
            continue
        if name not in _ENDS and not name.startswith((">", "<")):
            row.append(name)
    return row


def _to_comma(after: Sequence[str]) -> Sequence[str]:
    """The tokens up to a comma behind a verb that weighs T."""
    at = next((at for at, name in enumerate(after) if name == "," and WEIGHING.intersection(after[at - 1 : at])), len(after))
    return after[:at]


def _unplain(after: Sequence[str], at: int, row: Sequence[str]) -> list[str] | None:
    """What a question, a condition or a report of facts makes of the row: none where it is not plain, an empty one where nothing is held."""
    name, weighed = after[at], WEIGHING.intersection(row)
    if name == "ASK":
        return ["QUAL"] if "QUAL" in after[at:] else []  # «evaded the question whether», «asked whether»
    if name == "RATHER" and weighed and "t" in after[at:]:
        return []  # «rather than to hasten T, t comes first»
    if name == "COND":
        return None if weighed else []
    if name == "FACT":
        if URGED.intersection(after[at + 1 : at + 2]) or (at == 0 and {"BAD", "OPP"}.intersection(after[1:2])):
            return [name]  # «must be adopted», «to debate T is premature»: goes on
        if after[at + 1 : at + 2] == ["RATHER"]:
            return []  # «before it is debated»
        return None if weighed or WEIGHING.intersection(until_end(after[at:])) else []  # «was held»
    return None


def _topic(after: Sequence[str], at: int) -> list[str] | None:
    """«As for T, it must be thought over, and is reserved»: T is what the whole sentence is about."""
    last = [name for name in after[at:] if name.isupper()][-1:]
    alone = after[:1] == [">dat"] and after[at] == "AND" and not _OTHERS.intersection(after[at:])
    return last if alone and last and last[0] in _STANCES else None


def sign_of(row: Sequence[str], kind: str) -> str | None:
    """The sign of the verbs, the last one outermost; «0» where none weighs."""
    cues = _single([_VIEWS.get(name, name) for name in _of_one_mind(row) if name in WEIGHING])
    settled = _settled(row, cues, kind)
    if settled is not None:
        return settled or None
    if cues.count("NEG") > 1:  # «that it does not agree is no wonder»
        cues = cues[: cues.index("NEG") + 1]
    if kind == "law" and (not {"SUFF", "INSUF"}.intersection(cues) or not set(cues) <= {"SUFF", "INSUF", "NEG", "OPP", "SUP"}):
        return None
    sign = chain(cues, last_first=True)
    return None if sign == "0" else times("-", sign) if kind == "inverse" else sign


def _settled(row: Sequence[str], cues: Sequence[str], kind: str) -> str | None:
    """The sign that a kind of target gives its verbs; empty where nothing is plain, none where the chain of verbs must tell."""
    if not cues:
        return "+" if kind == "clause" else "0" if kind in ("nominal", "theme", "law") else ""
    if list(row[:2]) == ["BAD", "OPP"] and kind == "nominal":
        return "0"  # «no new rule must hamper …»
    if kind == "clause" and set(cues) <= URGED:
        return "+"
    if (kind, list(cues)) in (("nominal", ["NEG"]), ("view", ["DOUBT"])):
        return "0" if kind == "nominal" else "-"  # whatever is not done to T; who doubts what another said does not share it
    if kind == "inverse" and cues[0] == "NEG":
        return chain(cues[1:], last_first=True) if cues[1:] else "+"  # «so that it is not hampered, it must …»
    if not SIGNS.keys() & set(cues) or cues[0] == "NEG":
        return ""
    return "0" if kind == "law" and not _OF_LAW.intersection(cues) else None  # that the law be kept, or grow, says nothing of its being enough


def _of_one_mind(row: Sequence[str]) -> list[str]:
    """The row without a verb of refusal that only repeats what was said («belittled it as empty talk», «refused it, saying that it harms»)."""
    said = list(row)
    if len(said) > 2 and said[-1] == "OPP" and said[-2] == "SAY" and "CLAIM" not in said:
        before = [name for name in said[:-1] if name != "SAY"]
        if before and before[-1] in ("BAD", "INSUF"):
            return said[:-1]
    return said


def _single(cues: Sequence[str]) -> list[str]:
    """The cues, those of one judgement said twice («insufficient, for it lacks …») once."""
    return [name for at, name in enumerate(cues) if not at or name != cues[at - 1] or name in _TWICE]


def hedged(after: Sequence[str]) -> bool:
    """«… T is needed, but it is too early»: a reserve right behind what is said for T, of nothing else."""
    at = next((at for at, name in enumerate(after) if name == "BUT"), len(after))
    rest = list(after[at + 1 :])
    end = next((at for at, name in enumerate(rest) if name in _OTHERS), len(rest))
    told = [name for name in rest[:end] if name in WEIGHING]
    alone = end == len(rest) or (told[:1] == ["QUAL"] and rest[end - 1 : end] == [","])
    reserve = told[:1] in (["BAD"], ["QUAL"], ["HARD"], ["DOUBT"], ["INSUF"]) or told in (["OPP"], ["DISAGREE"])
    return not _OTHERS.intersection(after[:at]) and reserve and alone


def is_urging(said: Sequence[str]) -> bool:
    """«… that it should, said», «… that it do so, demanded»."""
    return said[-1:] == ["CALL"] or (bool(URGED.intersection(said)) and bool(_TOLD.intersection(said[1:])))


def subjects(names: Sequence[str], start: int, end: int) -> list[int]:
    """Where another acts between two places of the row."""
    return [at for at in range(start, min(end, len(names) - 1)) if names[at] in _ACTORS and names[at + 1] in _SUBJECT]
