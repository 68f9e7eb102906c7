"""What the parts that a holder and a target play tell, in a language that puts the verb last. Token names in, a sign or none out; pure."""

from __future__ import annotations

from collections.abc import Sequence

from extract.positions.sign.algebra import SIGNS
from extract.positions.sign.verbs_last import URGED, WEIGHING, is_urging, predicate, sign_of, subjects, until_end

_SUBJECT = frozenset({">top", ">nom"})
_ACTORS = frozenset({"h", "i"})
_LINKS = frozenset({"THAT", "AND", "FACT"})
_OBLIQUE = frozenset({">gen", ">ob", ">dat"})
_BREAKS = frozenset({"AND", "BUT", ",", ">top", ">nom"})
_FRAMING = frozenset({">dat", ">nom", ">top"})
_ADDRESSED = frozenset({">dat", ">ob"})  # «demanded T of H»
_UNMEANT = frozenset({"ASK", "COND", "OPP", "DOUBT", "NEG", "CALL", "DUTY", "?"})  # what is asked of H, doubted, or denied is not undertaken
_ALSO = frozenset({"NEG", "AND"})  # «does not … and will not …»
_BY_NAME = {"OPP": "-", "CALL": "+", "SUP": "+"}


def by_role(names: Sequence[str], at_h: int, at_t: int, kind: str) -> str | None:
    """What the parts that H and T play tell at once; empty where they leave nothing plain, none where the verbs must tell."""
    role, after = names[at_h + 1], names[at_t + 1 :]
    if (built := _by_shared_verb(role, after, kind) or _as_thing(names[at_h + 1 : at_t], after, kind)) is not None:
        return built
    if role in (">gen", "T") and kind == "view":
        return "0"  # «I agree with what H said»
    if role == ">gen" and names[at_h + 2] in _BY_NAME and kind == "nominal" and not _BREAKS.intersection(names[at_h:at_t]):
        return _BY_NAME[names[at_h + 2]]  # «by H's opposition T was left out»
    if _is_no_actor(names, at_h, at_t, kind):
        return "0"
    if role == ">nom" and ("WHILE" in names[at_h:at_t] or "PAPER" in names[:at_h] or (is_aside(names, at_h, at_t) and ">top" in names[:at_h])):
        return "0"  # «while H arms, T must not bind us», «the paper wants H to do T»
    if role not in _SUBJECT and role.startswith(">"):
        return "0" if role in _ADDRESSED and "CALL" in names[at_t:] else ""
    if _is_others_view(after):
        return "0"  # «that T is premature is h's view, said H»
    if after[:1] == [">toward"] or (role == ">nom" and _is_alleged(names, at_t)):
        return "0"  # «a step towards T», «to the charge that H shuns T, h said»
    if _is_told(names, at_h, at_t) or _is_frame(after, kind):
        return "0"
    better = list(after[:1]) == ["RATHER"]  # «t is better than T», «more for t than for T»
    lacking = names[at_t - 1] == "<no" and "LACK" in names[at_h:at_t]  # «without t any T is empty»
    return "0" if better or lacking else None


def _is_no_actor(names: Sequence[str], at_h: int, at_t: int, kind: str) -> bool:
    """Whether something is done to H, or H only belongs to what another does."""
    role = names[at_h + 1]
    if role == ">acc" or (role == ">gen" and names[at_h + 2 : at_h + 3] == ["WORRY"] and kind == "nominal"):
        return True  # «in view of the threat of H …»
    obliquely = role in _OBLIQUE and kind != "view" and not _SUBJECT.intersection(names[at_h:at_t])
    return obliquely and bool(subjects(names, 0, at_h))  # «h, who rejects what H says, wants T»


def _by_shared_verb(role: str, after: Sequence[str], kind: str) -> str | None:
    """«H T를, h는 t를 지지했다»: the verb behind the last pair is that of the one before, too."""
    parts = [name for name in after[1:] if not name.startswith("<") and name != "BUT"]
    if (
        role not in _SUBJECT
        or after[:1] not in ([">acc"], [">dat"])
        or parts[:2] != [",", "h"]
        or parts[2:3] not in ([">top"], [">nom"])
        or parts[3:5] != ["t", after[0]]
    ):
        return None
    row = predicate(parts[5:])
    return sign_of(row, kind) if row and WEIGHING.intersection(row) else None


def _as_thing(between: Sequence[str], after: Sequence[str], kind: str) -> str | None:
    """«What H wants is T»: the verb stands before T, and nothing behind it."""
    verbs = between[1:]
    if kind != "nominal" or after or between[:1] != [">nom"] or not verbs or not WEIGHING.union({"SAY"}).issuperset(verbs):
        return None
    return sign_of([name for name in verbs if name != "SAY"], kind) if WEIGHING.intersection(verbs) else None


def by_paper(names: Sequence[str], at_h: int, at_t: int, kind: str) -> str | None:
    """«The statement that H adopted calls for T»: what a paper says, those say who wrote or signed it, and nobody else."""
    if "PAPER" not in names[at_h:at_t]:
        return None
    paper = at_h + list(names[at_h:at_t]).index("PAPER")
    if names[at_h + 1] != ">nom" or ">top" in names[at_h:paper] or names[paper - 1] in SIGNS.keys() - {"SUP", "CALL"}:
        return "0" if names[at_h + 1] == "h" else None
    row = predicate(names[at_t + 1 :])
    if row is not None and "NEG" in row:
        return "0"  # what a paper does not ask for nobody rejects by it
    return None if row is None or not WEIGHING.intersection(row) else sign_of(row, kind)


def undertakes(names: Sequence[str]) -> bool:
    """Whether H is the subject of the clause in which the undertaking T stands («H는 T … 했다», «h는 “H는 T” … 밝혔다»)."""
    at_h, at_t = names.index("H"), names.index("T")
    if at_h > at_t or (names[at_h + 1] not in _SUBJECT and names[at_h + 1].startswith(">")) or _ACTORS.intersection(names[at_h + 1 : at_t]):
        return False
    between = {name for name in names[at_h + 1 : at_t] if name.isupper()}
    return between <= _ALSO and not _UNMEANT.intersection(names[at_t:])


def is_aside(names: Sequence[str], at: int, at_t: int) -> bool:
    """Whether a subject only stands in a clause that describes T («T, which all states attend»)."""
    return names[at + 1] == ">nom" and names[at_t - 1] == "<adn" and at_t - at < 5 and not WEIGHING.intersection(names[at:at_t])


def _is_others_view(after: Sequence[str]) -> bool:
    """Whether what is said of T is called another's view («T는 이르다는 게 h의 판단»)."""
    at = list(after).index("h") if "h" in after else len(after)
    judged = bool(WEIGHING.intersection(after[:at])) and not _BREAKS.intersection(name for name in after[1:at])
    return judged and "t" not in after[:at] and after[at - 1].isupper() and list(after[at + 1 : at + 3]) == [">gen", "SAY"]


def _is_alleged(names: Sequence[str], at_t: int) -> bool:
    """Whether what a holder does to T is only what others claim, and another speaks to it."""
    row = [name for name in until_end(names[at_t + 1 :]) if name.isupper()]
    return row[1:2] == ["CLAIM"] and bool(subjects(names, at_t, len(names)))


def _is_frame(after: Sequence[str], kind: str) -> bool:
    """Whether T is only where another target stands («in the treaty, t must be laid down», «to lay this down in t»)."""
    return after[:1] == ["t"] or after[:2] == [">dat", "t"] if kind == "theme" else bool(_FRAMING.intersection(after[:1])) and after[1:2] == ["t"]


def _is_told(names: Sequence[str], at_h: int, at_t: int) -> bool:
    """Whether another wants of H that it do something («h는 H가 T에 나설 것을 촉구했다»)."""
    before = names[:at_h]
    if names[at_h + 1] != ">nom" or not before:
        return False
    left_out = before[0] in _ACTORS and not "".join(before[1:2]).startswith(">") and ">top" not in names
    topic = any(not before[at + 1].startswith(">") or before[at + 1] == ">top" for at, name in enumerate(before[:-1]) if name in _ACTORS)
    after = names[at_t + 1 :]
    if [name for name in after if name.isupper()][-1:] == ["SUP"]:
        return False  # «h put its name under the paper that demands T»
    rows = [[name for name in row if name.isupper() and name not in _LINKS] for row in (until_end(after), after)]
    if not topic and rows[1] == ["CALL"]:
        return False  # «H demanded T»: nobody else speaks
    return (left_out or topic) and any(map(is_urging, rows))


def only_named_in_quotation(names: Sequence[str], at_h: int, at_t: int) -> bool:
    """Whether H and T stand in a quotation that weighs nothing itself: what is said of it is another's («“T without H”, he mocked»)."""
    first, last = sorted((at_h, at_t))
    if not names[:first].count("'") % 2 or "'" in names[first:last] or "'" not in names[last:]:
        return False
    opening, close = first - list(reversed(names[:first])).index("'"), last + list(names[last:]).index("'")
    return not {*WEIGHING, *URGED, "SAY"}.intersection(names[opening:close]) and bool(WEIGHING.intersection(names[close:]))
