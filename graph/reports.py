"""A named query as a record: what it asks, what it wants to be told, what it answers. Values given go in, checked parameters come out; pure."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from shlex import quote
from typing import Any

from graph.errors import QueryError

#: The types a parameter can have, and what a value of each is called.
TYPES = {bool: "true or false", int: "a whole number", float: "a number", str: "text", list: "a list"}
#: Kinds of text that are no label of the ontology. ``document`` is a file name without extension, as claims have it.
KINDS = ("text", "date", "document", "relation", "any relation", "node")
_DATE = re.compile(r"(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query wants to be told. The default's type is the parameter's; an empty text stands for "any" where the default is empty.

    ``kind`` says what a text is: one of :data:`KINDS`; or ``id``, and ``labels`` are those of the nodes that can be meant; or ``choice``.
    Of numbers it is the unit. ``choices`` are the only values there are, where there are such; an empty one stands for any.
    """

    name: str
    default: Any
    says: str
    kind: str
    labels: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()

    def read(self, value: Any, place: str) -> Any:
        """A value as the default's type; text (from a command line) is read as that type.

        Raises:
            QueryError: it is of another type, none of the choices, or no date where one is wanted.
        """
        kind = type(self.default)
        if isinstance(value, str) and kind is not str:
            try:
                value = json.loads(value)
            except ValueError:
                raise QueryError(f"{place} is «{value}»; it must be {TYPES[kind]}") from None
        if kind is float and type(value) is int:
            value = float(value)
        if type(value) is not kind:
            raise QueryError(f"{place} is «{value}»; it must be {TYPES[kind]}")
        if kind is str and self.choices and value not in (*self.choices, self.default):
            *known, last = filter(None, self.choices)
            raise QueryError(f"{place} is «{value}»; it must be {', '.join(known)} or {last}")
        if self.kind == "date" and not _DATE.fullmatch(value):
            raise QueryError(f"{place} is «{value}»; it must be YYYY, YYYY-MM or YYYY-MM-DD")
        return value


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer: its name, and what its values are, with their unit or range."""

    name: str
    says: str


@dataclass(frozen=True, slots=True)
class Report:
    """A named query with its header; ``example`` holds the parameters of a run worth looking at."""

    name: str
    title: str
    question: str
    asks: tuple[Parameter, ...]
    gives: tuple[Column, ...]
    example: Mapping[str, Any]
    cypher: str

    @property
    def parameters(self) -> dict[str, Any]:
        """The names of the parameters with their defaults."""
        return {parameter.name: parameter.default for parameter in self.asks}

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.gives)

    @property
    def query(self) -> str:
        """The query without its header."""
        lines = self.cypher.splitlines(keepends=True)
        start = next((at for at, line in enumerate(lines) if line.strip() and not line.startswith("//")), 0)
        return "".join(lines[start:])

    def check(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The defaults with what is given in their place.

        Raises:
            QueryError: an unknown name, a value of another type, or one that is no choice.
        """
        for key in given:
            if key not in self.parameters:
                known = ", ".join(self.parameters) or "none"
                raise QueryError(f"{self.name}: there is no parameter {key}; it has {known}")
        return {each.name: each.read(given.get(each.name, each.default), f"{self.name}: {each.name}") for each in self.asks}

    def command(self) -> str:
        """The command line that runs the example."""
        given = [f"--param {quote(f'{key}={value if isinstance(value, str) else json.dumps(value)}')}" for key, value in self.example.items()]
        return " ".join(["rapporteur report", self.name, *given])
