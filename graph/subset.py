"""The Cypher that Neo4j 5 and the embedded store understand alike: a query in, what leaves that subset out, with its place. Pure.

Some of what is refused here one store refuses itself; the rest is worse: both answer, and not the same (docs/adr/0010). Run as
``python -m graph.subset cypher/reports`` it names every file and line.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from graph.brackets import behind_head, closing, is_call, is_name, opening, word_at
from graph.lexing import Token, line_of, tokens

_WRITES = ("CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "DROP", "ALTER", "INSERT")
_OTHER_EACH_TIME = ("RAND", "RANDOMUUID", "TIMESTAMP", "ELEMENTID")
_NOW = ("DATE", "DATETIME", "LOCALDATETIME", "TIME", "LOCALTIME")
Found = Iterator[tuple[Token, str]]


def objections(text: str) -> list[tuple[int, str]]:
    """What of a query is outside the common subset: line and reason, in the order of the text."""
    words = list(tokens(text))
    found = [*_block_comments(text, words), *(each for rule in _RULES for each in rule(words))]
    return sorted({(line_of(text, token.start), reason) for token, reason in found})


def _clauses(words: list[Token]) -> Found:
    """Clauses that write, read files, leave the graph or cut the work into transactions."""
    for at, token in enumerate(words):
        after = word_at(words, at + 1)
        if token.says(*_WRITES) and not is_name(words, at):
            yield token, f"{token.text.upper()} writes"
        if token.says("LOAD") and after.says("CSV"):
            yield token, "LOAD CSV reads files and addresses"
        if token.says("TRANSACTIONS") and any(each.says("IN") for each in words[max(0, at - 4) : at]):
            yield token, "CALL … IN TRANSACTIONS is for writing; the embedded store refuses it"
        if token.says("CALL") and after.kind == "word" and not is_name(words, at):
            yield token, f"CALL {after.text}…: a report calls no procedures"
        if token.says("USE") and after.kind == "word" and not is_name(words, at):
            yield token, "USE names a database; the embedded store has one"


def _functions(words: list[Token]) -> Found:
    """Functions that one store lacks, or that answer something else there or each time."""
    for at, token in enumerate(words):
        if token.kind != "word" or word_at(words, at - 1).text == ".":
            continue
        sign, name = word_at(words, at + 1).text, token.text.upper()
        if name == "ID" and sign == "(":
            yield token, "id() is an internal number in Neo4j and the property in the embedded store; use n.id"
        elif name == "KEYS" and sign == "(":
            yield token, "keys() also gives title and type in the embedded store"
        elif name in ("PERCENTILECONT", "PERCENTILEDISC") and sign == "(":
            yield token, f"the embedded store has no {token.text}()"
        elif name in _OTHER_EACH_TIME and sign == "(":
            yield token, f"{token.text}() answers something else each time, or in each store"
        elif name in _NOW and sign == "(" and word_at(words, at + 2).text == ")":
            yield token, f"{token.text}() without a value is another one each day; make it a parameter"
        elif name == "DURATION" and sign == "." and word_at(words, at + 2).text.upper() in ("BETWEEN", "INMONTHS"):
            yield token, f"duration.{words[at + 2].text} counts months otherwise in the embedded store"
        elif name == "COLLECT" and sign == "{":
            yield token, "the embedded store has no COLLECT { }; use a pattern comprehension, or OPTIONAL MATCH and collect()"


def _patterns(words: list[Token]) -> Found:
    """Forms of patterns: quantified, SHORTEST, WHERE within brackets."""
    for at, token in enumerate(words):
        if token.says("SHORTEST") and not is_name(words, at):
            yield token, "the embedded store has no SHORTEST; use shortestPath() or allShortestPaths()"
        if token.text in ("(", "[") and token.kind == "sign" and (where := _inline_where(words, at)) is not None:
            yield where, "WHERE within a node's or relationship's brackets; put it behind the pattern"
        if _ends_pattern(words, at) and _quantifies(words, at + 1):
            yield words[at + 1], "quantified path; write -[:TYPE*1..3]->"


def _relationship_in_map(words: list[Token]) -> Found:
    """The silent one: in a pattern's braces the embedded store takes a relationship variable's property for nothing."""
    variables = {
        words[at + 2].text
        for at in range(len(words) - 2)
        if words[at].text == "-" and words[at + 1].text == "[" and words[at + 2].kind == "word"
    }  # fmt: skip
    for at, token in enumerate(words):
        if token.text != "{" or not _is_pattern_map(words, at):
            continue
        for inside in range(at + 1, closing(words, at)):
            if words[inside].text in variables and word_at(words, inside + 1).text == "." and word_at(words, inside - 1).text != ".":
                name = f"{words[inside].text}.{word_at(words, inside + 2).text}"
                yield words[inside], f"{name} is a relationship's property in a pattern's braces: carry it over with WITH … AS first"


def _union_in_call(words: list[Token]) -> Found:
    """The embedded store finds no relationships in a branch of UNION within CALL { } that imports nothing."""
    for at, token in enumerate(words):
        if not (token.says("CALL") and word_at(words, at + 1).text == "{"):
            continue
        inside = words[at + 2 : closing(words, at + 1)]
        if any(each.says("UNION") for each in inside) and not inside[0].says("WITH"):
            yield token, "UNION within CALL { } that imports nothing with WITH: the embedded store finds no relationships in it"


def _block_comments(text: str, words: list[Token]) -> Found:
    """Between two tokens stand spaces and comments only."""
    ends = [0, *(token.end for token in words)]
    for start, token in zip(ends, [*words, Token("sign", "", len(text), len(text))], strict=True):
        if "/*" in re.sub(r"//[^\n]*", "", text[start : token.start]):
            yield Token("sign", "/*", start + text[start : token.start].index("/*"), start), "block comment; use //"


_RULES: tuple[Callable[[list[Token]], Found], ...] = (_clauses, _functions, _patterns, _relationship_in_map, _union_in_call)


def _inline_where(words: list[Token], at: int) -> Token | None:
    where = word_at(words, behind_head(words, at))
    return where if where.says("WHERE") and not is_call(words, at) and behind_head(words, at) > at + 1 else None


def _is_pattern_map(words: list[Token], at: int) -> bool:
    """Whether a brace opens the properties of a node or relationship: only variable, labels and length stand before it in the brackets."""
    for start in range(at - 1, -1, -1):
        if words[start].kind == "sign" and words[start].text in ("(", "["):
            return behind_head(words, start) == at and not is_call(words, start)
        if words[start].kind == "sign" and words[start].text not in (":", "|", "&", "!", "*", "."):
            return False
    return False


def _ends_pattern(words: list[Token], at: int) -> bool:
    """Whether a path in brackets or an arrow ends here."""
    if words[at].text == ">" and word_at(words, at - 1).text == "-" and word_at(words, at - 2).text in ("]", "-"):
        return True
    if words[at].text == "-" and word_at(words, at - 1).text in ("]", "-") and word_at(words, at + 1).text != "(":
        return True
    if words[at].text != ")":
        return False
    start = opening(words, at)
    within = [token.text for token in words[start : at + 1]]
    return word_at(words, start + 1).text == "(" and any(
        pair in (["-", "["], ["-", "-"]) for pair in ([*within[n : n + 2]] for n in range(len(within)))
    )


def _quantifies(words: list[Token], at: int) -> bool:
    following = word_at(words, at)
    return following.text in ("+", "*") or (following.text == "{" and (word_at(words, at + 1).kind == "number" or word_at(words, at + 1).text == ","))


def main(places: list[str]) -> int:
    """Names what leaves the subset, file by file; gives how much that was."""
    files = [file for place in map(Path, places) for file in (sorted(place.rglob("*.cypher")) if place.is_dir() else [place])]
    found = [(file, line, reason) for file in files for line, reason in objections(file.read_text(encoding="utf-8"))]
    for file, line, reason in found:
        print(f"{file}, line {line}: {reason}")
    return len(found)


if __name__ == "__main__":
    sys.exit(min(1, main(sys.argv[1:])))
