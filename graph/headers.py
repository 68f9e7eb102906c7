"""The files of named queries: header, parameters and columns checked against the query itself. Text in, a report out; pure.

A header is comment lines at the top of the file, one key each::

    // title: Who took part?
    // description: one or two sentences
    // params: event = "", since = 2016        (name = default, as JSON; the default's type is the parameter's)
    // columns: event, actor, quote            (those of RETURN, in its order)
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import DataError, QueryError
from graph.lexing import Token, line_of, tokens

_HEADER = re.compile(r"//\s*([\w-]+)\s*:\s*(.*)")
_KEYS = ("title", "description", "params", "columns")
_PARAMETER = re.compile(r"\s*(\w+)\s*=\s*")
_DECODE = json.JSONDecoder().raw_decode
_KINDS = {bool: "true or false", int: "a whole number", float: "a number", str: "text", list: "a list"}


@dataclass(frozen=True, slots=True)
class Report:
    """A named query. ``parameters`` are its names with their defaults, whose types those given must have."""

    name: str
    title: str
    description: str
    parameters: Mapping[str, Any]
    columns: tuple[str, ...]
    cypher: str

    def check(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The defaults with what is given in their place; text (from a command line) is read as the default's type.

        Raises:
            QueryError: an unknown name, or a value of another type.
        """
        for key in given:
            if key not in self.parameters:
                known = ", ".join(self.parameters) or "none"
                raise QueryError(f"{self.name}: there is no parameter {key}; it has {known}")
        return {key: _typed(f"{self.name}: {key}", given.get(key, default), default) for key, default in self.parameters.items()}


def read_report(path: Path, text: str) -> Report:
    """The report that ``text``, the content of the file at ``path``, describes and is.

    Raises:
        DataError: a header key is unknown or missing, a parameter is used but not declared or the reverse, the columns are not those
            of RETURN, or the answer has no order; the message names file and line.
    """
    header = _header(path, text)
    parameters = _parameters(path, *header["params"]) if "params" in header else {}
    columns = tuple(column.strip() for column in header["columns"][0].split(","))
    found = list(tokens(text))
    _check_parameters(path, text, found, parameters, header.get("params", header["title"])[1])
    last = max((at for at, token in enumerate(found) if token.says("RETURN")), default=None)
    if last is None:
        raise DataError(f"{path}, line {line_of(text, len(text.rstrip()))}: there is no RETURN")
    line = line_of(text, found[last].start)
    order = next((at for at in range(last, len(found) - 1) if found[at].says("ORDER") and found[at + 1].says("BY")), None)
    if order is None:
        raise DataError(f"{path}, line {line}: the answer has no order; end with ORDER BY")
    returned = tuple(_columns(text, found[last + 1 : order]))
    if returned != columns:
        raise DataError(f"{path}, line {header['columns'][1]}: columns are {', '.join(columns)}, but RETURN gives {', '.join(returned)}")
    return Report(path.stem, header["title"][0], header["description"][0], parameters, columns, text)


def _header(path: Path, text: str) -> dict[str, tuple[str, int]]:
    """Keys of the comment lines at the top, with their values and lines."""
    header: dict[str, tuple[str, int]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        found = _HEADER.fullmatch(line.strip())
        if found is None:
            break
        key, value = found.groups()
        if key not in _KEYS or key in header or not value:
            reason = "is unknown" if key not in _KEYS else "stands twice" if key in header else "is empty"
            raise DataError(f"{path}, line {number}: {key} {reason}; a header has {', '.join(_KEYS)}")
        header[key] = value, number
    for key in _KEYS:
        if key not in header and key != "params":
            raise DataError(f"{path}, line 1: the header lacks {key}")
    return header


def _parameters(path: Path, declared: str, line: int) -> dict[str, Any]:
    parameters: dict[str, Any] = {}
    at = 0
    while at < len(declared):
        found = _PARAMETER.match(declared, at)
        try:
            assert found is not None
            value, at = _DECODE(declared, found.end())
        except (AssertionError, ValueError):
            raise DataError(f"{path}, line {line}: params: «{declared[at:].strip()}» is not name = default") from None
        if type(value) not in _KINDS or found[1] in parameters:
            raise DataError(f"{path}, line {line}: params: {found[1]} stands twice or has no type")
        parameters[found[1]] = value
        comma = re.compile(r"\s*(,|$)").match(declared, at)
        if comma is None:
            raise DataError(f"{path}, line {line}: params: a comma is missing after {found[1]}")
        at = comma.end()
    return parameters


def _check_parameters(path: Path, text: str, found: list[Token], declared: Mapping[str, Any], line: int) -> None:
    used = {token.text: token for token in reversed(found) if token.kind == "parameter"}
    for name, token in used.items():
        if name not in declared:
            raise DataError(f"{path}, line {line_of(text, token.start)}: ${name} is not declared in params")
    for name in declared:
        if name not in used:
            raise DataError(f"{path}, line {line}: params: {name} is not used")


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


def _typed(place: str, value: Any, default: Any) -> Any:
    kind = type(default)
    if isinstance(value, str) and kind is not str:
        try:
            value = json.loads(value)
        except ValueError:
            raise QueryError(f"{place} is «{value}»; it must be {_KINDS[kind]}") from None
    if kind is float and type(value) is int:
        value = float(value)
    if type(value) is not kind:
        raise QueryError(f"{place} is «{value}»; it must be {_KINDS[kind]}")
    return value
