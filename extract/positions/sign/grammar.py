"""The sign of a holder towards a target in a plain clause, by the algebra of polarity alone. Token names in, a sign or none out; pure.

A sign is + - ~, or 0 where it is sure that nothing is held; None where the clause is not plain enough to tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.positions.sign.algebra import SIGNS, chain, negated, times
from extract.positions.sign.features import clause
from extract.positions.sign.grammar_behind import ASIDE, ATTITUDES, UNPLAIN, fronted, judged, told_after
from extract.positions.sign.grammar_choice import REPORT, chosen, instead, special
from extract.positions.sign.grammar_others import barred_by, holds_another, own_clause, quoted_by_another, told_of_another, unaddressed
from extract.positions.sign.reduce import reduced

_DENYING = frozenset({"NEG", "ASK", "DOUBT"})
_NOT_SUBJECT = frozenset({"<ob", "<from", "<no", "<by"})


def plain_sign(names: Sequence[str], kind: str) -> str | None:
    """The sign of «H» towards «T» among the names of a sentence's tokens; ``kind`` is the target's."""
    names = reduced(names)
    at_h, at_t = names.index("H"), names.index("T")
    if kind in ("building", "view") or "?" in names[max(at_h, at_t) :]:
        return None
    if at_h < at_t:
        barred = barred_by(names[at_h + 1 : at_t], kind)
        return _before_target(names, at_h, at_t, kind) if barred is None else barred
    if "IF" in own_clause(names[:at_t]) or told_of_another(names[:at_t], names[at_t + 1 : at_h]):
        return "0"  # «if T fails, H …», «h supports T, said H»
    return told_after(names[at_t + 1 : at_h], names[at_h + 1 :], kind) or fronted(names[:at_t], names[at_t + 1 : at_h], names[at_h + 1 :], kind)


def _before_target(names: Sequence[str], at_h: int, at_t: int, kind: str) -> str | None:
    """«H supports T», «H said that T is needed», «for H, T is too weak»."""
    before = [name for name in names[:at_h] if name not in ASIDE]
    if before[-1:] and before[-1] in _NOT_SUBJECT and not _is_aside(names, at_h, at_t):
        asked = before[-2:] == ["CALL", "<ob"] and "NEED" not in names[at_h + 1 : at_t]  # but «to drop their resistance to T»
        return "0" if asked else _titled(before, names[at_h + 1 : at_t])
    if _no_subject(names, at_h, at_t, before):
        return "0"
    if names[:at_h] in (["NEG"], ["NEG", "NEG"]):  # «neither A nor B supports T», a list that is parted or not
        sign = _told(names[at_h + 1 : at_t], _following(names, at_t), kind)
        return negated(sign) if sign in ("+", "-") else None
    if _DENYING.intersection(before[-2:]):
        return None
    if before[-1:] == ["<of"] and names[at_h + 1 : at_t] == [","] and (own := judged(_following(names, at_t), kind)) != "0":
        return times("-", own) if kind == "inverse" else own  # «for H, T is too weak»
    bound = kind == "claim" and list(names[at_t - 2 : at_t]) == [
        "t",
        ">duty",
    ]  # «no treaty should hamper T»: the claim says what the treaty must not do
    between, apart = names[at_h + 1 : at_t - 2 * bound], names[at_t + 1 : at_t + 2] == [","]
    sign = _told(between, [] if apart else _following(names, at_t), kind) or (_told(between, _following(names, at_t), kind) if apart else None)
    return "~" if sign == "+" and _hedged(names[at_t + 1 :]) else sign


def _no_subject(names: Sequence[str], at_h: int, at_t: int, before: Sequence[str]) -> bool:
    """Whether it is sure that H does nothing to T itself: it is told of another, asked, owns T, or stands in a condition."""
    between = list(names[at_h + 1 : at_t])
    owner = between == [">gen"] and before[-1:] in (["OPP"], ["SUP"], ["DOUBT"])  # «rejects H's T»
    asks = before[-1:] in (["ASK"], ["CALL"]) or before[-2:] in (
        ["ASK", "THAT"],
        ["CALL", "THAT"],
    )  # «whether H supports T», «asked that H support T»
    condition = before[-1:] == ["IF"] and between[-1:] == [","]  # «unless H agrees, T …»
    return owner or asks or condition or _is_aside(names, at_h, at_t) or holds_another(between) or quoted_by_another(names, at_h, at_t)


def voiced_sign(names: Sequence[str], kind: str) -> str | None:
    """The sign where the target stands as an object before the verb («对T表示支持»): what is said right behind it."""
    at_h, at_t = names.index("H"), names.index("T")
    between = [name for name in names[at_h + 1 : at_t] if not name.startswith(">") and name not in ASIDE]
    if at_h > at_t or between != ["<ob"] or kind == "law":
        return None
    after = _following(names, at_t)
    while after and after[0] in (">say", "SAY"):  # «T对…表示支持»: the verb that only carries what is said
        after = after[1:]
    sign = judged(after, kind)
    return None if sign == "0" else times("-", sign) if kind == "inverse" else sign


def _is_aside(names: Sequence[str], at_h: int, at_t: int) -> bool:
    """Whether H only stands in what is told of h («h, which belongs to H, opposes T», «h rejected t promoted by H and asked for T»)."""
    between_commas = list(names[at_h - 2 : at_h]) == ["h", ","] and list(names[at_h + 1 : at_h + 2]) == [","] and at_h + 2 < at_t
    agent = list(names[at_h - 1 : at_h]) == ["<by"] and "h" in names[:at_h] and names[at_h + 1] == "AND"
    return between_commas or agent


def _titled(before: Sequence[str], between: Sequence[str]) -> str | None:
    """«A proposal by H to do T», «opposition from H to T»."""
    row = [name for name in between if name not in ASIDE and not name.startswith("<")]
    if row or before[-1] not in ("<by", "<from", "<of") or len(before) < 2 or before[-2] not in ("CALL", "SUP", "OPP"):
        return None
    return SIGNS[before[-2]]


def _hedged(after: Sequence[str]) -> bool:
    """«… supports T but has reservations»."""
    row = [name for name in after if name not in ASIDE]
    rest = clause(row[1:]) if row[:1] == ["BUT"] else []
    plain = [name for name in rest if not name.startswith(("<", ">")) and name not in ("COND", "FACT")]
    doubted = plain[:1] in (["DOUBT"], ["ASK"], ["INSUF"]) or plain[:2] == ["NEG", "SUFF"]  # «likes T but doubts that it can be checked»
    return (doubted or "QUAL" in rest) and row[1 + len(rest) : 2 + len(rest)] != ["t"]


def _following(names: Sequence[str], at_t: int) -> list[str]:
    own = clause(names[at_t + 1 :])
    own = own[:-2] if own[-1:] == ["<by"] and own[-2:-1] and own[-2] in ATTITUDES else own  # «T, promoted by h»
    own = own[:-1] if own[-1:] == ["QUAL"] and names[at_t + 1 + len(own) : at_t + 2 + len(own)] == ["t"] else own  # «T without a view on t»
    return [name for name in own if name not in ASIDE]


def _told(between: Sequence[str], after: Sequence[str], kind: str) -> str | None:
    """«H supports T», «H said that T is needed»."""
    row = [name for name in unaddressed(between) if name not in ASIDE and not name.startswith((">", "<"))]
    if "h" not in row:
        row = _own(row)
    if (sign := chosen(row, between, kind)) is not None:
        return sign
    if row[-1:] in (["RATHER"], ["BUT"]) and "t" in row:
        return "+" if row == ["OPP", "t", "RATHER"] and "<ob" in between else instead(row)  # «against putting t in the place of T»
    if kind == "law" and row[-1:] == ["t"] and (behind := judged(after, kind)) in ("+", "-"):
        return behind  # «sees no need for t because the law suffices»
    if "t" in row:  # «H wants neither t nor T»
        at = row.index("t")
        if any(name not in ("t", "NEG") for name in row[at:]):
            return None
        row = row[:at]
    if "AND" in row[:-1]:  # «criticised others and called for T»
        row = row[len(row) - row[::-1].index("AND") :]
    if (sign := special(row, after, kind)) is not None:
        return sign
    if UNPLAIN.intersection(row) or ">duty" in between:
        return None
    return _signed(row, after, kind)


def _signed(row: list[str], after: Sequence[str], kind: str) -> str | None:
    """The sign of a row of cues between holder and target."""
    if kind in ("pledge", "claim") and _denied(row):
        return "-"
    if kind == "pledge":
        return "+" if not {"CALL", "OPP", "QUAL"}.intersection(row) else None
    if kind == "claim":
        return "+" if set(row) <= REPORT | {"CALL", "NEED", "SUP", "GOOD"} and row else None
    if row[-1:] == ["SUP"] and chain(row) == "+" and list(after[:1]) == ["QUAL"]:
        return "~"  # «open to T in principle»
    return _both(row, chain(row), judged(after, kind), kind)


def _denied(row: Sequence[str]) -> bool:
    """«Disputes that humans must decide», «rejected the suggestion that it should renounce them»."""
    said = [name for name in row if name not in REPORT]
    denies = said[:1] in (["OPP"], ["DISAGREE"], ["NEG"]) and row[:1] == said[:1] and row[-1] != "NEG"
    return denies and set(said[1:]) <= {"CALL", "NEED", "COND"} and not {"THAT", "CLAIM"}.isdisjoint(row)


def _own(row: list[str]) -> list[str]:
    """The row without pronouns for the holder, and without what the holder did before the last verb («presented a paper and called for T»)."""
    row = [name for name in row if name != "i"]
    if row[-2:] in (["AGREE", "CALL"], ["AGREE", "CLAIM"]):
        return [*row[:-2], "SUP"]  # «associates itself with the call for T»
    at = max((place for place, name in enumerate(row) if name == "FACT"), default=-1) if row[:2] != ["OPP", "THAT"] else -1
    return row[at + 1 :] if row[-1:] and row[-1] in ATTITUDES and "t" not in row[at + 1 :] else row


def _both(row: list[str], said: str, behind: str, kind: str) -> str | None:
    """The sign of what stands between holder and target and of what is said of the target behind it, where they do not clash."""
    if "NEG" in row and set(row) <= REPORT | {"NEG"} and (row[-1] == "NEG" or behind == "+"):  # «said that no T was needed»
        return negated(behind) if behind != "0" else None
    if kind == "inverse":
        sign = said if behind == "0" else behind if said == "0" and row else None
        return times("-", sign) if sign in ("+", "-") else None
    if kind == "law" and behind in ("+", "-") and ({"DOUBT", "DISAGREE"}.intersection(row) or row[-2:] == ["OPP", "THAT"]):
        return times("-", behind)  # «was not convinced that the law was insufficient»
    if kind == "law":
        return behind if behind != "0" and said == "0" and row else None
    if row[-2:] == ["OPP", "THAT"] and behind in ("+", "-"):
        return times("-", behind)  # «not persuaded that T is needed», «regretted that T was blocked»
    if "0" not in (said, behind):
        return said if said == behind else None
    if said == "0" and not set(row) & REPORT:
        return None
    sign = said if said != "0" else behind
    return sign if sign != "0" else None
