"""The sign of a holder that stands behind its target, in a language that puts the verb last. Token names in, a sign or none out; pure."""

from __future__ import annotations

from collections.abc import Sequence

from extract.positions.sign.algebra import SIGNS, chain, times
from extract.positions.sign.verbs_last import WEIGHING, hedged, is_urging, predicate, sign_of, subjects, until_end

_SUBJECT = frozenset({">top", ">nom"})
_ACTORS = frozenset({"h", "i"})
_ADDRESSED = frozenset({">dat", ">ob"})  # «demanded T of H»
_OTHERS = frozenset({"h", "i", "'", "v"})
_STANCES = frozenset({"SUP", "CALL", "OPP", "QUAL", "DOUBT"})
_NOUNS = frozenset({"OPP", "CALL", "SUP", "SAY"})  # «H's opposition», «H's view»
_BY_NOUN = {"OPP": "-", "CALL": "+", "SUP": "+", "SAY": "+"}
_ANSWERS = frozenset({"AGREE", "DISAGREE", "SUP", "OPP", "QUAL", "DOUBT", "BAD", "GOOD", "HARD"})
_CLOSED = (["AND"], ["BUT"], [","])


def behind_target(names: Sequence[str], at_h: int, at_t: int, kind: str) -> str | None:
    """The sign in «“T is needed”, said H», «T, which H opposed», «those who support T are H»; «0»: T is another's."""
    between, after = names[at_t + 1 : at_h], names[at_h + 1 :]
    if (answer := _answered(between, after, kind)) is not None:
        return answer
    if _is_anothers(between, after):
        return "0"
    if (named := _those_named(between, kind)) is not None:
        return named
    if kind == "view" and not _ANSWERS.intersection(after[: after.index("t") if "t" in after else None]):
        return "0"  # what H said to it was something of its own
    if after[:1] == [">top"] and after[1:2] and after[1] in _ACTORS and between[-1:] == ["<adn"]:
        return "0"  # «those who …»: named behind
    if between[-1:] == ["<adn"] and kind == "nominal" and not _OTHERS.intersection(between) and not names[:at_t].count("'") % 2:
        return _named_behind(between[:-1], after, kind)
    if after[:3] == [">gen", "SUP", "CALL"]:
        return "0"  # «asked for the support of H»
    if after[:1] == [">gen"] and _NOUNS.intersection(after[1:2]):
        return _by_own_noun(between, after[1], kind, after[2:])
    if not any(name.startswith(">") for name in after[:1]) and subjects(names, at_t, at_h):
        return "0"  # «as for T, h stood by H»
    return _as_subject(names, at_h, at_t, kind) if _SUBJECT.intersection(after[:1]) else None


def _those_named(between: Sequence[str], kind: str) -> str | None:
    """«Those who support T are H», «those who said that they support T are H»."""
    if len(between) < 4 or between[-1] != ">top" or between[-2] not in _ACTORS or between[-3] != "<adn":
        return None
    told = [name for name in between[:-3] if name != "SAY"]
    if not told or told[-1] not in SIGNS:
        return None
    return times("-", SIGNS[told[-1]]) if kind == "inverse" else SIGNS[told[-1]]


def _answered(between: Sequence[str], after: Sequence[str], kind: str) -> str | None:
    """«Asked whether it was for T, H shook its head»: yes or no to what was asked; none where neither is plain."""
    if "ASK" not in between:
        return None
    if next((name for name in after if name.isupper()), "") == "QUAL":
        return "~"  # «to the question whether it would join T, H said that nothing was decided»
    if kind not in ("nominal", "theme"):
        return None
    asked = chain([name for name in between if name in _STANCES or name in ("NEED", "AGREE")], last_first=True)
    told = [name for name in after if name in ("OPP", "NEG", "DISAGREE", "SUP", "AGREE")]
    if after[:1] not in ([">top"], [">nom"]) or "t" in after or len(told) != 1 or between[-1:] != ["ASK"]:
        return None
    sign = "+" if told[0] in ("SUP", "AGREE") else "-"
    return times(sign, "+" if asked == "0" else asked)


def _by_own_noun(between: Sequence[str], noun: str, kind: str, rest: Sequence[str] = ()) -> str | None:
    """«H's demand that T be begun», «H's opposition to T», «H's view of T is hostile»."""
    if noun == "SAY" and not WEIGHING.intersection(between) and (judged := predicate(rest)) and WEIGHING.intersection(judged):
        return sign_of(judged, kind)
    if noun == "SAY" and hedged([*between, ";"]) and "SUP" in between:
        return "~"  # «that T is right but too early is H's view»
    row = predicate([*between, *([noun] if noun != "SAY" else ())])
    return None if row is None or not WEIGHING.intersection(row) else sign_of(row, kind)


def _is_anothers(between: Sequence[str], after: Sequence[str]) -> bool:
    """Whether what stands before a holder is addressed to it, a condition, or told as a fact or question; or something of its own is only named."""
    told = {"ASK", "FACT"}.intersection(between) and predicate(between) == [] and not _is_closed(between)
    return list(after) == [">gen"] or ("CALL" in after and bool(_ADDRESSED.intersection(after[:1]))) or "COND" in between or bool(told)


def _as_subject(names: Sequence[str], at_h: int, at_t: int, kind: str) -> str | None:
    """«T에 H가 찬성했다», «“T is needed”, said H»."""
    between, after = names[at_t + 1 : at_h], names[at_h + 1 :]
    if not subjects(names, 0, at_t) and kind in ("nominal", "theme") and _is_closed(between):
        return of_topic(after, kind)  # «as for T, h refused it, and H …», «T was put to the vote, and H …»
    if after[:1] == [">nom"] and _topics(names[:at_t]) and is_urging([name for name in until_end(after) if name.isupper()]):
        return "0"  # «h said that H should take part in T»
    if subjects(names, 0, at_t) and between[-1:] in _CLOSED and {"t", "v"}.intersection(after) and not {"t", "v"}.intersection(between):
        return "0"  # «h demanded T, and H was reserved on t»
    described = at_t if names[at_t - 1 : at_t] == ["<adn"] else 0  # «T, which h rejects, H wants»
    if subjects(names, described, at_h):
        return None
    if between[-3:-1] == ["h", ">gen"] and between[-1] in _NOUNS and kind in ("nominal", "theme"):
        sign = of_topic(after, kind)  # «to h's proposal that T …, H said no»
        return times(_BY_NOUN[between[-1]], sign) if sign is not None and sign in "+-~" else None
    if kind != "clause" and (between or kind == "view") and not any(name.isupper() or name in ("t", "v", "'") for name in between):
        return of_topic(after, kind)
    row = predicate(between)
    if row == [] and "ASK" in between:
        return "0"  # «to the question whether T, H said»
    if row is None or not {"SAY", "'"}.intersection(after) or WEIGHING.intersection(after) or between[-1:] not in (["'"], ["SAY"]):
        return None
    return sign_of(row, kind)


def _topics(before: Sequence[str]) -> bool:
    """Whether another has begun to speak: as the topic, or by a pronoun that holds its particle."""
    return any(name in _ACTORS and (before[at + 1] == ">top" or not before[at + 1].startswith(">")) for at, name in enumerate(before[:-1])) or (
        before[-1:] in (["h"], ["i"])
    )


def _is_closed(between: Sequence[str]) -> bool:
    """Whether T opened the sentence as its topic, or was told of, and a connective ends what was said of it before H."""
    if between[-1:] not in _CLOSED or {"t", "v"}.intersection(between):
        return False
    told = WEIGHING.union({"SAY"}).intersection(between)
    return between[:1] == [">dat"] or (between[:1] == [">nom"] and not told and not _OTHERS.intersection(between))


def of_topic(after: Sequence[str], kind: str) -> str | None:
    """What H does to T that stands before it; what is quoted counts where nothing behind the quotation tells."""
    rest = list(after[1:])
    if rest.count("'") == 2 and rest[0] == "'":
        close = rest.index("'", 1)
        told = [name for name in until_end(rest[close + 1 :]) if name != "AND"]
        rest = told if WEIGHING.intersection(told) else rest[1:close]
    row = predicate(rest)
    sign = None if row is None else sign_of(row, kind)
    return "~" if sign == "+" and hedged(rest) else sign


def _named_behind(between: Sequence[str], after: Sequence[str], kind: str) -> str | None:
    """«H, which has called for T, …», in the order «that T called-for H»."""
    if after[:1] in ([">top"], [">nom"]) and after[1:2] in (["NEG"], ["CLAIM"]):
        return "0"  # «there is none that supports T», «that those who support T are few»
    if between[:1] == ["INSTEAD"]:
        return given_up(between, kind)
    row = predicate(between)
    return sign_of(row, kind) if row and _STANCES.intersection(row) else None


def given_up(after: Sequence[str], kind: str) -> str | None:
    """The sign in «instead of T, proposes t»: to be for the one is to be against the other."""
    if kind not in ("nominal", "law") or "t" not in after:
        return None
    row = predicate(after[after.index("t") + 1 :])
    return "-" if row and sign_of(row, "nominal") == "+" else None
