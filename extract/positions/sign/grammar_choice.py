"""What a preference, a choice, a refusal and a regret say of a target. The cues between holder and target in, a sign or none out; pure."""

from __future__ import annotations

from collections.abc import Sequence

from extract.positions.sign.algebra import SIGNS, chain
from extract.positions.sign.grammar_behind import UNPLAIN, WEIGH

REPORT = frozenset({"SAY", "THAT", "CLAIM", "SIGN"})
_SHORT = (["INSUF"], ["QUAL"], ["LACK"])  # what a text that is deplored does with T


def special(row: list[str], after: Sequence[str], kind: str) -> str | None:
    """What a preference, a refusal to allow, and a question about T say."""
    if row[-1:] == ["PREFER"] and not UNPLAIN.difference({"PREFER"}).intersection(row) and "RATHER" not in after:
        return "+" if kind in ("nominal", "theme") and "NEG" not in row else None
    if kind == "inverse" and row[-1:] == ["ASK"] and "NEG" in row:
        row = row[:-1]
    if kind == "inverse" and row[-1:] == ["NEG"] and set(row) <= REPORT | {"NEG", "NEED", "COND", "FACT"}:
        return "+"  # «we cannot let machines …»
    if kind == "nominal" and row[-1:] in (["NEG"], ["LACK"]) and row[:1] in (["OPP"], ["WORRY"]) and set(row[1:]) <= REPORT | {"NEG", "LACK", "FACT"}:
        return "+"  # «regretted that there was no T», «deplored the absence of T»
    if row[:1] == ["OPP"] and (row[-1:] in _SHORT or (row[-1:] == ["CALL"] and row[-2:-1] in _SHORT)) and "THAT" in row:
        return "+"  # «regretted that the text fell short of asking for T»
    if row[-1:] == ["RATHER"] and "t" not in row and after[:1] == ["GOOD"]:
        return "0"  # «holds this to be of more use than T»
    if "ASK" in row and not WEIGH.intersection(row[row.index("ASK") :]) and "DOUBT" not in row:
        return "0"  # «asked whether T»
    return None


def chosen(row: list[str], between: Sequence[str], kind: str) -> str | None:
    """What is undertaken, what is preferred to T, and who takes no side on it."""
    if kind == "pledge" and not {"CALL", "OPP", "QUAL", "ASK", "h"}.intersection(row):
        return "+"  # «has no t and does not intend to T»
    if row[-2:] == ["PREFER", "t"] and between[-1] == "<ob":
        return "-"  # «prefers t to T»
    if len(row) == 4 and row[0] == row[2] == "NEG" and SIGNS.get(row[1], "0") != SIGNS.get(row[3], "0"):
        return "~"  # «neither calls for nor excludes T»
    if row[-2:] == ["t", "QUAL"]:
        return "~"  # «endorsed t without taking a view on T»
    if row[-1:] == ["RATHER"] and "t" not in row and "h" not in row[:1] and ("PREFER" in row or chain(row[:-1]) == "+"):
        return "-"  # «would rather see this than T»
    if row[:1] == ["QUAL"] and row[1:] and set(row[1:]) == {"FACT"}:
        return "~"  # «takes no side in the debate on T»
    return None


def instead(row: list[str]) -> str | None:
    """«Prefers t to T» is against T; «does not want t but T» is for it."""
    said = chain("SUP" if name == "PREFER" else name for name in row[: row.index("t")])
    if row[-1] == "RATHER":
        return "-" if said == "+" else None
    return "+" if said == "-" and row[row.index("t") + 1 :] == ["BUT"] else None
