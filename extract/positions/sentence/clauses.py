"""A sentence's clauses: the tokens between its marks, and whose clause each is. A sentence in, clauses out; pure."""

from __future__ import annotations

from extract.positions.sentence.tokens import Sentence, Token

_MARKS = frozenset({",", ";", ":"})
_BESIDE_SUBJECT = frozenset({"BUT", "COND", "FACT", "SIGN", "THAT", "AGREE", "RATHER"})  # may stand before the subject of a clause
_OBJECT = frozenset({"<ob", "<and", "<by", "<no", "<of", "<from"})

Row = list[Token]


class Clauses(list[Row]):
    """The tokens between marks, and the mark behind each clause."""

    def __init__(self, sentence: Sentence, target: int) -> None:
        """Quotation marks are left out, and words for the building of weapons unless they are the ``target``.

        A mark that itself stands for what is meant ends its clause, and plays no part in the next one.
        """
        super().__init__([[]])
        self.marks: list[str] = []
        self.places: dict[tuple[str, int], tuple[int, int]] = {}  # of each holder («h») and target («t») by its number: its clause, its place in it
        self.silent: set[int] = set()  # the targets that are but a mark behind a stance
        for token in sentence.tokens:
            if token.name in _MARKS:
                self.marks.append(token.name)
                self.append([])
            elif token.name != "'" and not _is_aside(sentence, token, target) and not (token.name.startswith(">") and not self[-1]):
                if token.index >= 0:
                    self.places.setdefault((token.name, token.index), (len(self) - 1, len(self[-1])))
                self[-1].append(token)
                if token.name == "t" and sentence.plain.text[token.start : token.end] in "，；。":
                    self.silent.add(token.index)
                    self.marks.append(",")
                    self.append([])


def _is_aside(sentence: Sentence, token: Token, target: int) -> bool:
    """Whether a token is a word for the building of weapons, which ban and pledge alike hold by the dozen, and not the target asked for."""
    return token.name == "t" and token.index != target and sentence.targets[token.index].kind == "building"


def mark_between(clauses: Clauses, first: int, last: int) -> Token:
    """One mark in the place of all between two clauses: a colon where there is one, else a comma."""
    at = clauses[first][-1].end if clauses[first] else 0
    return Token(at, at, ":" if ":" in clauses.marks[first:last] else ",")


def _subject(row: Row) -> int | None:
    """Where the subject of a clause stands: its first holder, unless a verb stands before it or it is an object."""
    for i, token in enumerate(row):
        if token.name == "h":
            if i and row[i - 1].name in _OBJECT and [one.name for one in row[i + 1 : i + 2]] != [">be"]:
                continue
            led = [k for k in range(i + 1, len(row) - 1) if row[k].name == "h" and row[k - 1].name == "<ob" and row[k + 1].name == ">be"]
            return led[0] if led else i  # «the first camp, led by A and B, …»: they are its subject
        if token.name == "t" or (token.name.isupper() and token.name not in _BESIDE_SUBJECT):
            return None
    return None


def subject_of(clauses: Clauses, at_t: tuple[int, int]) -> tuple[int, int] | None:
    """Whose clause a target stands in: the subject nearest before it."""
    for c in range(at_t[0], -1, -1):
        i = _subject(clauses[c])
        if i is not None and (c < at_t[0] or i < at_t[1]):
            return c, i
    return None
