"""The files of named queries: header, parameters and columns checked against the query itself. Text in, a report out; pure.

A header is comment lines at the top of the file, one key each; ``param`` and ``column`` stand once for each parameter and column::

    // title: Participants
    // question: Who took part in a meeting, and as what?
    // param: event = "" (Event) the meeting; empty: every one
    // param: stance = "" (supports | opposes) only this stance
    // column: actor: the name in English
    // example: event=event:ccw-laws-informal-meeting-2016

A parameter is a name, its default as JSON (the default's type is the parameter's), in brackets what it is, and what it does. In
brackets stands: labels of the ontology, for an id of such a node (``Event``, ``State | NGO``); or one of ``text``, ``date``,
``document``, ``relation``, ``any relation``, ``node``; or, in small letters with bars between them, the only values there are; or,
where the default is no text, a word for its unit. Columns are those of RETURN, in its order. The example is parameters as a command
line has them.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import DataError, QueryError
from graph.lexing import Token, line_of, tokens
from graph.ontology import load_ontology
from graph.reports import KINDS, TYPES, Column, Parameter, Report
from graph.subset import objections

_LINE = re.compile(r"//\s*([\w-]+)\s*:\s*(.*)")
_ONCE, _MANY = ("title", "question", "example"), ("param", "column")
_DEFAULT = re.compile(r"(\w+)\s*=\s*")
_REST = re.compile(r"\s*\(([^()]+)\)\s*(\S.*)")
_COLUMN = re.compile(r"([^:]+?)\s*:\s*(\S.*)")
_DECODE = json.JSONDecoder().raw_decode


@dataclass(slots=True)
class _Header:
    """What the comment lines say; ``lines`` holds where each key stood first."""

    once: dict[str, str] = field(default_factory=dict)
    asks: dict[str, Parameter] = field(default_factory=dict)
    gives: dict[str, Column] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


def read_report(path: Path, text: str) -> Report:
    """The report that ``text``, the content of the file at ``path``, describes and is.

    Raises:
        DataError: the query is not in the subset that all stores understand (graph/subset.py), a header line is unknown, missing or not of
            its form, a parameter is used but not declared or the reverse, the example does not fit, the columns are not those of RETURN, or
            the answer has no order; the message names file and line.
    """
    for line, reason in objections(text):
        raise DataError(f"{path}, line {line}: {reason}")
    header = _header(path, text)
    found = list(tokens(text))
    _check_parameters(path, text, found, header)
    returned = _returned(path, text, found)
    if returned != tuple(header.gives):
        place, named = f"{path}, line {header.lines['column']}", ", ".join(header.gives)
        raise DataError(f"{place}: columns are {named}, but RETURN gives {', '.join(returned)}")
    report = Report(
        path.stem, header.once["title"], header.once["question"], tuple(header.asks.values()), tuple(header.gives.values()), {}, text
    )  # fmt: skip
    try:
        pairs = dict(word.split("=", 1) for word in shlex.split(header.once["example"]))
        checked = report.check(pairs)
    except (ValueError, QueryError) as error:
        raise DataError(f"{path}, line {header.lines['example']}: the example does not fit ({error})") from None
    example = {key: checked[key] for key in pairs}
    return Report(report.name, report.title, report.question, report.asks, report.gives, example, text)


def _header(path: Path, text: str) -> _Header:
    header = _Header()
    for number, line in enumerate(text.splitlines(), 1):
        found = _LINE.fullmatch(line.strip())
        if found is None:
            break
        key, value = found.groups()
        if key not in _ONCE + _MANY or key in header.once or not value:
            reason = "is unknown" if key not in _ONCE + _MANY else "stands twice" if key in header.once else "is empty"
            raise DataError(f"{path}, line {number}: {key} {reason}; a header has {', '.join(_ONCE + _MANY)}")
        header.lines.setdefault(key, number)
        if key in _ONCE:
            header.once[key] = value
            continue
        parsed = _parameter(value) if key == "param" else _column(value)
        known: dict[str, Parameter] | dict[str, Column] = header.asks if key == "param" else header.gives
        if isinstance(parsed, str) or parsed.name in known:
            raise DataError(f"{path}, line {number}: {key}: {parsed if isinstance(parsed, str) else f'{parsed.name} stands twice'}")
        known[parsed.name] = parsed  # type: ignore[assignment]  # the one that belongs to the key
    return _complete(path, header)


def _complete(path: Path, header: _Header) -> _Header:
    if not header.asks:
        header.once.setdefault("example", "")
        header.lines.setdefault("example", 1)
    for key in (*_ONCE, "column"):
        if key not in header.lines:
            raise DataError(f"{path}, line 1: the header lacks {key}")
    return header


def _parameter(declared: str) -> Parameter | str:
    """A parameter, or what is wrong with its line."""
    found = _DEFAULT.match(declared)
    try:
        value, end = (None, 0) if found is None else _DECODE(declared, found.end())
    except ValueError:
        found, value, end = None, None, 0
    rest = _REST.fullmatch(declared, end)
    if found is None or rest is None or type(value) not in TYPES:
        return f"«{declared}» is not name = default (what it is) what it does"
    if not isinstance(value, str) or rest[1] in KINDS:
        one = isinstance(value, str) and "relation" in rest[1]  # a list may name several, and those of the vocabulary too
        relations = tuple(load_ontology().relations) if one else ()
        return Parameter(found[1], value, rest[2], rest[1], choices=("", *relations) if rest[1] == "any relation" else relations)
    words = tuple(part.strip() for part in rest[1].split("|"))
    if all(word[:1].isupper() for word in words):
        unknown = [label for label in words if label not in load_ontology().labels]
        return f"there is no label {unknown[0]}" if unknown else Parameter(found[1], value, rest[2], "id", labels=words)
    if len(words) < 2 or value not in ("", *words):
        return f"({rest[1]}) is neither a label, nor {', '.join(KINDS)}, nor choices with the default among them"
    return Parameter(found[1], value, rest[2], "choice", choices=words)


def _column(declared: str) -> Column | str:
    found = _COLUMN.fullmatch(declared)
    return f"«{declared}» is not name: what it is" if found is None else Column(found[1], found[2])


def _check_parameters(path: Path, text: str, found: list[Token], header: _Header) -> None:
    used = {token.text: token for token in reversed(found) if token.kind == "parameter"}
    for name, token in used.items():
        if name not in header.asks:
            raise DataError(f"{path}, line {line_of(text, token.start)}: ${name} is not declared as a param")
    for name in header.asks:
        if name not in used:
            raise DataError(f"{path}, line {header.lines['param']}: param: {name} is not used")


def _returned(path: Path, text: str, found: list[Token]) -> tuple[str, ...]:
    """The names of the answer's columns, which must have an order."""
    last = max((at for at, token in enumerate(found) if token.says("RETURN")), default=None)
    if last is None:
        raise DataError(f"{path}, line {line_of(text, len(text.rstrip()))}: there is no RETURN")
    order = next((at for at in range(last, len(found) - 1) if found[at].says("ORDER") and found[at + 1].says("BY")), None)
    if order is None:
        raise DataError(f"{path}, line {line_of(text, found[last].start)}: the answer has no order; end with ORDER BY")
    return tuple(_columns(text, found[last + 1 : order]))


def _columns(text: str, returned: list[Token]) -> Iterator[str]:
    """The names RETURN gives: what follows AS, else the expression as it is written."""
    depth, item = 0, list[Token]()
    for token in [*returned, Token("sign", ",", 0, 0)]:
        if token.kind == "sign":
            depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(token.text, 0)
        if depth == 0 and token.kind == "sign" and token.text == "," and item:
            yield item[-1].text if len(item) > 1 and item[-2].says("AS") else text[item[0].start : item[-1].end]
            item = []
        elif not (token.says("DISTINCT") and not item):
            item.append(token)
